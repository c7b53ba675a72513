import type {
  ActionState,
  CalendarDate,
  ContractKind,
  ExclusionBasis,
  RecordDirection,
  SanctionAction,
  SanctionEventKind,
  SanctionKind,
  SanctionState,
} from '@insyn/domain';
import type { BlockerView } from './blockers.js';
import type { Id, Instant } from './identity.js';
import type { DocumentLink } from './information-requests.js';

export const SANCTION_LIMITS = {
  steps: 20,
  label: 100,
  terms: 3000,
  amountRule: 1000,
  clauseNumber: 40,
  grounds: 10_000,
  amountBasis: 2000,
  reason: 5000,
  text: 10_000,
  actions: 100,
  reference: 100,
  files: 50,
} as const;

/** One step of a contract's own ladder. `used` once a sanction rests on it: it may then not be removed or change kind. */
export interface SanctionStepView {
  id: Id;
  position: number;
  kind: SanctionKind;
  /** The step in the contract's own words: "Skriftlig varning". */
  label: string;
  terms: string;
  /** How an amount is worked out, in the contract's words. */
  amountRule: string;
  clauseNumber: string | null;
  used: boolean;
}

/** One thing that happened to a sanction: when, by whom, and what was registered for it. */
export interface SanctionEventView {
  id: Id;
  kind: SanctionEventKind;
  state: SanctionState;
  on: CalendarDate;
  /** Null where it was the provider's. */
  by: string | null;
  text: string;
  /** Whole kronor; null where no amount was set. */
  amount: number | null;
  record: { id: Id; direction: RecordDirection; publicTitle: string } | null;
}

/** A sanction in a list. */
export interface SanctionListItem {
  id: Id;
  followUp: { id: Id; title: string; caseNumber: string };
  kind: SanctionKind;
  label: string;
  state: SanctionState;
  severe: boolean;
  decidedOn: CalendarDate;
  sentOn: CalendarDate | null;
  /** The last day for the provider's answer; null before it is sent. */
  answerDue: CalendarDate | null;
  /** What it was decided to, and what it was reduced to; whole kronor. */
  amount: number | null;
  reducedAmount: number | null;
  events: SanctionEventView[];
}

/**
 * The sanctions against the contract's present party that count in the three years that end today: sent, and not withdrawn.
 * Amounts are what they are now. What an earlier party was sent stands in the list of all.
 */
export interface ThreeYearsView {
  provider: string;
  from: CalendarDate;
  to: CalendarDate;
  /** The law that says why three years matter; null for what the municipality runs itself. */
  basis: ExclusionBasis | null;
  counts: { kind: SanctionKind; count: number }[];
  total: number;
}

/** `GET /api/contracts/:id/sanctions`. An assignment has neither ladder nor sanctions. */
export interface ContractSanctionsView {
  contract: { id: Id; reference: string; kind: ContractKind };
  ladder: SanctionStepView[];
  ladderVersion: number;
  /** Whether the reader may change the ladder. */
  editable: boolean;
  sanctions: SanctionListItem[];
  threeYears: ThreeYearsView;
  /** The step that is next on the ladder; null where none is left or there is no ladder. */
  proposedStepId: Id | null;
}

/** A step as a decision may take it. */
export interface SanctionStepChoice extends SanctionStepView {
  /** Whether the earlier steps have been taken. */
  available: boolean;
  /** Whether the municipality has kept it for the committee itself (kommunallagen 6:38). */
  reserved: boolean;
}

/** A requirement that a sanction may rest on. */
export interface SanctionGround {
  id: Id;
  text: string;
  clauseNumbers: string[];
  state: ActionState;
  dueDate: CalendarDate | null;
  /** Whether only a severe case may rest on it now: its time is not out. */
  severeOnly: boolean;
}

/** `GET /api/follow-ups/:id/sanctions`: those of the case, and what one more can be. */
export interface FollowUpSanctionsView {
  contract: { id: Id; reference: string; kind: ContractKind };
  ladderVersion: number;
  steps: SanctionStepChoice[];
  proposedStepId: Id | null;
  grounds: SanctionGround[];
  sanctions: SanctionListItem[];
  /** Whether the reader may decide a sanction now; with blockers it can be seen but not done. */
  mayDecide: boolean;
  blockers: BlockerView[];
}

/** A letter with its decision as it was sent: what the provider reads and the PDF says. */
export interface SanctionLetter {
  municipality: string;
  committee: string;
  letterhead: string;
  caseNumber: string;
  title: string;
  provider: string;
  unit: string;
  contract: { reference: string; kind: ContractKind };
  sentOn: CalendarDate;
  sender: { name: string; title: string; email: string };
  address: string;
  decidedOn: CalendarDate;
  step: { label: string; terms: string };
  /** Paragraphs divided by empty lines. */
  grounds: string;
  earlier: { label: string; date: CalendarDate }[];
  severeReason: string | null;
  requirements: { text: string; clauses: { number: string; heading: string }[] }[];
  /** Whole kronor. */
  amount: number | null;
  amountBasis: string;
  clause: { number: string; heading: string } | null;
  disputeBy: CalendarDate;
  decidedBy: { name: string; title: string };
  decisionGround: string;
}

/** A file that the provider lays beside what it says against a sanction. */
export interface SanctionFileView {
  id: Id;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Instant;
  href: string;
}

/** What the provider wrote against a sanction, with the files that came with it. */
export interface SanctionDisputeView {
  text: string;
  files: SanctionFileView[];
  at: Instant;
  by: string;
  late: boolean;
}

/** An act that the reader may take on a sanction; with blockers it can be seen but not done. */
export interface SanctionOffer {
  name: SanctionAction;
  needs: 'text' | 'reason' | 'amount-and-reason' | null;
  /** True where the act cites a decision of the committee itself. */
  needsCommittee: boolean;
  blockers: BlockerView[];
}

/** `GET /api/sanctions/:id`. */
export interface SanctionView extends SanctionListItem {
  contract: { id: Id; reference: string };
  provider: { id: Id; legalName: string };
  unit: string;
  step: { terms: string; amountRule: string; clauseNumber: string | null };
  severeReason: string | null;
  /** Paragraphs divided by empty lines. */
  grounds: string;
  amountBasis: string;
  requirements: { id: Id; text: string; state: ActionState; clauseNumbers: string[] }[];
  decidedBy: string;
  /** By which delegation or decision of the committee; empty where neither was asked for. */
  decisionGround: string;
  readAt: Instant | null;
  letterDocument: DocumentLink | null;
  dispute: SanctionDisputeView | null;
  offers: SanctionOffer[];
  version: number;
}

/** `GET /api/portal/sanctions/:id`: the letter as it was sent, and what has passed between the two since (R21). */
export interface PortalSanctionView {
  id: Id;
  municipality: string;
  provider: { id: Id; name: string };
  kind: SanctionKind;
  label: string;
  state: SanctionState;
  letter: SanctionLetter;
  letterDocument: DocumentLink | null;
  sentOn: CalendarDate;
  answerDue: CalendarDate;
  amount: number | null;
  reducedAmount: number | null;
  dispute: SanctionDisputeView | null;
  /** Files that wait to be handed in with a dispute; none once it is sent. */
  draftFiles: SanctionFileView[];
  /** What the municipality has sent after the letter: answers and what became of it. */
  answers: { kind: SanctionEventKind; on: CalendarDate; text: string; amount: number | null }[];
  /** True while the provider may dispute it. */
  mayDispute: boolean;
  version: number;
}
