import { describe, expect, it } from '@jest/globals';
import type { InformationLetter } from '@insyn/api-schema';
import { REQUEST_STATES, type AnswerValue, type RequestState } from '@insyn/domain';
import { SPEC_QUESTIONS } from '../../test/request-factory.js';
import { type AnswerRow, openQuestions, requestParts, type RequestRow } from './request-parts.js';

const yes: AnswerValue = { kind: 'yes-no', yes: true };
const no: AnswerValue = { kind: 'yes-no', yes: false };
const letter = { municipality: 'Ekbacka kommun', provider: 'Nordbo Omsorg AB' } as InformationLetter;

function anAnswer(questionId: string, value: AnswerValue, changes: Partial<AnswerRow> = {}): AnswerRow {
  return {
    ...{ id: questionId, questionId, value, comment: '', source: 'provider', sourceNote: '', person: 'Tove Granlund' },
    ...{ changedAt: '2026-11-25T09:00:00.000Z', version: 1, ...changes },
  };
}

function aRow(state: RequestState, changes: Partial<RequestRow> = {}): RequestRow {
  return {
    ...{ id: 'r', municipalityId: 'm', followUpId: 'f', providerId: 'p', evidenceId: 'e', roundId: null },
    ...{ title: 'Uppföljning 2026', state, letter, questions: [...SPEC_QUESTIONS], wantedDocuments: [] },
    ...{ sentOn: '2026-11-16', due: '2026-12-07', readAt: null, startedAt: null, answeredAt: null, version: 1 },
    ...{ answers: [], files: [], submissions: [], extensions: [], letterDocument: null, ...changes },
  };
}

function aSubmission(routines: AnswerValue, returned: string[]): RequestRow['submissions'][number] {
  const answer = { questionId: 'routines', value: routines, comment: '', source: 'provider', sourceNote: '' } as const;
  const content = { round: 1, submittedBy: 'Tove Granlund', onBehalf: false, answers: [answer], files: [] };
  const createdAt = '2026-11-25T09:00:00.000Z';
  return {
    ...{ id: 's', number: 1, submittedAt: createdAt, late: false, onBehalf: false, seal: 'x', content },
    returned: returned.map((questionId) => ({ questionId, comment: 'Skriv mer.', createdAt })),
    receipt: { id: 'd', title: 'Kvittens', rendered: true },
  };
}

const openIn = (row: RequestRow) => openQuestions(row).map(({ id }) => id);

describe('What can be answered', () => {
  it.each(REQUEST_STATES)('in the state %s', (state) => {
    const all = ['routines', 'plans', 'staff', 'policy'];
    const open = { sent: all, answering: all, returned: ['plans'] };
    const row = aRow(state, { answers: [anAnswer('routines', yes)], submissions: [aSubmission(yes, ['plans'])] });
    expect(openIn(row)).toEqual((open as Partial<Record<RequestState, string[]>>)[state] ?? []);
    expect(requestParts(row, 'provider').editable).toBe(state in open);
  });

  it('after a return is also what appears by the new answers, but not what was asked then', () => {
    const submissions = [aSubmission(yes, ['routines'])];
    expect(openIn(aRow('returned', { answers: [anAnswer('routines', no)], submissions }))).toEqual(['routines', 'why']);
    const asked = [aSubmission(no, ['routines'])];
    expect(openIn(aRow('returned', { answers: [anAnswer('routines', no)], submissions: asked }))).toEqual(['routines']);
  });

  it('never is a question whose condition does not hold, even one that was sent back', () => {
    const submissions = [aSubmission(no, ['why'])];
    expect(openIn(aRow('returned', { answers: [anAnswer('routines', yes)], submissions }))).toEqual([]);
  });
});

describe('What both sides are shown', () => {
  it('names the person where the reader may see the name, else the provider; on its behalf the municipality', () => {
    const answers = [
      anAnswer('routines', yes),
      anAnswer('plans', { kind: 'share', n: 7, of: 9 }, { person: null }),
      anAnswer('staff', { kind: 'number', number: 12 }, { person: 'Maja Lindgren', source: 'on-behalf' }),
    ];
    expect(requestParts(aRow('answering', { answers }), 'staff').answers.map(({ changedBy }) => changedBy)).toEqual([
      ...['Tove Granlund', 'Nordbo Omsorg AB', 'Ekbacka kommun'],
    ]);
  });

  it('leads through one’s own door, to documents once they are there', () => {
    const letterDocument = { id: 'b', title: 'Informationsbrev', rendered: false };
    const row = aRow('answered', { submissions: [aSubmission(yes, [])], letterDocument });
    const links = (door: 'staff' | 'provider') => {
      const { document, submissions } = requestParts(row, door);
      return [document?.href, submissions[0]?.receipt?.href];
    };
    expect(links('staff')).toEqual([null, '/api/documents/d']);
    expect(links('provider')).toEqual([null, '/api/portal/documents/d']);
  });

  it('says what waits after a return only while it waits', () => {
    const submissions = [aSubmission(yes, ['plans'])];
    expect(requestParts(aRow('returned', { submissions }), 'staff').returned).toEqual([
      { questionId: 'plans', comment: 'Skriv mer.' },
    ]);
    expect(requestParts(aRow('answered', { submissions }), 'staff').returned).toEqual([]);
  });
});
