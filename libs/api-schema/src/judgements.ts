import type { CalendarDate, JudgementGround, JudgementStatus, Outcome, UnmetReason, Verdict } from '@insyn/domain';
import type { BlockerView } from './blockers.js';
import type { Id, Instant } from './identity.js';

export type { JudgementGround };

/** `GET /api/follow-ups/:id/judgement-proposal`: what rule R9 gives today. */
export interface JudgementProposal {
  outcome: Outcome;
  grounds: JudgementGround[];
  blockers: BlockerView[];
  /** How many requirements a re-check has found to remain; 0 in a follow-up that is none. */
  remaining: number;
}

export interface ReturnCommentView {
  id: Id;
  place: { kind: string; id?: Id };
  text: string;
  by: string;
  at: Instant;
  /** How the officer has taken care of it; null while it waits. */
  answer: { text: string; by: string; at: Instant } | null;
  /** The version that an answer, or a change of it, names. */
  version: number;
}

/** One link in the chain of judgements. */
export interface JudgementView {
  id: Id;
  /** The follow-up that it came out of: the root itself, or one of its re-checks. */
  followUpId: Id;
  outcome: Outcome;
  proposedOutcome: Outcome;
  grounds: JudgementGround[];
  text: string;
  departureReason: string | null;
  /** Why no new action plan is demanded for what remains after a re-check; null where one is, or nothing remains. */
  noPlanReason: string | null;
  /** Why a serious deficiency or a critical clause not met carries no requirement (R9). */
  unmetReasons: UnmetReason[];
  author: string;
  authorId: Id;
  proposedAt: Instant;
  contentVersion: number;
  status: JudgementStatus;
  decidedBy: string | null;
  decidedOn: CalendarDate | null;
  /** By what right it was decided: "Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7"; null where none is cited. */
  ground: string | null;
  comments: ReturnCommentView[];
}

export const DECISION_LIMITS = {
  reason: 1000,
  commentAnswer: 2000,
  reference: 120,
  committeeText: 4000,
  proposal: 10_000,
} as const;

/** What a person declared about conflict of interest in a follow-up (R10). Lifted by a manager, it no longer counts. */
export interface ConflictDeclarationView {
  accountId: Id;
  name: string;
  hasConflict: boolean;
  declaredAt: Instant;
  lifted: boolean;
}

/** The same with the person's own words, for those who decide and for the person. */
export interface ConflictDeclarationDetail extends ConflictDeclarationView {
  reason: string;
}

/** A clause, by its number in the contract, in the round before and now. */
export interface VerdictChange {
  clauseId: Id;
  number: string;
  heading: string;
  before: Verdict | null;
  now: Verdict | null;
}

/** A figure that both rounds have under the same name, as each is shown. */
export interface FigureChange {
  name: string;
  before: { display: string; period: string };
  now: { display: string; period: string };
}

/** A clause that is not met now and was not met in the rounds given, newest first (R15). */
export interface RepeatedClauseView {
  clauseId: Id;
  clauseNumber: string;
  rounds: { followUpId: Id; year: number; caseNumber: string }[];
}

/** What the provider said of the draft, and what it was answered. */
export interface DecisionFactCheck {
  sentOn: CalendarDate;
  state: string;
  noRemarks: boolean;
  remarks: {
    id: Id;
    placeKind: string;
    /** The clause as it is named, or the name of the section. */
    place: string;
    text: string;
    answer: { accepted: boolean; text: string; by: string } | null;
  }[];
}

/** What the committee itself decided about the judgement that waits (kommunallagen 6:38). */
export interface CommitteeDecisionView {
  decidedOn: CalendarDate;
  reference: string;
  text: string;
  registeredBy: string;
}

/** `GET /api/follow-ups/:id/decision-basis`: what a manager reads beside the case itself before deciding. */
export interface DecisionBasis {
  /** The round before of the same contract, the same unit's where there is one. */
  previous: {
    id: Id;
    title: string;
    caseNumber: string;
    year: number;
    approvedOn: CalendarDate;
    outcome: Outcome | null;
  } | null;
  changes: VerdictChange[];
  repeated: RepeatedClauseView[];
  figures: FigureChange[];
  factCheck: DecisionFactCheck | null;
  declarations: ConflictDeclarationDetail[];
  /** Whether the committee has judgements decided on delegation. */
  delegated: boolean;
  /** The reader's own delegation that covers today; null for none. */
  delegation: { id: Id; point: string; reference: string; validTo: CalendarDate | null } | null;
  /** Whether the proposed outcome is the committee's own to decide. */
  reserved: boolean;
  /** The proposals for an official letter (tjänsteskrivelse) that have been drawn up for the judgement that waits. */
  letters: { id: Id; title: string; issuedOn: CalendarDate; href: string | null }[];
  committeeDecision: CommitteeDecisionView | null;
  /** The manager to whom the decision was handed over. */
  decider: { id: Id; name: string } | null;
  /** The other managers of the committee, to whom it can be handed over. */
  managers: { id: Id; name: string; title: string | null }[];
  /** Whether the reader may register what the committee decided. */
  mayRegisterDecision: boolean;
}
