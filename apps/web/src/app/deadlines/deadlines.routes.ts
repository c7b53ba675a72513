import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Tidsfrister`,
    loadComponent: () => import('./deadline-list-page.js').then((file) => file.DeadlineListPage),
  },
];
export default routes;
