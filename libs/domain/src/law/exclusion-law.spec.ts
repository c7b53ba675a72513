import { describe, expect, it } from '@jest/globals';
import { isCalendarDate } from '../calendar/calendar-date.js';
import { isValidOn } from './citations.js';
import { EXCLUSION_BASES, EXCLUSION_LAW, exclusionBasis, paragraphInWords } from './exclusion-law.js';
import { LAW_REGISTER } from './law-register.js';

describe('the law on exclusion of a provider', () => {
  it.each([
    ['LOU', '2017-01-01', 'lou-2016'],
    ['LOU', '2026-01-01', 'lou-2016'],
    ['LOU', '2016-12-31', 'lou-2007'],
    ['LOV', '2012-01-01', 'lov'],
    ['LOV', '2026-01-01', 'lov'],
    ['own-run', '2026-01-01', null],
  ] as const)('of a contract under %s from %s is %s', (regime, startsOn, basis) => {
    expect(exclusionBasis(regime, startsOn)).toBe(basis);
  });

  const readings = EXCLUSION_BASES.flatMap((basis) => EXCLUSION_LAW[basis].readings);

  it('is cited by paragraphs that the register of laws holds, of laws that are in force', () => {
    for (const { number, paragraph } of readings) {
      const law = LAW_REGISTER.find((entry) => entry.number === number);
      expect([number, law?.paragraphs]).toEqual([number, expect.arrayContaining([paragraph])]);
      expect([number, law !== undefined && isValidOn(law, '2026-11-22')]).toEqual([number, true]);
    }
  });

  it('says of each reading which wording it was held against and when, or that nobody has', () => {
    expect(readings.some(({ checked }) => checked === null)).toBe(true);
    for (const { checked } of readings) {
      if (checked === null) continue;
      expect([checked.against === '', isCalendarDate(checked.on)]).toEqual([false, true]);
    }
  });

  it('counts a contract under LOV, or under the act before LOU 2016:1145, not as an earlier contract', () => {
    for (const basis of ['lou-2007', 'lov'] as const) {
      expect(EXCLUSION_LAW[basis].why).toContain('räknas inte som ett tidigare kontrakt');
    }
    expect(EXCLUSION_LAW['lou-2016'].why).toContain('13 kap. 3 och 3 a §§');
  });

  it.each([
    ['13:3 a', '13\u00a0kap. 3 a\u00a0§'],
    ['7', '7\u00a0§'],
    ['57.7', 'artikel 57.7'],
  ])('writes paragraph %s as Swedish does', (paragraph, words) => {
    expect(paragraphInWords(paragraph)).toBe(words);
  });
});
