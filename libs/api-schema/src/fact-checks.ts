import type {
  CalendarDate,
  DifferencePart,
  FactCheckAction,
  FactCheckState,
  RemarkOutcome,
  RemarkPlace,
  Verdict,
} from '@insyn/domain';
import type { Id, Instant } from './identity.js';
import type { DocumentLink } from './information-requests.js';

/** A piece of a part of the draft, in the order it is read. */
export type DraftPart =
  | { kind: 'text'; text: string }
  /** The contract's own words. */
  | { kind: 'quote'; text: string }
  | { kind: 'verdict'; verdict: Verdict; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: { label: string; value: string }[] };

/** A part of the draft that a remark can be tied to. */
export interface DraftSection {
  place: RemarkPlace;
  /** "Bakgrund", "§ 15 Genomförandeplan". */
  heading: string;
  parts: DraftPart[];
}

/** What one part of the report said in the draft and says now, word by word. */
export interface TextDifference {
  place: RemarkPlace;
  heading: string;
  /** Empty for a part that is new. */
  before: string;
  /** Empty for a part that is gone. */
  after: string;
  parts: DifferencePart[];
}

export interface FactCheckFileView {
  id: Id;
  remarkId: Id;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Instant;
  href: string;
}

/** The officer's answer to one remark. */
export interface RemarkAnswerView {
  outcome: RemarkOutcome;
  /** What was changed, or why nothing was. */
  text: string;
  answeredBy: string;
  answeredAt: Instant;
  version: number;
}

/** One remark of the provider, with its files; `answer` is null until it is answered, or may be seen. */
export interface RemarkView {
  id: Id;
  place: RemarkPlace;
  /** The heading of the place as it stood in the draft. */
  heading: string;
  text: string;
  files: FactCheckFileView[];
  changedBy: string;
  changedAt: Instant;
  version: number;
  answer: RemarkAnswerView | null;
}

/** A fact check as both sides see it. */
interface FactCheckParts {
  id: Id;
  followUpId: Id;
  /** 1 for the first sending of the follow-up. */
  number: number;
  state: FactCheckState;
  sentOn: CalendarDate;
  due: CalendarDate;
  message: string;
  sender: { name: string; title: string; email: string };
  /** The draft that was sent. */
  sections: DraftSection[];
  document: DocumentLink | null;
  receipt: DocumentLink | null;
  submittedAt: Instant | null;
  submittedBy: string | null;
  /** The provider declared that it has no remarks. */
  noRemarks: boolean;
  late: boolean;
  /** Why it was taken back; empty while it was not. */
  takenBackReason: string;
  remarks: RemarkView[];
  offers: FactCheckAction[];
  version: number;
}

/** `GET /api/follow-ups/:id/fact-checks`, newest first. */
export interface FactCheckView extends FactCheckParts {
  readAt: Instant | null;
  /** The sent draft against the report as it is now; frozen when the judgement was submitted. */
  difference: TextDifference[];
  unanswered: number;
}

/** What a new fact check starts from: `GET /api/follow-ups/:id/fact-checks/options`. */
export interface FactCheckOptions {
  provider: string;
  /** By R1 from today and the municipality's setting. */
  proposedDue: CalendarDate;
  factCheckDays: number;
  /** How many people at the provider are mailed; with none the draft waits in the portal unheard of. */
  receivers: number;
}

/** `GET /api/portal/fact-checks/:id`: the frozen draft with the provider's own remarks (R21). */
export interface PortalFactCheckView extends FactCheckParts {
  municipality: string;
  committee: string;
  caseNumber: string;
  title: string;
  provider: { id: Id; name: string };
  unit: string;
  editable: boolean;
  /** What was changed since the draft; null until the fact check is closed. */
  difference: TextDifference[] | null;
}
