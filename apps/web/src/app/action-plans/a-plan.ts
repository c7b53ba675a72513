import type { ActionPlanView, PlanParts, PlanRoundView, PortalPlanView } from '@insyn/api-schema';
import { emptyPlanItem, type PlanItem } from '@insyn/domain';

/** For specs: a whole plan for requirement `k1`. */
export const WHOLE_ITEM: PlanItem = {
  actionId: 'k1',
  kind: 'requirement',
  cause: 'Rutinen är okänd.',
  measures: [{ text: 'Ny rutin är beslutad', responsible: 'Enhetschef', due: '2027-01-15' }],
  effect: {
    how: 'Stickprov',
    followUpOn: '2027-02-01',
    measure: 'aktuella planer',
    before: { k: 7, n: 9 },
    target: { k: 9, n: 9 },
  },
  answer: '',
};

/** For specs: a round that was handed in with `WHOLE_ITEM` for both requirements. */
export function aRound(changes: Partial<PlanRoundView> = {}): PlanRoundView {
  return {
    ...{ id: 'round-1', number: 1, submittedBy: 'Ali Demir', submittedAt: '2026-12-01T09:00:00Z', late: false },
    ...{ seal: 'ab'.repeat(32), incoming: null },
    items: [WHOLE_ITEM, { ...WHOLE_ITEM, actionId: 'k2' }],
    files: [],
    verdicts: [],
    document: { id: 'doc-2', title: 'Åtgärdsplan', href: '/api/portal/documents/doc-2' },
    ...changes,
  };
}

function parts(): PlanParts {
  const action = { text: 'Uppdatera planerna', due: '2027-02-15', effectMeasure: '' };
  const unwritten = { changedBy: null, changedAt: null, version: null };
  return {
    id: 'plan-1',
    state: 'demanded',
    demand: {
      ...{ municipality: 'Lunda kommun', committee: 'Socialnämnden', letterhead: '', caseNumber: 'SON/2026/0476/739' },
      ...{ title: 'Uppföljning 2026', provider: 'Björkens assistans AB', unit: { id: 'u1', name: 'Björken Lunda' } },
      contract: { reference: 'SUN 2022-149', kind: 'contract' },
      sender: { name: 'Karin Wester', title: 'enhetschef', email: 'karin@lunda.example' },
      ...{ approvedOn: '2026-11-20', outcomeLabel: 'Godkänd med anmärkning' },
      requirements: [
        { ...action, actionId: 'k1', number: 1, clauses: [{ number: '§ 15', heading: 'Genomförandeplan' }] },
        { ...action, actionId: 'k2', number: 2, text: 'Introducera ny personal', clauses: [] },
      ],
      recommendations: [{ ...action, actionId: 'r1', number: 1, text: 'Pröva nya arbetssätt', clauses: [], due: null }],
      ...{ sentOn: '2026-11-20', due: '2026-12-21', recheckDue: '2027-02-22', consequences: [], takenOverFrom: null },
      address: 'https://insyn.example/utforare',
    },
    document: { id: 'doc-1', title: 'Krav om åtgärdsplan', href: '/api/portal/documents/doc-1' },
    ...{ lifted: [], earlier: null, sentOn: '2026-11-20', due: '2026-12-21' },
    ...{ readAt: null, submittedAt: null, acceptedAt: null },
    items: [
      { ...emptyPlanItem('k1', 'requirement'), ...unwritten },
      { ...emptyPlanItem('k2', 'requirement'), ...unwritten },
      { ...emptyPlanItem('r1', 'recommendation'), ...unwritten },
    ],
    ...{ files: [], rounds: [], reports: [], waitingIds: ['k1', 'k2'], version: 1 },
  };
}

/** For specs: a demanded plan of two requirements and a recommendation, as the provider sees it. */
export function aPortalPlan(changes: Partial<PortalPlanView> = {}): PortalPlanView {
  return {
    ...parts(),
    municipality: 'Lunda kommun',
    provider: { id: 'p1', name: 'Björkens assistans AB' },
    offers: ['write', 'submit', 'report'],
    editableIds: ['k1', 'k2', 'r1'],
    ...{ reportFiles: [], gaps: [] },
    ...changes,
  };
}

/** For specs: the same plan handed in, as the officer sees it. */
export function aStaffPlan(changes: Partial<ActionPlanView> = {}): ActionPlanView {
  return {
    ...parts(),
    ...{ state: 'submitted', items: [], rounds: [aRound()], submittedAt: '2026-12-01T09:00:00Z', version: 2 },
    ...{ followUpId: 'case-1', late: false, judgeBy: '2026-12-15' },
    actions: [
      { actionId: 'k1', kind: 'requirement', state: 'open' },
      { actionId: 'k2', kind: 'requirement', state: 'open' },
    ],
    offers: ['accept', 'return'],
    proposedDue: '2026-12-16',
    ...changes,
  };
}
