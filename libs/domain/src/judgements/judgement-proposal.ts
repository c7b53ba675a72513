import { isStandingRequirement } from '../actions/action-rules.js';
import { verdictsOf } from '../assessments/assessment-rules.js';
import { clauseName } from '../assessments/clause-name.js';
import type { Blocker } from '../follow-ups/blocker.js';
import type { ClauseFacts, FollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { OUTCOME_LABELS } from './labels.js';
import type { Outcome } from './outcome.js';
import type { JudgementGround, JudgementProposal } from './proposed-outcome.js';
import { proposeRecheckJudgement } from './recheck-proposal.js';

/**
 * The outcome by R9, counted over the clauses that apply, or in a re-check over its requirements, with its grounds. A
 * proposal: a person decides, always.
 */
export function proposeJudgement(facts: FollowUpFacts): JudgementProposal {
  if (facts.kind === 're-check') return proposeRecheckJudgement(facts);
  const verdicts = verdictsOf(facts);
  const isComplete = facts.scope.every((clause) => verdicts.has(clause.id));
  const blockers = unmetBlockers(facts);
  const notJudged = groundsNotJudged(facts);
  const notApproved = groundsNotApproved(facts);
  const remarks = groundsForRemarks(facts);

  const propose = (outcome: Outcome, grounds: JudgementGround[]) => ({ outcome, isComplete, grounds, blockers });
  if (notJudged.length > 0) return propose('cannot-be-judged', notJudged);
  if (notApproved.length > 0) return propose('not-approved', notApproved);
  if (remarks.length > 0) return propose('approved-with-remarks', remarks);
  const met = clausesWith(facts, (clause) => verdicts.get(clause.id) === 'met');
  const text = `Inga krav ställs; ${met.length} av ${applying(facts).length} avtalspunkter uppfylls helt`;
  return propose('approved', [ground(text, { clauseIds: ids(met) })]);
}

/**
 * What of the judgement stops the follow-up from being submitted (R9): no proposed outcome, an outcome that departs from
 * the rule's without a reason, or a serious deficiency or critical clause with neither requirement nor reason.
 */
export function judgementBlockers(facts: FollowUpFacts): Blocker[] {
  const { outcome, blockers } = proposeJudgement(facts);
  const place = { kind: 'judgement' } as const;
  if (facts.proposal === null) {
    return [...blockers, { code: 'judgement-missing', message: 'Samlad bedömning saknas', place }];
  }
  if (facts.proposal.outcome === outcome || facts.proposal.reason?.trim()) return blockers;
  const [chosen, proposed] = [OUTCOME_LABELS[facts.proposal.outcome], OUTCOME_LABELS[outcome]];
  const message = `Samlad bedömning avviker från förslaget utan skäl: ${chosen} i stället för ${proposed}`;
  return [...blockers, { code: 'judgement-departs-without-reason', message, place }];
}

function groundsNotJudged(facts: FollowUpFacts): JudgementGround[] {
  const verdicts = verdictsOf(facts);
  const applies = applying(facts);
  if (applies.length === 0) return [ground('Ingen avtalspunkt som är aktuell har bedömts', {})];
  const unknown = applies.filter((clause) => verdicts.get(clause.id) === 'cannot-be-assessed');
  if (unknown.length * 2 < applies.length) return [];
  const text = `${unknown.length} av ${applies.length} aktuella avtalspunkter går ej att bedöma`;
  return [ground(text, { clauseIds: ids(unknown) })];
}

function groundsNotApproved(facts: FollowUpFacts): JudgementGround[] {
  const verdicts = verdictsOf(facts);
  const grounds: JudgementGround[] = [];
  for (const finding of seriousDeficiencies(facts)) {
    const text = `Allvarlig brist: ${finding.title}`;
    const actionIds = ids(requirementsOnFinding(facts, finding.id));
    grounds.push(ground(text, { clauseIds: [...finding.clauseIds], findingIds: [finding.id], actionIds }));
  }
  for (const clause of facts.scope.filter(isCritical)) {
    const verdict = verdicts.get(clause.id);
    const actionIds = ids(requirementsOnClause(facts, clause.id));
    if (verdict === 'not-met') {
      const text = `Den kritiska avtalspunkten ${inSentence(clause)} uppfylls inte`;
      grounds.push(ground(text, { clauseIds: [clause.id], actionIds }));
    } else if (verdict === 'partly-met' && actionIds.length > 0) {
      const text = `Den kritiska avtalspunkten ${inSentence(clause)} uppfylls delvis och krav ställs`;
      grounds.push(ground(text, { clauseIds: [clause.id], actionIds }));
    }
  }
  return grounds;
}

function groundsForRemarks(facts: FollowUpFacts): JudgementGround[] {
  return facts.actions.filter(isStandingRequirement).map((action) => {
    const clauseIds = clausesWith(facts, (clause) => requirementsOnClause(facts, clause.id).includes(action));
    return ground(`Krav ställs: ${action.text}`, {
      clauseIds: ids(clauseIds),
      findingIds: [...action.findingIds],
      actionIds: [action.id],
    });
  });
}

function unmetBlockers(facts: FollowUpFacts): Blocker[] {
  const verdicts = verdictsOf(facts);
  const reasons = facts.proposal?.unmetReasons ?? [];
  const hasReason = (kind: 'clause' | 'finding', id: string) =>
    reasons.some((unmet) => unmet.kind === kind && unmet.id === id && unmet.reason.trim() !== '');
  const blockers: Blocker[] = [];
  for (const finding of seriousDeficiencies(facts)) {
    if (requirementsOnFinding(facts, finding.id).length > 0 || hasReason('finding', finding.id)) continue;
    const message = `Den allvarliga bristen ”${finding.title}” saknar krav eller skäl`;
    blockers.push({
      code: 'serious-deficiency-without-requirement',
      message,
      place: { kind: 'finding', id: finding.id },
    });
  }
  for (const clause of facts.scope.filter(isCritical)) {
    if (verdicts.get(clause.id) !== 'not-met' || requirementsOnClause(facts, clause.id).length > 0) continue;
    if (hasReason('clause', clause.id)) continue;
    const message = `${clauseName(clause.number)} är kritisk och uppfylls inte men saknar krav eller skäl`;
    blockers.push({ code: 'critical-clause-without-requirement', message, place: { kind: 'clause', id: clause.id } });
  }
  return blockers;
}

/** The clauses with a verdict that says they apply. */
function applying(facts: FollowUpFacts): ClauseFacts[] {
  const verdicts = verdictsOf(facts);
  return clausesWith(facts, ({ id }) => verdicts.has(id) && verdicts.get(id) !== 'not-applicable');
}

/** A goal gives recommendations, never requirements, so it cannot weigh as critical. */
function isCritical(clause: ClauseFacts): boolean {
  return clause.critical && clause.kind !== 'goal';
}

function seriousDeficiencies(facts: FollowUpFacts) {
  return facts.findings.filter((finding) => finding.kind === 'deficiency' && finding.severity === 'serious');
}

function requirementsOnFinding(facts: FollowUpFacts, findingId: string) {
  return facts.actions.filter((action) => isStandingRequirement(action) && action.findingIds.includes(findingId));
}

/** The requirements tied to a clause, directly or through their findings. */
function requirementsOnClause(facts: FollowUpFacts, clauseId: string) {
  const findingIds = ids(facts.findings.filter((finding) => finding.clauseIds.includes(clauseId)));
  return facts.actions.filter(
    (action) =>
      isStandingRequirement(action) &&
      (action.clauseIds.includes(clauseId) || action.findingIds.some((id) => findingIds.includes(id))),
  );
}

function clausesWith(facts: FollowUpFacts, test: (clause: ClauseFacts) => boolean): ClauseFacts[] {
  return facts.scope.filter(test);
}

function inSentence(clause: ClauseFacts): string {
  return clauseName(clause.number).replace(/^Punkt /, '');
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

function ground(text: string, rests: Partial<Omit<JudgementGround, 'text'>>): JudgementGround {
  return { text, clauseIds: [], findingIds: [], actionIds: [], ...rests };
}
