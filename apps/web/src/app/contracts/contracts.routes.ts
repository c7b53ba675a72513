import type { Routes } from '@angular/router';
import { asksBeforeLeaving } from '../ui/half-written.js';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Avtal`,
    loadComponent: () => import('./contract-list-page.js').then((file) => file.ContractListPage),
  },
  {
    path: 'nytt',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Nytt avtal`,
    loadComponent: () => import('./contract-form/contract-new-page.js').then((file) => file.ContractNewPage),
  },
  {
    path: ':id',
    title: $localize`Avtal`,
    loadComponent: () => import('./contract-page.js').then((file) => file.ContractPage),
  },
  {
    path: ':id/andra',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Ändra avtalet`,
    loadComponent: () => import('./contract-form/contract-edit-page.js').then((file) => file.ContractEditPage),
  },
  {
    path: ':id/las-in',
    title: $localize`Läs in avtalspunkter`,
    loadComponent: () => import('./clause-import/clause-import-page.js').then((file) => file.ClauseImportPage),
  },
];
export default routes;
