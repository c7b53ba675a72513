/** The two kinds of action (domain.md §2): a requirement must be remedied, a recommendation need not. */
export const ACTION_KINDS = ['requirement', 'recommendation'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** The states of a requirement and of a recommendation together (R14). */
export const ACTION_STATES = [
  'open',
  'planned',
  'reported-done',
  'verified',
  'remains',
  'lapsed',
  'withdrawn',
  'answered',
  'noted',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What a person may do with an action once the judgement is approved, outside a re-check (R14). */
export const ACTION_ACTS = ['verify', 'reopen', 'withdraw', 'lapse', 'note'] as const;
export type ActionAct = (typeof ACTION_ACTS)[number];
