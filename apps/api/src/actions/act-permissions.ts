import type { ActionAct, Permission } from '@insyn/domain';

/** What each act on an action asks for. To withdraw a requirement changes what was decided, so it is the manager's. */
export const ACT_PERMISSIONS: Record<ActionAct, Permission> = {
  verify: 'follow-up.write',
  reopen: 'follow-up.write',
  withdraw: 'follow-up.decide',
  lapse: 'follow-up.write',
  note: 'follow-up.write',
};
