import type { FollowUpView } from '@insyn/api-schema';
import type { FollowUpContent } from '../follow-ups/follow-up-content.js';
import { shownContent } from '../follow-ups/follow-up-view.js';

/** A follow-up as it was on an earlier day: to be read, and nothing is asked of anybody. */
export function viewAsItWas(content: FollowUpContent): FollowUpView {
  return { ...shownContent(content), offers: [], missing: [], notes: [], editable: false };
}
