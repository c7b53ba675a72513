import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../http/problem.js';
import { lockRootOf, moveRoot } from './recheck-root.js';
import { refreshScope } from './recheck-scope.js';

/**
 * Opens a re-check that is being started: its scope becomes the requirements that are open today, for the provider that has
 * the contract today, and its root goes to `rechecking`. The caller holds the locks on the root and the re-check.
 * @throws Conflict `nothing-to-recheck` where no requirement is open, RuleViolation where the root is not being remedied.
 */
export async function openRecheck(tx: Transaction, recheckId: string): Promise<void> {
  const root = await lockRootOf(tx, recheckId);
  const actions = await refreshScope(tx, recheckId, root.id);
  if (actions === 0) {
    const title = 'Inget krav är öppet längre. Avsluta uppföljningen i stället, så ställs återkontrollen in.';
    throw new Conflict('nothing-to-recheck', title);
  }
  await tx.query(FOLLOW_PARTY, [tx.municipalityId, recheckId, tx.today]);
  await moveRoot(tx, root, 'recheck-opened');
}

const FOLLOW_PARTY = `
update follow_up f set provider_id = y.provider_id
from contract_party y
where f.municipality_id = $1 and f.id = $2 and y.municipality_id = $1 and y.contract_id = f.contract_id
  and y.from_date <= $3::date and (y.to_date is null or y.to_date >= $3::date) and y.provider_id <> f.provider_id`;
