import type { AnswerFileView, AnswerView, RequestListItem, RequestView } from '@insyn/api-schema';
import { aQuestion } from '../questions/a-question.js';

/** A request that has been answered, for specs and as a row of a list. */
export function aRequestRow(changes: Partial<RequestListItem> = {}): RequestListItem {
  return {
    id: 'r1',
    followUpId: 'u1',
    title: 'Begäran om information inför uppföljning 2026',
    provider: 'Björkens assistans AB',
    unit: 'Björken Lunda',
    state: 'answered',
    sentOn: '2026-11-06',
    due: '2026-11-20',
    readAt: '2026-11-07T08:00:00.000Z',
    startedAt: '2026-11-09T08:00:00.000Z',
    answeredAt: '2026-11-19T13:32:00.000Z',
    late: false,
    answered: 2,
    asked: 2,
    extensionWaits: false,
    mailFailed: false,
    ...changes,
  };
}

/** An answer for specs: no, by the provider. */
export function anAnswer(changes: Partial<AnswerView> = {}): AnswerView {
  return {
    id: 'a1',
    questionId: 'q1',
    value: { kind: 'yes-no', yes: false },
    comment: '',
    source: 'provider',
    sourceNote: '',
    changedBy: 'Elin Berg',
    changedAt: '2026-11-19T13:30:00.000Z',
    version: 2,
    ...changes,
  };
}

/** An answered request with two questions, of which the first proposes a finding, for specs. */
export function aRequest(changes: Partial<RequestView> = {}): RequestView {
  return {
    ...aRequestRow(),
    roundId: null,
    evidenceId: 'e9',
    letter: {
      municipality: 'Lunda kommun',
      committee: 'Socialnämnden',
      committeeId: 'committee-1',
      letterhead: '',
      caseNumber: 'SON/2026/0476/739',
      title: 'Begäran om information inför uppföljning 2026',
      provider: 'Björkens assistans AB',
      unit: { id: 'unit-1', name: 'Björken Lunda' },
      contractReference: 'SUN 2022-149',
      message: 'Hej!',
      sender: { name: 'Maja Sandell', title: 'verksamhetsutvecklare', email: 'maja@lunda.example' },
      visitors: [],
      visit: '',
      questionSet: { name: 'Personlig assistans', number: 3, questions: 2 },
      wantedDocuments: [],
      sentOn: '2026-11-06',
      due: '2026-11-20',
      address: 'https://insyn.example/utforare',
    },
    document: { id: 'd1', title: 'Informationsbrev', href: '/api/documents/d1' },
    contacts: [{ name: 'Elin Berg', email: 'elin@bjorken.example', hasAccount: true, mailId: 'm1', mail: 'sent' }],
    questions: [
      aQuestion({ id: 'q1', number: '2.4', clauseNumber: '15', text: 'Har alla en aktuell plan?' }),
      aQuestion({ id: 'q2', number: '2.5', kind: 'share', text: 'Hur många har en kontaktperson?' }),
    ],
    askedIds: ['q1', 'q2'],
    answers: [anAnswer(), anAnswer({ id: 'a2', questionId: 'q2', value: { kind: 'share', n: 7, of: 9 } })],
    files: [],
    submissions: [
      {
        id: 's1',
        number: 1,
        submittedBy: 'Elin Berg',
        submittedAt: '2026-11-19T13:32:00.000Z',
        late: false,
        onBehalf: false,
        seal: '4f2a9c1e77',
        answers: [
          {
            questionId: 'q1',
            value: { kind: 'yes-no', yes: false },
            comment: 'Se bilagan',
            source: 'provider',
            sourceNote: '',
          },
        ],
        returned: [],
        receipt: { id: 'd2', title: 'Kvitto', href: '/api/documents/d2' },
      },
    ],
    returned: [],
    missing: [],
    proposedFindings: [
      {
        questionId: 'q1',
        number: '2.4',
        kind: 'deficiency',
        severity: 'serious',
        title: 'Alla har inte en aktuell plan',
        because: 'Fråga 2.4: Nej',
      },
    ],
    extensions: [],
    offers: ['return', 'close', 'withdraw'],
    version: 7,
    ...changes,
  };
}

/** For specs: a contact of a request, and how far the latest mail to them has come. */
export function aContact(mail: 'waiting' | 'failed' | 'uncertain'): RequestView['contacts'][number] {
  return { name: 'Elin Berg', email: 'elin@bjorken.example', hasAccount: false, mailId: 'm7', mail };
}

/** For specs: a file that was handed in. */
export function anAnswerFile(
  id: string,
  place: Pick<AnswerFileView, 'questionId' | 'wantedDocumentId'>,
): AnswerFileView {
  return {
    ...{ id, ...place, fileName: `${id}.pdf`, mediaType: 'application/pdf', size: 900, sha256: 'a'.repeat(64) },
    ...{ uploadedAt: '2026-11-19T13:32:00.000Z', href: `/api/answer-files/${id}` },
  };
}
