import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Omgångar`,
    loadComponent: () => import('./round-list-page.js').then((file) => file.RoundListPage),
  },
  {
    path: 'ny',
    title: $localize`Ny omgång`,
    loadComponent: () => import('./round-new-page.js').then((file) => file.RoundNewPage),
  },
  {
    path: ':id',
    title: $localize`Omgång`,
    loadComponent: () => import('./round-page.js').then((file) => file.RoundPage),
  },
];
export default routes;
