import type { ActionState, FindingKind, FollowUpState, Outcome, Verdict } from '@insyn/domain';

/** What a colour and a shape mean, never one without a word beside it. */
export type Tone = 'met' | 'partly' | 'notmet' | 'none' | 'info';

/** The sign of each verdict: round, half, square, ring. */
export const VERDICT_TONES: Record<Verdict, Tone> = {
  met: 'met',
  'partly-met': 'partly',
  'not-met': 'notmet',
  'cannot-be-assessed': 'none',
  'not-applicable': 'none',
};

export const OUTCOME_TONES: Record<Outcome, Tone> = {
  approved: 'met',
  'approved-with-remarks': 'partly',
  'not-approved': 'notmet',
  'cannot-be-judged': 'none',
};

/** A state tells how far the work has come, never how well it goes (R8): only what is over looks different. */
export const FOLLOW_UP_STATE_TONES: Record<FollowUpState, Tone> = {
  planned: 'none',
  gathering: 'info',
  assessing: 'info',
  'fact-check': 'info',
  deciding: 'info',
  remedying: 'info',
  rechecking: 'info',
  closed: 'none',
  cancelled: 'none',
};

export const FINDING_TONES: Record<FindingKind, Tone> = {
  deficiency: 'notmet',
  'improvement-area': 'partly',
  strength: 'met',
};

export const ACTION_STATE_TONES: Record<ActionState, Tone> = {
  open: 'none',
  planned: 'none',
  'reported-done': 'none',
  verified: 'met',
  remains: 'notmet',
  lapsed: 'none',
  withdrawn: 'none',
  answered: 'met',
  noted: 'none',
};
