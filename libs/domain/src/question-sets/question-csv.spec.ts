import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FINDING_KINDS, SEVERITIES } from '../findings/finding.js';
import { aQuestion, aTable } from './a-question.js';
import { parseQuestions } from './parse-questions.js';
import { ANSWER_KINDS, COLUMN_KINDS, type FindingRule, type Question, type QuestionCondition } from './question.js';
import { QUESTION_CSV_COLUMNS, questionsFromRows, questionsToRows } from './question-csv.js';
import { namedAnswers, questionSetFaults } from './question-set-faults.js';

const HEADER = ['Nummer', 'Fråga', 'Svarstyp'];
const messages = (rows: string[][]) => questionsFromRows(rows).faults.map(({ row, message }) => `${row}: ${message}`);

describe('A file of questions', () => {
  it('has a row for each question, in Swedish', () => {
    const question = aTable({
      guidance: 'Räkna alla; även vikarier.',
      min: -1,
      max: 1234.5,
      condition: { questionId: 'q1', equals: 'Nej' },
      finding: { answers: ['Nej', 'Ja'], kind: 'deficiency', severity: 'serious', title: 'Rubrik' },
    });
    const rows = questionsToRows([aQuestion(), { ...question, id: 'q2', number: '1.2' }]);
    expect(rows[0]).toEqual([...QUESTION_CSV_COLUMNS]);
    expect(rows[2]).toEqual([
      'q2',
      '1.2',
      'Ledning',
      'Finns skriftliga rutiner?',
      'Räkna alla; även vikarier.',
      '',
      '',
      'Tabell',
      'Ja',
      '',
      '\u22121',
      '1\u00a0234,5',
      '',
      'form = Anställningsform (Text) | count = Antal (Antal) | trained = Med utbildning (n av N) | since = Sedan (Datum)',
      '1.1',
      'Nej',
      'Nej | Ja',
      'Brist',
      'Allvarlig',
      'Rubrik',
    ]);
  });

  it('is read with only the columns that a person fills in, past empty rows', () => {
    const rows = [
      ['\uFEFFNummer', 'Svarstyp', 'Fråga', 'Kolumner', 'Villkor fråga', 'Villkor svar'],
      ['2.4', 'ja eller nej', 'Finns rutiner?', '', '', ''],
      ['', '', '', '', '', ''],
      ['2.4b', 'tabell', 'Vilka saknas?', 'Rutin | Klar (datum) | Antal (inte alla)', '2.4', 'Nej'],
    ];
    expect(questionsFromRows(rows)).toEqual({
      faults: [],
      questions: [
        aQuestion({ id: 'fraga-2-4', number: '2.4', section: '', text: 'Finns rutiner?', required: false }),
        aQuestion({
          id: 'fraga-2-4b',
          number: '2.4b',
          section: '',
          text: 'Vilka saknas?',
          required: false,
          kind: 'table',
          columns: [
            { id: 'k1', text: 'Rutin', kind: 'text' },
            { id: 'k2', text: 'Klar', kind: 'date' },
            { id: 'k3', text: 'Antal (inte alla)', kind: 'text' },
          ],
          condition: { questionId: 'fraga-2-4', equals: 'Nej' },
        }),
      ],
    });
  });

  it.each<[string, string[][], string[]]>([
    ['is empty', [], ['1: Kolumnen Nummer saknas', '1: Kolumnen Fråga saknas', '1: Kolumnen Svarstyp saknas']],
    ['has a header only', [HEADER], ['1: Frågebatteriet saknar frågor']],
    ['has an unknown column', [[...HEADER, 'Vikt']], ['1: Kolumnen ”Vikt” känns inte igen']],
    ['has a column twice', [[...HEADER, 'Fråga']], ['1: Fråga finns två gånger']],
    [
      'has too many rows',
      [HEADER, ...Array.from({ length: 201 }, (_, at) => [`${at}`, 'x', 'Text'])],
      ['1: Filen får ha högst 200 frågor, den har 201'],
    ],
    [
      'asks for a percentage (R4)',
      [HEADER, ['1', 'Hur många procent?', 'Procent']],
      ['2: Svarstyp ska vara en av: Ja eller nej, Antal, n av N, Datum, Ett val, Flera val, Text, Tabell, Fil'],
    ],
    [
      'has the same number twice',
      [HEADER, ['1', 'x', 'Text'], ['1', 'y', 'Text']],
      ['3: Id fraga-1 finns två gånger', '3: Nummer 1 finns två gånger'],
    ],
    ['has a question without text', [HEADER, ['1', '', 'Text']], ['2: Frågans text saknas']],
    [
      'has cells that cannot be read',
      [
        [...HEADER, 'Obligatorisk', 'Min', 'Villkor svar', 'Allvar'],
        ['1', 'x', 'Antal', 'kanske', 'tio', 'Ja', 'Mindre'],
      ],
      [
        '2: Obligatorisk ska vara Ja eller Nej',
        '2: Min ska vara ett tal',
        '2: Villkor svar finns, men Villkor fråga saknas',
        '2: Iakttagelse saknas',
      ],
    ],
    [
      'has a condition on an unknown number',
      [
        [...HEADER, 'Villkor fråga', 'Villkor svar'],
        ['1', 'x', 'Text', '9.9', 'Ja'],
      ],
      ['2: Villkoret pekar på en fråga som inte finns'],
    ],
  ])('is refused with its rows when it %s', (_case, rows, faults) => {
    expect(messages(rows)).toEqual(faults);
  });

  it('of any cells is read without an exception', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('Ja', 'Tabell', 'a = b (Antal)', '1', '-', 'Brist', '|'));
    const width = QUESTION_CSV_COLUMNS.length;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }), (rows) => {
        const { questions, faults } = questionsFromRows([[...QUESTION_CSV_COLUMNS], ...rows]);
        if (faults.length === 0) expect(questionSetFaults(questions)).toEqual([]);
        else expect(faults.every(({ row, message }) => row >= 1 && message !== '')).toBe(true);
      }),
    );
  });
});

const words = fc.stringMatching(/^[a-zåäöA-Z\d"=(),.?!-][a-zåäöA-Z\d "=(),.?!-]{0,14}[a-zåäöA-Z\d"=(),.?!-]$/);
const maybe = fc.oneof(fc.constant(''), words);
const lines = fc.array(words, { maxLength: 3 }).map((parts) => parts.join('\n'));
const names = fc.uniqueArray(words, { minLength: 2, maxLength: 4, selector: (name) => name.toLocaleLowerCase('sv') });
const columns = names.chain((texts) =>
  fc
    .tuple(...texts.map(() => fc.constantFrom(...COLUMN_KINDS)))
    .map((kinds) => texts.map((text, at) => ({ id: `c${at}`, text, kind: kinds[at] ?? 'text' }))),
);
const bounds = fc
  .tuple(fc.option(fc.integer({ min: -1e9, max: 1e9 })), fc.option(fc.integer({ min: -1e9, max: 1e9 })))
  .map(([a, b]): [number | null, number | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
  .map(([min, max]) => ({ min: min === null ? null : min / 1000 + 0, max: max === null ? null : max / 1000 + 0 }));
const draft = fc
  .record({
    section: fc.constant('Avsnitt'),
    text: words,
    guidance: lines,
    legalGround: maybe,
    clauseNumber: maybe,
    kind: fc.constantFrom(...ANSWER_KINDS),
    required: fc.boolean(),
    unit: maybe,
    options: names,
    columns,
    bounds,
    title: words,
    seed: fc.nat(),
  })
  .map(({ bounds: { min, max }, ...rest }) => ({ ...rest, min, max }));

/** Valid sets of questions of all kinds, with conditions on earlier ones and finding rules. */
const sets = fc.array(draft, { minLength: 1, maxLength: 8 }).map((drafts) => {
  const questions: Question[] = [];
  for (const [at, { seed, title, options, columns: all, ...rest }] of drafts.entries()) {
    const hasOptions = rest.kind === 'choice' || rest.kind === 'multiple-choice';
    const question = aQuestion({
      ...rest,
      id: `id-${at}`,
      number: `${at}.${seed % 10}`,
      options: hasOptions ? options : [],
      columns: rest.kind === 'table' ? all : [],
    });
    questions.push({ ...question, condition: conditionOn(questions, seed), finding: ruleFor(question, title, seed) });
  }
  return questions;
});

function conditionOn(earlier: readonly Question[], seed: number): QuestionCondition | null {
  const targets = earlier.filter(({ kind }) => kind === 'yes-no' || kind === 'choice');
  const target = targets[seed % (targets.length + 1)];
  if (!target) return null;
  const possible = namedAnswers(target);
  return { questionId: target.id, equals: possible[seed % possible.length] ?? '' };
}

function ruleFor(question: Question, title: string, seed: number): FindingRule | null {
  const possible = namedAnswers(question);
  if (seed % 2 === 0 || (possible.length === 0 && question.kind !== 'share')) return null;
  const kind = FINDING_KINDS[seed % FINDING_KINDS.length] ?? 'strength';
  const severity = kind === 'deficiency' ? (SEVERITIES[seed % 2] ?? 'minor') : null;
  return { answers: possible.slice(0, 1 + (seed % 2)), kind, severity, title };
}

describe('A set that is exported and read again', () => {
  it('is the same set, as a file of rows and as JSON', () => {
    fc.assert(
      fc.property(sets, (questions) => {
        expect(questionSetFaults(questions)).toEqual([]);
        expect(questionsFromRows(questionsToRows(questions))).toEqual({ questions, faults: [] });
        expect(parseQuestions(JSON.parse(JSON.stringify(questions)))).toEqual({ questions, faults: [] });
      }),
    );
  });
});
