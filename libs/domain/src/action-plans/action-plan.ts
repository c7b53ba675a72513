import type { ActionKind } from '../actions/action.js';
import type { CalendarDate } from '../calendar/calendar-date.js';

/**
 * Where an action plan stands. `returned`: at least one requirement waits for the provider again; `handed-over`: another
 * provider has taken over the contract and answers a demand of its own; `superseded`: a re-check found that requirements
 * remain, and a new plan is demanded for them.
 */
export const PLAN_STATES = ['demanded', 'submitted', 'returned', 'accepted', 'handed-over', 'superseded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What can be done to a plan, by whom it is done in `PLAN_WORKFLOW`. */
export const PLAN_ACTIONS = [
  'write',
  'submit',
  'register',
  'accept',
  'return',
  'move-due',
  'report',
  'hand-over',
  'supersede',
] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** What the officer says of one requirement's part of a plan. */
export const PLAN_VERDICTS = ['sufficient', 'incomplete', 'rejected'] as const;
export type PlanVerdict = (typeof PLAN_VERDICTS)[number];

/** How a plan came that was not handed in in the portal. */
export const INCOMING_CHANNELS = ['paper', 'email'] as const;
export type IncomingChannel = (typeof INCOMING_CHANNELS)[number];

/** k found of n: how an effect is counted (R4). */
export interface PlanShare {
  readonly k: number;
  readonly n: number;
}

/** What is to be done, by whom (a role, never a name) and when. Empty until it is written. */
export interface PlanMeasure {
  readonly text: string;
  readonly responsible: string;
  readonly due: CalendarDate | null;
}

/** How and when the effect shows; `before` and `target` where it is counted. */
export interface PlanEffect {
  readonly how: string;
  readonly followUpOn: CalendarDate | null;
  readonly measure: string;
  readonly before: PlanShare | null;
  readonly target: PlanShare | null;
}

/** What a provider writes about one action: all but `answer` for a requirement, `answer` alone for a recommendation. */
export interface PlanItem {
  readonly actionId: string;
  readonly kind: ActionKind;
  readonly cause: string;
  readonly measures: readonly PlanMeasure[];
  readonly effect: PlanEffect;
  readonly answer: string;
}

/** A requirement of the demand that has to be answered, with the day by which it is to be remedied. */
export interface DemandedAction {
  readonly actionId: string;
  readonly number: number;
  readonly due: CalendarDate | null;
}

/** The places of an item that a gap or a hint can point at; `measures.0.text` and so on for the first measure. */
export type PlanField =
  'cause' | 'measures' | `measures.${number}.${keyof PlanMeasure}` | `effect.${keyof PlanEffect}` | 'answer';

export const PLAN_LIMITS = {
  cause: 4_000,
  measures: 20,
  measure: 2_000,
  responsible: 120,
  how: 2_000,
  effectMeasure: 300,
  count: 1_000_000,
  answer: 4_000,
  verdict: 4_000,
  report: 4_000,
  reason: 1_000,
  /** How far from today a day of a plan may lie, in years: a year that was mistyped is not a plan. */
  years: 5,
} as const;

/** An item on which nothing has been written. */
export function emptyPlanItem(actionId: string, kind: ActionKind): PlanItem {
  const effect = { how: '', followUpOn: null, measure: '', before: null, target: null };
  return { actionId, kind, cause: '', measures: [], effect, answer: '' };
}
