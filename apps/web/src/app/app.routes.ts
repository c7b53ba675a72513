import type { Routes } from '@angular/router';
import { atProviderDoor, leadsProvidersHome } from './provider-portal/portal-door.js';
import { signedIn } from './sign-in/signed-in.guard.js';

/** One lazy bundle per feature; the paths are the words of the menu. */
export const routes: Routes = [
  { path: '', canMatch: [atProviderDoor], loadChildren: () => import('./provider-portal/portal.routes.js') },
  {
    path: 'logga-in',
    title: $localize`Logga in`,
    loadComponent: () => import('./sign-in/sign-in-page.js').then((file) => file.SignInPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    canActivateChild: [leadsProvidersHome],
    loadComponent: () => import('./shell/shell.js').then((file) => file.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'mitt-arbete' },
      { path: 'mitt-arbete', loadChildren: () => import('./my-work/my-work.routes.js') },
      { path: 'uppfoljningar', loadChildren: () => import('./follow-ups/follow-ups.routes.js') },
      { path: 'tidsfrister', loadChildren: () => import('./deadlines/deadlines.routes.js') },
      { path: 'avtal', loadChildren: () => import('./contracts/contracts.routes.js') },
      { path: 'utforare', loadChildren: () => import('./providers/providers.routes.js') },
      { path: 'fragebatterier', loadChildren: () => import('./question-sets/question-sets.routes.js') },
      { path: 'omgangar', loadChildren: () => import('./information-requests/request-rounds.routes.js') },
      { path: 'utskick', loadChildren: () => import('./mails/mails.routes.js') },
      { path: 'signaler', loadChildren: () => import('./signals/signals.routes.js') },
      { path: 'pafoljder', loadChildren: () => import('./sanctions/sanctions.routes.js') },
      { path: 'delegering', loadChildren: () => import('./delegations/delegations.routes.js') },
      { path: 'publicerat', loadChildren: () => import('./publications/publications.routes.js') },
      {
        path: 'behorighet-saknas',
        title: $localize`Du har inte behörighet`,
        loadComponent: () => import('./shell/forbidden-page.js').then((file) => file.ForbiddenPage),
      },
      {
        path: '**',
        title: $localize`Sidan finns inte`,
        loadComponent: () => import('./shell/not-found-page.js').then((file) => file.NotFoundPage),
      },
    ],
  },
];
