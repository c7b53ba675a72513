import { Injectable } from '@nestjs/common';
import type { FactCheckOptions, Saved } from '@insyn/api-schema';
import type { PreviewFactCheckRequest, SendForFactCheckRequest } from '@insyn/api-schema/server';
import {
  type CalendarDate,
  type ContractKind,
  daysBetween,
  deadlineInDays,
  formatDate,
  formatDateLong,
  take,
} from '@insyn/domain';
import type { FactCheckDraftData } from '@insyn/report';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { setDeadline } from '../deadlines/deadlines.js';
import { issueDocument } from '../documents/issue-document.js';
import { savedNew } from '../follow-ups/content-event.js';
import { lockFollowUp, requireContentVersion } from '../follow-ups/follow-up-access.js';
import { loadFollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { actorFacts, moveFollowUp } from '../follow-ups/follow-up-moves.js';
import type { StaffUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { letterDue } from '../information-requests/send-request.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import { readDraftReport } from './draft-report.js';
import { recordFactCheck } from './fact-check-row.js';
import { FactCheck } from './fact-check.entity.js';
import { ORIGIN } from './fact-check.sql.js';

/** What a letter about a fact check says of its case. */
export interface FactCheckOrigin {
  readonly followUpId: string;
  readonly title: string;
  readonly year: number;
  readonly committee: string;
  readonly municipality: string;
  readonly letterhead: string;
  readonly caseNumber: string;
  readonly providerId: string;
  readonly provider: string;
  readonly ownRun: boolean;
  readonly unit: string;
  readonly contract: { readonly reference: string; readonly kind: ContractKind };
  readonly factCheckDays: number;
}

/** Sends the draft of a report to the provider, who checks the facts. */
@Injectable()
export class FactCheckSendingService {
  public constructor(private readonly db: Database) {}

  /** What a new fact check starts from. @throws NotFound */
  public options(user: StaffUser, followUpId: string): Promise<FactCheckOptions> {
    return this.db.transaction(user, async (tx) => {
      await lockFollowUp(tx, followUpId, 'follow-up.read');
      const { provider, providerId, factCheckDays } = await readOrigin(tx, followUpId);
      const [told] = await tx.query<{ receivers: number }>(RECEIVERS, [tx.municipalityId, providerId]);
      const proposedDue = deadlineInDays(tx.today, factCheckDays);
      return { provider, factCheckDays, proposedDue, receivers: told?.receivers ?? 0 };
    });
  }

  /** The draft with its letter as it would be sent now. Nothing is saved. */
  public draft(user: StaffUser, followUpId: string, request: PreviewFactCheckRequest): Promise<FactCheckDraftData> {
    return this.db.transaction(user, async (tx) => {
      await lockFollowUp(tx, followUpId, 'follow-up.write');
      const origin = await readOrigin(tx, followUpId);
      const due = deadlineInDays(tx.today, daysOf(tx, origin, request.due));
      return letterOf(tx, origin, { number: await nextNumber(tx, followUpId), message: request.message, due });
    });
  }

  /**
   * Sends the draft as it stands: frozen, registered (R16), with a deadline (R1), a PDF and a mail to everyone at the
   * provider; all in this transaction or none of it. @returns the fact check.
   */
  public send(user: StaffUser, followUpId: string, request: SendForFactCheckRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.write');
      requireContentVersion(followUp, request.contentVersion);
      const facts = await loadFollowUpFacts(tx, followUpId);
      const { to } = take('send-for-fact-check', facts, await actorFacts(tx, followUp));
      const origin = await readOrigin(tx, followUpId);
      const { providerId } = origin;
      const id = tx.newId();
      const { due } = await setDeadline(tx, {
        ...{ kind: 'fact-check', followUpId, subjectId: id, providerId, baseDate: tx.today, unit: 'days' },
        amount: daysOf(tx, origin, request.due),
      });
      const number = await nextNumber(tx, followUpId);
      const content = await letterOf(tx, origin, { number, message: request.message, due });
      const recordId = await registerLetter(tx, origin, 'Utkast till rapport för faktakontroll');
      const { municipalityId, accountId: createdBy, now: createdAt, today: sentOn } = tx;
      const { message, contentVersion } = request;
      await tx.insert(FactCheck, {
        ...{ municipalityId, id, followUpId, providerId, number, state: 'sent', message, contentVersion },
        ...{ content, recordId, sentOn, createdBy, createdAt },
      });
      await issueDocument(tx, {
        ...{ kind: 'fact-check-draft', subjectId: id, followUpId, providerId, content, recordId },
        title: `Utkast för faktakontroll: ${origin.title}`,
      });
      await tellProvider(tx, { followUpId, providerId, kind: 'fact-check', ...sentMail(content) });
      await moveFollowUp(tx, followUp, { action: 'send-for-fact-check', to, reason: null });
      recordFactCheck(
        tx,
        { id, followUpId },
        {
          act: 'sent',
          summary: `Skickade utkastet till ${origin.provider} för faktakontroll, svar senast ${formatDate(due)}`,
          after: { number, due, contentVersion },
        },
      );
      return savedNew(id);
    });
  }
}

/** The letter with the draft as the follow-up stands. */
async function letterOf(
  tx: Transaction,
  origin: FactCheckOrigin,
  { number, message, due }: { number: number; message: string; due: CalendarDate },
): Promise<FactCheckDraftData> {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit, contract } = origin;
  const { name, title: role, email } = tx.user;
  const sender = { name, title: role ?? '', email };
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit, contract, sender },
    ...{ number, message, sentOn: tx.today, due, address: `${tx.publicUrl}/utforare` },
    report: await readDraftReport(tx, origin.followUpId, sender),
  };
}

/** What the letters about a fact check say of the case. @throws NotFound */
export async function readOrigin(tx: Transaction, followUpId: string): Promise<FactCheckOrigin> {
  const [origin] = await tx.query<FactCheckOrigin>(ORIGIN, [tx.municipalityId, followUpId]);
  if (origin === undefined) throw new NotFound();
  return origin;
}

/** Registers a letter to the provider; one to the committee's own unit is internal (R16). @returns the record's id. */
export function registerLetter(tx: Transaction, origin: FactCheckOrigin, what: string): Promise<string> {
  const { followUpId, provider, ownRun: internal, unit, year } = origin;
  const publicTitle = recordTitle(what, { unit, year });
  return registerRecord(tx, { followUpId, direction: 'out', counterpart: provider, publicTitle, internal });
}

/** The days that the provider has: the municipality's, or to a later day of the officer's own. @throws Invalid at `due`. */
function daysOf(tx: Transaction, { factCheckDays }: FactCheckOrigin, due: CalendarDate | undefined): number {
  return due === undefined ? factCheckDays : daysBetween(tx.today, letterDue(due, tx.today));
}

async function nextNumber(tx: Transaction, followUpId: string): Promise<number> {
  const [row] = await tx.query<{ number: number }>(NEXT_NUMBER, [tx.municipalityId, followUpId]);
  return row?.number ?? 1;
}

function sentMail(letter: FactCheckDraftData): { subject: string; text: string[] } {
  const { municipality, committee, provider, unit, title, caseNumber, due, message } = letter;
  return {
    subject: `${municipality} ber er kontrollera fakta: ${title}`,
    text: [
      `${municipality}, ${committee}, har följt upp ${unit} och skrivit ett utkast till rapport om ${provider}. Ärendet har nummer ${caseNumber}.`,
      ...(message === '' ? [] : [message]),
      'Läs utkastet och kontrollera att uppgifterna stämmer. Lämna synpunkter på det som är fel, eller svara att ni inte har några.',
      `Svara senast ${formatDateLong(due)}.`,
    ],
  };
}

/** Those whom `tellProvider` mails. */
const RECEIVERS = `
select (select count(*)::int from provider_accounts($2))
  + (select count(distinct lower(c.email))::int from contact c
     where c.municipality_id = $1 and c.provider_id = $2 and c.email <> ''
       and provider_account_of($2, c.email) is null) as receivers`;
const NEXT_NUMBER =
  'select coalesce(max(number), 0)::int + 1 as number from fact_check where municipality_id = $1 and follow_up_id = $2';
