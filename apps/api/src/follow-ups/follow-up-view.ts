import type { ActionOffer, FigureView, FollowUpView } from '@insyn/api-schema';
import { availableActions, blockersOf, citationNotes, formatFigureValue } from '@insyn/domain';
import { reviewResults } from '../document-reviews/review-results.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted } from '../http/permitted-committees.js';
import { CONTENT_STATES } from './content-change.js';
import type { FigureContent, FollowUpContent } from './follow-up-content.js';
import { factsOf } from './follow-up-facts.js';
import { actorOf } from './follow-up-moves.js';

/** What the case page shows: what the follow-up holds, what is missing, and what the reader may do now. */
export function followUpView(content: FollowUpContent, user: StaffUser): FollowUpView {
  const { forRules, ...held } = content;
  const facts = factsOf(content);
  const actor = actorOf(user, content.committee.id, forRules.hasConflict);
  const mayChange = isPermitted(user, 'follow-up.write', content.committee.id);
  const beforeDecision = ['planned', 'gathering', 'assessing', 'fact-check'].includes(content.state);
  const offers = availableActions(facts, actor);
  // The rules read every text; what the offer to submit has found out need not be found out again.
  const beforeSubmitting = offers.find(({ name }) => name === 'submit')?.blockers;
  const missing = beforeDecision ? (beforeSubmitting ?? blockersOf('submit', facts, actor)) : [];
  return {
    ...held,
    evidence: content.evidence.map((evidence) => ({
      ...evidence,
      review: evidence.review === null ? null : { ...evidence.review, results: reviewResults(evidence.review) },
    })),
    figures: content.figures.map((figure) => ({ ...figure, display: figureDisplay(figure) })),
    offers: offers.map(({ name, blockers }): ActionOffer => ({
      name,
      blockers: name === 'submit' ? blockers.filter(isBeforeSubmitting) : blockers,
    })),
    missing: missing.filter(isBeforeSubmitting),
    notes: citationNotes(facts),
    editable: mayChange && CONTENT_STATES.includes(content.state),
  };
}

/** The proposed judgement comes with the act of submitting itself, so that it is missing before says nothing. */
function isBeforeSubmitting(blocker: { code: string }): boolean {
  return blocker.code !== 'judgement-missing';
}

function figureDisplay(figure: FigureContent): FigureView['display'] {
  if (figure.source === 'counted') {
    return formatFigureValue({ kind: 'counted', found: figure.found ?? 0, total: figure.total });
  }
  return formatFigureValue({ kind: 'reported', words: figure.reportedWords ?? '', source: figure.reportedBy ?? '' });
}
