import { isDeepStrictEqual } from 'node:util';
import type { PlanItemView } from '@insyn/api-schema';
import { type ActionKind, emptyPlanItem, type PlanItem, type PlanState, takePlanAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, NotFound } from '../http/problem.js';
import { ActionPlanItem } from './action-plan-item.entity.js';
import { ITEM_JSON } from './action-plans.sql.js';
import { lockPlan } from './locked-plan.js';
import { editableIds, type ItemRow, itemView, kindOf, type PlanRow } from './plan-parts.js';
import { recordUnseen } from './record-unseen.js';

/** What is written about one action. */
type ItemText = Pick<PlanItem, 'cause' | 'measures' | 'effect' | 'answer'>;

/**
 * Saves what is written about one action. What is stored already is left as it is, so that a save that is sent again is no
 * conflict; what two people write at once is told, never overwritten.
 * @throws NotFound for an action that the demand does not name, RuleViolation 'wrong-state', Conflict 'not-open' for one
 * that is settled, 'stale-version' with the colleague's `item`.
 */
export async function savePlanItem(
  tx: Transaction,
  planId: string,
  actionId: string,
  change: ItemText & { readonly version: number | null },
): Promise<PlanItemView> {
  const plan = await lockPlan(tx, planId);
  const kind = openAction(plan, actionId);
  const content = contentOf(actionId, kind, change);
  const known = plan.items.find((item) => item.actionId === actionId);
  if (known !== undefined && isDeepStrictEqual(storedContent(known, kind), content)) {
    return itemView(known, kind, plan);
  }
  if (known !== undefined && known.version !== change.version) throw staleItem(plan, known, kind);
  const { cause, measures, effect, answer } = content;
  const stored = { cause, measures: [...measures], effect, answer, changedBy: tx.accountId, changedAt: tx.now };
  const id = known?.id ?? tx.newId();
  if (known === undefined) {
    const { municipalityId } = tx;
    const { providerId } = plan;
    await tx.insert(ActionPlanItem, { municipalityId, id, planId, providerId, actionId, ...stored });
  } else await tx.update(ActionPlanItem, id, known.version, stored);
  recordUnseen(tx, {
    kind: known === undefined ? 'action-plan-item.added' : 'action-plan-item.changed',
    subjectKind: 'action-plan-item',
    subjectId: id,
    summary: `Skrev i åtgärdsplanen: ${nameOf(plan, actionId, kind)}`,
    ...(known && { before: storedContent(known, kind) }),
    after: content,
  });
  const [read] = await tx.query<{ item: ItemRow }>(READ_ITEM, [tx.municipalityId, id]);
  if (read === undefined) throw new NotFound();
  return itemView(read.item, kind, plan);
}

/** The kind of an action that can be written on now. @throws NotFound, RuleViolation 'wrong-state', Conflict 'not-open' */
export function openAction(plan: PlanRow, actionId: string): ActionKind {
  const kind = kindOf(plan, actionId);
  if (kind === undefined) throw new NotFound();
  takePlanAction('write', plan.state);
  if (!editableIds(plan).includes(actionId)) throw settled(plan.state);
  return kind;
}

/** "krav 2", as the letter counts. */
export function nameOf({ demand }: Pick<PlanRow, 'demand'>, actionId: string, kind: ActionKind): string {
  const actions = kind === 'requirement' ? demand.requirements : demand.recommendations;
  const number = actions.find((action) => action.actionId === actionId)?.number ?? 0;
  return `${kind === 'requirement' ? 'krav' : 'rekommendation'} ${number}`;
}

function settled(state: PlanState): Conflict {
  const title =
    state === 'returned'
      ? 'Den här delen av planen är godtagen, eller kravet gäller inte längre. Den kan inte ändras.'
      : 'Kravet gäller inte längre och behöver ingen plan.';
  return new Conflict('not-open', title);
}

/** What is kept: of a requirement its plan, of a recommendation its answer. */
export function contentOf(actionId: string, kind: ActionKind, change: ItemText): PlanItem {
  const empty = emptyPlanItem(actionId, kind);
  if (kind === 'recommendation') return { ...empty, answer: change.answer };
  const { how, followUpOn, measure, before, target } = change.effect;
  return {
    ...empty,
    cause: change.cause,
    measures: change.measures.map(({ text, responsible, due }) => ({ text, responsible, due })),
    effect: { how, followUpOn, measure, before: plain(before), target: plain(target) },
  };
}

function plain(share: PlanItem['effect']['before']): PlanItem['effect']['before'] {
  return share === null ? null : { k: share.k, n: share.n };
}

function storedContent({ actionId, cause, measures, effect, answer }: ItemRow, kind: ActionKind): PlanItem {
  const empty = emptyPlanItem(actionId, kind);
  return { ...empty, cause, measures, effect: { ...empty.effect, ...effect }, answer };
}

function staleItem(plan: PlanRow, known: ItemRow, kind: ActionKind): Conflict {
  const item = itemView(known, kind, plan);
  const { changedBy, changedAt, version } = item;
  const what = nameOf(plan, known.actionId, kind);
  const title = `${changedBy ?? plan.demand.provider} har skrivit om ${what} under tiden. Välj vilken text som ska gälla.`;
  return new Conflict('stale-version', title, { version, changedBy, changedAt, change: null, item });
}

const READ_ITEM = `select ${ITEM_JSON} as item from action_plan_item i left join account p on p.id = i.changed_by
  where i.municipality_id = $1 and i.id = $2`;
