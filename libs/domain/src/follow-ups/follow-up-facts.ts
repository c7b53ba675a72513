import type { Role } from '../accounts/role.js';
import type { ActionKind, ActionState } from '../actions/action.js';
import type { RecheckVerdict } from '../actions/recheck-verdict.js';
import type { Verdict } from '../assessments/verdict.js';
import type { ClauseKind } from '../contracts/contract.js';
import type { EvidenceKind } from '../evidence/evidence.js';
import type { FigureSource } from '../figures/figure.js';
import type { FindingKind, Severity } from '../findings/finding.js';
import type { Outcome } from '../judgements/outcome.js';
import type { Place } from './blocker.js';
import type { FollowUpKind, FollowUpState } from './follow-up.js';

// All dates are calendar dates in Stockholm, 'YYYY-MM-DD'.

/** A clause of the frozen scope. `number` as the contract writes it: '15', '4.9'. */
export interface ClauseFacts {
  id: string;
  number: string;
  heading: string;
  kind: ClauseKind;
  critical: boolean;
}

/** The assessment of one clause, or of a few judged together. `verdict` is null while nobody has chosen one. */
export interface AssessmentFacts {
  id: string;
  clauseIds: readonly string[];
  verdict: Verdict | null;
  text: string;
}

/** A finding. `legalGround` is the officer's words, such as "6 § LSS", or null. */
export interface FindingFacts {
  id: string;
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  clauseIds: readonly string[];
  evidenceIds: readonly string[];
  remedied: boolean;
}

/** A requirement or a recommendation. */
export interface ActionFacts {
  id: string;
  kind: ActionKind;
  text: string;
  findingIds: readonly string[];
  clauseIds: readonly string[];
  dueDate: string | null;
  state: ActionState;
}

/** A piece of evidence. `date` is the day it was gathered: of the meeting, the review, the document. */
export interface EvidenceFacts {
  id: string;
  kind: EvidenceKind;
  date: string;
  title: string;
}

/**
 * A figure of the case, or the result of a document review (R4): k found of n drawn or asked, out of N. `value` is a
 * plain number that is no share; `reportedAs` holds the provider's own words of a reported figure.
 */
export interface FigureFacts {
  id: string;
  name: string;
  source: FigureSource;
  value: number | null;
  k: number | null;
  n: number | null;
  population: number | null;
  reportedAs: string | null;
}

/** Why a serious deficiency or a critical clause that is not met carries no requirement (R9). */
export interface UnmetReason {
  kind: 'clause' | 'finding';
  id: string;
  reason: string;
}

/** The judgement that the officer proposes. `reason` is needed where the outcome departs from the rule's (R9). */
export interface ProposalFacts {
  outcome: Outcome;
  reason: string | null;
  unmetReasons: readonly UnmetReason[];
}

/** One text of the report. `heading` is null where the text has none by nature; an empty one is a placeholder (R12). */
export interface TextFacts {
  place: Place;
  heading: string | null;
  text: string;
}

/**
 * A requirement that a re-check judges. `critical`: it rests on a serious deficiency or a critical clause. `verdict` is null
 * while nobody has chosen one; `note` is the text of the verdict; the evidence is the re-check's own.
 */
export interface RecheckActionFacts {
  id: string;
  text: string;
  clauseIds: readonly string[];
  critical: boolean;
  verdict: RecheckVerdict | null;
  note: string;
  evidenceIds: readonly string[];
}

/** What a re-check judges, in place of clauses, and the outcome it may change: the latest approved one of the root. */
export interface RecheckFacts {
  previousOutcome: Outcome | null;
  actions: readonly RecheckActionFacts[];
}

/** By what right the judgement is decided (R10, kommunallagen 6:37–38). */
export interface DecisionFacts {
  /** Whether the committee treats judgements as delegated decisions. */
  delegated: boolean;
  /** Whether the actor holds a delegation that covers the judgement that day. */
  covered: boolean;
  /** Whether the proposed outcome is the committee's own to decide. */
  reserved: boolean;
  /** Whether the committee itself has decided, and its decision is registered. */
  committeeDecided: boolean;
}

/** What a manager returned the judgement with, and nobody has answered yet. */
export interface UnansweredComment {
  id: string;
  text: string;
}

/** All that the rules need to know of one follow-up, as plain data. */
export interface FollowUpFacts {
  id: string;
  state: FollowUpState;
  kind: FollowUpKind;
  committeeId: string;
  /** Who wrote and proposed the judgement; before a proposal the officer responsible. */
  authorId: string;
  /** Who started the follow-up, or null while it is planned. */
  startedById: string | null;
  teamIds: readonly string[];
  /** Whether a fact check has been held to its end; one that was taken back does not count. */
  hasFactCheck: boolean;
  /** Remarks of the fact check that wait for an answer. */
  unansweredRemarks: number;
  /** Whether a fact check is still out: sent, its deadline not passed, and the provider not done. */
  factCheckOut: boolean;
  /** The names of those in the team who have not said whether they have a conflict of interest. */
  teamUndeclared: readonly string[];
  /** The date the report will carry, or null where it takes the day of approval. */
  reportDate: string | null;
  /** Days of what is judged beside the evidence's own: the contract's start, the period reviewed (R12, law). */
  judgedDates: readonly string[];
  scope: readonly ClauseFacts[];
  assessments: readonly AssessmentFacts[];
  findings: readonly FindingFacts[];
  actions: readonly ActionFacts[];
  evidence: readonly EvidenceFacts[];
  figures: readonly FigureFacts[];
  texts: readonly TextFacts[];
  proposal: ProposalFacts | null;
  /** The comments of the last return that wait for an answer; none once the judgement is proposed anew. */
  unansweredComments: readonly UnansweredComment[];
  /** What is judged where the follow-up is a re-check, else null. */
  recheck: RecheckFacts | null;
  decision: DecisionFacts;
}

/** Who acts. `hasConflict`: false = declared none, true = declared one, null = has not declared (R10). */
export interface ActorFacts {
  accountId: string;
  roles: readonly Role[];
  committeeIds: readonly string[];
  hasConflict: boolean | null;
}
