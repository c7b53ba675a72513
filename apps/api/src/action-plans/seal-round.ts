import type { SubmittedPlan } from '@insyn/api-schema';
import { formatShare, INCOMING_CHANNEL_LABELS, type PlanShare, type PlanState } from '@insyn/domain';
import { type ActionPlanData, seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import { ActionPlanRound } from './action-plan-round.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import type { PlanRow } from './plan-parts.js';

/** A round as it came: what it holds, whether it was late, and the plan's new state. */
export interface CameIn {
  readonly content: SubmittedPlan;
  readonly late: boolean;
  readonly state: PlanState;
  /** Set where it is taken in at once; a job takes in what came through the provider's door. */
  readonly receivedAt?: Date;
}

/** Seals a round of the plan, numbers it and draws it up as a document. The plan is locked by the caller. */
export async function sealRound(
  tx: Transaction,
  plan: PlanRow,
  { content, late, state, receivedAt }: CameIn,
): Promise<{ roundId: string; version: number }> {
  const { municipalityId, now, accountId: submittedBy } = tx;
  const { id: planId, providerId, followUpId, demand } = plan;
  const roundId = tx.newId();
  await tx.insert(ActionPlanRound, {
    ...{ municipalityId, id: roundId, planId, providerId, number: content.round, content, seal: seal(content), late },
    ...{ submittedBy, submittedAt: now, ...(receivedAt === undefined ? {} : { receivedAt }) },
  });
  const version = await tx.update(ActionPlan, planId, null, { state, submittedAt: now });
  await issueDocument(tx, {
    ...{ kind: 'action-plan', subjectId: roundId, followUpId, providerId },
    title: `Åtgärdsplan: ${demand.title}`,
    content: documentOf(plan, content, now, late),
  });
  return { roundId, version };
}

/** What was handed in, as the document says it; a requirement that no longer waits for a plan may be empty and is left out. */
function documentOf({ demand, due, lifted }: PlanRow, content: SubmittedPlan, at: Date, late: boolean): ActionPlanData {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit } = demand;
  const { round, submittedBy, incoming } = content;
  const itemOf = new Map(content.items.map((item) => [item.actionId, item]));
  const gone = new Set(lifted.map(({ actionId }) => actionId));
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit: unit.name },
    ...{ round, submittedBy, submittedAt: at.toISOString() },
    ...(incoming === undefined ? {} : { incoming: incomingOf(incoming) }),
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
    files: [...(incoming === undefined ? [] : [incoming.file]), ...content.files].map(({ fileName, size, sha256 }) => ({
      ...{ fileName, size, sha256 },
    })),
  };
}

function incomingOf({ channel, arrivedOn, enteredBy }: NonNullable<SubmittedPlan['incoming']>) {
  return { how: INCOMING_CHANNEL_LABELS[channel], arrivedOn, enteredBy };
}

/** "5 av 9 (56 %) aktuella genomförandeplaner". */
function counted(share: PlanShare | null, measure: string): string | null {
  return share === null ? null : `${formatShare(share.k, share.n)} ${measure}`.trim();
}
