import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aQuestion, aTable } from './a-question.js';
import { answerFaults } from './answer-faults.js';
import { isAnswerValue, isBlankAnswer } from './answer-value.js';
import { type AnswerValue, type Question, QUESTION_LIMITS } from './question.js';

const days = aQuestion({ kind: 'number', unit: 'dagar', min: 0, max: 365.5 });
const openNumber = aQuestion({ kind: 'number' });
const share = aQuestion({ kind: 'share' });
const date = aQuestion({ kind: 'date' });
const choice = aQuestion({ kind: 'choice', options: ['Dagligen', 'Varje vecka'] });
const several = aQuestion({ kind: 'multiple-choice', options: ['Enkät', 'Samtal', 'Möte'] });
const text = aQuestion({ kind: 'text' });
const file = aQuestion({ kind: 'file' });
const row = { form: 'Tillsvidare', count: '1 234,5', trained: '7 av 9', since: '2026-11-20' };
const table = (...rows: Record<string, string>[]): AnswerValue => ({ kind: 'table', rows });

describe('An answer to a question', () => {
  it.each<[string, Question, AnswerValue]>([
    ['yes', aQuestion(), { kind: 'yes-no', yes: true }],
    ['no', aQuestion(), { kind: 'yes-no', yes: false }],
    ['a number on its lower bound', days, { kind: 'number', number: 0 }],
    ['a number on its upper bound', days, { kind: 'number', number: 365.5 }],
    ['the largest number', openNumber, { kind: 'number', number: QUESTION_LIMITS.amount }],
    ['the smallest number', openNumber, { kind: 'number', number: -QUESTION_LIMITS.amount }],
    ['all of all', share, { kind: 'share', n: 9, of: 9 }],
    ['none of none', share, { kind: 'share', n: 0, of: 0 }],
    ['the 29th of February in a leap year', date, { kind: 'date', date: '2028-02-29' }],
    ['the first day', date, { kind: 'date', date: '1900-01-01' }],
    ['the last day', date, { kind: 'date', date: '2100-12-31' }],
    ['an option', choice, { kind: 'choice', option: 'Dagligen' }],
    ['several options', several, { kind: 'multiple-choice', options: ['Möte', 'Enkät'] }],
    ['no option yet', several, { kind: 'multiple-choice', options: [] }],
    ['a text of several lines', text, { kind: 'text', text: 'Rad ett\nrad två 👩‍🦽' }],
    ['the longest text', text, { kind: 'text', text: 'x'.repeat(QUESTION_LIMITS.answerText) }],
    ['a full row', aTable(), table(row)],
    ['a row with empty cells', aTable(), table({ form: 'Timanställda', count: '' })],
    ['the empty value of a file question', file, { kind: 'text', text: '' }],
  ])('may be %s', (_case, question, value) => {
    expect(isAnswerValue(value)).toBe(true);
    expect(answerFaults(question, value)).toEqual([]);
  });

  it.each<[string, Question, AnswerValue, string]>([
    ['of another kind', share, { kind: 'number', number: 78 }, 'Svaret ska vara av slaget ”n av N”'],
    ['a number below its bound', days, { kind: 'number', number: -0.5 }, 'Ange minst 0 dagar'],
    ['a number above its bound', days, { kind: 'number', number: 366 }, 'Ange högst 365,5 dagar'],
    [
      'a number beyond all bounds',
      openNumber,
      { kind: 'number', number: 1e9 + 1 },
      'Ange högst 1\u00a0000\u00a0000\u00a0000',
    ],
    ['n larger than N (R4)', share, { kind: 'share', n: 10, of: 9 }, '10 kan inte vara fler än 9'],
    ['half a person', share, { kind: 'share', n: 1.5, of: 9 }, 'Ange hela tal, till exempel 7 av 9'],
    ['less than nobody', share, { kind: 'share', n: -1, of: 9 }, 'Ange hela tal, till exempel 7 av 9'],
    [
      'a day that does not exist',
      date,
      { kind: 'date', date: '2027-02-29' },
      'Ange ett datum som finns, 1900–2100, till exempel 2026-11-20',
    ],
    [
      'a day before 1900',
      date,
      { kind: 'date', date: '1899-12-31' },
      'Ange ett datum som finns, 1900–2100, till exempel 2026-11-20',
    ],
    ['an option that is not there', choice, { kind: 'choice', option: 'Aldrig' }, 'Välj ett av alternativen'],
    [
      'options of which one is not there',
      several,
      { kind: 'multiple-choice', options: ['Enkät', 'x'] },
      'Välj bland alternativen',
    ],
    [
      'the same option twice',
      several,
      { kind: 'multiple-choice', options: ['Möte', 'Möte'] },
      'Samma alternativ är valt två gånger',
    ],
    [
      'a text that is too long',
      text,
      { kind: 'text', text: 'x'.repeat(10_001) },
      'Svaret får ha högst 10\u00a0000 tecken',
    ],
    [
      'a text with a zero byte',
      text,
      { kind: 'text', text: 'a\u0000b' },
      'Svaret innehåller tecken som inte kan sparas',
    ],
    ['half a letter', text, { kind: 'text', text: '\ud800' }, 'Svaret innehåller tecken som inte kan sparas'],
    ['words in place of a file', file, { kind: 'text', text: 'Bifogas' }, 'Frågan besvaras med en fil'],
    ['a row of an unknown column', aTable(), table({ ...row, x: '1' }), 'Rad 1: okänd kolumn'],
    ['an empty row', aTable(), table(row, { form: ' ' }), 'Rad 2: raden är tom'],
    [
      'a cell that is no number',
      aTable(),
      table({ count: 'tio' }),
      'Rad 1: Antal: skriv ett tal, till exempel 1 234,5',
    ],
    [
      'a percentage for n of N (R4)',
      aTable(),
      table({ trained: '78 %' }),
      'Rad 1: Med utbildning: skriv till exempel 7 av 9',
    ],
    [
      'n larger than N in a cell',
      aTable(),
      table({ trained: '9 av 7' }),
      'Rad 1: Med utbildning: 9 kan inte vara fler än 7',
    ],
    ['a cell that is no date', aTable(), table({ since: '2026-02-30' }), 'Rad 1: Sedan: skriv datumet som 2026-11-20'],
    [
      'a cell in two lines',
      aTable(),
      table({ form: 'a\nb' }),
      'Rad 1: Anställningsform: skriv på en rad, utan tecknet |',
    ],
    [
      'a cell that is too long',
      aTable(),
      table({ form: 'x'.repeat(501) }),
      'Rad 1: Anställningsform: högst 500 tecken',
    ],
    ['too many rows', aTable(), table(...Array.from({ length: 101 }, () => row)), 'Tabellen får ha högst 100 rader'],
  ])('may not be %s', (_case, question, value, fault) => {
    expect(answerFaults(question, value)).toEqual([fault]);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [{ kind: 'text', text: '' }]],
    ['an unknown kind', { kind: 'percent', percent: 78 }],
    ['a kind that every object has', { kind: 'constructor' }],
    ['a number as text', { kind: 'number', number: '12' }],
    ['no number', { kind: 'number', number: Number.NaN }],
    ['an endless number', { kind: 'share', n: 1, of: Number.POSITIVE_INFINITY }],
    ['a missing part', { kind: 'share', n: 7 }],
    ['one part more', { kind: 'yes-no', yes: true, comment: 'x' }],
    ['cells that are no text', { kind: 'table', rows: [{ count: 12 }] }],
    ['rows that are no rows', { kind: 'table', rows: ['x'] }],
    ['options that are no text', { kind: 'multiple-choice', options: [1] }],
  ])('is none when it is %s', (_case, value) => {
    expect(isAnswerValue(value)).toBe(false);
    expect(answerFaults(text, value as AnswerValue)).toEqual(['Svaret har fel form']);
  });

  it('of any shape from JSON is judged without an exception, for every kind of question', () => {
    const questions = [aQuestion(), days, share, date, choice, several, text, aTable(), file];
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const question of questions)
          expect(Array.isArray(answerFaults(question, value as AnswerValue))).toBe(true);
      }),
    );
  });

  it('of n of N is right exactly when both are whole and n is from 0 to N (R4)', () => {
    const count = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double({ min: -5, max: 20, noNaN: true }));
    fc.assert(
      fc.property(count, count, (n, of) => {
        const right = Number.isInteger(n) && Number.isInteger(of) && n >= 0 && n <= of;
        expect(answerFaults(share, { kind: 'share', n, of }).length === 0).toBe(right);
      }),
    );
  });

  it('says nothing when it is blank', () => {
    expect(isBlankAnswer({ kind: 'text', text: ' \n' })).toBe(true);
    expect(isBlankAnswer({ kind: 'multiple-choice', options: [] })).toBe(true);
    expect(isBlankAnswer(table())).toBe(true);
    expect(isBlankAnswer({ kind: 'yes-no', yes: false })).toBe(false);
    expect(isBlankAnswer({ kind: 'number', number: 0 })).toBe(false);
  });
});
