import type { Routes } from '@angular/router';
import { answersForProvider } from './portal-door.js';

/** The provider's door: the paths are the words of its menu. */
export default [
  {
    path: 'inbjudan',
    title: $localize`Inbjudan`,
    loadComponent: () => import('./invitation/invitation-page.js').then((file) => file.InvitationPage),
  },
  {
    path: 'logga-in',
    title: $localize`Logga in`,
    loadComponent: () => import('./portal-sign-in-page.js').then((file) => file.PortalSignInPage),
  },
  {
    path: 'fel-ingang',
    title: $localize`Ingången är för utförare`,
    loadComponent: () => import('./wrong-door-page.js').then((file) => file.WrongDoorPage),
  },
  {
    path: '',
    canActivate: [answersForProvider],
    loadComponent: () => import('./portal-shell.js').then((file) => file.PortalShell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'att-gora' },
      {
        path: 'att-gora',
        title: $localize`Att göra`,
        loadComponent: () => import('./tasks/tasks-page.js').then((file) => file.TasksPage),
      },
      {
        path: 'informationsbegaran/:requestId',
        title: $localize`Informationsbegäran`,
        loadComponent: () => import('./request/request-page.js').then((file) => file.RequestPage),
      },
      {
        path: 'informationsbegaran/:requestId/lex-sarah',
        title: $localize`Anmäl lex Sarah`,
        loadComponent: () => import('./lex-sarah/lex-sarah-page.js').then((file) => file.LexSarahPage),
      },
      {
        path: 'pafoljd/:sanctionId',
        title: $localize`Beslut om påföljd`,
        loadComponent: () => import('./sanction/sanction-page.js').then((file) => file.SanctionPage),
      },
      {
        path: 'faktakontroll/:factCheckId',
        title: $localize`Faktakontroll`,
        loadComponent: () => import('./fact-check/fact-check-page.js').then((file) => file.FactCheckPage),
      },
      {
        path: 'atgardsplan/:planId',
        title: $localize`Åtgärdsplan`,
        loadComponent: () => import('./action-plan/plan-page.js').then((file) => file.PlanPage),
      },
      {
        path: 'personer',
        title: $localize`Personer`,
        loadComponent: () => import('./people/people-page.js').then((file) => file.PeoplePage),
      },
      {
        path: '**',
        title: $localize`Sidan finns inte`,
        loadComponent: () => import('./portal-not-found-page.js').then((file) => file.PortalNotFoundPage),
      },
    ],
  },
] satisfies Routes;
