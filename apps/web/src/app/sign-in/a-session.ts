import type { SessionView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';

/** A session for specs: an officer of Lunda, signed in for an hour on 22 November 2026. Each role is held in every committee. */
export function aSession(changes: Partial<SessionView> = {}): SessionView {
  const session: Omit<SessionView, 'memberships'> = {
    account: { id: 'account-1', name: 'Maja Sandell', title: 'verksamhetsutvecklare', email: 'maja@lunda.example' },
    municipality: { id: 'municipality-1', name: 'Lunda kommun' },
    committees: [{ id: 'committee-1', name: 'Socialnämnden' }],
    roles: ['officer'],
    permissions: permissionsOf(['officer']),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    today: '2026-11-22',
    ...changes,
  };
  const { roles, committees } = session;
  return { memberships: roles.map((role) => ({ role, committees })), ...session };
}
