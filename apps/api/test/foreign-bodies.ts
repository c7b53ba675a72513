import { action, finding, letter, meeting, note, signal, version } from './foreign-requests.js';
import type { Rows } from './foreign-rows.js';

/** A row of one's own to send the request to, what to send, and the field that takes the foreign id. */
export interface BodyRequest {
  /** Whose id goes into the path of the route, from the rows of one's own that are still being worked on. */
  readonly path?: keyof OwnRows;
  readonly foreign: keyof Rows;
  readonly body: (id: string, own: OwnRows) => object;
}

/** Rows of one's own that may be changed: a follow-up that is being assessed. Versions as they stand. */
export interface OwnRows {
  readonly contract: string;
  readonly followUp: string;
  readonly finding: string;
  readonly action: string;
  readonly clause: string;
  readonly meeting: string;
  /** With an address, at the provider of the follow-up. */
  readonly contact: string;
  /** An id that nobody has yet, for what is made where it is written. */
  readonly newId: string;
  readonly signal: string;
  readonly lexSarah: string;
  readonly unit: string;
  readonly provider: string;
  readonly committee: string;
  readonly versions: Readonly<Record<'contract' | 'followUp' | 'finding' | 'action' | 'assessment', number>>;
}

const contract = (own: OwnRows) => ({
  ...{ reference: 'SON 2026-1', kind: 'contract', regime: 'LOU', startsOn: '2026-01-01', endsOn: '2027-12-31' },
  ...{ extensionMonths: [], latestEnd: '2027-12-31', serviceTypes: ['personal-assistance'] },
  ...{ committeeId: own.committee, providerId: own.provider, unitIds: [own.unit] },
});
const opening = (own: OwnRows) => ({
  ...{ contractId: own.contract, unitId: own.unit, kind: 'planned', year: 2027, focusAreas: ['Dokumentation'] },
});
const assessment = (own: OwnRows) => ({
  ...{ clauseIds: [own.clause], version: own.versions.assessment, verdict: 'met', text: 'Bra.', evidenceIds: [] },
});

/** Every field of a body that takes an id: `METHOD path field`. A new one needs a row here. */
export const BODY_REQUESTS: Readonly<Record<string, BodyRequest>> = {
  'PATCH /api/actions/:id clauseIds': {
    ...{ path: 'action', foreign: 'clause' },
    body: (id, own) => ({ version: own.versions.action, clauseIds: [id] }),
  },
  'PATCH /api/actions/:id findingIds': {
    ...{ path: 'action', foreign: 'finding' },
    body: (id, own) => ({ version: own.versions.action, findingIds: [id] }),
  },
  'PATCH /api/contracts/:id committeeId': {
    ...{ path: 'contract', foreign: 'committee' },
    body: (committeeId, own) => ({ version: own.versions.contract, committeeId }),
  },
  'PATCH /api/contracts/:id providerId': {
    ...{ path: 'contract', foreign: 'provider' },
    body: (providerId, own) => ({ version: own.versions.contract, providerId }),
  },
  'PATCH /api/contracts/:id unitIds': {
    ...{ path: 'contract', foreign: 'unit' },
    body: (id, own) => ({ version: own.versions.contract, unitIds: [id] }),
  },
  'PATCH /api/findings/:id clauseIds': {
    ...{ path: 'finding', foreign: 'clause' },
    body: (id, own) => ({ version: own.versions.finding, clauseIds: [id] }),
  },
  'PATCH /api/findings/:id evidenceIds': {
    ...{ path: 'finding', foreign: 'meeting' },
    body: (id, own) => ({ version: own.versions.finding, evidenceIds: [id] }),
  },
  'PATCH /api/follow-ups/:id teamIds': {
    ...{ path: 'followUp', foreign: 'person' },
    body: (id, own) => ({ version: own.versions.followUp, teamIds: [id] }),
  },
  'POST /api/contracts committeeId': {
    foreign: 'committee',
    body: (committeeId, own) => ({ ...contract(own), committeeId }),
  },
  'POST /api/contracts providerId': {
    foreign: 'provider',
    body: (providerId, own) => ({ ...contract(own), providerId }),
  },
  'POST /api/contracts unitIds': { foreign: 'unit', body: (id, own) => ({ ...contract(own), unitIds: [id] }) },
  'POST /api/contracts/:id/transfer providerId': {
    ...{ path: 'contract', foreign: 'provider' },
    body: (providerId, own) => ({
      ...{ version: own.versions.contract, providerId, from: '2026-11-25', reason: 'Köpt.' },
    }),
  },
  'POST /api/follow-ups clauseIds': { foreign: 'clause', body: (id, own) => ({ ...opening(own), clauseIds: [id] }) },
  'POST /api/follow-ups contractId': {
    foreign: 'contract',
    body: (contractId, own) => ({ ...opening(own), contractId }),
  },
  'POST /api/follow-ups teamIds': { foreign: 'person', body: (id, own) => ({ ...opening(own), teamIds: [id] }) },
  'POST /api/follow-ups unitId': { foreign: 'unit', body: (unitId, own) => ({ ...opening(own), unitId }) },
  'POST /api/follow-ups/:id/actions clauseIds': {
    ...{ path: 'followUp', foreign: 'clause' },
    body: (id) => ({ ...action, clauseIds: [id] }),
  },
  'POST /api/follow-ups/:id/actions findingIds': {
    ...{ path: 'followUp', foreign: 'finding' },
    body: (id) => ({ ...action, findingIds: [id] }),
  },
  'POST /api/follow-ups/:id/findings clauseIds': {
    ...{ path: 'followUp', foreign: 'clause' },
    body: (id) => ({ ...finding, clauseIds: [id] }),
  },
  'POST /api/follow-ups/:id/findings evidenceIds': {
    ...{ path: 'followUp', foreign: 'meeting' },
    body: (id) => ({ ...finding, evidenceIds: [id] }),
  },
  'POST /api/follow-ups/:id/information-requests contactIds': {
    ...{ path: 'followUp', foreign: 'contact' },
    body: (id) => ({ ...letter, contactIds: [id] }),
  },
  'POST /api/follow-ups/:id/information-requests questionSetVersionId': {
    ...{ path: 'followUp', foreign: 'questionSetVersion' },
    body: (questionSetVersionId, own) => ({ ...letter, contactIds: [own.contact], questionSetVersionId }),
  },
  'POST /api/follow-ups/:id/information-requests/preview contactIds': {
    ...{ path: 'followUp', foreign: 'contact' },
    body: (id) => ({ ...letter, contactIds: [id] }),
  },
  'POST /api/follow-ups/:id/information-requests/preview questionSetVersionId': {
    ...{ path: 'followUp', foreign: 'questionSetVersion' },
    body: (questionSetVersionId, own) => ({ ...letter, contactIds: [own.contact], questionSetVersionId }),
  },
  'POST /api/request-rounds followUpIds': {
    foreign: 'followUp',
    body: (id) => ({ ...letter, name: 'Stulen', followUpIds: [id] }),
  },
  'POST /api/request-rounds questionSetVersionId': {
    foreign: 'questionSetVersion',
    body: (questionSetVersionId, own) => ({
      ...letter,
      ...{ name: 'Stulen', followUpIds: [own.followUp], questionSetVersionId },
    }),
  },
  'POST /api/question-sets versionId': {
    foreign: 'questionSetVersion',
    body: (versionId) => ({ name: 'Stulen', serviceType: 'home-care', copyOf: { versionId } }),
  },
  'PUT /api/contracts/:id/sanction-ladder id': {
    ...{ path: 'contract', foreign: 'sanction' },
    body: (id) => ({
      ...{ version, steps: [{ id, kind: 'warning', label: 'Stulen', terms: '', amountRule: '', clauseNumber: null }] },
    }),
  },
  'PUT /api/follow-ups/:id/assessments clauseIds': {
    ...{ path: 'followUp', foreign: 'clause' },
    body: (id, own) => ({ ...assessment(own), version: null, clauseIds: [id] }),
  },
  'PUT /api/follow-ups/:id/assessments evidenceIds': {
    ...{ path: 'followUp', foreign: 'meeting' },
    body: (id, own) => ({ ...assessment(own), evidenceIds: [id] }),
  },
  'PATCH /api/meetings/:evidenceId clauseId': {
    ...{ path: 'meeting', foreign: 'clause' },
    body: (clauseId) => ({ version, agenda: [{ text: 'Planer', clauseId }] }),
  },
  'PATCH /api/signals/:id readerIds': {
    ...{ path: 'lexSarah', foreign: 'person' },
    body: (id) => ({ version, readerIds: [id] }),
  },
  'POST /api/follow-ups/:id/meetings clauseId': {
    ...{ path: 'followUp', foreign: 'clause' },
    body: (clauseId) => ({ ...meeting, agenda: [{ text: 'Planer', clauseId }] }),
  },
  'POST /api/signals/:id/attach followUpId': {
    ...{ path: 'signal', foreign: 'followUp' },
    body: (followUpId) => ({ version, followUpId }),
  },
  'POST /api/units/:id/signals committeeId': {
    ...{ path: 'unit', foreign: 'committee' },
    body: (committeeId) => ({ ...signal, committeeId }),
  },
  'POST /api/units/:id/signals readerIds': {
    ...{ path: 'unit', foreign: 'person' },
    body: (id) => ({ ...signal, kind: 'lex-sarah', readerIds: [id] }),
  },
  'PUT /api/meeting-notes/:noteId agendaItemId': {
    ...{ path: 'newId', foreign: 'agendaItem' },
    body: (agendaItemId, own) => ({ ...note, evidenceId: own.meeting, agendaItemId }),
  },
  'PUT /api/meeting-notes/:noteId evidenceId': {
    ...{ path: 'newId', foreign: 'meeting' },
    body: (evidenceId) => ({ ...note, evidenceId }),
  },
  'PUT /api/meetings/:evidenceId/attendance id': {
    ...{ path: 'meeting', foreign: 'participant' },
    body: (id) => ({ participants: [{ id, attended: true }] }),
  },
};
