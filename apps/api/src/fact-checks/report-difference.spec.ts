import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDraft, aDraftClause, aDraftFinding } from '../../test/a-draft.js';
import { draftSections, sectionAt, sectionText } from './draft-sections.js';
import { reportDifference, wordDifference } from './report-difference.js';

describe('The parts of a draft', () => {
  it('are the named parts that say something, and each clause with what was found of it', () => {
    const sections = draftSections(aDraft());
    expect(sections.map(({ place, heading }) => [place.id, heading])).toEqual([
      ['facts', 'Uppgifter om uppföljningen'],
      ['background', 'Bakgrund'],
      ['clause-15', '§\u00a015 Genomförandeplan'],
      ['clause-16', '§\u00a016 Bemanning'],
    ]);
    expect(sections[2]?.parts).toEqual([
      { kind: 'quote', text: 'Alla kunder ska ha en aktuell plan.' },
      { kind: 'verdict', verdict: 'partly-met', text: 'Delvis uppfylld' },
      { kind: 'text', text: 'Sju av nio planer är aktuella.' },
      { kind: 'list', items: ['Brist: Planer saknas. Två planer saknas. Underlag: Granskning.'] },
    ]);
  });

  it('show a finding of several clauses once, and one of no clause by itself', () => {
    const findings = [
      aDraftFinding({ clauseNumbers: ['15', '16'] }),
      aDraftFinding({ id: 'f2', title: 'Rutin saknas', clauseNumbers: [], severity: 'serious' }),
    ];
    const sections = draftSections(aDraft({ findings }));
    expect(sections[3]?.parts.at(-1)).toEqual({ kind: 'text', text: 'Se även ”Planer saknas” ovan.' });
    const loose = sectionAt(sections, { kind: 'section', id: 'findings' });
    expect(loose && sectionText(loose)).toContain('Brist, allvarlig: Rutin saknas.');
  });

  it('hold a reported figure in the provider’s own words (R4)', () => {
    const figure = {
      name: 'Sjukfrånvaro',
      period: '2025',
      display: 'cirka 5 %',
      source: 'reported',
      note: null,
    } as const;
    const sections = draftSections(aDraft({ figures: [figure] }));
    const overview = sectionAt(sections, { kind: 'section', id: 'overview' });
    expect(overview && sectionText(overview)).toBe('Sjukfrånvaro, 2025: ”cirka 5 %”, uppgift från utföraren');
  });

  it('do not know a place that the draft does not have', () => {
    const sections = draftSections(aDraft());
    expect(sectionAt(sections, { kind: 'clause', id: 'clause-99' })).toBeUndefined();
    expect(sectionAt(sections, { kind: 'section', id: 'clause-15' })).toBeUndefined();
    expect(sectionAt(sections, { kind: 'section', id: 'purpose' })).toBeUndefined();
  });

  it('never hold the judgement of the whole (R21)', () => {
    expect(JSON.stringify(draftSections(aDraft()))).not.toMatch(/godkänd/i);
  });
});

describe('The difference since the sent draft', () => {
  it('is empty where nothing has changed', () => {
    expect(reportDifference(aDraft(), aDraft())).toEqual([]);
  });

  it('tells word by word what was taken away and added, at its place', () => {
    const [fifteen, sixteen] = aDraft().clauses;
    const now = aDraft({
      clauses: [
        aDraftClause('15', { assessmentText: 'Åtta av nio planer är aktuella.' }),
        ...(sixteen ? [sixteen] : []),
      ],
    });
    const [difference, ...more] = reportDifference(aDraft(), now);
    expect(more).toEqual([]);
    expect([difference?.place, difference?.heading]).toEqual([
      { kind: 'clause', id: fifteen?.id },
      '§\u00a015 Genomförandeplan',
    ]);
    expect(difference?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { text: 'Sju', kind: 'removed' },
      { text: 'Åtta', kind: 'added' },
    ]);
  });

  it('shows a part that is new, and one that is gone where it stood', () => {
    const now = aDraft({ background: '', purpose: 'Att se efter.', clauses: [aDraftClause('16')] });
    const differences = reportDifference(aDraft(), now);
    expect(differences.map(({ place, before, after }) => [place.id, before === '', after === ''])).toEqual([
      ['background', false, true],
      ['clause-15', false, true],
      ['purpose', true, false],
      ['clause-16', false, false],
      ['findings', true, false],
    ]);
  });

  it('shows a clause that was renamed', () => {
    const now = aDraft({ clauses: [aDraftClause('15', { heading: 'Planer' }), ...aDraft().clauses.slice(1)] });
    expect(reportDifference(aDraft(), now)[0]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { text: 'Genomförandeplan', kind: 'removed' },
      { text: 'Planer', kind: 'added' },
    ]);
  });

  it('always adds up to both texts', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'kunder', 'har', '\n', '7 av 9', '%'))
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = wordDifference(before, after);
        const side = (gone: 'added' | 'removed') =>
          parts.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('of two long texts that have nothing in common is told at once', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => word + index).join(' ');
    const parts = wordDifference(many('a'), many('b'));
    expect(parts.map(({ kind }) => kind)).toContain('added');
  });
});
