import type {
  AnswerSource,
  AnswerValue,
  CalendarDate,
  FindingKind,
  Question,
  RequestAction,
  RequestState,
  Severity,
  WantedDocument,
} from '@insyn/domain';
import type { Id, Instant, Saved } from './identity.js';

/** The frozen content of the information letter; what the provider reads and the PDF says. Names of staff only as sender. */
export interface InformationLetter {
  municipality: string;
  committee: string;
  /** Whom a report from the provider goes to. */
  committeeId: Id;
  letterhead: string;
  caseNumber: string;
  title: string;
  provider: string;
  unit: { id: Id; name: string };
  contractReference: string;
  /** The officer's own words, paragraphs divided by empty lines. */
  message: string;
  sender: { name: string; title: string; email: string };
  visitors: string[];
  /** When and where the follow-up is meant to take place, in the officer's words; empty when nothing is set. */
  visit: string;
  questionSet: { name: string; number: number; questions: number };
  wantedDocuments: WantedDocument[];
  sentOn: CalendarDate;
  due: CalendarDate;
  /** Where the provider answers. */
  address: string;
}

export interface AnswerFileView {
  id: Id;
  questionId: string | null;
  wantedDocumentId: string | null;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Instant;
  href: string;
}

/** One answer as it is now. */
export interface AnswerView {
  id: Id;
  questionId: string;
  value: AnswerValue | null;
  comment: string;
  source: AnswerSource;
  /** Where an answer from an earlier round or a file came from: "Uppföljning 2025, inlämnad 2025-03-04". */
  sourceNote: string;
  /** A person of the provider, or the municipality's name when filled in on its behalf. */
  changedBy: string;
  changedAt: Instant;
  version: number;
}

/** What a round of answers held when it was handed in; sealed with its SHA-256. */
export interface SubmittedAnswers {
  round: number;
  submittedBy: string;
  onBehalf: boolean;
  answers: {
    questionId: string;
    value: AnswerValue | null;
    comment: string;
    source: AnswerSource;
    sourceNote: string;
  }[];
  files: {
    fileName: string;
    sha256: string;
    size: number;
    questionId: string | null;
    wantedDocumentId: string | null;
  }[];
}

export interface SubmissionView {
  id: Id;
  number: number;
  submittedBy: string;
  submittedAt: Instant;
  late: boolean;
  onBehalf: boolean;
  seal: string;
  answers: SubmittedAnswers['answers'];
  returned: { questionId: string; comment: string; createdAt: Instant }[];
  receipt: DocumentLink | null;
}

/** A drawn-up document; `href` is null until its PDF has been rendered. */
export interface DocumentLink {
  id: Id;
  title: string;
  href: string | null;
}

export interface ExtensionView {
  id: Id;
  wantedDue: CalendarDate;
  reason: string;
  askedAt: Instant;
  askedBy: string;
  decision: 'granted' | 'refused' | null;
  newDue: CalendarDate | null;
  decisionReason: string;
  version: number;
}

export interface ProposedFindingView {
  questionId: string;
  number: string;
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  because: string;
}

export interface MissingAnswerView {
  place: 'question' | 'document';
  id: string;
  number: string;
  text: string;
  problem: string;
}

/** A row of `GET /api/follow-ups/:id/information-requests` and of a round. */
export interface RequestListItem {
  id: Id;
  followUpId: Id;
  title: string;
  provider: string;
  unit: string;
  state: RequestState;
  sentOn: CalendarDate;
  due: CalendarDate;
  readAt: Instant | null;
  startedAt: Instant | null;
  answeredAt: Instant | null;
  late: boolean;
  answered: number;
  asked: number;
  extensionWaits: boolean;
  /** A mail of this request that could not be sent. */
  mailFailed: boolean;
}

/** `GET /api/information-requests/:id`, for the staff. */
export interface RequestView extends RequestListItem {
  roundId: Id | null;
  evidenceId: Id;
  letter: InformationLetter;
  document: DocumentLink | null;
  contacts: {
    name: string;
    email: string;
    hasAccount: boolean;
    /** The latest mail to this contact about the request, and how far it has come; null when there is none. */
    mailId: Id | null;
    mail: 'waiting' | 'sent' | 'failed' | 'uncertain' | null;
  }[];
  questions: Question[];
  /** Ids of the questions whose conditions hold, in order. */
  askedIds: string[];
  answers: AnswerView[];
  files: AnswerFileView[];
  submissions: SubmissionView[];
  returned: { questionId: string; comment: string }[];
  missing: MissingAnswerView[];
  proposedFindings: ProposedFindingView[];
  extensions: ExtensionView[];
  offers: RequestAction[];
  version: number;
}

/** `GET /api/request-rounds/:id`: one overview of who has answered. */
export interface RoundView {
  id: Id;
  name: string;
  createdAt: Instant;
  counts: { sent: number; read: number; started: number; answered: number; overdue: number };
  requests: RequestListItem[];
}

export interface RoundListItem {
  id: Id;
  name: string;
  createdAt: Instant;
  requests: number;
  answered: number;
}

/** What `POST /api/request-rounds` answers with. */
export interface SentRound extends Saved {
  requests: number;
}

/** What a new request can be made of: `GET /api/follow-ups/:id/information-requests/options`. */
export interface RequestOptions {
  contacts: { id: Id; name: string; role: string; email: string | null }[];
  questionSets: { versionId: Id; name: string; number: number; questions: number; frozen: boolean }[];
  /** By R1 from today and the municipality's setting. */
  proposedDue: CalendarDate;
  questionnaireDays: number;
}
