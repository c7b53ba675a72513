import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Delegering`,
    loadComponent: () => import('./delegation-register-page.js').then((file) => file.DelegationRegisterPage),
  },
  {
    path: 'anmalan',
    title: $localize`Anmälan till nämnden`,
    loadComponent: () => import('./delegation-report-page.js').then((file) => file.DelegationReportPage),
  },
];
export default routes;
