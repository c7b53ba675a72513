import { describe, expect, it } from '@jest/globals';
import { aQuestion } from './a-question.js';
import { answerProgress, askedQuestions, missingAnswers } from './asked-questions.js';
import { proposedFindings } from './proposed-findings.js';
import type { Answers } from './question.js';

const routines = aQuestion({ id: 'routines', number: '2.4' });
const why = aQuestion({
  id: 'why',
  number: '2.4b',
  kind: 'choice',
  options: ['Tidsbrist', 'Annat'],
  condition: { questionId: 'routines', equals: 'Nej' },
});
const other = aQuestion({
  id: 'other',
  number: '2.4c',
  kind: 'text',
  text: 'Vad?',
  condition: { questionId: 'why', equals: 'Annat' },
});
const plans = aQuestion({
  id: 'plans',
  number: '3.1',
  kind: 'share',
  text: 'Aktuell plan',
  finding: { answers: [], kind: 'deficiency', severity: 'minor', title: 'Alla har inte en aktuell plan' },
});
const policy = aQuestion({ id: 'policy', number: '4.1', kind: 'file', text: 'Försäkringsbrev' });
const set = [routines, why, other, plans, policy];
const no = { kind: 'yes-no', yes: false } as const;
const yes = { kind: 'yes-no', yes: true } as const;
const noFiles = { questionId: null, wantedDocumentId: null };
const idsOf = (answers: Answers) => askedQuestions(set, answers).map(({ id }) => id);

describe('The questions that are asked', () => {
  it.each<[string, Answers, string[]]>([
    ['without answers', {}, ['routines', 'plans', 'policy']],
    ['when the condition fails', { routines: yes }, ['routines', 'plans', 'policy']],
    ['when it holds', { routines: no }, ['routines', 'why', 'plans', 'policy']],
    [
      'along a chain',
      { routines: no, why: { kind: 'choice', option: 'Annat' } },
      ['routines', 'why', 'other', 'plans', 'policy'],
    ],
    [
      'along a chain that is broken above',
      { routines: yes, why: { kind: 'choice', option: 'Annat' } },
      ['routines', 'plans', 'policy'],
    ],
    [
      'when the stored answer has another kind',
      { routines: { kind: 'text', text: 'Nej' } },
      ['routines', 'plans', 'policy'],
    ],
  ])('%s', (_case, answers, ids) => {
    expect(idsOf(answers)).toEqual(ids);
  });

  it('never hang on what an object inherits', () => {
    const question = aQuestion({ id: 'constructor' });
    expect(missingAnswers([question], {}, [], [])).toHaveLength(1);
    expect(answerProgress([question], {}, [])).toEqual({ answered: 0, asked: 1 });
  });
});

describe('What stops a submission', () => {
  it('is each required and asked question without an answer or a file, and each required document', () => {
    const wanted = [
      { id: 'd1', text: 'Årets rapport', required: true },
      { id: 'd2', text: 'Organisationsskiss', required: false },
    ];
    expect(missingAnswers(set, { routines: no }, [noFiles], wanted)).toEqual([
      { place: 'question', id: 'why', number: '2.4b', text: why.text, problem: 'Svar saknas' },
      { place: 'question', id: 'plans', number: '3.1', text: 'Aktuell plan', problem: 'Svar saknas' },
      { place: 'question', id: 'policy', number: '4.1', text: 'Försäkringsbrev', problem: 'Fil saknas' },
      { place: 'document', id: 'd1', number: '', text: 'Årets rapport', problem: 'Handlingen saknas' },
    ]);
  });

  it('is nothing once all of it is there', () => {
    const files = [
      { questionId: 'policy', wantedDocumentId: null },
      { questionId: null, wantedDocumentId: 'd1' },
    ];
    const answers: Answers = { routines: yes, plans: { kind: 'share', n: 7, of: 9 } };
    expect(missingAnswers(set, answers, files, [{ id: 'd1', text: 'Årets rapport', required: true }])).toEqual([]);
  });

  it('is an invalid answer even where none was needed, but nothing that is not asked', () => {
    const optional = aQuestion({ id: 'n', number: '5', kind: 'share', required: false });
    const wrong: Answers = { n: { kind: 'share', n: 10, of: 9 } };
    expect(missingAnswers([optional], wrong, [], [])).toEqual([
      expect.objectContaining({ id: 'n', problem: '10 kan inte vara fler än 9' }),
    ]);
    const hidden = { ...optional, condition: { questionId: 'routines', equals: 'Nej' } };
    expect(missingAnswers([routines, hidden], { ...wrong, routines: yes }, [], [])).toEqual([]);
  });

  it('is a required answer that says nothing', () => {
    const text = aQuestion({ kind: 'text' });
    expect(missingAnswers([text], { q1: { kind: 'text', text: '  ' } }, [], [])).toHaveLength(1);
    expect(missingAnswers([{ ...text, required: false }], { q1: { kind: 'text', text: '' } }, [], [])).toEqual([]);
  });
});

describe('Progress', () => {
  it('counts asked questions with a usable answer or a file (R8)', () => {
    expect(answerProgress(set, {}, [])).toEqual({ answered: 0, asked: 3 });
    const answers: Answers = {
      routines: no,
      plans: { kind: 'share', n: 10, of: 9 },
      why: { kind: 'choice', option: 'Tidsbrist' },
    };
    expect(answerProgress(set, answers, [{ questionId: 'policy', wantedDocumentId: null }])).toEqual({
      answered: 3,
      asked: 4,
    });
  });
});

describe('A proposed finding', () => {
  const rule = { kind: 'improvement-area', severity: null, title: 'Rubrik' } as const;

  it('comes from fewer than all of N, and says why (R4)', () => {
    expect(proposedFindings(set, { plans: { kind: 'share', n: 7, of: 9 } })).toEqual([
      {
        questionId: 'plans',
        number: '3.1',
        kind: 'deficiency',
        severity: 'minor',
        title: 'Alla har inte en aktuell plan',
        because: 'Fråga 3.1: 7 av 9',
      },
    ]);
    expect(proposedFindings(set, { plans: { kind: 'share', n: 9, of: 9 } })).toEqual([]);
    expect(proposedFindings(set, { plans: { kind: 'share', n: 0, of: 0 } })).toEqual([]);
  });

  it.each<[string, Answers[string], boolean]>([
    ['the named answer', no, true],
    ['another answer', yes, false],
  ])('to a yes or no comes from %s', (_case, answer, proposed) => {
    const question = aQuestion({ finding: { ...rule, answers: ['Nej'] } });
    expect(proposedFindings([question], { q1: answer })).toHaveLength(proposed ? 1 : 0);
  });

  it('comes from any of the named options', () => {
    const several = aQuestion({
      kind: 'multiple-choice',
      options: ['a', 'b', 'c'],
      finding: { ...rule, answers: ['b', 'c'] },
    });
    expect(proposedFindings([several], { q1: { kind: 'multiple-choice', options: ['a', 'c'] } })[0]?.because).toBe(
      'Fråga 1.1: a; c',
    );
    expect(proposedFindings([several], { q1: { kind: 'multiple-choice', options: ['a'] } })).toEqual([]);
    const one = { ...several, kind: 'choice' } as const;
    expect(proposedFindings([one], { q1: { kind: 'choice', option: 'b' } })).toHaveLength(1);
  });

  it('never comes from an answer that is invalid or not asked for', () => {
    const hidden = { ...plans, condition: { questionId: 'routines', equals: 'Nej' } };
    expect(proposedFindings([routines, hidden], { routines: yes, plans: { kind: 'share', n: 7, of: 9 } })).toEqual([]);
    expect(proposedFindings([plans], { plans: { kind: 'share', n: -1, of: 9 } })).toEqual([]);
  });
});
