import type { DemandedActionView, PlanRoundView, PlanVerdictView } from '@insyn/api-schema';
import type { PlanState, PlanVerdict } from '@insyn/domain';
import { shortNumber } from '../follow-ups/assess/clause-groups.js';
import type { Tone } from '../ui/tone.js';

/** Where a plan stands, as the provider sees it. */
export const PLAN_STATE_WORDS: Record<PlanState, string> = {
  demanded: $localize`Ska lämnas in`,
  submitted: $localize`Inlämnad`,
  returned: $localize`Ska göras om`,
  accepted: $localize`Godtagen`,
  'handed-over': $localize`Överlämnad`,
  superseded: $localize`Ersatt av en ny plan`,
};

/** How a verdict looks beside its requirement. */
export const VERDICT_TONES: Record<PlanVerdict, Tone> = {
  sufficient: 'met',
  incomplete: 'partly',
  rejected: 'notmet',
};

/** The latest verdict on one requirement, of whatever round; null before the first. */
export function latestVerdict(rounds: readonly PlanRoundView[], actionId: string): PlanVerdictView | null {
  return rounds.flatMap(({ verdicts }) => verdicts.filter((one) => one.actionId === actionId)).at(-1) ?? null;
}

/** "§ 15 Bemanning, § 16". */
export function clausesOf({ clauses }: Pick<DemandedActionView, 'clauses'>): string {
  return clauses.map(({ number, heading }) => [shortNumber(number), heading].filter(Boolean).join(' ')).join(', ');
}

/** The id of the control for one place of a plan, so that what is missing can lead to it. */
export function planControlId(actionId: string, field: string): string {
  return `plan-${actionId}-${field.replaceAll('.', '-')}`;
}
