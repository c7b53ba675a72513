import { type CalendarDate, recordOf } from '@insyn/domain';
import type { SubmittedPlan } from '@insyn/api-schema';
import { moveActionTo } from '../actions/move-action.js';
import type { Transaction } from '../database/transaction.js';
import { setDeadline } from '../deadlines/deadlines.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { registerRecord } from '../records/register-record.js';
import type { PlanRow } from './plan-parts.js';

// What a round that has come in brings with it on the municipality's side, whichever way it came.

/** How long the municipality takes to judge a plan, in days (R1). */
const EVALUATION_DAYS = 14;

/** R16: the plan that came in is registered; internal from the committee's own unit. */
export async function registerRound(
  tx: Transaction,
  { followUpId, demand }: Pick<PlanRow, 'followUpId' | 'demand'>,
  { year, ownRun, ...more }: { year: number; ownRun: boolean; createdBy?: string; arrivedOn?: CalendarDate },
): Promise<string> {
  const publicTitle = recordTitle('Åtgärdsplan', { unit: demand.unit.name, year });
  return registerRecord(tx, {
    ...{ followUpId, counterpart: demand.provider, publicTitle, ...recordOf('action-plan', ownRun), ...more },
  });
}

/** R14: an open recommendation that has been answered is settled with that. */
export async function settleRecommendations(
  tx: Transaction,
  planId: string,
  { items }: Pick<SubmittedPlan, 'items'>,
): Promise<void> {
  const answeredIds = items.flatMap(({ actionId, kind, answer }) =>
    kind === 'recommendation' && answer.trim() !== '' ? [actionId] : [],
  );
  const open = await tx.query<{ id: string }>(OPEN_RECOMMENDATIONS, [tx.municipalityId, answeredIds]);
  for (const { id } of open) {
    await moveActionTo(tx, { actionId: id, to: 'answered', basis: { planId, accountId: null } });
  }
}

/** Sets the day by which the round is to be judged, counted from the day it came. */
export async function setEvaluation(
  tx: Transaction,
  { id, followUpId }: Pick<PlanRow, 'id' | 'followUpId'>,
  cameOn: CalendarDate,
): Promise<CalendarDate> {
  const { due } = await setDeadline(tx, {
    ...{ kind: 'plan-evaluation', followUpId, subjectId: id },
    ...{ baseDate: cameOn, amount: EVALUATION_DAYS, unit: 'days' },
  });
  return due;
}

const OPEN_RECOMMENDATIONS = `
select id from action
where municipality_id = $1 and id = any ($2::uuid[]) and kind = 'recommendation' and state = 'open' order by position, id`;
