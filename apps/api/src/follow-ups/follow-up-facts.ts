import {
  coveringDelegation,
  isReservedOutcome,
  type CalendarDate,
  type DecisionFacts,
  type FigureFacts,
  type FollowUpFacts,
  type RecheckFacts,
  type TextFacts,
  type UnansweredComment,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { reviewResults } from '../document-reviews/review-results.js';
import { readIn } from './follow-up-access.js';
import {
  loadContent,
  type EvidenceContent,
  type FollowUpContent,
  type HeldDelegation,
  type JudgementContent,
} from './follow-up-content.js';

/** What the rules need to know of a follow-up that day, worked out of what it holds. */
export function factsOf(content: FollowUpContent, today: CalendarDate): FollowUpFacts {
  // The chain hangs on the root: of a re-check and its root each proposes its own links.
  const own = content.judgements.filter(({ followUpId }) => followUpId === content.id);
  const proposed = own.findLast((judgement) => judgement.status === 'proposed') ?? null;
  const latest = proposed ?? own.at(-1);
  const { factChecks } = content.forRules;
  const isOut = (check: (typeof factChecks)[number]) =>
    check.state === 'sent' && (check.due === null || today <= check.due);
  return {
    id: content.id,
    state: content.state,
    kind: content.kind,
    committeeId: content.committee.id,
    authorId: latest?.authorId ?? content.forRules.createdById,
    startedById: content.forRules.startedById,
    teamIds: content.team.map((member) => member.id),
    hasFactCheck: factChecks.some((check) => !isOut(check)),
    unansweredRemarks: factChecks.reduce((sum, { unanswered }) => sum + unanswered, 0),
    factCheckOut: factChecks.some(isOut),
    teamUndeclared: content.team.filter(({ id }) => conflictOf(content, id) === null).map(({ name }) => name),
    reportDate: content.reportDate,
    judgedDates: [content.forRules.contractStartsOn],
    scope: content.clauses,
    assessments: content.assessments,
    findings: content.findings.map((finding) => ({ ...finding, remedied: Boolean(finding.remedied) })),
    actions: content.actions,
    evidence: content.evidence
      .filter(({ counts }) => counts)
      .map(({ id, kind, heldOn, title }) => ({ id, kind, date: heldOn, title })),
    figures: [...content.figures.map(figureFacts), ...content.evidence.flatMap(reviewFacts)],
    texts: [text('background', content.background), text('purpose', content.purpose), text('summary', content.summary)],
    proposal:
      proposed === null
        ? null
        : { outcome: proposed.outcome, reason: proposed.departureReason, unmetReasons: proposed.unmetReasons },
    unansweredComments: unansweredComments(latest),
    recheck: recheckFacts(content),
    decision: decisionFacts(content, proposed, today),
  };
}

/** What the rules need to know of a follow-up, in one statement. @throws NotFound for one that the person does not see. */
export async function loadFollowUpFacts(tx: Transaction, followUpId: string): Promise<FollowUpFacts> {
  return factsOf(await loadContent(readIn(tx), tx.user, followUpId), tx.today);
}

/** What a person has declared that still counts (R10): true for a conflict, false for none, null for nothing yet. */
export function conflictOf(content: Pick<FollowUpContent, 'declarations'>, accountId: string | null): boolean | null {
  const declared = content.declarations.find((declaration) => declaration.accountId === accountId);
  return declared === undefined || declared.lifted ? null : declared.hasConflict;
}

/** The delegation by which the reader may decide the judgement that day (R10), or null. */
export function readersDelegation({ forRules }: FollowUpContent, today: CalendarDate): HeldDelegation | null {
  const { readerId, decision } = forRules;
  if (readerId === null) return null;
  return coveringDelegation(decision.delegations, { matter: 'judgement', accountId: readerId, on: today });
}

/** What the committee itself decided about the judgement that waits, the latest word of it, or null. */
export function committeeDecisionOn(
  { forRules }: FollowUpContent,
  judgementId: string | undefined,
): FollowUpContent['forRules']['decision']['committeeDecisions'][number] | null {
  return forRules.decision.committeeDecisions.findLast((decided) => decided.judgementId === judgementId) ?? null;
}

function decisionFacts(
  content: FollowUpContent,
  proposed: JudgementContent | null,
  today: CalendarDate,
): DecisionFacts {
  const { delegatedMatters, reservedMatters } = content.forRules.decision;
  return {
    delegated: delegatedMatters.includes('judgement'),
    covered: readersDelegation(content, today) !== null,
    reserved: proposed !== null && isReservedOutcome(reservedMatters, proposed.outcome),
    committeeDecided: committeeDecisionOn(content, proposed?.id) !== null,
  };
}

/** A re-check judges the open requirements of its root, and may change the outcome that stands. */
function recheckFacts({ forRules, judgements, clauses }: FollowUpContent): RecheckFacts | null {
  if (forRules.recheckActions === null) return null;
  const critical = new Set(clauses.filter((clause) => clause.critical && clause.kind !== 'goal').map(({ id }) => id));
  return {
    previousOutcome: judgements.findLast(({ status }) => status === 'approved')?.outcome ?? null,
    actions: forRules.recheckActions.map(({ serious, ...action }) => ({
      ...action,
      critical: serious || action.clauseIds.some((id) => critical.has(id)),
    })),
  };
}

/** Of a judgement that was returned and not proposed anew. */
function unansweredComments(latest: JudgementContent | undefined): UnansweredComment[] {
  if (latest?.status !== 'returned') return [];
  return latest.comments.filter(({ answer }) => answer === null).map(({ id, text: words }) => ({ id, text: words }));
}

function text(name: string, words: string): TextFacts {
  return { place: { kind: 'report-text', id: name }, heading: null, text: words };
}

function figureFacts(figure: FollowUpContent['figures'][number]): FigureFacts {
  const isShare = figure.total !== null;
  return {
    id: figure.id,
    name: figure.name,
    source: figure.source,
    value: isShare ? null : figure.found,
    k: isShare ? figure.found : null,
    n: figure.total,
    population: null,
    reportedAs: figure.reportedWords,
  };
}

/** The result of each question of a review is a figure too: k of n, out of N (R4). */
function reviewFacts({ id, review }: EvidenceContent): FigureFacts[] {
  if (review === null) return [];
  return reviewResults(review).map((result) => ({
    id,
    name: result.question,
    source: 'counted',
    value: null,
    k: result.found,
    n: result.of,
    population: review.method === 'census' ? null : result.population,
    reportedAs: null,
  }));
}
