import { describe, expect, it } from '@jest/globals';
import { citationProblems, findCitations, isValidOn } from './citations.js';
import { LAW_REGISTER } from './law-register.js';

const TODAY = { reportDate: '2026-11-20', judgedDates: [] };

function codesOf(text: string, dates: Parameters<typeof citationProblems>[1] = TODAY): string[] {
  return citationProblems(text, dates).map(({ code }) => code);
}

describe('the register of laws', () => {
  it('names each law once and every successor that it points to, the day after', () => {
    const numbers = LAW_REGISTER.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const entry of LAW_REGISTER.filter(({ successor }) => successor !== null)) {
      const next = LAW_REGISTER.find(({ number }) => number === entry.successor);
      const dayAfter = new Date(Date.parse(`${entry.validTo ?? ''}T00:00:00Z`) + 86_400_000).toISOString();
      expect(next?.validFrom).toBe(dayAfter.slice(0, 10));
    }
  });

  it('counts both the first and the last day as valid', () => {
    const entry = { validFrom: '2002-01-01', validTo: '2025-06-30' };
    const days = ['2001-12-31', '2002-01-01', '2025-06-30', '2025-07-01'];
    expect(days.map((day) => isValidOn(entry, day))).toEqual([false, true, true, false]);
  });
});

describe('the citations of a text (R12)', () => {
  it('finds numbers of laws and leaves numbers of cases and clocks alone', () => {
    const text = 'Lagen (1993:387), SOSFS 2011:9 och 2017:725. Ärende SON/2026:0476, avsnitt 2024:12, klockan 14:30.';
    expect(findCitations(text).map(({ number }) => number)).toEqual(['1993:387', 'SOSFS 2011:9', '2017:725']);
  });

  it.each<[string, string[]]>([
    ['kommunallagen (2017:725)', []],
    ['SOSFS 2011:9', []],
    ['SOSFS 2011:9 ska tillämpas', []],
    ['(SOSFS 2011:9) om ledningssystem för systematiskt kvalitetsarbete', []],
    ['lagen (1993:387) om stöd och service till vissa funktionshindrade', []],
    ['lagen (1993:387) om stöd och service till\nvissa funktionshindrade gäller', []],
    ['SOSFS 2011:9 ”ledningssystem för kvalitet i verksamhet”', ['law-wrong-title']],
    ['(SOSFS 2011:9) om ledningssystem för kvalitet i verksamhet', ['law-wrong-title']],
    ['lagen (2008:962) om offentlig upphandling', ['law-wrong-title']],
    ['socialtjänstlagen (2017:725)', ['law-wrong-title']],
    ['socialtjänstlagen (2001:453)', ['law-not-valid']],
    ['lagen (2007:1091) om offentlig upphandling', ['law-not-valid']],
    ['lagen (2010:479) om registerkontroll och avtalet', ['law-unverified']],
    ['lagen (1985:206) om viten', ['law-unverified']],
  ])('judges %s', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('lets an older law stand where it was valid when what is judged took place', () => {
    const text = 'Avtalet slöts enligt lagen (2007:1091) om offentlig upphandling.';
    expect(codesOf(text, { reportDate: '2026-11-20', judgedDates: ['2012-05-01'] })).toEqual([]);
    expect(codesOf(text, { reportDate: null, judgedDates: [] })).toEqual([]);
  });
});
