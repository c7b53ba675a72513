import type { Blocker } from '../follow-ups/blocker.js';
import type { ActionFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { actionName } from './action-name.js';

/** Whether a requirement still has to be remedied: not verified, lapsed or withdrawn. A recommendation never is one (R14). */
export function isOpenRequirement(action: Pick<ActionFacts, 'kind' | 'state'>): boolean {
  return isStandingRequirement(action) && action.state !== 'verified';
}

/** Whether a requirement counts in the judgement: neither lapsed nor withdrawn (R9). */
export function isStandingRequirement(action: Pick<ActionFacts, 'kind' | 'state'>): boolean {
  return action.kind === 'requirement' && action.state !== 'lapsed' && action.state !== 'withdrawn';
}

/**
 * What of the actions stops a follow-up (R7): a requirement without a deficiency, a recommendation without a finding, or a
 * requirement on nothing but goals, which give recommendations only.
 */
export function actionBlockers(facts: Pick<FollowUpFacts, 'actions' | 'findings' | 'scope'>): Blocker[] {
  const findings = new Map(facts.findings.map((finding) => [finding.id, finding]));
  const goals = new Set(facts.scope.filter((clause) => clause.kind === 'goal').map((clause) => clause.id));
  const blockers: Blocker[] = [];
  for (const action of facts.actions) {
    if (action.state === 'lapsed' || action.state === 'withdrawn') continue;
    const place = { kind: 'action', id: action.id } as const;
    const grounds = action.findingIds.flatMap((id) => findings.get(id) ?? []);
    const name = actionName(action);
    if (action.kind === 'recommendation') {
      if (grounds.length > 0) continue;
      blockers.push({ code: 'recommendation-without-finding', message: `${name} saknar iakttagelse`, place });
      continue;
    }
    if (!grounds.some((finding) => finding.kind === 'deficiency')) {
      blockers.push({ code: 'requirement-without-deficiency', message: `${name} vilar inte på någon brist`, place });
    }
    const clauseIds = [...action.clauseIds, ...grounds.flatMap((finding) => finding.clauseIds)];
    if (clauseIds.length > 0 && clauseIds.every((id) => goals.has(id))) {
      const message = `${name} gäller bara mål; ett mål kan ge rekommendation men inte krav`;
      blockers.push({ code: 'requirement-on-goal', message, place });
    }
  }
  return blockers;
}
