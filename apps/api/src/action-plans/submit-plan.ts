import type { Saved, SubmittedPlan } from '@insyn/api-schema';
import { formatShare, isLate, type PlanShare, takePlanAction } from '@insyn/domain';
import { type ActionPlanData, seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { issueDocument } from '../documents/issue-document.js';
import { Conflict } from '../http/problem.js';
import { ActionPlanRound } from './action-plan-round.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { lockPlan } from './locked-plan.js';
import { gapsOf, planItems, type PlanRow } from './plan-parts.js';

/**
 * Hands the plan in as it is: sealed, numbered, drawn up as a document. It asks for no version: the plan is locked and its
 * state asked about, so that a deadline that is moved meanwhile stops nothing. Never refused for being late, only marked.
 * @throws RuleViolation 'wrong-state', Conflict 'plan-incomplete' with exactly what R13 misses.
 */
export async function submitPlan(tx: Transaction, planId: string): Promise<Saved> {
  const plan = await lockPlan(tx, planId);
  const state = takePlanAction('submit', plan.state);
  const errors = gapsOf(plan, tx.today);
  if (errors.length > 0) {
    throw new Conflict('plan-incomplete', 'Planen kan inte lämnas in än. Se vad som saknas.', { errors });
  }
  const content = await submittedPlan(tx, plan);
  const { municipalityId, now, accountId: submittedBy } = tx;
  const { providerId, followUpId, demand } = plan;
  const late = isLate(now, plan.due ?? demand.due);
  const id = tx.newId();
  await tx.insert(ActionPlanRound, {
    ...{ municipalityId, id, planId, providerId, number: content.round, content, seal: seal(content), late },
    ...{ submittedBy, submittedAt: now },
  });
  const version = await tx.update(ActionPlan, planId, null, { state, submittedAt: now });
  await meetDeadline(tx, 'action-plan', planId);
  await issueDocument(tx, {
    ...{ kind: 'action-plan', subjectId: id, followUpId, providerId },
    title: `Åtgärdsplan: ${demand.title}`,
    content: documentOf(plan, content, now, late),
  });
  tx.appendEvent({
    ...{ kind: 'action-plan.submitted', subjectKind: 'action-plan', subjectId: planId, followUpId },
    summary: `Lämnade in åtgärdsplanen, omgång ${content.round}${late ? ', efter svarstiden' : ''}`,
    after: { roundId: id, seal: seal(content), late },
  });
  tx.enqueue('receive-plan', { municipalityId, ids: { planId } });
  return { id: planId, version };
}

async function submittedPlan(tx: Transaction, plan: PlanRow): Promise<SubmittedPlan> {
  const [account] = await tx.query<{ name: string }>('select name from account where id = $1', [tx.accountId]);
  return {
    round: plan.rounds.length + 1,
    submittedBy: account?.name ?? plan.demand.provider,
    items: planItems(plan),
    files: plan.files
      .filter(({ forReport }) => !forReport)
      .map(({ id, actionId, fileName, size, sha256 }) => ({ id, actionId, fileName, size, sha256 })),
  };
}

/** What was handed in, as the document says it; a requirement that no longer waits for a plan may be empty and is left out. */
function documentOf({ demand, due, lifted }: PlanRow, content: SubmittedPlan, at: Date, late: boolean): ActionPlanData {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit } = demand;
  const itemOf = new Map(content.items.map((item) => [item.actionId, item]));
  const gone = new Set(lifted.map(({ actionId }) => actionId));
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit: unit.name },
    ...{ round: content.round, submittedBy: content.submittedBy, submittedAt: at.toISOString() },
    ...{ due: due ?? demand.due, late, seal: seal(content) },
    requirements: demand.requirements.flatMap(({ actionId, text, clauses }) => {
      const item = itemOf.get(actionId);
      if (item === undefined || gone.has(actionId)) return [];
      const { how, followUpOn, measure, before, target } = item.effect;
      return [
        {
          ...{ text, clauses, cause: item.cause },
          measures: item.measures.flatMap(({ due: by, ...one }) => (by === null ? [] : [{ ...one, due: by }])),
          effect: { how, on: followUpOn, before: counted(before, measure), target: counted(target, measure) },
          files: content.files.filter((file) => file.actionId === actionId).map(({ fileName }) => fileName),
        },
      ];
    }),
    recommendations: demand.recommendations.map(({ actionId, text, clauses }) => ({
      ...{ text, clauses, answer: itemOf.get(actionId)?.answer ?? '' },
    })),
    files: content.files.map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
  };
}

/** "5 av 9 (56 %) aktuella genomförandeplaner". */
function counted(share: PlanShare | null, measure: string): string | null {
  return share === null ? null : `${formatShare(share.k, share.n)} ${measure}`.trim();
}
