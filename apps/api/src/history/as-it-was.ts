import type { FollowUpView } from '@insyn/api-schema';
import type { FollowUpContent } from '../follow-ups/follow-up-content.js';
import { shownContent } from '../follow-ups/follow-up-view.js';

/**
 * A follow-up as it was on an earlier day: to be read, and nothing is asked of anybody.
 * @param notAnswered the information requests that the provider had not answered when the day ended: they were no evidence.
 */
export function viewAsItWas(content: FollowUpContent, notAnswered: readonly string[]): FollowUpView {
  const shown = shownContent(content);
  const evidence = shown.evidence.map((one) =>
    one.requestId !== null && notAnswered.includes(one.requestId) ? { ...one, counts: false } : one,
  );
  const factChecked = content.forRules.factChecks.some(({ state }) => state !== 'sent');
  return { ...shown, evidence, factChecked, offers: [], missing: [], notes: [], editable: false };
}
