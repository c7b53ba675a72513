import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../database/database.js';
import { Conflict, Forbidden, NotFound } from '../http/problem.js';

// The one place that writes who answers for a provider. In a transaction of the auth role; one change of a provider's
// people at a time.

/** Lets an account answer for a provider; the first one becomes its primary contact. Already there: nothing happens. */
export async function addMember(query: Query, providerId: string, accountId: string): Promise<void> {
  const members = await lockMembers(query, providerId);
  if (members.some((member) => member.accountId === accountId)) return;
  await query(
    "insert into membership (id, account_id, provider_id, role, is_primary) values ($1, $2, $3, 'provider', $4)",
    [uuidv7(), accountId, providerId, !members.some(({ primary }) => primary)],
  );
}

/**
 * Takes a person away from a provider, by its primary contact; the person's sessions at the provider's door end at once.
 * @throws Forbidden, NotFound, Conflict for oneself.
 */
export async function removeMember(query: Query, providerId: string, by: string, accountId: string): Promise<void> {
  await requireMember(query, providerId, by, accountId);
  if (accountId === by) throw new Conflict('own-membership', 'Du kan inte ta bort dig själv. Lämna över först.');
  await query("delete from membership where provider_id = $1 and account_id = $2 and role = 'provider'", [
    ...[providerId, accountId],
  ]);
  await query('delete from session where account_id = $1 and municipality_id is null', [accountId]);
}

/** Makes another person the primary contact. @throws Forbidden, NotFound */
export async function handOver(query: Query, providerId: string, by: string, accountId: string): Promise<void> {
  await requireMember(query, providerId, by, accountId);
  await query("update membership set is_primary = false where provider_id = $1 and role = 'provider' and is_primary", [
    providerId,
  ]);
  await query(
    "update membership set is_primary = true where provider_id = $1 and role = 'provider' and account_id = $2",
    [...[providerId, accountId]],
  );
}

interface Member {
  readonly accountId: string;
  readonly primary: boolean;
}

async function requireMember(query: Query, providerId: string, by: string, accountId: string): Promise<void> {
  const members = await lockMembers(query, providerId);
  const me = members.find((member) => member.accountId === by);
  if (me === undefined || !members.some((member) => member.accountId === accountId)) throw new NotFound();
  if (!me.primary) throw new Forbidden('Bara den som är huvudkontakt kan ändra vilka som svarar för utföraren.');
}

/** Locks more than the rows: of two who are the first, each would otherwise find nobody. */
async function lockMembers(query: Query, providerId: string): Promise<Member[]> {
  await query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [providerId]);
  return query<Member>(
    `select account_id as "accountId", is_primary as "primary" from membership
     where provider_id = $1 and role = 'provider'`,
    [providerId],
  );
}
