import { describe, expect, it } from '@jest/globals';
import { aQuestion } from '../question-sets/a-question.js';
import type { Answers } from '../question-sets/question.js';
import { carriedAnswers } from './carried-answers.js';

const plans = aQuestion({ id: 'plans', kind: 'share' });
const contact = aQuestion({ id: 'contact', number: '1.2' });
const policy = aQuestion({ id: 'policy', number: '1.3', kind: 'file' });
const earlier = (submittedOn: string, answers: Answers, questions = [plans, contact, policy]) => ({
  questions,
  answers,
  submittedOn,
  requestTitle: `Begäran ${submittedOn.slice(0, 4)}`,
});
const share = (n: number, of: number) => ({ kind: 'share', n, of }) as const;
const no = { kind: 'yes-no', yes: false } as const;

describe('An earlier answer', () => {
  it('is offered from the newest request that has it, with its source and date', () => {
    const requests = [
      earlier('2024-03-01', { plans: share(5, 9), contact: no }),
      earlier('2025-03-01', { plans: share(7, 9) }),
      earlier('2023-03-01', { plans: share(1, 9), contact: { kind: 'yes-no', yes: true } }),
    ];
    expect(carriedAnswers([contact, plans], requests)).toEqual([
      { questionId: 'contact', value: no, submittedOn: '2024-03-01', requestTitle: 'Begäran 2024' },
      { questionId: 'plans', value: share(7, 9), submittedOn: '2025-03-01', requestTitle: 'Begäran 2025' },
    ]);
  });

  it('is passed over for an older one where it no longer is valid', () => {
    const options = ['Varje vecka', 'Varje månad'];
    const question = aQuestion({ kind: 'choice', options });
    const then = aQuestion({ kind: 'choice', options: [...options, 'Aldrig'] });
    const requests = [
      earlier('2025-03-01', { q1: { kind: 'choice', option: 'Aldrig' } }, [then]),
      earlier('2024-03-01', { q1: { kind: 'choice', option: 'Varje vecka' } }, [then]),
    ];
    expect(carriedAnswers([question], requests).map(({ submittedOn }) => submittedOn)).toEqual(['2024-03-01']);
  });

  it.each([
    ['to a question with another id', [aQuestion({ id: 'other', kind: 'share' })], { plans: share(7, 9) }, [plans]],
    ['to a question of another kind', [aQuestion({ id: 'plans' })], { plans: share(7, 9) }, [plans]],
    ['that is a file', [policy], { policy: { kind: 'text', text: '' } }, [policy]],
    [
      'that says nothing',
      [aQuestion({ kind: 'text' })],
      { q1: { kind: 'text', text: ' ' } },
      [aQuestion({ kind: 'text' })],
    ],
    ['that was never valid', [plans], { plans: share(10, 9) }, [plans]],
    [
      'to a question that was not asked then',
      [plans],
      { plans: share(7, 9), contact: no },
      [contact, { ...plans, condition: { questionId: 'contact', equals: 'Ja' } }],
    ],
  ] as const)('is not offered %s', (_case, questions, answers, then) => {
    expect(carriedAnswers(questions, [earlier('2025-03-01', answers, [...then])])).toEqual([]);
  });
});
