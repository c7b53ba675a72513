import type { Routes } from '@angular/router';
import { asksBeforeLeaving } from '../ui/half-written.js';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Signaler`,
    loadComponent: () => import('./signal-list-page.js').then((file) => file.SignalListPage),
  },
  {
    path: 'ny',
    title: $localize`Ny signal`,
    loadComponent: () => import('./signal-unit-page.js').then((file) => file.SignalUnitPage),
  },
  {
    path: 'mottagare',
    title: $localize`Mottagare av lex Sarah-rapporter`,
    loadComponent: () => import('./recipients-page.js').then((file) => file.RecipientsPage),
  },
  {
    path: 'enheter/:unitId',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Enhetens signaler`,
    loadComponent: () => import('./unit-signals-page.js').then((file) => file.UnitSignalsPage),
  },
];
export default routes;
