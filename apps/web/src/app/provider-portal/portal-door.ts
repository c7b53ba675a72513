import { DOCUMENT, PlatformLocation } from '@angular/common';
import { inject } from '@angular/core';
import { Router, type CanActivateChildFn, type CanActivateFn, type CanMatchFn } from '@angular/router';
import { Session } from '../sign-in/session.js';

const DOOR = '/utforare';

/** Whether the page was opened at the provider's door; the server writes the door into the page's base address. */
export const atProviderDoor: CanMatchFn = () => inject(PlatformLocation).getBaseHrefFromDOM() === `${DOOR}/`;

/** Leads one who answers for a provider from the staff's door to the provider's; asked once the session is known. */
export const leadsProvidersHome: CanActivateChildFn = () => {
  const document = inject(DOCUMENT);
  if (!inject(Session).can('portal.read')) return true;
  document.location.replace(DOOR);
  return false;
};

/** Lets those pass who answer for a provider; others sign in first, or are told that this door is not theirs. */
export const answersForProvider: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const view = session.view() ?? (await session.load().catch(() => null));
  if (!view) {
    const queryParams = state.url === '/' || state.url === '/att-gora' ? {} : { till: state.url };
    return router.createUrlTree(['/logga-in'], { queryParams });
  }
  return session.can('portal.read') || router.createUrlTree(['/fel-ingang']);
};
