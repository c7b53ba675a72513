import {
  rightToDecide,
  RuleViolation,
  type CalendarDate,
  type DelegatedMatter,
  type DelegationFacts,
  type RightToDecide,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { type Read, readIn } from '../follow-ups/follow-up-access.js';

/** A delegation as a decision cites it. */
export type HeldDelegation = DelegationFacts & { readonly point: string; readonly reference: string };

/** What is decided: a matter of a committee's, by somebody, on a day. */
interface Decision {
  readonly municipalityId: string;
  readonly committeeId: string;
  readonly accountId: string;
  readonly matter: DelegatedMatter;
  readonly on: CalendarDate;
}

/** By what right the person decides that day, as the committee's settings and its register stand now (R10). */
export async function rightIn(read: Read, decision: Decision): Promise<RightToDecide<HeldDelegation>> {
  const { municipalityId, committeeId, accountId, matter } = decision;
  const [register] = await read<{ delegatedMatters: string[]; delegations: HeldDelegation[] }>({
    name: 'right-to-decide',
    text: REGISTER,
    values: [municipalityId, committeeId, accountId, matter],
  });
  return rightToDecide(register ?? { delegatedMatters: [], delegations: [] }, decision);
}

/**
 * The delegation that a decision made now cites (R10): the one by which the person of the transaction decides in this matter
 * today, or null where the committee leaves the matter to the post. Asked of every decision that can be delegated: the
 * judgement, the publication and the sanction.
 * @throws RuleViolation `blocked` for one who has no delegation that covers today.
 */
export async function requireDelegation(
  tx: Transaction,
  { committeeId, matter }: Pick<Decision, 'committeeId' | 'matter'>,
): Promise<HeldDelegation | null> {
  const right = await rightIn(readIn(tx), {
    ...{ municipalityId: tx.municipalityId, committeeId, accountId: tx.user.accountId },
    ...{ matter, on: tx.today },
  });
  if (right.by === 'nobody') throw new RuleViolation('blocked', right.blocker.message, [right.blocker]);
  return right.by === 'delegation' ? right.delegation : null;
}

const REGISTER = `
select k.delegated_matters as "delegatedMatters",
  (select coalesce(json_agg(json_build_object('id', g.id, 'matter', g.matter, 'accountId', g.account_id, 'point', g.point,
      'reference', g.reference, 'validFrom', g.valid_from, 'validTo', g.valid_to, 'revokedOn', g.revoked_on)), '[]')
    from delegation g
    where g.municipality_id = $1 and g.committee_id = $2 and g.account_id = $3 and g.matter = $4) as delegations
from committee k where k.municipality_id = $1 and k.id = $2`;
