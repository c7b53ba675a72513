import type { Routes } from '@angular/router';
import { asksBeforeLeaving } from '../ui/half-written.js';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Utförare`,
    loadComponent: () => import('./provider-list-page.js').then((file) => file.ProviderListPage),
  },
  {
    path: 'ny',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Ny utförare`,
    loadComponent: () => import('./provider-new-page.js').then((file) => file.ProviderNewPage),
  },
  {
    path: ':id',
    title: $localize`Utförare`,
    loadComponent: () => import('./provider-page.js').then((file) => file.ProviderPage),
  },
];
export default routes;
