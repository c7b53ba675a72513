import { FOLLOW_UP_STATE_LABELS, type FollowUpState, type ProviderForm } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { EVIDENCE_STATES } from '../follow-ups/content-change.js';

/** The states of a case in which a request can be sent: once the gathering has begun, until the decision. */
export const SENDING_STATES: readonly FollowUpState[] = EVIDENCE_STATES.filter((state) => state !== 'planned');

/** What a request needs to know of the case that it is about. */
export interface RequestOrigin {
  readonly followUpId: string;
  readonly title: string;
  readonly year: number;
  readonly state: FollowUpState;
  readonly committeeId: string;
  readonly committee: string;
  readonly municipality: string;
  readonly letterhead: string;
  readonly caseNumber: string;
  readonly providerId: string;
  readonly provider: string;
  readonly form: ProviderForm;
  readonly unit: { readonly id: string; readonly name: string };
  readonly contractReference: string;
}

/** Somebody at the provider whom a letter can be mailed to. */
export interface LetterContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The cases in the order of their ids, locked until the transaction ends; those of other committees are left out. */
export function lockOrigins(
  tx: Transaction,
  followUpIds: readonly string[],
  committees: readonly string[] | null,
): Promise<RequestOrigin[]> {
  return tx.query<RequestOrigin>(LOCK_ORIGINS, [tx.municipalityId, followUpIds, committees]);
}

/** The same without a lock, to look at. */
export function readOrigins(
  tx: Transaction,
  followUpIds: readonly string[],
  committees: readonly string[] | null,
): Promise<RequestOrigin[]> {
  return tx.query<RequestOrigin>(ORIGINS, [tx.municipalityId, followUpIds, committees]);
}

/** Why nothing can be sent in a case, in Swedish; null where it can. */
export function sendingFault({ state }: Pick<RequestOrigin, 'state'>): string | null {
  if (SENDING_STATES.includes(state)) return null;
  return `En informationsbegäran kan inte skickas när uppföljningen är i läget ${FOLLOW_UP_STATE_LABELS[state]}.`;
}

/** The contacts of providers that have an address, oldest first, each address once for its provider. */
export async function contactsOf(
  tx: Transaction,
  providerIds: readonly string[],
): Promise<Map<string, readonly LetterContact[]>> {
  const rows = await tx.query<LetterContact & { providerId: string }>(CONTACTS, [tx.municipalityId, providerIds]);
  const contacts = new Map<string, LetterContact[]>();
  for (const { providerId, ...contact } of rows) {
    const known = contacts.get(providerId) ?? [];
    contacts.set(providerId, known);
    if (!known.some(({ email }) => email.toLowerCase() === contact.email.toLowerCase())) known.push(contact);
  }
  return contacts;
}

/** The name that a document of the request is registered under, which names no person (R16). */
export function recordTitle(what: string, { unit, year }: { unit: string; year: number }): string {
  return `${what} om ${unit}, uppföljning ${year}`;
}

const ORIGINS = `
select f.id as "followUpId", f.title, f.year, f.state, f.committee_id as "committeeId", k.name as committee,
  m.name as municipality, case when m.letterhead is null then '' else m.letterhead end as letterhead,
  f.case_number as "caseNumber", f.provider_id as "providerId", p.legal_name as provider, p.form,
  json_build_object('id', u.id, 'name', u.name) as unit, c.reference as "contractReference"
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = f.municipality_id
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract c on c.municipality_id = f.municipality_id and c.id = f.contract_id
where f.municipality_id = $1 and f.id = any ($2) and ($3::uuid[] is null or f.committee_id = any ($3))
order by f.id`;
const LOCK_ORIGINS = `${ORIGINS} for no key update of f`;

const CONTACTS = `
select id, provider_id as "providerId", name, email from contact
where municipality_id = $1 and provider_id = any ($2) and email <> '' order by id`;
