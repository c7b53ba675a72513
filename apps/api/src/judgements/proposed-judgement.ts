import type { Outcome } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../http/problem.js';

/** The link of the chain that waits for a decision. */
export interface ProposedJudgement {
  readonly id: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly proposedAt: Date;
  /** Why no new action plan is demanded after a re-check; null where one is. */
  readonly noPlanReason: string | null;
}

/** The judgement of a follow-up that waits for a decision, locked. @throws Conflict `nothing-proposed` where none does. */
export async function proposedJudgement(tx: Transaction, followUpId: string): Promise<ProposedJudgement> {
  const [row] = await tx.query<ProposedJudgement>(
    `select id, version, outcome, proposed_at as "proposedAt", no_plan_reason as "noPlanReason"
     from judgement
     where municipality_id = $1 and follow_up_id = $2 and status = 'proposed' order by id desc limit 1 for update`,
    [tx.municipalityId, followUpId],
  );
  if (row === undefined) throw new Conflict('nothing-proposed', 'Ingen bedömning väntar på beslut.');
  return row;
}
