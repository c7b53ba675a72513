import type { CalendarDate, Permission, SanctionFacts, SanctionKind, SanctionState } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import { NotFound } from '../http/problem.js';
import { ANSWER_DUE } from './sanctions.sql.js';

/** A sanction whose row is locked until the transaction ends. */
export interface LockedSanction extends SanctionFacts {
  readonly id: string;
  readonly followUpId: string;
  readonly contractId: string;
  /** Null until it is sent. */
  readonly providerId: string | null;
  readonly kind: SanctionKind;
  readonly label: string;
  readonly state: SanctionState;
  readonly severe: boolean;
  readonly severeReason: string | null;
  readonly grounds: string;
  readonly amount: number | null;
  readonly amountBasis: string | null;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly answerDue: CalendarDate | null;
}

/**
 * Locks a sanction with its case, for a person of the staff.
 * @throws NotFound for one that the person does not see, Forbidden without the permission in the case's committee (R20).
 */
export async function lockSanctionFor(
  tx: Transaction,
  sanctionId: string,
  permission: Permission,
): Promise<LockedSanction> {
  const [row] = await tx.query<{ followUpId: string }>(
    'select follow_up_id as "followUpId" from sanction where municipality_id = $1 and id = $2',
    [tx.municipalityId, sanctionId],
  );
  if (row === undefined) throw new NotFound();
  await lockFollowUp(tx, row.followUpId, permission);
  return lockSanction(tx, sanctionId);
}

/** Locks a sanction by its row alone, at whatever door. @throws NotFound for one that the door does not show. */
export async function lockSanction(tx: Transaction, sanctionId: string): Promise<LockedSanction> {
  await tx.query(LOCK, [tx.municipalityId, sanctionId]);
  const [sanction] = await tx.query<LockedSanction>(READ, [tx.municipalityId, sanctionId]);
  if (sanction === undefined) throw new NotFound();
  return sanction;
}

const LOCK = 'select 1 from sanction where municipality_id = $1 and id = $2 for update';
const READ = `
select s.id, s.follow_up_id as "followUpId", s.contract_id as "contractId", s.provider_id as "providerId", s.kind, s.label,
  s.state, s.severe, s.severe_reason as "severeReason", s.grounds,
  case when s.reduced_amount is null then s.amount else s.reduced_amount end as amount, s.amount_basis as "amountBasis",
  s.decided_on::text as "decidedOn", s.decided_by as "decidedBy", ${ANSWER_DUE} as "answerDue"
from sanction s where s.municipality_id = $1 and s.id = $2`;
