import type { Routes } from '@angular/router';
import { asksBeforeLeaving } from '../ui/half-written.js';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Frågebatterier`,
    loadComponent: () => import('./question-set-list-page.js').then((file) => file.QuestionSetListPage),
  },
  {
    path: 'nytt',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Nytt frågebatteri`,
    loadComponent: () => import('./question-set-new-page.js').then((file) => file.QuestionSetNewPage),
  },
  {
    path: ':id',
    title: $localize`Frågebatteri`,
    loadComponent: () => import('./question-set-page.js').then((file) => file.QuestionSetPage),
  },
  {
    path: ':id/versioner/:versionId',
    title: $localize`Tidigare version`,
    loadComponent: () => import('./question-set-version-page.js').then((file) => file.QuestionSetVersionPage),
  },
];
export default routes;
