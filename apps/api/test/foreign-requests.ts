import type { RowKind } from './foreign-rows.js';

/** What is sent to a route with an id in its path: whose id it is, and a body that nothing but the id can be wrong with. */
export interface PathRequest {
  readonly kind: RowKind;
  readonly body?: object;
}

/** What the requests of both tables are made of. */
export const version = 1;
const move = { contentVersion: 1, reason: 'Skäl.' };
const clause = {
  ...{ number: '§ 99', heading: 'Ny', text: 'Ny text.', kind: 'requirement', focusArea: '', critical: false },
  verification: '',
};
const csv = 'Nummer;Rubrik;Text;Typ\n§ 99;Ny;Ny text.;krav\n';
export const meeting = { heldOn: '2026-11-12', title: 'Möte', form: 'digital', participants: [] };
const review = {
  ...{ heldOn: '2026-11-12', title: 'Granskning', method: 'random', population: 10, size: 2 },
  questions: [{ text: 'Finns planen?' }],
};
const figure = {
  ...{ name: 'Kunder', unit: 'persons', period: '2026', source: 'counted', found: 16, aboutPersons: true },
};
export const finding = { kind: 'strength', title: 'God bemanning', clauseIds: [], evidenceIds: [] };
export const action = { kind: 'recommendation', text: 'Fortsätt.', findingIds: [], clauseIds: [] };
const submit = { contentVersion: 1, outcome: 'approved', text: 'Bra.', noFactCheckReason: 'Gjordes vid mötet.' };
const incomingPlan = {
  ...{ channel: 'paper', arrivedOn: '2026-11-25', fileId: '0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f', items: [] },
};
const observation = {
  ...{ heldOn: '2026-11-12', title: 'Besök', place: 'Matsalen', situation: 'Lunch', minutes: 40 },
};
const interview = {
  ...{ heldOn: '2026-11-12', title: 'Intervjuer', text: 'De är nöjda.', respondents: 'customer', persons: 3 },
  form: 'on-site',
};
export const signal = { kind: 'tip', receivedOn: '2026-11-12', title: 'Tips', text: 'Sena besök.' };
export const note = {
  ...{ evidenceId: '0198c7e2-0000-7000-8000-000000000001', text: 'Stulen.', writtenAt: '2026-11-25T09:00:00Z' },
  version: null,
};
const comment = { place: { kind: 'judgement' }, text: 'Skriv mer.' };

const question = {
  ...{ id: 'q1', number: '1', section: 'Ledning', text: 'Finns rutiner?', guidance: '', legalGround: '' },
  ...{ clauseNumber: '', kind: 'yes-no', required: true, unit: '', min: null, max: null, options: [], columns: [] },
  ...{ condition: null, finding: null },
};
const questions = { versionNumber: 1, version, questions: [question] };

const nobody = '0198c7e2-0000-7000-8000-000000000001';
export const letter = {
  ...{ questionSetVersionId: nobody, title: 'Stulen', message: '', visit: '', visitors: [], wantedDocuments: [] },
  due: '2026-12-09',
};
const sanction = {
  ...{ ladderVersion: 1, stepId: nobody, actionIds: [nobody], grounds: 'Stulen.', severe: false, severeReason: '' },
  ...{ amount: null, amountBasis: '' },
};
const answer = { version: null, value: { kind: 'yes-no', yes: true }, comment: '' };
const returned = { version, questions: [{ questionId: 'routines', comment: 'Stulen.' }] };

const factCheck = { message: '' };
const remarkAnswer = { version: null, outcome: 'accepted', text: 'Stulen.' };

/** Every route with an id in its path. A new one needs a row here. */
export const PATH_REQUESTS: Readonly<Record<string, PathRequest>> = {
  'DELETE /api/actions/:id': { kind: 'action' },
  'DELETE /api/answer-files/:id': { kind: 'answerFile' },
  'DELETE /api/assessments/:id': { kind: 'assessment' },
  'DELETE /api/clauses/:id': { kind: 'clause' },
  'DELETE /api/contacts/:id': { kind: 'contact' },
  'DELETE /api/evidence/:id': { kind: 'evidence' },
  'DELETE /api/figures/:id': { kind: 'figure' },
  'DELETE /api/findings/:id': { kind: 'finding' },
  'GET /api/action-plan-files/:id': { kind: 'planFile' },
  'GET /api/answer-files/:id': { kind: 'answerFile' },
  'GET /api/attachments/:id': { kind: 'attachment' },
  'GET /api/committees/:id/delegation-decisions': { kind: 'committee' },
  'GET /api/contracts/:id': { kind: 'contract' },
  'GET /api/contracts/:id/sanctions': { kind: 'contract' },
  'GET /api/documents/:id': { kind: 'document' },
  'GET /api/fact-check-files/:id': { kind: 'factCheckFile' },
  'GET /api/follow-ups/:id': { kind: 'followUp' },
  'GET /api/follow-ups/:id/action-plans': { kind: 'followUp' },
  'GET /api/follow-ups/:id/deadline-letters': { kind: 'followUp' },
  'GET /api/follow-ups/:id/as-of': { kind: 'followUp' },
  'GET /api/follow-ups/:id/decision-basis': { kind: 'followUp' },
  'GET /api/follow-ups/:id/actions-progress': { kind: 'followUp' },
  'GET /api/follow-ups/:id/recheck': { kind: 'recheck' },
  'GET /api/follow-ups/:id/fact-checks': { kind: 'followUp' },
  'GET /api/follow-ups/:id/fact-checks/options': { kind: 'followUp' },
  'GET /api/follow-ups/:id/history': { kind: 'followUp' },
  'GET /api/follow-ups/:id/judgement-proposal': { kind: 'followUp' },
  'GET /api/follow-ups/:id/sanctions': { kind: 'followUp' },
  'GET /api/sanction-files/:id': { kind: 'sanctionFile' },
  'GET /api/sanctions/:id': { kind: 'sanction' },
  'GET /api/follow-ups/:id/information-requests': { kind: 'followUp' },
  'GET /api/follow-ups/:id/information-requests/options': { kind: 'followUp' },
  'GET /api/information-requests/:id': { kind: 'request' },
  'GET /api/mails/:id': { kind: 'mail' },
  'GET /api/request-rounds/:id': { kind: 'round' },
  'GET /api/providers/:id': { kind: 'provider' },
  'GET /api/publications/:id': { kind: 'publication' },
  'GET /api/question-set-versions/:id': { kind: 'questionSetVersion' },
  'GET /api/question-set-versions/:id/export': { kind: 'questionSetVersion' },
  'GET /api/question-sets/:id': { kind: 'questionSet' },
  'GET /api/reports/:id/html': { kind: 'report' },
  'GET /api/reports/:id/pdf': { kind: 'report' },
  'PATCH /api/actions/:id': { kind: 'action', body: { version, text: 'Stulen.' } },
  'PATCH /api/clauses/:id': { kind: 'clause', body: { version, heading: 'Stulen' } },
  'PATCH /api/committees/:id/decision-settings': { kind: 'committee', body: { version, delegatedMatters: [] } },
  'PATCH /api/contacts/:id': { kind: 'contact', body: { version, name: 'Stulen' } },
  'PATCH /api/contracts/:id': { kind: 'contract', body: { version, reference: 'Stulen' } },
  'PATCH /api/document-reviews/:evidenceId': { kind: 'review', body: { version, title: 'Stulen' } },
  'PATCH /api/evidence/:id': { kind: 'evidence', body: { version, title: 'Stulen' } },
  'PATCH /api/figures/:id': { kind: 'figure', body: { version, name: 'Stulen' } },
  'PATCH /api/findings/:id': { kind: 'finding', body: { version, title: 'Stulen' } },
  'PATCH /api/follow-ups/:id': { kind: 'followUp', body: { version, title: 'Stulen' } },
  'PATCH /api/meetings/:evidenceId': { kind: 'meeting', body: { version, title: 'Stulen' } },
  'PATCH /api/providers/:id': { kind: 'provider', body: { version, note: 'Stulen' } },
  'PATCH /api/question-sets/:id': { kind: 'questionSet', body: { version, name: 'Stulen' } },
  'PATCH /api/reviewed-files/:id': { kind: 'reviewedFile', body: { version, results: {}, note: 'Stulen' } },
  'PATCH /api/screen-hits/:id': { kind: 'screenHit', body: { version, settlement: 'let-through', reason: 'Skäl.' } },
  'PATCH /api/units/:id': { kind: 'unit', body: { version, name: 'Stulen' } },
  'POST /api/action-plans/:id/due': { kind: 'actionPlan', body: { due: '2027-01-11', reason: 'Stulen.' } },
  'POST /api/action-plans/:id/incoming': { kind: 'actionPlan', body: incomingPlan },
  'POST /api/action-plans/:id/incoming-file': { kind: 'actionPlan' },
  'POST /api/action-plans/:id/judge': {
    kind: 'actionPlan',
    body: { version, verdicts: [{ actionId: nobody, verdict: 'sufficient', text: '' }] },
  },
  'POST /api/actions/:id/lapse': { kind: 'action', body: { version, reason: 'Stulet.' } },
  'POST /api/actions/:id/note': { kind: 'action', body: { version } },
  'POST /api/actions/:id/reopen': { kind: 'action', body: { version, reason: 'Stulet.' } },
  'POST /api/actions/:id/verify': {
    kind: 'action',
    body: { version, attachmentIds: [], reportId: null, note: 'Stulet.' },
  },
  'POST /api/actions/:id/withdraw': { kind: 'action', body: { version, reason: 'Stulet.' } },
  'POST /api/committees/:id/delegation-reports': { kind: 'committee', body: { meetingOn: '2026-12-15' } },
  'POST /api/contracts/:id/clauses': { kind: 'contract', body: { clauseSetVersion: 1, ...clause } },
  'POST /api/contracts/:id/clauses/import': { kind: 'contract', body: { clauseSetVersion: 1, csv, replace: true } },
  'POST /api/contracts/:id/clauses/preview': { kind: 'contract', body: { csv } },
  'POST /api/contracts/:id/clauses/preview-file': { kind: 'contract' },
  'POST /api/delegations/:id/revoke': {
    kind: 'delegation',
    body: { version, on: '2026-12-01', reason: 'Stulen.' },
  },
  'POST /api/contracts/:id/transfer': {
    kind: 'contract',
    body: { version: 1_000_000, providerId: nobody, from: '2026-11-25', reason: 'Stulet.' },
  },
  'POST /api/document-reviews/:evidenceId/replacements': { kind: 'review', body: { fileNumber: 1, reason: 'Borta.' } },
  'POST /api/fact-checks/:id/extend': {
    ...{ kind: 'factCheck', body: { version, due: '2026-12-09', reason: 'Stulen.' } },
  },
  'POST /api/follow-ups/:id/actions': { kind: 'followUp', body: action },
  'POST /api/follow-ups/:id/approve': { kind: 'followUp', body: { contentVersion: 1 } },
  'POST /api/follow-ups/:id/assess': { kind: 'followUp', body: move },
  'POST /api/follow-ups/:id/attachments': { kind: 'followUp' },
  'POST /api/follow-ups/:id/cancel': { kind: 'followUp', body: move },
  'POST /api/follow-ups/:id/close': { kind: 'followUp', body: move },
  'POST /api/follow-ups/:id/committee-decision': {
    kind: 'followUp',
    body: { decidedOn: '2026-11-20', reference: 'SON § 1' },
  },
  'POST /api/follow-ups/:id/conflict-declaration': { kind: 'followUp', body: { hasConflict: false } },
  'POST /api/follow-ups/:id/conflict-declarations/:accountId/lift': { kind: 'followUp', body: { reason: 'Stulet.' } },
  'POST /api/follow-ups/:id/document-reviews': { kind: 'followUp', body: review },
  'POST /api/follow-ups/:id/evidence': {
    kind: 'followUp',
    body: { kind: 'document', heldOn: '2026-11-12', title: 'Handling' },
  },
  'POST /api/follow-ups/:id/fact-checks/preview': { kind: 'followUp', body: factCheck },
  'POST /api/follow-ups/:id/figures': { kind: 'followUp', body: figure },
  'POST /api/follow-ups/:id/findings': { kind: 'followUp', body: finding },
  'POST /api/follow-ups/:id/gather-more': { kind: 'followUp', body: move },
  'POST /api/follow-ups/:id/hand-over': { kind: 'followUp', body: { accountId: nobody, reason: 'Stulet.' } },
  'POST /api/follow-ups/:id/meetings': { kind: 'followUp', body: meeting },
  'POST /api/follow-ups/:id/official-letter': { kind: 'followUp', body: { proposal: 'Stulet.' } },
  'POST /api/follow-ups/:id/proofs': { kind: 'followUp' },
  'POST /api/follow-ups/:id/return': { kind: 'followUp', body: { contentVersion: 1, comments: [comment] } },
  'POST /api/follow-ups/:id/send-for-fact-check': { kind: 'followUp', body: { ...factCheck, contentVersion: 1 } },
  'POST /api/follow-ups/:id/sanctions': { kind: 'followUp', body: sanction },
  'POST /api/follow-ups/:id/start': { kind: 'followUp', body: move },
  'POST /api/sanctions/:id/answer': { kind: 'sanction', body: { version, text: 'Stulen.' } },
  'POST /api/sanctions/:id/reduce': { kind: 'sanction', body: { version, amount: 1, reason: 'Stulen.' } },
  'POST /api/sanctions/:id/send': { kind: 'sanction', body: { version } },
  'POST /api/sanctions/:id/uphold': { kind: 'sanction', body: { version, reason: 'Stulen.' } },
  'POST /api/sanctions/:id/withdraw': { kind: 'sanction', body: { version, reason: 'Stulen.' } },
  'PUT /api/contracts/:id/sanction-ladder': { kind: 'contract', body: { version, steps: [] } },
  'POST /api/follow-ups/:id/submit': { kind: 'followUp', body: submit },
  'POST /api/follow-ups/:id/take-back': { kind: 'followUp', body: { reason: 'Stulen.' } },
  'POST /api/deadlines/:id/move': { kind: 'deadline', body: { version, due: '2027-03-15', reason: 'Stulen.' } },
  'POST /api/deadlines/:id/rebase': { kind: 'deadline', body: { version, baseDate: '2026-12-01', reason: 'Stulen.' } },
  'POST /api/due-extensions/:id/decision': {
    kind: 'dueExtension',
    body: { version, decision: 'refused', reason: 'Stulen.' },
  },
  'POST /api/follow-ups/:id/information-requests': { kind: 'followUp', body: { ...letter, contactIds: [nobody] } },
  'POST /api/follow-ups/:id/information-requests/preview': {
    kind: 'followUp',
    body: { ...letter, contactIds: [nobody] },
  },
  'POST /api/information-requests/:id/close': { kind: 'request', body: { version } },
  'POST /api/information-requests/:id/files': { kind: 'request' },
  'POST /api/information-requests/:id/reopen': { kind: 'request', body: { version } },
  'POST /api/information-requests/:id/return': { kind: 'request', body: returned },
  'POST /api/information-requests/:id/submit': { kind: 'request', body: { version } },
  'POST /api/information-requests/:id/withdraw': { kind: 'request', body: { version, reason: 'Stulen.' } },
  'PUT /api/information-requests/:id/answers/:questionId': { kind: 'request', body: answer },
  'POST /api/mails/:id/resend': { kind: 'mail', body: { version } },
  'POST /api/providers/:id/contacts': { kind: 'provider', body: { name: 'Stulen', role: 'Chef' } },
  'POST /api/providers/:id/units': {
    kind: 'provider',
    body: { name: 'Stulen', serviceTypes: ['home-care'], laws: [] },
  },
  'POST /api/publications/:id/approve': { kind: 'publication', body: { version } },
  'POST /api/publications/:id/publish': { kind: 'publication', body: { version } },
  'POST /api/publications/:id/screen': { kind: 'publication', body: { version } },
  'POST /api/publications/:id/withdraw': { kind: 'publication', body: { version, reason: 'Skäl.' } },
  'PUT /api/fact-check-remarks/:id/answer': { kind: 'factCheckRemark', body: remarkAnswer },
  'PUT /api/follow-ups/:id/assessments': {
    kind: 'followUp',
    body: {
      ...{ clauseIds: ['0198c7e2-0000-7000-8000-000000000001'], version: null, verdict: null, text: '' },
      evidenceIds: [],
    },
  },
  'PUT /api/follow-ups/:id/recheck/actions/:actionId': {
    kind: 'recheck',
    body: { version, verdict: 'verified', note: 'Stulet.', before: null, after: null, evidenceIds: [] },
  },
  'PUT /api/follow-ups/:id/return-comments/:commentId/answer': { kind: 'followUp', body: { version, text: 'Klart.' } },
  'PUT /api/question-sets/:id/questions': { kind: 'questionSet', body: questions },
  'DELETE /api/meeting-notes/:noteId': { kind: 'note' },
  'GET /api/document-reviews/:evidenceId/redraw': { kind: 'review' },
  'GET /api/follow-ups/:id/agenda-proposal': { kind: 'followUp' },
  'GET /api/meetings/:evidenceId/notes': { kind: 'meeting' },
  'GET /api/units/:id/signals': { kind: 'unit' },
  'PATCH /api/interviews/:evidenceId': { kind: 'interview', body: { version, persons: 9 } },
  'PATCH /api/observations/:evidenceId': { kind: 'observation', body: { version, place: 'Stulen' } },
  'PATCH /api/signals/:id': { kind: 'signal', body: { version, title: 'Stulen' } },
  'POST /api/follow-ups/:id/interviews': { kind: 'followUp', body: interview },
  'POST /api/follow-ups/:id/observations': { kind: 'followUp', body: observation },
  'POST /api/meetings/:evidenceId/cancel': { kind: 'meeting', body: { version, reason: 'Skäl.' } },
  'POST /api/meetings/:evidenceId/hold': { kind: 'meeting', body: { version } },
  'POST /api/meetings/:evidenceId/invite': { kind: 'meeting', body: { version } },
  'POST /api/meetings/:evidenceId/minutes': { kind: 'meeting' },
  'POST /api/signals/:id/attach': { kind: 'signal', body: { version, followUpId: note.evidenceId } },
  'POST /api/signals/:id/handle': { kind: 'signal', body: { version, text: 'Klart.' } },
  'POST /api/units/:id/signals': { kind: 'unit', body: signal },
  'PUT /api/committees/:id/lex-sarah-recipients': { kind: 'committee', body: { accountIds: [] } },
  'PUT /api/meeting-notes/:noteId': { kind: 'note', body: note },
  'PUT /api/meetings/:evidenceId/attendance': { kind: 'meeting', body: { participants: [] } },
};
