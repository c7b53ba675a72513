import type { Routes } from '@angular/router';
import { asksBeforeLeaving } from '../ui/half-written.js';

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Uppföljningar`,
    loadComponent: () => import('./follow-up-list/follow-up-list-page.js').then((file) => file.FollowUpListPage),
  },
  {
    path: 'ny',
    canDeactivate: [asksBeforeLeaving],
    title: $localize`Ny uppföljning`,
    loadComponent: () => import('./follow-up-new/follow-up-new-page.js').then((file) => file.FollowUpNewPage),
  },
  {
    path: ':id/moten/:evidenceId',
    title: $localize`Möte`,
    loadComponent: () => import('../meetings/meeting-page.js').then((file) => file.MeetingPage),
  },
  {
    path: ':id/som-det-var/:datum',
    title: $localize`Ärendet som det var`,
    loadComponent: () => import('./history/as-it-was-page.js').then((file) => file.AsItWasPage),
  },
  {
    path: ':id',
    title: $localize`Uppföljning`,
    loadComponent: () => import('./follow-up-page/follow-up-page.js').then((file) => file.FollowUpPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./overview/overview-tab.js').then((file) => file.OverviewTab),
      },
      {
        path: 'underlag',
        loadComponent: () => import('./evidence/evidence-tab.js').then((file) => file.EvidenceTab),
      },
      {
        path: 'informationsbegaran',
        loadComponent: () => import('./requests/requests-tab.js').then((file) => file.RequestsTab),
      },
      {
        path: 'informationsbegaran/ny',
        loadComponent: () => import('./requests/request-new.js').then((file) => file.RequestNew),
      },
      {
        path: 'informationsbegaran/:requestId',
        loadComponent: () => import('./requests/request-page.js').then((file) => file.RequestPage),
      },
      { path: 'bedomning', loadComponent: () => import('./assess/assess-tab.js').then((file) => file.AssessTab) },
      { path: 'krav', loadComponent: () => import('./actions/actions-page.js').then((file) => file.ActionsPage) },
      {
        path: 'atgardsplan',
        loadComponent: () => import('./action-plan/plan-tab.js').then((file) => file.PlanTab),
      },
      {
        path: 'pafoljder',
        loadComponent: () => import('./sanctions/sanctions-tab.js').then((file) => file.SanctionsTab),
      },
      {
        path: 'faktakontroll',
        loadComponent: () => import('./fact-check/fact-check-tab.js').then((file) => file.FactCheckTab),
      },
      { path: 'beslut', loadComponent: () => import('./decision/decision-tab.js').then((file) => file.DecisionTab) },
      { path: 'historik', loadComponent: () => import('./history/history-tab.js').then((file) => file.HistoryTab) },
    ],
  },
];
export default routes;
