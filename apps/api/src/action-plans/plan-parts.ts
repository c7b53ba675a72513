import type {
  ActionReportView,
  DemandedActionView,
  EarlierPlan,
  LiftedRequirement,
  PlanDemand,
  PlanFileView,
  PlanItemView,
  PlanParts,
  PlanRoundView,
  SubmittedPlan,
} from '@insyn/api-schema';
import {
  type ActionKind,
  type CalendarDate,
  emptyPlanItem,
  planGaps,
  type PlanGap,
  type PlanItem,
  type PlanState,
  WAITING_PLAN_STATES,
} from '@insyn/domain';
import { documentLink } from '../documents/document-link.js';

/** Which door a view is for: the links in it lead through the same one. */
export type Door = 'staff' | 'portal';

interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly isRendered: boolean;
}

/** Where the name of a person stands who the reader may not see (the other side's); null then. */
interface Named {
  readonly person: string | null;
}

export interface ItemRow extends Omit<PlanItem, 'kind'>, Named {
  readonly id: string;
  readonly changedAt: string;
  readonly version: number;
}

type RoundRow = Omit<PlanRoundView, 'items' | 'files' | 'submittedBy' | 'incoming' | 'document'> & {
  readonly content: SubmittedPlan;
  readonly document: DocumentRow | null;
};

/** A plan with everything that hangs on it, as `PLAN_ROW` reads it under either door. */
export interface PlanRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly followUpId: string;
  readonly providerId: string;
  readonly state: PlanState;
  readonly demand: PlanDemand;
  readonly earlier: EarlierPlan | null;
  readonly lifted: LiftedRequirement[];
  readonly sentOn: CalendarDate;
  readonly due: CalendarDate | null;
  readonly readAt: string | null;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  readonly version: number;
  readonly items: readonly ItemRow[];
  readonly files: readonly Omit<PlanFileView, 'href'>[];
  readonly rounds: readonly RoundRow[];
  readonly reports: readonly (Omit<ActionReportView, 'reportedBy' | 'files'> & Named)[];
  readonly letterDocument: DocumentRow | null;
}

/** The kind of an action of the demand; undefined for one that it does not name. */
export function kindOf({ demand }: Pick<PlanRow, 'demand'>, actionId: string): ActionKind | undefined {
  const holds = (action: DemandedActionView): boolean => action.actionId === actionId;
  if (demand.requirements.some(holds)) return 'requirement';
  return demand.recommendations.some(holds) ? 'recommendation' : undefined;
}

/** The requirements that have neither been found sufficient nor lifted, in the order of the letter. */
export function waitingRequirements(row: Pick<PlanRow, 'demand' | 'lifted' | 'rounds'>): DemandedActionView[] {
  const settled = new Set([...row.lifted.map(({ actionId }) => actionId), ...sufficientIds(row)]);
  return row.demand.requirements.filter(({ actionId }) => !settled.has(actionId));
}

/** The requirements whose latest verdict is sufficient: what is accepted is judged no more. */
export function sufficientIds({ rounds }: Pick<PlanRow, 'rounds'>): string[] {
  const latest = new Map(rounds.flatMap(({ verdicts }) => verdicts.map((one) => [one.actionId, one.verdict] as const)));
  return [...latest].flatMap(([actionId, verdict]) => (verdict === 'sufficient' ? [actionId] : []));
}

/** The actions on which something can be written now: what waits, and the recommendations. */
export function editableIds(row: Pick<PlanRow, 'state' | 'demand' | 'lifted' | 'rounds'>): string[] {
  if (!WAITING_PLAN_STATES.includes(row.state)) return [];
  return [...waitingRequirements(row), ...row.demand.recommendations].map(({ actionId }) => actionId);
}

/** What is written now, one for each action of the demand and in its order. */
export function planItems({ demand, items }: Pick<PlanRow, 'demand' | 'items'>): PlanItem[] {
  const written = new Map(items.map((item) => [item.actionId, item]));
  return demandedActions(demand).map(({ actionId, kind }) => {
    const item = written.get(actionId);
    return item === undefined ? emptyPlanItem(actionId, kind) : itemOf(item, kind);
  });
}

/** R13: why the plan cannot be handed in. */
export function gapsOf(row: PlanRow, today: CalendarDate): PlanGap[] {
  return planGaps(planItems(row), waitingRequirements(row), today);
}

/** An item with who wrote it: what was entered from a plan that came on paper is the municipality's typing, at either door. */
export function itemView(
  row: ItemRow,
  kind: ActionKind,
  { demand, rounds }: Pick<PlanRow, 'demand' | 'rounds'>,
): PlanItemView {
  const { changedAt, version, person } = row;
  const isEntered = rounds.some(
    ({ content, submittedAt }) => content.incoming !== undefined && submittedAt === changedAt,
  );
  const changedBy = person ?? (isEntered ? demand.municipality : demand.provider);
  return { ...itemOf(row, kind), changedBy, changedAt, version };
}

function itemOf({ actionId, cause, measures, effect, answer }: ItemRow, kind: ActionKind): PlanItem {
  const whole = { ...emptyPlanItem(actionId, kind).effect, ...effect };
  return { actionId, kind, cause, measures, effect: whole, answer };
}

export function fileView<File extends { readonly id: string }>(file: File, door: Door): File & { href: string } {
  return { ...file, href: `${door === 'staff' ? '/api' : '/api/portal'}/action-plan-files/${file.id}` };
}

/** What both sides are shown of a plan, in the words and links of a door. */
export function planParts(row: PlanRow, door: Door): PlanParts {
  const { id, state, demand, lifted, earlier, sentOn, readAt, submittedAt, acceptedAt, version } = row;
  const files = row.files.map((file) => fileView(file, door));
  const link = (document: DocumentRow | null) => (document === null ? null : documentLink(document, door));
  return {
    ...{ id, state, demand, lifted, earlier, sentOn, readAt, submittedAt, acceptedAt, version },
    due: row.due ?? demand.due,
    document: link(row.letterDocument),
    items: itemViews(row),
    files: files.filter(({ forReport }) => !forReport),
    rounds: row.rounds.map(({ content, document, ...round }) => ({
      ...round,
      submittedBy: content.submittedBy,
      incoming:
        content.incoming === undefined ? null : { ...content.incoming, file: fileView(content.incoming.file, door) },
      items: content.items,
      files: content.files.map((file) => fileView(file, door)),
      document: link(document),
    })),
    reports: row.reports.map(({ person, ...report }) => ({
      ...report,
      reportedBy: person ?? demand.provider,
      files: files.filter(({ reportId }) => reportId === report.id),
    })),
    waitingIds: waitingRequirements(row).map(({ actionId }) => actionId),
  };
}

function itemViews(row: Pick<PlanRow, 'demand' | 'items' | 'rounds'>): PlanItemView[] {
  const written = new Map(row.items.map((item) => [item.actionId, item]));
  return demandedActions(row.demand).map(({ actionId, kind }) => {
    const item = written.get(actionId);
    if (item !== undefined) return itemView(item, kind, row);
    return { ...emptyPlanItem(actionId, kind), changedBy: null, changedAt: null, version: null };
  });
}

/** The actions of a demand in its order. */
function demandedActions({ requirements, recommendations }: PlanDemand): { actionId: string; kind: ActionKind }[] {
  return [
    ...requirements.map(({ actionId }) => ({ actionId, kind: 'requirement' }) as const),
    ...recommendations.map(({ actionId }) => ({ actionId, kind: 'recommendation' }) as const),
  ];
}
