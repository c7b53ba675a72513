import { describe, expect, it } from '@jest/globals';
import { interpretClauseRows } from './clause-csv.js';

const HEADER = ['Nummer', 'Rubrik', 'Text', 'Typ', 'Kritisk', 'Fokusområde', 'Verifiering'];
const row = (number: string, change: Partial<Record<number, string>> = {}): string[] =>
  [number, 'Genomförandeplan', 'Varje kund har en aktuell plan.', 'krav', 'ja', 'Dokumentation', 'Granskning'].map(
    (cell, index) => change[index] ?? cell,
  );
const faults = (rows: string[][], existing: string[] = []): string[] =>
  interpretClauseRows(rows, existing).errors.map(({ row: at, column, code }) => `${at}:${column ?? '-'}:${code}`);

describe('A file of clauses', () => {
  it('is read by its Swedish header, in any order, with a byte order mark', () => {
    const rows = [
      ['\uFEFFTyp', 'Nr.', 'Lydelse', 'KRITISK?'],
      ['Mervärde', 'm 1', ' En extra resurs. ', 'ja'],
      ['mål', '§12', 'Kunderna är trygga.', ''],
    ];
    expect(interpretClauseRows(rows)).toEqual({
      errors: [],
      clauses: [
        {
          row: 2,
          number: 'M1',
          heading: '',
          text: 'En extra resurs.',
          kind: 'tender-promise',
          critical: true,
          focusArea: null,
          verification: null,
        },
        {
          row: 3,
          number: '§ 12',
          heading: '',
          text: 'Kunderna är trygga.',
          kind: 'goal',
          critical: false,
          focusArea: null,
          verification: null,
        },
      ],
    });
  });

  it('is read without a header in the order of the columns, past empty rows', () => {
    const { clauses, errors } = interpretClauseRows([row('4.9'), ['', '', '', '', '', '', ''], row('4.10')]);
    expect(errors).toEqual([]);
    expect(clauses.map((clause) => [clause.row, clause.number])).toEqual([
      [1, '4.9'],
      [3, '4.10'],
    ]);
    expect(clauses[0]).toMatchObject({
      kind: 'requirement',
      critical: true,
      focusArea: 'Dokumentation',
      verification: 'Granskning',
    });
  });

  it.each([
    [['4.9', 'Text', 'Beskrivning', 'krav', 'ja', 'Område', 'Verifiering']],
    [['§ 12', 'Namn', 'Titel']],
    [['Punkt 3', 'Rubrik', 'Lydelse']],
  ])('is not robbed of a first clause that is written in a header’s words: %s', (first) => {
    const { clauses, errors } = interpretClauseRows([first, ['4.10', ...first.slice(1)]]);
    expect(errors).toEqual([]);
    expect(clauses.map(({ row: at, heading }) => [at, heading])).toEqual([
      [1, first[1]],
      [2, first[1]],
    ]);
  });

  it('tells a header by its first word, so that no clause is called “Nummer”', () => {
    expect(
      faults([
        ['Nummer', 'Innehåll'],
        ['4.9', 'Varje kund har en plan.'],
      ]),
    ).toEqual(['1:-:unknown-column', '1:text:missing-column']);
  });

  it.each<[string, string[][], string[]]>([
    ['a number twice, also in another way of writing', [row('§ 7'), row('7')], ['3:number:number-duplicate']],
    ['a missing number', [row('')], ['2:number:number-missing']],
    ['a number with other signs', [row('4,10')], ['2:number:number-invalid']],
    ['a number over 20 characters', [row('1'.repeat(21))], ['2:number:too-long']],
    ['a heading over 200 characters', [row('1', { 1: 'r'.repeat(201) })], ['2:heading:too-long']],
    ['a text over 5000 characters', [row('1', { 2: 't'.repeat(5001) })], ['2:text:too-long']],
    ['a row without heading and text', [row('1', { 1: '', 2: ' ' })], ['2:text:text-missing']],
    ['an unknown kind', [row('1', { 3: 'önskan' })], ['2:kind:kind-unknown']],
    ['a prototype word as kind', [row('1', { 3: 'constructor' })], ['2:kind:kind-unknown']],
    ['an unknown yes or no', [row('1', { 4: 'kanske' })], ['2:critical:critical-unknown']],
    ['a broken row', [row('1').slice(0, 3), row('2')], ['2:-:cell-count']],
    [
      'several faults in one row',
      [row('', { 3: '?', 4: '?' })],
      ['2:number:number-missing', '2:kind:kind-unknown', '2:critical:critical-unknown'],
    ],
  ])('points at %s', (_, rows, expected) => {
    expect(faults([HEADER, ...rows])).toEqual(expected);
  });

  it('takes texts just as long as they may be', () => {
    expect(faults([HEADER, row('1'.repeat(20), { 1: 'r'.repeat(200), 2: 't'.repeat(5000) })])).toEqual([]);
  });

  it('keeps the sound rows beside the broken ones', () => {
    const { clauses, errors } = interpretClauseRows([HEADER, row('1'), ['2', 'bara två'], row('3')]);
    expect(clauses.map((clause) => clause.number)).toEqual(['1', '3']);
    expect(errors).toEqual([
      { row: 3, column: null, code: 'cell-count', message: 'Raden har 2 kolumner; den ska ha 7.' },
    ]);
  });

  it('says in Swedish where a number stands already', () => {
    const { errors } = interpretClauseRows([HEADER, row('4.10'), row('4.10'), row('5')], ['§ 5']);
    expect(errors.map((error) => error.message)).toEqual([
      'Nummer 4.10 finns redan på rad 2.',
      'Nummer 5 finns redan i avtalet.',
    ]);
  });

  it.each<[string, string[][], string[]]>([
    ['nothing in it', [], ['1:-:empty']],
    ['a header only', [HEADER], ['1:-:empty']],
    [
      'a column that is not known',
      [
        ['Nummer', 'Text', 'Färg'],
        ['1', 'a', 'b'],
      ],
      ['1:-:unknown-column'],
    ],
    [
      'a column twice',
      [
        ['Nummer', 'Text', 'Lydelse'],
        ['1', 'a', 'b'],
      ],
      ['1:text:duplicate-column'],
    ],
    [
      'no column for the number',
      [
        ['Rubrik', 'Text'],
        ['a', 'b'],
      ],
      ['1:number:missing-column'],
    ],
    [
      'no column for the text',
      [
        ['Nummer', 'Typ'],
        ['1', 'krav'],
      ],
      ['1:text:missing-column'],
    ],
    ['one column only', [['4.9'], ['4.10']], ['1:-:cell-count']],
  ])('is refused with %s', (_, rows, expected) => {
    expect(faults(rows)).toEqual(expected);
    expect(interpretClauseRows(rows).clauses).toEqual([]);
  });

  it('may have 5 000 rows, quickly, and not one more', () => {
    const rows = [HEADER, ...Array.from({ length: 5000 }, (_, i) => row(`${Math.floor(i / 50) + 1}.${(i % 50) + 1}`))];
    const started = performance.now();
    const { clauses, errors } = interpretClauseRows(rows);
    expect(performance.now() - started).toBeLessThan(1000);
    expect([clauses.length, errors]).toEqual([5000, []]);
    expect(faults([...rows, row('999')])).toEqual(['1:-:too-many-rows']);
  });
});
