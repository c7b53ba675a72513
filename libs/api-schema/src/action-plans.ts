import type {
  ActionKind,
  ActionState,
  CalendarDate,
  ContractKind,
  IncomingChannel,
  PlanAction,
  PlanGap,
  PlanItem,
  PlanShare,
  PlanState,
  PlanVerdict,
} from '@insyn/domain';
import type { Id, Instant } from './identity.js';
import type { DocumentLink } from './information-requests.js';

/** A clause as a demand names it; `heading` is empty where it has none. */
export interface DemandedClause {
  number: string;
  heading: string;
}

/** An action of a demand, as it stood when the demand was sent. */
export interface DemandedActionView {
  actionId: Id;
  /** The order in the letter, requirements and recommendations apart; from 1. */
  number: number;
  text: string;
  clauses: DemandedClause[];
  /** When it is to be remedied; null where no day is set, and for a recommendation. */
  due: CalendarDate | null;
  /** How the effect is measured, in the officer's words; may be empty. */
  effectMeasure: string;
  /** What the re-check found, where the demand comes of one; left out in demands that do not. */
  found?: RecheckFinding;
}

/** Why a requirement remains after a re-check, as the provider is told. */
export interface RecheckFinding {
  text: string;
  /** The effect as it was counted; null where it was not. */
  before: PlanShare | null;
  after: PlanShare | null;
}

/** The frozen content of a demand for an action plan; what the provider reads and the PDF says. */
export interface PlanDemand {
  municipality: string;
  committee: string;
  letterhead: string;
  caseNumber: string;
  title: string;
  provider: string;
  unit: { id: Id; name: string };
  contract: { reference: string; kind: ContractKind };
  sender: { name: string; title: string; email: string };
  approvedOn: CalendarDate;
  /** The judgement in words: "Inte godkänd". */
  outcomeLabel: string;
  requirements: DemandedActionView[];
  recommendations: DemandedActionView[];
  sentOn: CalendarDate;
  due: CalendarDate;
  recheckDue: CalendarDate | null;
  /** What the contract lets follow when a requirement is not met; empty for an assignment. */
  consequences: string[];
  /** The provider that had the contract before, where another has taken over; else null. */
  takenOverFrom: string | null;
  /** The re-check that the demand comes of: only what remained is demanded. Left out in a demand that comes of none. */
  recheck?: { number: number; approvedOn: CalendarDate };
  /** Where the provider answers. */
  address: string;
}

/** A requirement that no longer waits for a plan: verified early, lapsed or withdrawn since the demand was sent. */
export interface LiftedRequirement {
  actionId: Id;
  on: CalendarDate;
  /** The state that it went to, in Swedish. */
  why: string;
}

/**
 * What was planned before, frozen when the demand was made: what the municipality had accepted of the provider that had the
 * contract before, or what the same provider had handed in of the plan that a re-check found not to be enough.
 */
export interface EarlierPlan {
  provider: string;
  items: PlanItem[];
}

/** What is written about one action now; `version` is null until something is. */
export interface PlanItemView extends PlanItem {
  /** A person of the provider; null until something is written. */
  changedBy: string | null;
  changedAt: Instant | null;
  version: number | null;
}

export interface PlanFileView {
  id: Id;
  actionId: Id;
  /** The report that it belongs to; null in the plan, and while the report is being written. */
  reportId: Id | null;
  forReport: boolean;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Instant;
  href: string;
}

/** That a plan came on paper or by e-mail, and who of the municipality entered it. */
export interface IncomingPlan {
  channel: IncomingChannel;
  arrivedOn: CalendarDate;
  enteredBy: string;
  enteredOn: CalendarDate;
  /** The document itself. */
  file: IncomingPlanFile;
}

/** Of `POST /api/action-plans/:id/incoming-file`. */
export interface IncomingPlanFile {
  id: Id;
  fileName: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** What a round held when it was handed in; sealed with its SHA-256. */
export interface SubmittedPlan {
  round: number;
  /** A person of the provider; the provider itself where the plan came outside the portal. */
  submittedBy: string;
  /** Left out where it was handed in in the portal. */
  incoming?: IncomingPlan;
  items: PlanItem[];
  files: SubmittedPlanFile[];
}

export interface SubmittedPlanFile {
  id: Id;
  actionId: Id;
  fileName: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export interface PlanVerdictView {
  actionId: Id;
  verdict: PlanVerdict;
  text: string;
  decidedOn: CalendarDate;
}

export interface PlanRoundView {
  id: Id;
  number: number;
  submittedBy: string;
  /** When it was handed in; when it was entered, where it came outside the portal. */
  submittedAt: Instant;
  late: boolean;
  seal: string;
  /** Null where it was handed in in the portal. */
  incoming: (IncomingPlan & { file: { href: string } }) | null;
  items: PlanItem[];
  files: (SubmittedPlanFile & { href: string })[];
  /** Empty until the round has been judged. */
  verdicts: PlanVerdictView[];
  document: DocumentLink | null;
}

/** The provider's report that a requirement has been remedied. */
export interface ActionReportView {
  id: Id;
  actionId: Id;
  text: string;
  /** How many after: k found of n; null where it is not counted. */
  effect: PlanShare | null;
  reportedBy: string;
  reportedAt: Instant;
  /** Whether the municipality's side has taken it in. */
  settled: boolean;
  files: PlanFileView[];
}

/** What both sides see of an action plan. */
export interface PlanParts {
  id: Id;
  state: PlanState;
  demand: PlanDemand;
  document: DocumentLink | null;
  lifted: LiftedRequirement[];
  earlier: EarlierPlan | null;
  sentOn: CalendarDate;
  /** As it is now; the letter's own day stands in `demand`. */
  due: CalendarDate;
  readAt: Instant | null;
  submittedAt: Instant | null;
  acceptedAt: Instant | null;
  /** One for each action of the demand, in its order. */
  items: PlanItemView[];
  /** The plan's own files; those of a report stand with it. */
  files: PlanFileView[];
  rounds: PlanRoundView[];
  reports: ActionReportView[];
  /** The requirements that have neither been found sufficient nor lifted. */
  waitingIds: Id[];
  version: number;
}

/** `GET /api/portal/action-plans/:id`: the frozen demand with the provider's own plan (R21). */
export interface PortalPlanView extends PlanParts {
  municipality: string;
  provider: { id: Id; name: string };
  offers: PlanAction[];
  /** The actions on which something can be written now. */
  editableIds: Id[];
  /** Files of a report that has not been sent yet. */
  reportFiles: PlanFileView[];
  /** R13: why the plan cannot be handed in; empty when it can. */
  gaps: PlanGap[];
}

/** Of `GET /api/follow-ups/:id/action-plans`, newest first: one for each provider that answered for the contract. */
export interface ActionPlanView extends PlanParts {
  followUpId: Id;
  /** While it waits for the provider: whether its time is out. */
  late: boolean;
  /** When the round that was handed in is to be judged; null when none waits. */
  judgeBy: CalendarDate | null;
  /** Where each action of the demand stands now (R14). */
  actions: { actionId: Id; kind: ActionKind; state: ActionState }[];
  /** What the reader may do; empty without `follow-up.write` in the case's committee. */
  offers: PlanAction[];
  /** By R1 from today, for a plan that is returned. */
  proposedDue: CalendarDate;
}
