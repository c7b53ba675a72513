import { describe, expect, it } from '@jest/globals';
import { sampleClauses } from '../test/sample-clauses.js';
import { sampleReport } from '../test/sample-report.js';
import type { Block, HeadingBlock, TableBlock } from './document-model.js';
import type { ReportData } from './report-data.js';
import { reportDocument } from './report-document.js';

function blocks(changes: Partial<ReportData> = {}): Block[] {
  return reportDocument(sampleReport(changes)).blocks;
}

function headings(all: readonly Block[]): HeadingBlock[] {
  return all.filter((block) => block.kind === 'heading');
}

function table(caption: string, changes: Partial<ReportData> = {}): TableBlock {
  const found = blocks(changes).find((block) => block.kind === 'table' && block.caption === caption);
  if (found?.kind !== 'table') throw new Error(`No table "${caption}"`);
  return found;
}

const words = (block: Block): string => JSON.stringify(block);

describe('the document of a report', () => {
  it('leaves out every part that has no content, with its heading', () => {
    const bare = blocks({
      background: '',
      purpose: ' ',
      focusAreas: [],
      overview: '',
      figures: [],
      samples: [],
      clauses: [],
      findings: [],
      actions: [],
      recheckDue: null,
      citations: [],
      chain: [],
    });

    expect(headings(bare).map(({ text }) => text)).toEqual([
      'Björkens assistans, personlig assistans',
      'Underlag',
      'Samlad bedömning',
    ]);
  });

  it('never has two headings of the same or a higher level with nothing between, nor skips a level', () => {
    const all = blocks({ clauses: [...sampleReport().clauses, ...sampleClauses(3)] });
    all.forEach((block, index) => {
      const next = all[index + 1];
      if (block.kind !== 'heading') return;
      expect(next).toBeDefined();
      if (next?.kind === 'heading') expect(next.level).toBeGreaterThan(block.level);
    });
    headings(all).reduce((before, { level }) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  it('shows a reported figure in the words of the provider and says that it is theirs (R4)', () => {
    const rows = table('Uppgifter om verksamheten').rows.map((row) => row.map(({ paragraphs }) => paragraphs.flat()));
    const sickLeave = rows.find(([name]) => name?.[0]?.text === 'Korttidsfrånvaro');

    expect(sickLeave?.[2]?.[0]?.text).toBe('”34,73%”');
    expect(sickLeave?.[3]?.map(({ text }) => text)).toEqual(['Uppgift från utföraren', 'Underlag saknas']);
  });

  it('never puts a reported figure among those worth seeing first (R4)', () => {
    const facts = blocks().find((block) => block.kind === 'facts');

    expect(facts).toEqual({
      kind: 'facts',
      items: [
        { value: '7 av 9', label: 'Det finns en aktuell genomförandeplan' },
        { value: '16 personer', label: 'Kunder från kommunen, 2026' },
        { value: '10 av 10', label: 'Medarbetare introducerade enligt rutin, 2026' },
      ],
    });
  });

  it('gives k of n with its interval for a random sample, and none for a census (R5)', () => {
    const caption = 'Resultat av granskningen: Genomförandeplaner';
    const [sample] = sampleReport().samples;
    if (!sample) throw new Error('The sample report has a sample');
    const census = {
      ...sample,
      method: 'census' as const,
      results: sample.results.map((r) => ({ ...r, interval: null })),
    };

    expect(table(caption).rows[0]?.map(({ paragraphs }) => paragraphs[0]?.[0]?.text)).toEqual([
      'Det finns en aktuell genomförandeplan',
      '7 av 9',
      '9–14 av 16',
    ]);
    expect(table(caption, { samples: [census] }).columns.map(({ title }) => title)).toEqual(['Fråga', 'Ja']);
    expect(
      words(
        blocks({ samples: [census] }).find((block) => words(block).includes('Samtliga 16')) ?? { kind: 'page-break' },
      ),
    ).toContain('Samtliga 16 akter har granskats.');
  });

  it('lists what was done in the order of its dates', () => {
    expect(table('Vad som har gjorts, i datumordning').rows.map(([date]) => date?.paragraphs[0]?.[0]?.text)).toEqual([
      '2026-11-06',
      '2026-11-20',
      '2026-11-24',
    ]);
  });

  it('writes the text of clauses that were judged together once, and points to it from the other', () => {
    const all = blocks().map(words).join('\n');

    expect(all).toContain('Bedömd tillsammans med §\u00a018.');
    expect(all).toContain('Bedömd tillsammans med §\u00a017, se där.');
    expect(all.split('Avvikelser rapporteras, utreds').length).toBe(2);
  });

  it('writes each finding once, also where it is tied to several clauses or to none', () => {
    const all = blocks().map(words).join('\n');

    sampleReport().findings.forEach(({ title }) => expect(all.split(`: ${title}.`).length).toBe(2));
  });

  it('says in the box on top how many actions follow and when the re-check is due (R2)', () => {
    expect(blocks().find((block) => block.kind === 'outcome')).toEqual({
      kind: 'outcome',
      mark: { sign: 'not-met', word: 'Inte godkänd' },
      text: '2\u00a0krav och 1\u00a0rekommendation. Återkontroll senast 11\u00a0mars 2027.',
    });
  });

  it('names people by role only where the data has no names (R17)', () => {
    const nameless = sampleReport();
    const data = {
      drawnUpBy: { name: null, title: 'Verksamhetsutvecklare' },
      approvedBy: { name: null, title: 'Enhetschef' },
      basis: nameless.basis.map((evidence) => ({
        ...evidence,
        participants: evidence.participants.map((person) => ({ ...person, name: null })),
      })),
    };
    const all = blocks({ variant: 'public', ...data })
      .map(words)
      .join('\n');

    expect(all).toContain('Från kommunen: verksamhetsutvecklare och avtalscontroller.');
    expect(all).not.toMatch(/Sandell|Brandt|Carlmark|Åberg/);
  });

  it('writes no organisation number where there is none to publish', () => {
    expect(
      blocks({ provider: { name: 'Eva Lind', organisationNumber: null } })
        .map(words)
        .join(),
    ).toContain('"Eva Lind"');
  });
});
