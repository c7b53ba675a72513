import { PERMISSIONS, permissionsOf, ROLE_PERMISSIONS, type Permission, type Role } from '@insyn/domain';
import type { StaffUser } from './current-user.js';
import { Forbidden, NotFound } from './problem.js';

// The committees are separate authorities: who is an officer in one and a manager in another is neither in both. What a
// person may do to a row is asked in the committee that owns it, never of all the roles together.

/**
 * The committees in which the person holds the permission; null is all of the municipality's. A statement about their rows
 * holds `($n::uuid[] is null or f.committee_id = any ($n))`.
 */
export function permittedCommittees(user: StaffUser, permission: Permission): readonly string[] | null {
  const committeeIds = new Set<string>();
  for (const { role, committeeId } of user.memberships) {
    if (!ROLE_PERMISSIONS[role].includes(permission)) continue;
    if (committeeId === null) return null;
    committeeIds.add(committeeId);
  }
  return [...committeeIds];
}

/** The roles that the person holds in one committee: those given there, and those of the whole municipality. */
export function rolesIn(user: StaffUser, committeeId: string): Role[] {
  const here = user.memberships.filter((held) => held.committeeId === null || held.committeeId === committeeId);
  return [...new Set(here.map(({ role }) => role))];
}

/** Whether the person holds the permission in this committee. */
export function isPermitted(user: StaffUser, permission: Permission, committeeId: string): boolean {
  return permissionsOf(rolesIn(user, committeeId)).includes(permission);
}

/**
 * Makes sure that the person may do this to a row of the committee (R20).
 * @throws NotFound for one who may not see such rows there, Forbidden for one who sees them and may not do this.
 */
export function requirePermission(user: StaffUser, permission: Permission, committeeId: string): void {
  if (isPermitted(user, permission, committeeId)) return;
  throw isPermitted(user, readOf(permission), committeeId) ? new Forbidden() : new NotFound();
}

/** The committees whose rows of this kind the person sees, where a command looks for the row that it needs `permission` for. */
export function visibleFor(user: StaffUser, permission: Permission): readonly string[] | null {
  return permittedCommittees(user, readOf(permission));
}

/** What one must hold to see the rows that a permission is about, by its noun: `contract.read` for `contract.write`. */
function readOf(permission: Permission): Permission {
  const read = permission.replace(/\.[^.]+$/, '.read');
  return PERMISSIONS.find((known) => known === read) ?? permission;
}
