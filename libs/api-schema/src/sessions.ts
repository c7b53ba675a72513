import type { CalendarDate, Permission, Role } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

/** Who is signed in, for which municipality, and what they may do there: `GET /api/session`. */
export interface SessionView {
  account: { id: Id; name: string; title: string; email: string };
  municipality: { id: Id; name: string };
  committees: { id: Id; name: string }[];
  roles: Role[];
  /** Each role with the committees that it holds in; one held in the whole municipality has them all. */
  memberships: { role: Role; committees: { id: Id; name: string }[] }[];
  permissions: Permission[];
  expiresAt: Instant;
  today: CalendarDate;
}
