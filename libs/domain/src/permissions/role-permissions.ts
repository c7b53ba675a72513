import type { Role } from '../accounts/role.js';
import { PERMISSIONS, type Permission } from './permission.js';

const CASE_READS = ['follow-up.read', 'contract.read', 'provider.read', 'publication.read'] as const;

/**
 * Which permissions each role holds (domain.md §4, Access). An administrator keeps the accounts and the delegation register
 * and sees no cases; an auditor reads and changes nothing. `session.own` comes with every role.
 */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  officer: [
    'session.own',
    ...CASE_READS,
    'follow-up.write',
    'contract.write',
    'provider.write',
    'delegation.read',
    'publication.screen',
    'question-set.write',
    'signal.read',
    'signal.write',
    'mail.read',
  ],
  manager: [
    'session.own',
    ...CASE_READS,
    'follow-up.decide',
    'delegation.read',
    'publication.screen',
    'publication.approve',
    'publication.publish',
    'signal.read',
    'signal.write',
    'mail.read',
  ],
  registrar: [
    'session.own',
    ...CASE_READS,
    'delegation.read',
    'delegation.write',
    'publication.screen',
    'publication.publish',
    'mail.read',
  ],
  auditor: ['session.own', ...CASE_READS, 'delegation.read', 'audit.read', 'signal.read', 'mail.read'],
  administrator: ['session.own', 'delegation.read', 'delegation.write', 'account.administer'],
  provider: ['session.own', 'portal.read', 'portal.write'],
};

/** The permissions of a person with these roles together, each once, in the order of `PERMISSIONS`; of none, only `session.own`. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  const held = new Set<Permission>(['session.own']);
  for (const role of roles) for (const permission of ROLE_PERMISSIONS[role]) held.add(permission);
  return PERMISSIONS.filter((permission) => held.has(permission));
}
