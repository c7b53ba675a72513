import type { FigureFacts, FollowUpFacts, TextFacts } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { reviewResults } from '../document-reviews/review-results.js';
import { readIn } from './follow-up-access.js';
import { loadContent, type EvidenceContent, type FollowUpContent } from './follow-up-content.js';

/** What the rules need to know of a follow-up, worked out of what it holds. */
export function factsOf(content: FollowUpContent): FollowUpFacts {
  const proposed = content.judgements.findLast((judgement) => judgement.status === 'proposed') ?? null;
  const latest = proposed ?? content.judgements.at(-1);
  return {
    id: content.id,
    state: content.state,
    kind: content.kind,
    committeeId: content.committee.id,
    authorId: latest?.authorId ?? content.forRules.createdById,
    startedById: content.forRules.startedById,
    teamIds: content.team.map((member) => member.id),
    hasFactCheck: false,
    unansweredRemarks: 0,
    factCheckOut: false,
    teamUndeclared: [],
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
    recheck: null,
    decision: { delegated: false, covered: false, reserved: false, committeeDecided: false },
  };
}

/** What the rules need to know of a follow-up, in one statement. @throws NotFound for one that the person does not see. */
export async function loadFollowUpFacts(tx: Transaction, followUpId: string): Promise<FollowUpFacts> {
  return factsOf(await loadContent(readIn(tx), tx.user, followUpId));
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
