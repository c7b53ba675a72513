import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import { formatKronor, type ManagerSanctionAction, reductionFaults, takeSanction } from '@insyn/domain';
import type { ReduceSanctionRequest, WithdrawSanctionRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline } from '../deadlines/deadlines.js';
import { recordDelegatedDecision } from '../delegations/record-delegated-decision.js';
import type { StaffUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import type { CitedDecision } from './committee-decision.js';
import { lockSanctionFor, type LockedSanction } from './locked-sanction.js';
import { appendSanctionEvent, tellHistory } from './sanction-history.js';
import { letterFacts, type LetterRow, sanctionRecordTitle } from './sanction-letter.js';
import { requireRight } from './sanction-right.js';
import { Sanction } from './sanction.entity.js';

type Move = Exclude<ManagerSanctionAction, 'send'>;

/** What the manager wrote with a move. */
interface Written {
  readonly version: number;
  readonly text: string;
  /** The amount that it is reduced to, in whole kronor. */
  readonly amount?: number;
  /** Of the committee itself, where the act is its own. */
  readonly committeeDecision?: CitedDecision | null;
}

/** How a move is told: in the register, in the mail and in the history of the case. */
const WORDS: Record<Move, { record: string; mail: string; event: string; past: string }> = {
  answer: {
    record: 'Svar på bestridande av påföljd',
    mail: 'har svarat på ert bestridande',
    event: 'Bemötte bestridandet av påföljden',
    past: 'answered',
  },
  uphold: {
    record: 'Besked om att påföljd står fast',
    mail: 'låter påföljden stå fast',
    event: 'Lät påföljden stå fast',
    past: 'upheld',
  },
  reduce: {
    record: 'Besked om nedsatt påföljd',
    mail: 'har satt ned beloppet',
    event: 'Satte ned påföljden',
    past: 'reduced',
  },
  withdraw: {
    record: 'Besked om återtagen påföljd',
    mail: 'har återtagit påföljden',
    event: 'Återtog påföljden',
    past: 'withdrawn',
  },
};

/** What a manager does with a sanction after it was decided. What the provider has seen it is told about (R16). */
@Injectable()
export class SanctionMovesService {
  public constructor(private readonly db: Database) {}

  public answer(user: StaffUser, id: string, version: number, text: string): Promise<Saved> {
    return this.#move(user, id, 'answer', { version, text });
  }

  public uphold(user: StaffUser, id: string, version: number, reason: string): Promise<Saved> {
    return this.#move(user, id, 'uphold', { version, text: reason });
  }

  public reduce(user: StaffUser, id: string, { reason: text, ...request }: ReduceSanctionRequest): Promise<Saved> {
    return this.#move(user, id, 'reduce', { text, ...request });
  }

  public withdraw(user: StaffUser, id: string, { reason: text, ...request }: WithdrawSanctionRequest): Promise<Saved> {
    return this.#move(user, id, 'withdraw', { text, ...request });
  }

  #move(user: StaffUser, id: string, action: Move, written: Written): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const sanction = await lockSanctionFor(tx, id, 'follow-up.decide');
      const { version: from, text, amount = null, committeeDecision = null } = written;
      const state = takeSanction(action, sanction, 'manager', tx.today, text);
      if (amount !== null) requireReduced(sanction, amount);
      const { ground, ...right } = await requireRight(tx, sanction, action, committeeDecision);
      const version = await tx.update(Sanction, id, from, {
        state,
        ...(amount === null ? {} : { reducedAmount: amount }),
      });
      const row = await letterFacts(tx, id);
      const recordId = await recordMove(tx, sanction, row, action);
      if (sanction.providerId !== null) await mailMove(tx, sanction, row, action, written);
      if (action !== 'answer') await cancelDeadline(tx, 'sanction-answer', id);
      const told = ground === '' ? text : `${text}\n\n${ground}.`;
      await appendSanctionEvent(tx, sanction, { action, to: state, text: told, amount, recordId });
      const { followUpId, label } = sanction;
      await recordOnDelegation(tx, sanction, row, action, right.delegationId);
      const to = amount === null ? '' : ` till ${formatKronor(amount)}`;
      tellHistory(tx, { id, followUpId }, WORDS[action].past, `${WORDS[action].event}: ${label}${to}`, {
        before: { state: sanction.state, ...(amount === null ? {} : { amount: sanction.amount }) },
        after: { state, text, ...right, ...(amount === null ? {} : { amount }) },
      });
      return { id, version };
    });
  }
}

/** Puts what was decided on delegation on the list for the committee, as the decision itself was. */
async function recordOnDelegation(
  tx: Transaction,
  { id: subjectId, followUpId, label }: LockedSanction,
  { committeeId, reference }: LetterRow,
  action: Move,
  delegationId: string | null,
): Promise<void> {
  if (delegationId === null) return;
  await recordDelegatedDecision(tx, {
    ...{ committeeId, delegationId, followUpId, matter: 'sanction', subjectId },
    ...{ decidedBy: tx.accountId, decidedOn: tx.today },
    summary: `${WORDS[action].record} enligt avtal ${reference}: ${label}`,
  });
}

/** @throws Invalid at `amount`. */
function requireReduced({ amount: current }: LockedSanction, amount: number): void {
  if (current === null) return;
  const faults = reductionFaults(current, amount);
  if (faults.length > 0) throw new Invalid(faults);
}

/** Registers what goes to the provider (R16); one that was never sent is withdrawn within the committee. @returns the record. */
function recordMove(tx: Transaction, sanction: LockedSanction, row: LetterRow, action: Move): Promise<string> {
  const { followUpId, providerId } = sanction;
  const toProvider = { direction: 'out', counterpart: row.provider } as const;
  const withinCommittee = { direction: 'drawn-up', counterpart: row.committee } as const;
  return registerRecord(tx, {
    ...{ followUpId, ...(providerId === null ? withinCommittee : toProvider) },
    publicTitle: sanctionRecordTitle(WORDS[action].record, sanction, row),
  });
}

async function mailMove(
  tx: Transaction,
  sanction: LockedSanction,
  row: LetterRow,
  action: Move,
  written: Written,
): Promise<void> {
  const { followUpId } = sanction;
  const { providerId } = row;
  await tellProvider(tx, { followUpId, providerId, kind: 'sanction', ...moveMail(sanction, row, action, written) });
}

function moveMail(
  { label, amount: before }: LockedSanction,
  { municipality, unit, reference, caseNumber }: LetterRow,
  action: Move,
  { amount }: Written,
): { subject: string; text: string[] } {
  const words = WORDS[action];
  return {
    subject: `${municipality} ${words.mail}: ${label}`,
    text: [
      `${municipality} ${words.mail} (${label}). Det gäller ${unit}, avtal ${reference}, ärende ${caseNumber}.`,
      ...(amount === undefined || before === null
        ? []
        : [`Beloppet är nu ${formatKronor(amount)}, i stället för ${formatKronor(before)}.`]),
      `Läs ${action === 'answer' ? 'svaret' : 'skälen'} när ni har loggat in.`,
    ],
  };
}
