import type { FollowUpState } from './follow-up.js';

/**
 * The states in which the content may be changed (R11): until the judgement is handed over for decision, so that a remark
 * of the fact check can be heeded. From then on what was read is what is decided, and approval freezes it for good.
 */
export const CONTENT_STATES: readonly FollowUpState[] = ['planned', 'gathering', 'assessing', 'fact-check'];

/** The states in which evidence may come: those of the rest of the content (domain.md §3). */
export const EVIDENCE_STATES: readonly FollowUpState[] = CONTENT_STATES;
