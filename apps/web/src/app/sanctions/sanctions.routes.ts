import type { Routes } from '@angular/router';

export default [
  {
    path: ':id',
    title: $localize`Påföljd`,
    loadComponent: () => import('./sanction-page.js').then((file) => file.SanctionPage),
  },
] satisfies Routes;
