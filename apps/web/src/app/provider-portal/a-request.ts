import type { AnswerView, PortalRequestView, PortalTask } from '@insyn/api-schema';
import type { SessionView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { aQuestion } from '../questions/a-question.js';
import { aSession } from '../sign-in/a-session.js';

/** For specs: a session at the provider's door, on 22 November 2026. */
export function aProviderSession(changes: Partial<SessionView> = {}): SessionView {
  return aSession({
    account: { id: 'account-9', name: 'Ali Demir', title: '', email: 'ali@bjorken.example' },
    committees: [],
    roles: ['provider'],
    permissions: permissionsOf(['provider']),
    ...changes,
  });
}

/** For specs: a request of two questions, the second asked when the first is "Nej", and a wanted document. */
export function aRequest(changes: Partial<PortalRequestView> = {}): PortalRequestView {
  return {
    id: 'r1',
    municipality: 'Lunda kommun',
    provider: { id: 'p1', name: 'Björkens assistans AB' },
    title: 'Uppföljning 2026',
    state: 'sent',
    letter: {
      municipality: 'Lunda kommun',
      committeeId: 'committee-1',
      committee: 'Socialnämnden',
      letterhead: 'Lunda kommun\nSocialförvaltningen',
      caseNumber: 'SON/2026/0476/739',
      title: 'Uppföljning 2026',
      provider: 'Björkens assistans AB',
      unit: { id: 'unit-1', name: 'Björken Lunda' },
      contractReference: 'SUN 2022-149',
      message: 'Vi följer upp avtalet.\n\nSvara på frågorna nedan.',
      sender: { name: 'Maja Sandell', title: 'verksamhetsutvecklare', email: 'maja@lunda.example' },
      visitors: ['Maja Sandell'],
      visit: '14 december kl. 9 hos er',
      questionSet: { name: 'Personlig assistans', number: 1, questions: 2 },
      wantedDocuments: [{ id: 'w1', text: 'Rutin för avvikelser', required: true }],
      sentOn: '2026-11-20',
      due: '2026-11-25',
      address: 'https://insyn.example/utforare',
    },
    letterDocument: { id: 'd1', title: 'Informationsbrev', href: '/api/portal/documents/d1' },
    sentOn: '2026-11-20',
    due: '2026-11-25',
    questions: [
      aQuestion({ id: 'q1', number: '1.1', text: 'Finns skriftliga rutiner?' }),
      aQuestion({
        id: 'q2',
        number: '1.1b',
        text: 'Vad saknas?',
        kind: 'text',
        condition: { questionId: 'q1', equals: 'Nej' },
      }),
      aQuestion({ id: 'q3', number: '2.1', section: 'Personal', text: 'Hur många har plan?', kind: 'share' }),
    ],
    askedIds: ['q1', 'q3'],
    answers: [],
    files: [],
    returned: [],
    missing: [],
    earlier: [],
    submissions: [],
    extensions: [],
    offers: ['answer'],
    editable: true,
    version: 4,
    ...changes,
  };
}

/** For specs: an answer as it is stored. */
export function anAnswer(changes: Partial<AnswerView> = {}): AnswerView {
  return {
    id: 'answer-1',
    questionId: 'q1',
    value: { kind: 'yes-no', yes: true },
    comment: '',
    source: 'provider',
    sourceNote: '',
    changedBy: 'Ali Demir',
    changedAt: '2026-11-22T10:00:00.000Z',
    version: 1,
    ...changes,
  };
}

/** For specs: a row of "Att göra". */
export function aTask(changes: Partial<Record<keyof PortalTask, string | number | null>> = {}): PortalTask {
  const task = {
    kind: 'request',
    id: 'r1',
    municipality: 'Lunda kommun',
    provider: 'Björkens assistans AB',
    unit: 'Björken Lunda',
    title: 'Uppföljning 2026',
    state: 'answering',
    sentOn: '2026-11-20',
    due: '2026-11-25',
    daysLeft: 3,
    answered: 12,
    asked: 40,
    returned: 0,
    ...changes,
  };
  return task as PortalTask;
}
