import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CanActivateFn } from '@angular/router';
import type { Permission } from '@insyn/domain';
import { Session } from './session.js';

/** Lets those signed in pass; others sign in first and then come to the page they asked for. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const view = session.view() ?? (await session.load().catch(() => null));
  if (view) return true;
  const queryParams = state.url === '/' ? {} : { till: state.url };
  return router.createUrlTree(['/logga-in'], { queryParams });
};

/** Lets those with the permission pass; others meet the page that says they may not. For routes of features. */
export function allowed(permission: Permission): CanActivateFn {
  return () => inject(Session).can(permission) || inject(Router).createUrlTree(['/behorighet-saknas']);
}
