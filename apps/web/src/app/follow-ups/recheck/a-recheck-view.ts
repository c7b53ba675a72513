import type { ActionProgressView, ActionsProgressView, RecheckActionView, RecheckView } from '@insyn/api-schema';

/** A requirement with a plan and a report that it is done, for specs. */
export function aRecheckAction(changes: Partial<RecheckActionView> = {}): RecheckActionView {
  return {
    actionId: 'k15',
    text: 'Säkerställ att varje person har en aktuell plan.',
    kind: 'requirement',
    state: 'reported-done',
    dueDate: '2027-02-01',
    effectMeasure: 'Andel planer som är aktuella',
    clauses: [{ id: 'c15', number: '15', heading: 'Genomförandeplaner' }],
    findings: [{ id: 'f1', title: 'Planer saknas för två av nio', severity: 'minor' }],
    plan: {
      submittedOn: '2026-12-20',
      cause: 'Planerna låg hos tidigare chef.',
      measures: [{ text: 'Gå igenom alla planer', responsible: 'Verksamhetschef', due: '2027-01-15' }],
      effect: {
        ...{ how: 'Egen granskning varje månad', followUpOn: '2027-02-01', measure: 'Aktuella planer' },
        ...{ before: { k: 7, n: 9 }, target: { k: 9, n: 9 } },
      },
      answer: '',
      verdict: 'sufficient',
      verdictText: '',
    },
    reports: [
      {
        ...{ id: 'report-1', reportedOn: '2027-02-03', text: 'Alla planer är aktuella.', effect: { k: 9, n: 9 } },
        files: [{ id: 'file-1', fileName: 'planer.pdf', size: 1200, href: '/api/action-plan-files/file-1' }],
      },
    ],
    verdict: null,
    note: '',
    before: null,
    after: null,
    evidenceIds: [],
    updatedBy: null,
    updatedAt: null,
    version: 1,
    ...changes,
  };
}

/** A re-check of the case u1 with one requirement, for specs. */
export function aRecheckView(changes: Partial<RecheckView> = {}): RecheckView {
  return {
    root: {
      ...{ id: 'u1', title: 'Björkens assistans, personlig assistans 2026', caseNumber: 'SON/2026/0476/739' },
      ...{ outcome: 'approved-with-remarks', approvedOn: '2026-11-25' },
    },
    number: 1,
    due: '2027-02-25',
    contractEndsOn: '2027-12-31',
    contractEndsBefore: false,
    editable: true,
    actions: [aRecheckAction()],
    earlierEvidence: [
      {
        ...{ id: 'e1', followUpId: 'u1', from: 'Uppföljningen', kind: 'document-review', heldOn: '2026-11-20' },
        title: 'Granskning av planer',
      },
    ],
    ...changes,
  };
}

/** The same requirement as the root's page follows it, for specs. */
export function anActionProgress(changes: Partial<ActionProgressView> = {}): ActionProgressView {
  const { actionId, text, kind, state, dueDate, effectMeasure, clauses, findings, plan, reports } = aRecheckAction();
  return {
    ...{ actionId, text, kind, state, dueDate, effectMeasure, clauses, findings, plan, reports },
    version: 4,
    moves: [
      {
        ...{ id: 'move-1', from: 'open', to: 'planned', on: '2026-12-22', by: 'Maja Sandell', reason: null },
        ...{ recheck: null, reportId: null, files: [] },
      },
      {
        ...{ id: 'move-2', from: 'planned', to: 'reported-done', on: '2027-02-03', by: null, reason: null },
        ...{ recheck: null, reportId: 'report-1', files: [] },
      },
    ],
    offers: ['verify', 'withdraw'],
    notMetBefore: [2025],
    ...changes,
  };
}

/** What has become of the actions of the case u1, for specs. */
export function anActionsProgress(changes: Partial<ActionsProgressView> = {}): ActionsProgressView {
  return {
    contractId: 'k1',
    hasLadder: true,
    contractEndsOn: '2027-12-31',
    contractHasEnded: false,
    contractMayRunOn: false,
    contractEndsBeforeRecheck: false,
    actions: [anActionProgress()],
    rechecks: [
      {
        ...{ id: 'r1', number: 1, state: 'planned', due: '2027-02-25', approvedOn: null, outcome: null },
        ...{ judged: null, reason: null },
      },
    ],
    ...changes,
  };
}
