import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aQuestion, aTable } from './a-question.js';
import { parseAnswerCell } from './answer-cell.js';
import { answerFaults } from './answer-faults.js';
import { answerText } from './answer-text.js';
import type { AnswerValue, Question } from './question.js';

const days = aQuestion({ kind: 'number', unit: 'dagar' });
const share = aQuestion({ kind: 'share' });
const date = aQuestion({ kind: 'date' });
const choice = aQuestion({ kind: 'choice', options: ['Dagligen', 'Varje vecka'] });
const several = aQuestion({ kind: 'multiple-choice', options: ['Enkät', 'Samtal', 'Möte'] });
const text = aQuestion({ kind: 'text' });
const onNov20: AnswerValue = { kind: 'date', date: '2026-11-20' };

describe('A cell that was filled in offline', () => {
  it.each<[string, Question, AnswerValue]>([
    ['Ja', aQuestion(), { kind: 'yes-no', yes: true }],
    [' nej ', aQuestion(), { kind: 'yes-no', yes: false }],
    ['J', aQuestion(), { kind: 'yes-no', yes: true }],
    ['7 av 9', share, { kind: 'share', n: 7, of: 9 }],
    ['7/9', share, { kind: 'share', n: 7, of: 9 }],
    ['1 200 AV 1\u00a0500', share, { kind: 'share', n: 1200, of: 1500 }],
    ['1 234,5', days, { kind: 'number', number: 1234.5 }],
    ['1234.5', days, { kind: 'number', number: 1234.5 }],
    ['0.125', days, { kind: 'number', number: 0.125 }],
    ['12 dagar', days, { kind: 'number', number: 12 }],
    ['\u22123', days, { kind: 'number', number: -3 }],
    ['-0', days, { kind: 'number', number: 0 }],
    ['2026-11-20', date, onNov20],
    ['20.11.2026', date, onNov20],
    ['20 november 2026', date, onNov20],
    ['dagligen', choice, { kind: 'choice', option: 'Dagligen' }],
    ['möte; Enkät;', several, { kind: 'multiple-choice', options: ['Möte', 'Enkät'] }],
    ['Rad ett\r\nrad två', text, { kind: 'text', text: 'Rad ett\nrad två' }],
    [
      'Tillsvidare | 12 | 7/9 | 1.3.2020\n\nTim | | |',
      aTable(),
      {
        kind: 'table',
        rows: [
          { form: 'Tillsvidare', count: '12', trained: '7 av 9', since: '2020-03-01' },
          { form: 'Tim', count: '', trained: '', since: '' },
        ],
      },
    ],
  ])('%j is read', (cell, question, value) => {
    expect(parseAnswerCell(question, cell)).toEqual({ value });
  });

  it.each<[string, Question, string]>([
    ['', text, 'Cellen är tom'],
    ['kanske', aQuestion(), 'Skriv Ja eller Nej'],
    ['78 %', share, 'Skriv antalet av alla, till exempel 7 av 9'],
    ['10 av 9', share, '10 kan inte vara fler än 9'],
    ['tio', days, 'Skriv ett tal, till exempel 1 234,5'],
    ['1.234', days, 'Skriv ett tal, till exempel 1 234,5'],
    ['1 23', days, 'Skriv ett tal, till exempel 1 234,5'],
    ['1e3', days, 'Skriv ett tal, till exempel 1 234,5'],
    ['20/11/2026', date, 'Skriv datumet som 2026-11-20'],
    ['2026-02-30', date, 'Skriv datumet som 2026-11-20'],
    ['31 februari 2026', date, 'Skriv datumet som 2026-11-20'],
    ['5 foo 2026', date, 'Skriv datumet som 2026-11-20'],
    ['Aldrig', choice, 'Välj ett av: Dagligen; Varje vecka'],
    ['Enkät; x', several, '”x” är inget av: Enkät; Samtal; Möte'],
    ['Möte; möte', several, 'Samma alternativ är valt två gånger'],
    ['a | b', aTable(), 'Rad 1 har 2 fält, den ska ha 4: Anställningsform | Antal | Med utbildning | Sedan'],
    ['a | x | |', aTable(), 'Rad 1: Antal: skriv ett tal, till exempel 1 234,5'],
    [
      'a | x | 9 av 7 |',
      aTable(),
      'Rad 1: Antal: skriv ett tal, till exempel 1 234,5. Rad 1: Med utbildning: 9 kan inte vara fler än 7',
    ],
    ['Bifogas', aQuestion({ kind: 'file' }), 'Frågan besvaras med en fil, inte i mallen'],
  ])('%j is refused', (cell, question, fault) => {
    expect(parseAnswerCell(question, cell)).toEqual({ fault });
  });

  it('gives a value only where the value may be saved, whatever stands in it', () => {
    const cells = fc.oneof(fc.string(), fc.stringMatching(/^[\d av/.,;|-]{1,12}$/));
    fc.assert(
      fc.property(cells, (cell) => {
        for (const question of [aQuestion(), days, share, date, choice, several, text, aTable()]) {
          const parsed = parseAnswerCell(question, cell);
          if ('value' in parsed) expect(answerFaults(question, parsed.value)).toEqual([]);
          else expect(parsed.fault).not.toBe('');
        }
      }),
    );
  });
});

describe('An answer as a person reads it', () => {
  it.each<[string, Question, AnswerValue]>([
    ['Ja', aQuestion(), { kind: 'yes-no', yes: true }],
    ['12 dagar', days, { kind: 'number', number: 12 }],
    ['1\u00a0234,567 dagar', days, { kind: 'number', number: 1234.567 }],
    ['7 av 9', share, { kind: 'share', n: 7, of: 9 }],
    ['20 november 2026', date, onNov20],
    ['Enkät; Möte', several, { kind: 'multiple-choice', options: ['Enkät', 'Möte'] }],
    ['Tim | 35 |  | ', aTable(), { kind: 'table', rows: [{ form: 'Tim', count: '35' }] }],
  ])('%j', (expected, question, value) => {
    expect(answerText(question, value)).toBe(expected);
  });

  const cell = fc.stringMatching(/^[a-zåäö\d][a-zåäö ]{0,6}[a-zåäö\d]$/);
  const whole = fc.integer({ min: 0, max: 1_000_000 });
  const cases: fc.Arbitrary<[Question, AnswerValue]> = fc.oneof(
    fc.boolean().map((yes): [Question, AnswerValue] => [aQuestion(), { kind: 'yes-no', yes }]),
    fc
      .integer({ min: -1e9, max: 1e9 })
      .map((cents): [Question, AnswerValue] => [days, { kind: 'number', number: cents / 1000 + 0 }]),
    fc
      .tuple(whole, whole)
      .map(([a, b]): [Question, AnswerValue] => [share, { kind: 'share', n: Math.min(a, b), of: Math.max(a, b) }]),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((day): [Question, AnswerValue] => [date, { kind: 'date', date: day.toISOString().slice(0, 10) }]),
    fc.constantFrom(...choice.options).map((option): [Question, AnswerValue] => [choice, { kind: 'choice', option }]),
    fc
      .subarray([...several.options], { minLength: 1 })
      .map((options): [Question, AnswerValue] => [several, { kind: 'multiple-choice', options }]),
    cell.map((words): [Question, AnswerValue] => [text, { kind: 'text', text: words }]),
    fc
      .array(
        fc.record({
          form: cell,
          count: whole.map(String),
          trained: whole.map((n) => `${n} av ${n}`),
          since: fc.constant(''),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((rows): [Question, AnswerValue] => [aTable(), { kind: 'table', rows }]),
  );

  it('is read back as the same answer', () => {
    fc.assert(
      fc.property(cases, ([question, value]) => {
        expect(parseAnswerCell(question, answerText(question, value))).toEqual({ value });
      }),
    );
  });
});
