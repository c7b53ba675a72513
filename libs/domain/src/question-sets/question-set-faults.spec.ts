import { describe, expect, it } from '@jest/globals';
import { aQuestion, aTable } from './a-question.js';
import { parseQuestions } from './parse-questions.js';
import { type Question, QUESTION_LIMITS } from './question.js';
import { questionSetFaults } from './question-set-faults.js';

const first = aQuestion();
const second = (changes: Partial<Question>) => aQuestion({ id: 'q2', number: '1.2', ...changes });
const choice = (options: string[], changes: Partial<Question> = {}) => second({ kind: 'choice', options, ...changes });
const finding = { answers: ['Nej'], kind: 'deficiency', severity: 'minor', title: 'Rutiner saknas' } as const;
const shown = (questions: Question[]) =>
  questionSetFaults(questions).map(({ questionId, field, message }) => `${questionId}.${field}: ${message}`);

describe('A set of questions', () => {
  it.each<[string, Question[]]>([
    ['one question', [first]],
    ['a condition on an earlier yes or no', [first, second({ condition: { questionId: 'q1', equals: 'Nej' } })]],
    [
      'a condition on an earlier choice',
      [choice(['a', 'b']), aQuestion({ condition: { questionId: 'q2', equals: 'b' } })],
    ],
    ['a table', [aTable()]],
    ['bounds that are one number', [aQuestion({ kind: 'number', min: 3, max: 3 })]],
    ['a finding on an answer', [aQuestion({ finding })]],
    ['a finding on a share', [aQuestion({ kind: 'share', finding: { ...finding, answers: [] } })]],
    [
      'a strength',
      [aQuestion({ finding: { answers: ['Ja'], kind: 'strength', severity: null, title: 'Rutiner finns' } })],
    ],
    [
      'a finding on options',
      [choice(['a', 'b'], { kind: 'multiple-choice', finding: { ...finding, answers: ['a', 'b'] } })],
    ],
    ['the longest set', Array.from({ length: 200 }, (_, at) => aQuestion({ id: `q${at}`, number: `${at}` }))],
  ])('may hold %s', (_case, questions) => {
    expect(shown(questions)).toEqual([]);
  });

  it.each<[string, Question[], string]>([
    ['is empty', [], '.questions: Frågebatteriet saknar frågor'],
    [
      'has too many questions',
      Array.from({ length: 201 }, (_, at) => aQuestion({ id: `q${at}`, number: `${at}` })),
      '.questions: Frågebatteriet får ha högst 200 frågor',
    ],
    ['has an id twice', [first, second({ id: 'q1' })], 'q1.id: Id q1 finns två gånger'],
    [
      'has an id of other signs',
      [aQuestion({ id: '__proto__' })],
      '__proto__.id: Frågans id ska ha 1–64 bokstäver (a–z), siffror, bindestreck eller _',
    ],
    ['has a number twice', [first, second({ number: ' 1.1' })], 'q2.number: Nummer  1.1 finns två gånger'],
    ['lacks a number', [aQuestion({ number: ' ' })], 'q1.number: Numret saknas'],
    ['has a number that is too long', [aQuestion({ number: '1.2.3.4.5.6.7' })], 'q1.number: Högst 12 tecken'],
    ['lacks a text', [aQuestion({ text: '\n' })], 'q1.text: Frågans text saknas'],
    ['has a text that is too long', [aQuestion({ text: 'x'.repeat(601) })], 'q1.text: Högst 600 tecken'],
    [
      'has guidance that cannot be stored',
      [aQuestion({ guidance: 'a\u0000' })],
      'q1.guidance: Texten innehåller tecken som inte kan sparas',
    ],
    ['has a unit in two lines', [aQuestion({ kind: 'number', unit: 'dagar\nper år' })], 'q1.unit: Skriv på en rad'],
    [
      'parts a section',
      [first, second({ section: 'Personal' }), aQuestion({ id: 'q3', number: '3' })],
      'q3.section: Avsnittet ”Ledning” är delat. Flytta ihop dess frågor',
    ],
    ['has a choice of one', [choice(['a'])], 'q2.options: Ange minst två alternativ'],
    ['has the same option twice', [choice(['Ja', 'Nej', 'JA'])], 'q2.options: Alternativ ”JA” finns två gånger'],
    ['has an empty option', [choice(['a', 'b', ''])], 'q2.options: Alternativ 3 saknar text'],
    [
      'has an option with a separator',
      [choice(['a; b', 'c'])],
      'q2.options: Alternativ 1: skriv på en rad, utan tecknen | och ;',
    ],
    [
      'has an option with space around',
      [choice(['a ', 'c'])],
      'q2.options: Alternativ 1 börjar eller slutar med mellanslag',
    ],
    [
      'has an option that is too long',
      [choice(['x'.repeat(201), 'c'])],
      'q2.options: Alternativ 1 får ha högst 200 tecken',
    ],
    [
      'has too many options',
      [choice(Array.from({ length: 31 }, (_, at) => `val ${at}`))],
      'q2.options: Högst 30 alternativ',
    ],
    ['has a table without columns', [aTable({ columns: [] })], 'q1.columns: Tabellen saknar kolumner'],
    [
      'has two columns of one id',
      [
        aTable({
          columns: [
            { id: 'a', text: 'A', kind: 'text' },
            { id: 'a', text: 'B', kind: 'text' },
          ],
        }),
      ],
      'q1.columns: Två kolumner har samma id',
    ],
    [
      'has a column of another id',
      [aTable({ columns: [{ id: 'å', text: 'A', kind: 'text' }] })],
      'q1.columns: En kolumns id har otillåtna tecken',
    ],
    [
      'has a column without text',
      [aTable({ columns: [{ id: 'a', text: '', kind: 'text' }] })],
      'q1.columns: Kolumn 1 saknar text',
    ],
    [
      'has bounds the wrong way round',
      [aQuestion({ kind: 'number', min: 2, max: 1 })],
      'q1.min: Minsta värdet är större än det största',
    ],
    [
      'has a bound beyond all answers',
      [aQuestion({ kind: 'number', max: 1e10 })],
      'q1.max: Ange ett tal inom ±1\u00a0000\u00a0000\u00a0000',
    ],
    [
      'has a condition on itself',
      [aQuestion({ condition: { questionId: 'q1', equals: 'Ja' } })],
      'q1.condition: Villkoret pekar på frågan själv',
    ],
    [
      'has a condition on a later question',
      [aQuestion({ condition: { questionId: 'q2', equals: 'Ja' } }), second({})],
      'q1.condition: Villkoret pekar på en senare fråga',
    ],
    [
      'has a condition on nothing',
      [aQuestion({ condition: { questionId: 'x', equals: 'Ja' } })],
      'q1.condition: Villkoret pekar på en fråga som inte finns',
    ],
    [
      'has a condition on a text',
      [second({ kind: 'text' }), aQuestion({ condition: { questionId: 'q2', equals: 'Ja' } })],
      'q1.condition: Fråga 1.2 besvaras varken med ja eller nej eller med ett val',
    ],
    [
      'has a condition on an answer that cannot be',
      [first, second({ condition: { questionId: 'q1', equals: 'nej' } })],
      'q2.condition: Fråga 1.1 kan inte besvaras med ”nej”',
    ],
    [
      'has a deficiency without severity',
      [aQuestion({ finding: { ...finding, severity: null } })],
      'q1.finding: Bristen saknar allvarlighetsgrad',
    ],
    [
      'has a strength with severity',
      [aQuestion({ finding: { ...finding, kind: 'strength' } })],
      'q1.finding: Bara en brist har allvarlighetsgrad',
    ],
    [
      'has a finding with a title in two lines',
      [aQuestion({ finding: { ...finding, title: 'a\nb' } })],
      'q1.finding: Skriv rubriken på en rad',
    ],
    [
      'has a finding without title',
      [aQuestion({ finding: { ...finding, title: '' } })],
      'q1.finding: Iakttagelsens rubrik saknas',
    ],
    [
      'has a finding without answers',
      [aQuestion({ finding: { ...finding, answers: [] } })],
      'q1.finding: Ange vilka svar som ger iakttagelsen',
    ],
    [
      'has a finding on an answer that cannot be',
      [aQuestion({ finding: { ...finding, answers: ['Kanske'] } })],
      'q1.finding: Iakttagelsen hänger på ett svar som frågan inte kan få',
    ],
    [
      'has a finding on the same answer twice',
      [aQuestion({ finding: { ...finding, answers: ['Nej', 'Nej'] } })],
      'q1.finding: Samma svar står två gånger',
    ],
    [
      'has a finding on a text',
      [aQuestion({ kind: 'text', finding })],
      'q1.finding: Bara ja eller nej, val och n av N kan ge en iakttagelse',
    ],
    [
      'has a finding on answers of a share',
      [aQuestion({ kind: 'share', finding })],
      'q1.finding: En andel ger iakttagelsen när inte alla uppfyller den, inga svar anges',
    ],
  ])('is refused when it %s', (_case, questions, fault) => {
    expect(shown(questions)).toEqual([fault]);
  });
});

describe('Questions read from JSON', () => {
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const change = (changes: Record<string, unknown>) => parseQuestions(asJson([{ ...aTable(), ...changes }])).faults;

  it('are the questions that were written', () => {
    const questions = [
      first,
      choice(['a', 'b'], { finding: { ...finding, answers: ['a'] } }),
      aTable({ id: 't', number: '3' }),
    ];
    expect(parseQuestions(asJson(questions))).toEqual({ questions, faults: [] });
  });

  it('of the right form have the faults of a set', () => {
    expect(parseQuestions([])).toEqual({ questions: [], faults: questionSetFaults([]) });
    expect(parseQuestions(asJson([first, first])).faults).toEqual(questionSetFaults([first, first]));
  });

  it.each<[string, unknown, string]>([
    ['no list', { questions: [first] }, 'Filen ska innehålla en lista med frågor'],
    ['nothing', null, 'Filen ska innehålla en lista med frågor'],
    ['an entry that is no question', ['x'], 'Fråga 1 i listan är ingen fråga'],
    ['too many', Array.from({ length: QUESTION_LIMITS.questions + 1 }, () => first), 'Filen får ha högst 200 frågor'],
  ])('are refused when there is %s', (_case, value, message) => {
    expect(parseQuestions(value)).toEqual({ questions: [], faults: [{ questionId: '', field: 'questions', message }] });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ percent: true }, 'okänd egenskap ”percent”'],
    [{ kind: 'percent' }, 'kind har fel form'],
    [{ required: 'ja' }, 'required har fel form'],
    [{ min: '1' }, 'min har fel form'],
    [{ text: null }, 'text har fel form'],
    [{ options: 'a' }, 'options har fel form'],
    [{ columns: [{ id: 'a', text: 'A', kind: 'text', width: 3 }] }, 'columns har fel form'],
    [{ columns: [{ id: 'a', text: 'A', kind: 'percent' }] }, 'columns har fel form'],
    [{ condition: { questionId: 'q1' } }, 'condition har fel form'],
    [{ finding: { ...finding, severity: 'grave' } }, 'finding har fel form'],
    [{ unit: undefined }, 'unit saknas'],
  ])('are refused with %j', (changes, message) => {
    expect(change(changes).map((fault) => fault.message)).toEqual([`Fråga 1 i listan: ${message}`]);
  });
});
