import { Injectable } from '@nestjs/common';
import type { InformationLetter, Saved, SentRound } from '@insyn/api-schema';
import type { SendRequestRequest, SendRoundRequest } from '@insyn/api-schema/server';
import { REQUEST_LIMITS } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { savedNew } from '../follow-ups/content-event.js';
import { changeContent } from '../follow-ups/content-change.js';
import { requireNoConflict } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees, requirePermission, visibleFor } from '../http/permitted-committees.js';
import { Conflict, type FieldError, Invalid, NotFound } from '../http/problem.js';
import { freezeVersion, type FrozenQuestions } from '../question-sets/freeze-version.js';
import { Settings } from '../settings/settings.js';
import { contactsOf, type LetterContact, lockOrigins, readOrigins } from './request-origin.js';
import { type RequestOrigin, SENDING_STATES, sendingFault } from './request-origin.js';
import { RequestRound } from './request-round.entity.js';
import { letterOf, type RequestContent, sendRequest } from './send-request.js';

@Injectable()
export class RequestSendingService {
  public constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Sends one request: all of it, or nothing. */
  public send(user: StaffUser, followUpId: string, request: SendRequestRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, SENDING_STATES);
      const [origin] = await lockOrigins(tx, [followUpId], null);
      if (origin === undefined) throw new NotFound();
      const contacts = await chosenContacts(tx, origin, request.contactIds);
      const questions = await freezeVersion(tx, request.questionSetVersionId);
      const letter = this.#letter(tx, origin, request, questions);
      return savedNew(await sendRequest(tx, { origin, letter, questions, contacts, roundId: null }));
    });
  }

  /** The letter as it would be sent. Nothing is saved, and nothing frozen. */
  public draft(user: StaffUser, followUpId: string, request: SendRequestRequest): Promise<InformationLetter> {
    return this.db.transaction(user, async (tx) => {
      const [origin] = await readOrigins(tx, [followUpId], visibleFor(user, 'follow-up.write'));
      if (origin === undefined) throw new NotFound();
      requirePermission(user, 'follow-up.write', origin.committeeId);
      const fault = sendingFault(origin);
      if (fault !== null) throw new Conflict('content-locked', fault);
      await chosenContacts(tx, origin, request.contactIds);
      const [questions] = await tx.query<FrozenQuestions>(VERSION, [tx.municipalityId, request.questionSetVersionId]);
      if (questions === undefined) {
        throw new Invalid([{ field: 'questionSetVersionId', message: 'Frågebatteriet finns inte.' }]);
      }
      return this.#letter(tx, origin, request, questions);
    });
  }

  /**
   * Sends the same request in many cases of one committee, to every contact of each provider that has an address.
   * @throws Invalid with each case that it cannot be sent in; nothing is sent then.
   */
  public sendRound(user: StaffUser, request: SendRoundRequest): Promise<SentRound> {
    return this.db.transaction(user, async (tx) => {
      const { followUpIds, name, ...content } = request;
      const origins = await lockOrigins(tx, followUpIds, permittedCommittees(user, 'follow-up.write'));
      await requireNoConflict(
        tx,
        origins.map(({ followUpId }) => followUpId),
      );
      const providerIds = [...new Set(origins.map(({ providerId }) => providerId))];
      const contacts = await contactsOf(tx, providerIds);
      const faults = roundFaults(followUpIds, origins, contacts);
      const [first] = origins;
      if (faults.length > 0 || first === undefined) throw new Invalid(faults);
      const questions = await freezeVersion(tx, request.questionSetVersionId);
      await tx.query(COUNT_UP, [tx.municipalityId, followUpIds]);
      const roundId = await insertRound(tx, first.committeeId, name, origins.length);
      for (const origin of origins) {
        const letter = this.#letter(tx, origin, content, questions);
        const receivers = (contacts.get(origin.providerId) ?? []).slice(0, REQUEST_LIMITS.contacts);
        await sendRequest(tx, { origin, letter, questions, contacts: receivers, roundId });
      }
      return { ...savedNew(roundId), requests: origins.length };
    });
  }

  #letter(tx: Transaction, origin: RequestOrigin, content: RequestContent, questions: FrozenQuestions) {
    const address = this.settings.PUBLIC_URL + '/utforare';
    return letterOf(origin, content, questions, { user: tx.user, today: tx.today, address });
  }
}

/** The contacts that were chosen. @throws Invalid at `contactIds` for one who is not the provider's or has no address. */
async function chosenContacts(
  tx: Transaction,
  { providerId }: RequestOrigin,
  ids: readonly string[],
): Promise<readonly LetterContact[]> {
  const known = await tx.query<{ id: string; name: string; email: string | null }>(CHOSEN, [
    ...[tx.municipalityId, providerId, ids],
  ]);
  const fault = (message: string) => new Invalid([{ field: 'contactIds', message }]);
  if (known.length < ids.length) throw fault('Kontaktpersonen finns inte hos utföraren.');
  const withoutAddress = known.filter(({ email }) => email === null || email === '');
  if (withoutAddress.length > 0) {
    throw fault(`${withoutAddress.map(({ name }) => name).join(', ')} saknar e-postadress.`);
  }
  const addresses = new Set<string>();
  return known.flatMap(({ id, name, email }) => {
    const address = (email ?? '').toLowerCase();
    if (addresses.has(address)) return [];
    addresses.add(address);
    return [{ id, name, email: email ?? '' }];
  });
}

/** What is wrong with the cases of a round, each at its place in the list. */
function roundFaults(
  followUpIds: readonly string[],
  origins: readonly RequestOrigin[],
  contacts: ReadonlyMap<string, readonly LetterContact[]>,
): FieldError[] {
  const byId = new Map(origins.map((origin) => [origin.followUpId, origin]));
  const committeeId = byId.get(followUpIds[0] ?? '')?.committeeId;
  return followUpIds.flatMap((id, index) => {
    const field = `followUpIds.${index}`;
    const origin = byId.get(id);
    if (origin === undefined) return [{ field, message: 'Uppföljningen finns inte.' }];
    const message =
      sendingFault(origin) ??
      (contacts.has(origin.providerId) ? null : `${origin.provider} har ingen kontaktperson med e-postadress.`) ??
      (committeeId === undefined || origin.committeeId === committeeId
        ? null
        : 'Alla uppföljningar i en omgång ska höra till samma nämnd.');
    return message === null ? [] : [{ field, message: `${origin.title}: ${message}` }];
  });
}

async function insertRound(tx: Transaction, committeeId: string, name: string, requests: number): Promise<string> {
  const id = tx.newId();
  const { municipalityId, accountId: createdBy, now: createdAt } = tx;
  await tx.insert(RequestRound, { municipalityId, id, committeeId, name, createdBy, createdAt });
  tx.appendEvent({
    kind: 'request-round.sent',
    subjectKind: 'request-round',
    subjectId: id,
    summary: `Skickade omgången ”${name}” till ${requests} uppföljningar`,
    after: { name, requests },
  });
  return id;
}

const CHOSEN = `select id, name, email from contact
  where municipality_id = $1 and provider_id = $2 and id = any ($3) order by id`;
const VERSION = `select v.id as "versionId", s.name as "setName", v.number, v.questions
  from question_set_version v join question_set s on s.municipality_id = v.municipality_id and s.id = v.question_set_id
  where v.municipality_id = $1 and v.id = $2`;
const COUNT_UP =
  'update follow_up set content_version = content_version + 1 where municipality_id = $1 and id = any ($2)';
