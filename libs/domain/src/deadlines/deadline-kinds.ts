/**
 * The kinds of deadline that a follow-up has. An information request has a deadline of its own, by the same rules (R1–R3).
 * `plan-evaluation` is when a handed-in action plan is to be judged.
 */
export const DEADLINE_KINDS = ['fact-check', 'action-plan', 'plan-evaluation', 'recheck', 'sanction-answer'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Who keeps a deadline: the provider, or the municipality itself. */
export const DEADLINE_KEEPERS = ['provider', 'municipality'] as const;
export type DeadlineKeeper = (typeof DEADLINE_KEEPERS)[number];

/** Who keeps each kind of deadline, and so who is reminded of it (R3). */
export const DEADLINE_KEEPER_OF: Record<DeadlineKind, DeadlineKeeper> = {
  'fact-check': 'provider',
  'action-plan': 'provider',
  'plan-evaluation': 'municipality',
  recheck: 'municipality',
  'sanction-answer': 'provider',
};

/** Whether the municipality itself keeps the deadline; else the provider does. */
export function isInternalDeadline(kind: DeadlineKind): boolean {
  return DEADLINE_KEEPER_OF[kind] === 'municipality';
}

/** Where a deadline stands: it runs, what it waited for was done, or it no longer applies. */
export const DEADLINE_STATES = ['open', 'met', 'cancelled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** What a deadline counts in. */
export const DEADLINE_UNITS = ['days', 'months'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];
