import type { Permission } from '@insyn/domain';
import { lockRequest } from '../answers/locked-request.js';
import type { RequestRow } from '../answers/request-parts.js';
import type { Transaction } from '../database/transaction.js';
import { type Read, readIn, requireNoConflict } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';

/** What the case says of a request. */
interface FoundRequest {
  readonly ownRun: boolean;
  readonly year: number;
  readonly createdBy: string;
  readonly followUpId: string;
}

/** A request that is locked, with what its case says of it. */
export type OfficersRequest = RequestRow & FoundRequest;

/**
 * Locks a request for a person of the staff, with everything that hangs on it.
 * @throws NotFound for one that the person does not see, Forbidden without the permission in the case's committee (R20),
 * ConflictDeclared for one who has a conflict of interest in the case (R10).
 */
export async function lockOfficersRequest(
  tx: Transaction,
  requestId: string,
  permission: Permission = 'follow-up.write',
): Promise<OfficersRequest> {
  const more = await requireOfficersRequest(tx, requestId, permission);
  return { ...(await lockRequest(tx, requestId)), ...more };
}

/** Makes sure that the person may do this to the request. @throws as {@link lockOfficersRequest}. */
export async function requireOfficersRequest(
  tx: Transaction,
  requestId: string,
  permission: Permission = 'follow-up.write',
): Promise<FoundRequest> {
  const found = await findOfficersRequest(readIn(tx), tx.user, requestId, permission);
  await requireNoConflict(tx, [found.followUpId]);
  return found;
}

/** The same outside a transaction. @throws as {@link lockOfficersRequest}. */
export async function findOfficersRequest(
  read: Read,
  user: StaffUser,
  requestId: string,
  permission: Permission,
): Promise<FoundRequest> {
  const values = [user.municipalityId, requestId, visibleFor(user, permission)];
  const [found] = await read<FoundRequest & { committeeId: string }>({
    ...{ name: 'information-request-access', text: FIND, values },
  });
  if (found === undefined) throw new NotFound();
  const { committeeId, ...more } = found;
  requirePermission(user, permission, committeeId);
  return more;
}

const FIND = `
select f.committee_id as "committeeId", p.form = 'own-run' as "ownRun", f.year, r.created_by as "createdBy",
  f.id as "followUpId"
from information_request r
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
  join provider p on p.id = r.provider_id
where r.municipality_id = $1 and r.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
