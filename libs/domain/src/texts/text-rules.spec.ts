import { describe, expect, it } from '@jest/globals';
import { aDeficiency, aFollowUp } from '../follow-ups/a-follow-up.js';
import type { FigureFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { citationNotes, textBlockers } from './text-rules.js';

const figure: FigureFacts = {
  id: 'plans',
  name: 'Aktuell plan',
  source: 'counted',
  value: null,
  k: 7,
  n: 9,
  population: 16,
  reportedAs: null,
};

function codesOf(text: string, changes: Partial<FollowUpFacts> = {}): string[] {
  const texts = [{ place: { kind: 'report-text', id: 'overview' }, heading: 'Översikt', text } as const];
  return textBlockers(aFollowUp({ texts, figures: [figure], ...changes })).map(({ code }) => code);
}

describe('the texts of a report (R12)', () => {
  it('is not dated before any of its evidence', () => {
    const evidence = [{ id: 'review', kind: 'document-review', date: '2024-12-19', title: 'Granskning' } as const];
    expect(textBlockers(aFollowUp({ reportDate: '2024-11-20', evidence }))).toEqual([
      {
        code: 'report-before-evidence',
        message: 'Rapporten är daterad 2024-11-20, före underlaget ”Granskning” från 2024-12-19',
        place: { kind: 'evidence', id: 'review' },
      },
    ]);
    expect(textBlockers(aFollowUp({ reportDate: '2024-12-19', evidence }))).toEqual([]);
  });

  it.each(['Version xxx', 'Enheten XXXX', 'Se […] nedan', 'Se [...] nedan', ['TO', 'DO skriv'].join('')])(
    'holds no placeholder: %s',
    (text) => expect(codesOf(text)).toEqual(['placeholder']),
  );

  it('has no empty heading', () => {
    const texts = [{ place: { kind: 'report-text', id: 'purpose' }, heading: ' ', text: 'Syftet.' } as const];
    expect(textBlockers(aFollowUp({ texts }))).toMatchObject([
      { code: 'heading-empty', place: { kind: 'report-text', id: 'purpose' } },
    ]);
  });

  it.each<[string, string[]]>([
    ['78 % har en aktuell plan', []],
    ['77,8 procent har en aktuell plan', []],
    ['50 % har en aktuell plan', ['percentage-without-figure']],
    ['Femtio procent har en plan', ['percentage-without-figure']],
    ['Utföraren skriver: ”50 % har en plan”.', []],
    ['Utföraren skriver: “50 % har en plan”. Men 40 % saknas.', ['percentage-without-figure']],
    ['Timpriset 450 kr höjs med 3 % per år.', []],
    ['Andelen steg med två procentenheter', []],
  ])('has no percentage without its figure: %s', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('quotes a reported percentage as reported (R4)', () => {
    const reported = {
      ...figure,
      source: 'reported',
      k: null,
      n: null,
      population: null,
      reportedAs: '34,73%',
    } as const;
    expect(codesOf('Korttidsfrånvaron är 34,73 %', { figures: [reported] })).toEqual([]);
    expect(codesOf('Korttidsfrånvaron är 35 %', { figures: [reported] })).toEqual(['percentage-without-figure']);
  });

  it.each<[string, string[]]>([
    ['7 av 9 akter har en plan', []],
    ['två av nio saknar plan', []],
    ['nio av 16 akter drogs', []],
    ['8 av 9 akter har en plan', ['number-disagrees']],
    ['sex av de nio akterna', ['number-disagrees']],
    ['3 av 4 medarbetare', []],
  ])('agrees with the data: %s', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('cites law that is valid on the day of the report or of what is judged, by its title', () => {
    expect(codesOf('Enligt socialtjänstlagen (2001:453).')).toEqual(['law-not-valid']);
    expect(codesOf('Enligt socialtjänstlagen (2001:453).', { judgedDates: ['2025-03-01'] })).toEqual([]);
    const wrong =
      'Enligt SOSFS 2011:9 ”Socialstyrelsens föreskrifter och allmänna råd om ledningssystem för kvalitet i vård”.';
    expect(codesOf(wrong)).toEqual(['law-wrong-title']);
  });

  it('reads findings and actions too, and points at them', () => {
    const facts = aFollowUp({ findings: [aDeficiency({ text: 'Se […]', legalGround: '6 § lagen (1990:1)' })] });
    expect(textBlockers(facts)).toMatchObject([{ code: 'placeholder', place: { kind: 'finding', id: 'deficiency' } }]);
  });
});

describe('the notes about law that nobody has checked', () => {
  const notesOf = (changes: Partial<FollowUpFacts>) => citationNotes(aFollowUp({ texts: [], ...changes }));

  it('name the law and the place it is cited at, once for each, and never stop anything', () => {
    const text = 'Lagen (2010:479) gäller. Enligt lagen (2010:479) och kommunallagen (2017:725) gäller det.';
    const place = { kind: 'report-text', id: 'background' } as const;
    const texts = [{ place, heading: null, text }];
    expect(notesOf({ texts })).toEqual([
      { code: 'law-unverified', message: 'Lagrummet 2010:479 är inte kontrollerat mot källan', place },
    ]);
    expect(textBlockers(aFollowUp({ texts }))).toEqual([]);
  });

  it('read the legal ground of a finding, and a law that the register does not hold', () => {
    const findings = [{ ...aDeficiency(), legalGround: '6 § lagen (1985:206) om viten' }];
    expect(notesOf({ findings })).toEqual([
      {
        code: 'law-unverified',
        message: 'Lagrummet 1985:206 är inte kontrollerat mot källan',
        place: { kind: 'finding', id: findings[0]?.id },
      },
    ]);
  });

  it('say nothing of law that has been checked', () => {
    const findings = [{ ...aDeficiency(), legalGround: '6 § lagen (1993:387) om stöd och service' }];
    expect(notesOf({ findings })).toEqual([]);
  });
});
