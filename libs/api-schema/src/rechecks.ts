import type {
  ActionAct,
  ActionKind,
  ActionState,
  CalendarDate,
  EvidenceKind,
  FollowUpState,
  Outcome,
  RecheckVerdict,
  Severity,
} from '@insyn/domain';
import type { AttachmentView } from './evidence.js';
import type { Id, Instant } from './identity.js';

export const RECHECK_LIMITS = {
  note: 4000,
  count: 1_000_000,
  evidence: 100,
  reason: 2000,
  /** Files that an early verification rests on. */
  proofs: 20,
} as const;

/** An effect as it is counted: k found of n (R4). */
export interface EffectShare {
  k: number;
  n: number;
}

/** What the provider planned for one action, as it was handed in last. */
export interface PlannedRemedy {
  submittedOn: CalendarDate;
  cause: string;
  measures: { text: string; responsible: string; due: CalendarDate | null }[];
  effect: {
    how: string;
    followUpOn: CalendarDate | null;
    measure: string;
    before: EffectShare | null;
    target: EffectShare | null;
  };
  /** What was answered to a recommendation. */
  answer: string;
  /** What the officer said of it; null while it waits. */
  verdict: 'sufficient' | 'incomplete' | 'rejected' | null;
  verdictText: string;
}

/** What the provider reported as done. */
export interface RemedyReport {
  id: Id;
  reportedOn: CalendarDate;
  text: string;
  effect: EffectShare | null;
  files: { id: Id; fileName: string; size: number; href: string }[];
}

/** An action of the root, with what has been planned and reported since. */
export interface ActionInFollowUp {
  actionId: Id;
  text: string;
  kind: ActionKind;
  state: ActionState;
  dueDate: CalendarDate | null;
  effectMeasure: string;
  clauses: { id: Id; number: string; heading: string }[];
  findings: { id: Id; title: string; severity: Severity | null }[];
  plan: PlannedRemedy | null;
  reports: RemedyReport[];
}

/** A requirement that the re-check judges, and what it has found so far. */
export interface RecheckActionView extends ActionInFollowUp {
  verdict: RecheckVerdict | null;
  note: string;
  before: EffectShare | null;
  after: EffectShare | null;
  evidenceIds: Id[];
  updatedBy: string | null;
  updatedAt: Instant | null;
  version: number;
}

/** A piece of evidence of the root or of an earlier re-check. */
export interface EarlierEvidence {
  id: Id;
  followUpId: Id;
  /** "Uppföljningen" or "Återkontroll 1". */
  from: string;
  kind: EvidenceKind;
  heldOn: CalendarDate;
  title: string;
}

/** `GET /api/follow-ups/:id/recheck`: what a re-check judges, in place of clauses. */
export interface RecheckView {
  root: { id: Id; title: string; caseNumber: string; outcome: Outcome | null; approvedOn: CalendarDate | null };
  /** 1 for the first re-check of the root. */
  number: number;
  due: CalendarDate | null;
  contractEndsOn: CalendarDate;
  /** Whether the contract ends before the re-check is due, or has ended already. */
  contractEndsBefore: boolean;
  /** True where the reader may judge now. */
  editable: boolean;
  actions: RecheckActionView[];
  earlierEvidence: EarlierEvidence[];
}

/** What was saved of one requirement: `PUT /api/follow-ups/:id/recheck/actions/:actionId`. */
export interface RecheckJudged {
  actionId: Id;
  verdict: RecheckVerdict | null;
  note: string;
  before: EffectShare | null;
  after: EffectShare | null;
  evidenceIds: Id[];
  updatedBy: string | null;
  updatedAt: Instant | null;
  version: number;
}

/** One move of an action after approval (R14). */
export interface ActionMoveView {
  id: Id;
  from: ActionState;
  to: ActionState;
  on: CalendarDate;
  /** Null for the system. */
  by: string | null;
  reason: string | null;
  /** The re-check that judged it. */
  recheck: { id: Id; number: number } | null;
  /** What the provider reported, where that moved it. */
  reportId: Id | null;
  files: AttachmentView[];
}

/** An action with how far it has come, and what the reader may do with it now. */
export interface ActionProgressView extends ActionInFollowUp {
  version: number;
  moves: ActionMoveView[];
  offers: ActionAct[];
  /** Rounds of the same contract in which one of its clauses was not met before (R15). */
  notMetBefore: number[];
}

/** One re-check of a root. */
export interface RecheckLink {
  id: Id;
  number: number;
  state: FollowUpState;
  due: CalendarDate | null;
  approvedOn: CalendarDate | null;
  outcome: Outcome | null;
  /** How many requirements it judged, and how many of them are remedied; null until it is approved. */
  judged: { verified: number; total: number } | null;
  /** Why it was cancelled. */
  reason: string | null;
}

/** `GET /api/follow-ups/:id/actions-progress`: what has happened with the actions since the approval. */
export interface ActionsProgressView {
  contractId: Id;
  /** Whether the contract has a ladder of sanctions, which what remains climbs; an assignment has none. */
  hasLadder: boolean;
  contractEndsOn: CalendarDate;
  contractHasEnded: boolean;
  /** Whether its own end has passed and an option may carry it on, until `contractEndsOn`. */
  contractMayRunOn: boolean;
  /** Whether the contract ends before the re-check that is booked is due. */
  contractEndsBeforeRecheck: boolean;
  actions: ActionProgressView[];
  rechecks: RecheckLink[];
}
