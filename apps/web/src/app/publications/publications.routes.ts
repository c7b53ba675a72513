import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Publicerat`,
    loadComponent: () => import('./publication-list-page.js').then((file) => file.PublicationListPage),
  },
  {
    path: ':id',
    title: $localize`Publicering`,
    loadComponent: () => import('./publication-page.js').then((file) => file.PublicationPage),
  },
];
export default routes;
