import { type Permission, type Role, ROLE_PERMISSIONS, ROLES } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Invalid } from '../http/problem.js';

/** The roles that may be named as readers of a restricted signal. */
export const READER_ROLES: readonly Role[] = rolesWith('signal.read');
/** The roles that may be told of a report and have to deal with it. */
export const RECIPIENT_ROLES: readonly Role[] = rolesWith('signal.write');

function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
}

/** Makes sure that all are of the committee's staff with one of the roles. @throws Invalid at the field. */
export async function requireStaffOf(
  tx: Transaction,
  committeeId: string,
  roles: readonly Role[],
  accountIds: readonly string[],
  field: string,
): Promise<void> {
  if (accountIds.length === 0) return;
  const known = await tx.query<{ id: string }>(
    `select distinct a.id
     from membership m join account a on a.id = m.account_id
     where m.municipality_id = $1 and (m.committee_id is null or m.committee_id = $2) and m.role = any ($3)
       and a.id = any ($4) and a.suspended_at is null`,
    [tx.municipalityId, committeeId, roles, accountIds],
  );
  if (known.length === new Set(accountIds).size) return;
  throw new Invalid([{ field, message: 'Välj personer som arbetar med nämndens signaler.' }]);
}
