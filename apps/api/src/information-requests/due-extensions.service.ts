import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { DecideExtensionRequest } from '@insyn/api-schema/server';
import { type CalendarDate, extendedDue, extensionFaults, formatDate, WAITING_STATES } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { issueDeadlineLetter } from '../deadlines/deadline-letter.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { DueExtension } from './due-extension.entity.js';
import { InformationRequest } from './information-request.entity.js';
import { answerBy, mailAccount } from './mail-provider.js';
import { lockOfficersRequest, type OfficersRequest } from './officers-request.js';

interface AskedExtension {
  requestId: string;
  wantedDue: CalendarDate;
  askedBy: string;
  decision: 'granted' | 'refused' | null;
}

@Injectable()
export class DueExtensionsService {
  public constructor(private readonly db: Database) {}

  /** Grants or refuses more time. The reason is kept either way, and the one who asked is told. */
  public decide(user: StaffUser, id: string, wanted: DecideExtensionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const asked = await findExtension(tx, id);
      const request = await lockOfficersRequest(tx, asked.requestId);
      const { decision } = await findExtension(tx, id); // as it is now that nobody else can decide it
      if (decision !== null) throw new Conflict('already-decided', 'Det är redan beslutat om svarstiden.');
      if (!WAITING_STATES.includes(request.state)) {
        throw new Conflict('wrong-state', 'Svarstiden kan inte ändras: begäran väntar inte på utföraren.');
      }
      const newDue = grantedDue(tx, request, asked, wanted);
      const version = await tx.update(DueExtension, id, wanted.version, {
        decision: wanted.decision,
        newDue,
        decisionReason: wanted.reason,
        decidedBy: tx.accountId,
        decidedAt: tx.now,
      });
      if (newDue !== null) await tx.update(InformationRequest, request.id, null, { due: newDue });
      if (newDue !== null) await sendLetter(tx, request, newDue, wanted.reason);
      await tell(tx, request, asked, wanted, newDue);
      appendDecision(tx, request, id, newDue, wanted.reason);
      return { id, version };
    });
  }
}

async function findExtension(tx: Transaction, id: string): Promise<AskedExtension> {
  const [found] = await tx.query<AskedExtension>(
    `select request_id as "requestId", wanted_due::text as "wantedDue", asked_by as "askedBy", decision
     from due_extension where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id],
  );
  if (found === undefined) throw new NotFound();
  return found;
}

/** R1: the day that is granted, moved to a working day; null for a refusal. @throws Invalid at `newDue`. */
function grantedDue(
  tx: Transaction,
  { due }: OfficersRequest,
  asked: AskedExtension,
  { decision, newDue = null }: DecideExtensionRequest,
): CalendarDate | null {
  if (decision === 'refused') {
    if (newDue === null) return null;
    throw new Invalid([{ field: 'newDue', message: 'Ange ingen ny tid när begäran avslås.' }]);
  }
  const wantedDue = newDue ?? asked.wantedDue;
  const faults = extensionFaults({ due, wantedDue, today: tx.today });
  if (faults.length > 0) throw new Invalid(faults.map((fault) => ({ field: 'newDue', message: `${fault}.` })));
  return extendedDue(wantedDue);
}

/** The letter about the new day is registered and shown to both sides; the one who asked is mailed. */
async function sendLetter(
  tx: Transaction,
  { id: subjectId, followUpId, providerId, title, due: before }: OfficersRequest,
  due: CalendarDate,
  reason: string,
): Promise<void> {
  const awaited = { subjectKind: 'information-request', name: `svar på ”${title}”`, ask: 'Svara' } as const;
  await issueDeadlineLetter(tx, awaited, { followUpId, providerId, subjectId, before, due, reason });
}

async function tell(
  tx: Transaction,
  request: OfficersRequest,
  { askedBy, wantedDue }: AskedExtension,
  { reason }: DecideExtensionRequest,
  newDue: CalendarDate | null,
): Promise<void> {
  const { title } = request;
  await mailAccount(tx, request, askedBy, {
    kind: 'extension-decision',
    subject: newDue === null ? `Svarstiden är oförändrad: ${title}` : `Längre svarstid: ${title}`,
    text: [
      newDue === null
        ? `Ni har bett om längre tid, till ${formatDate(wantedDue)}, för att svara på ”${title}”. Svarstiden ändras inte.`
        : `Ni har fått längre tid för att svara på ”${title}”.`,
      `Skäl: ${reason}`,
      answerBy(newDue ?? request.due),
    ],
  });
}

function appendDecision(
  tx: Transaction,
  { id: requestId, followUpId, title, due }: OfficersRequest,
  id: string,
  newDue: CalendarDate | null,
  reason: string,
): void {
  tx.appendEvent({
    kind: newDue === null ? 'due-extension.refused' : 'due-extension.granted',
    subjectKind: 'information-request',
    subjectId: requestId,
    followUpId,
    summary:
      newDue === null
        ? `Avslog längre svarstid för ”${title}”`
        : `Förlängde svarstiden för ”${title}” till ${formatDate(newDue)}`,
    before: { due },
    after: { extensionId: id, due: newDue ?? due, reason },
  });
}
