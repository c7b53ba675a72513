/** The kinds of follow-up (domain.md §3): planned, in-depth after signals, thematic, or the re-check of another. */
export const FOLLOW_UP_KINDS = ['planned', 'in-depth', 'thematic', 're-check'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The states of a follow-up, in the order a case walks through them (domain.md §5). */
export const FOLLOW_UP_STATES = [
  'planned',
  'gathering',
  'assessing',
  'fact-check',
  'deciding',
  'remedying',
  'rechecking',
  'closed',
  'cancelled',
] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** The acts that move a follow-up from one state to another (domain.md §5). */
export const FOLLOW_UP_ACTIONS = [
  'start',
  'assess',
  'gather-more',
  'send-for-fact-check',
  'take-back',
  'submit',
  'return',
  'approve',
  'recheck-opened',
  'recheck-closed',
  'close',
  'cancel',
] as const;
export type FollowUpAction = (typeof FOLLOW_UP_ACTIONS)[number];
