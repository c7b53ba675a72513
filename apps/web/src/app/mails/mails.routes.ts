import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Utskick`,
    loadComponent: () => import('./mail-list-page.js').then((file) => file.MailListPage),
  },
  {
    path: ':id',
    title: $localize`Utskick`,
    loadComponent: () => import('./mail-page.js').then((file) => file.MailPage),
  },
];
export default routes;
