import type { ActionOffer, FigureView, FollowUpView } from '@insyn/api-schema';
import {
  availableActions,
  blockersOf,
  citationNotes,
  committeeGround,
  delegationGround,
  formatDate,
  formatFigureValue,
  type CalendarDate,
} from '@insyn/domain';
import { reviewResults } from '../document-reviews/review-results.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted } from '../http/permitted-committees.js';
import { CONTENT_STATES } from './content-change.js';
import type { FigureContent, FollowUpContent, JudgementContent } from './follow-up-content.js';
import { conflictOf, factsOf } from './follow-up-facts.js';
import { actorOf } from './follow-up-moves.js';

/** What the case page shows: what the follow-up holds, what is missing that day, and what the reader may do then. */
export function followUpView(content: FollowUpContent, user: StaffUser, today: CalendarDate): FollowUpView {
  const facts = factsOf(content, today);
  const hasConflict = conflictOf(content, user.accountId);
  const actor = actorOf(user, content.committee.id, hasConflict);
  const mayChange = hasConflict !== true && isPermitted(user, 'follow-up.write', content.committee.id);
  const beforeDecision = ['planned', 'gathering', 'assessing', 'fact-check'].includes(content.state);
  const offers = availableActions(facts, actor);
  // The rules read every text; what the offer to submit has found out need not be found out again.
  const beforeSubmitting = offers.find(({ name }) => name === 'submit')?.blockers;
  const missing = beforeDecision ? (beforeSubmitting ?? blockersOf('submit', facts, actor)) : [];
  return {
    ...shownContent(content),
    factChecked: facts.hasFactCheck,
    offers: offers.map(({ name, blockers }): ActionOffer => ({
      name,
      blockers: name === 'submit' ? blockers.filter(isBeforeSubmitting) : blockers,
    })),
    missing: missing.filter(isBeforeSubmitting),
    notes: citationNotes(facts),
    editable: mayChange && CONTENT_STATES.includes(content.state),
  };
}

/** What a follow-up holds, as it is shown to anybody who may see it. */
export function shownContent(
  content: FollowUpContent,
): Omit<FollowUpView, 'factChecked' | 'offers' | 'missing' | 'notes' | 'editable'> {
  const { judgements, ...held } = withoutRules(content);
  return {
    ...held,
    evidence: content.evidence.map((evidence) => ({
      ...evidence,
      review: evidence.review === null ? null : { ...evidence.review, results: reviewResults(evidence.review) },
    })),
    judgements: judgements.map(({ delegation, committeeDecision, ...judgement }) => ({
      ...judgement,
      ground: groundOf(content.committee.name, { delegation, committeeDecision }),
    })),
    figures: content.figures.map((figure) => ({ ...figure, display: figureDisplay(figure) })),
  };
}

function withoutRules({ forRules: _, ...held }: FollowUpContent): Omit<FollowUpContent, 'forRules'> {
  return held;
}

/** By what right a judgement was decided, in words; null where none is cited. */
export function groundOf(
  committee: string,
  { delegation, committeeDecision }: Pick<JudgementContent, 'delegation' | 'committeeDecision'>,
): string | null {
  if (committeeDecision !== null) {
    const { reference, decidedOn } = committeeDecision;
    return committeeGround({ committee, reference, decidedOn: formatDate(decidedOn) });
  }
  return delegation === null ? null : delegationGround(delegation);
}

/** The proposed judgement comes with the act of submitting itself, so that it is missing before says nothing. */
function isBeforeSubmitting(blocker: { code: string }): boolean {
  return blocker.code !== 'judgement-missing';
}

/** A figure as it is shown: "7 av 9", "180", or the reported words. */
export function figureDisplay(
  figure: Pick<FigureContent, 'source' | 'found' | 'total' | 'reportedWords' | 'reportedBy'>,
): FigureView['display'] {
  if (figure.source === 'counted') {
    return formatFigureValue({ kind: 'counted', found: figure.found ?? 0, total: figure.total });
  }
  return formatFigureValue({ kind: 'reported', words: figure.reportedWords ?? '', source: figure.reportedBy ?? '' });
}
