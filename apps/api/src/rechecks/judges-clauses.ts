import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../http/problem.js';

/** Makes sure that a follow-up judges clauses. @throws Conflict `recheck-judges-requirements` of a re-check, which does not. */
export async function requireJudgesClauses(tx: Transaction, followUpId: string): Promise<void> {
  const [recheck] = await tx.query(
    `select 1 from follow_up where municipality_id = $1 and id = $2 and kind = 're-check'`,
    [tx.municipalityId, followUpId],
  );
  if (recheck === undefined) return;
  const title = 'En återkontroll prövar de öppna kraven. Nya iakttagelser hör till en ny uppföljning.';
  throw new Conflict('recheck-judges-requirements', title);
}
