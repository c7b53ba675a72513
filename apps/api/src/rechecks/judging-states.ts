import type { FollowUpState } from '@insyn/domain';
import { CONTENT_STATES } from '../follow-ups/content-change.js';

/** The states in which the requirements of a re-check may be judged: from its start until the decision. */
export const JUDGING_STATES: readonly FollowUpState[] = CONTENT_STATES.filter((state) => state !== 'planned');
