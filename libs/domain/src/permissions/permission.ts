/**
 * What a route may ask for with `@Allow(…)`. One name per thing a person may do; `permissions/role-permissions.ts` says
 * which roles hold it. `session.own` is held by everyone signed in.
 */
export const PERMISSIONS = [
  'session.own',
  'follow-up.read',
  'follow-up.write',
  'follow-up.decide',
  'contract.read',
  'contract.write',
  'provider.read',
  'provider.write',
  'publication.read',
  'publication.screen',
  'publication.approve',
  'publication.publish',
  'audit.read',
  'account.administer',
  'question-set.write',
  'delegation.read',
  'delegation.write',
  'signal.read',
  'signal.write',
  'mail.read',
  'portal.read',
  'portal.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
