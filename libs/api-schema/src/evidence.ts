import type {
  CalendarDate,
  CheckResult,
  EvidenceKind,
  InterviewForm,
  MeetingForm,
  MeetingState,
  ParticipantSide,
  RespondentGroup,
  SampleMethod,
} from '@insyn/domain';
import type { Id, Instant, Saved } from './identity.js';
import type { DocumentLink } from './information-requests.js';

export const EVIDENCE_LIMITS = {
  title: 200,
  text: 20_000,
  participantName: 120,
  participantRole: 120,
  participants: 50,
  questions: 30,
  question: 300,
  population: 1_000_000,
  sampleSize: 500,
  fileNote: 500,
  fileName: 200,
  place: 200,
  link: 500,
  agendaItems: 50,
  agendaItem: 300,
  note: 5_000,
  situation: 500,
  persons: 500,
  minutes: 1440,
  email: 254,
  cancelReason: 500,
} as const;

export interface AttachmentView {
  id: Id;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  createdAt: Instant;
  href: string;
}

export interface ParticipantView {
  side: ParticipantSide;
  name: string;
  role: string;
  /** Where the invitation goes; null when none was given. */
  email: string | null;
  /** Null until somebody has ticked who came. */
  attended: boolean | null;
}

/** What is special to a meeting, with its agenda. Its notes are read by themselves while they are written. */
export interface MeetingView {
  form: MeetingForm;
  state: MeetingState;
  startsAt: Instant | null;
  endsAt: Instant | null;
  place: string;
  link: string;
  invitedAt: Instant | null;
  participants: (ParticipantView & { id: Id })[];
  agenda: { id: Id; text: string; clauseId: Id | null }[];
  notes: number;
  minutes: DocumentLink | null;
}

/** A note written during a meeting: `GET /api/meetings/:evidenceId/notes`. */
export interface MeetingNoteView {
  id: Id;
  agendaItemId: Id | null;
  text: string;
  author: string;
  mine: boolean;
  writtenAt: Instant;
  version: number;
}

/** `GET /api/meetings/:evidenceId/notes?since=`: what was written or removed since then, and what to ask from next. */
export interface MeetingNotes {
  notes: MeetingNoteView[];
  removed: Id[];
  now: Instant;
}

/** `PATCH /api/meetings/:evidenceId`: whether those invited have an invitation that no longer holds. */
export interface SavedMeeting extends Saved {
  invitationOutdated: boolean;
}

/** `GET /api/follow-ups/:id/agenda-proposal`: what is open in the follow-up, as items of an agenda. */
export interface AgendaProposal {
  items: { text: string; clauseId: Id | null; place: { kind: 'question' | 'clause' | 'action'; id: string } }[];
}

/** `GET /api/document-reviews/:evidenceId/redraw`: the same draw made again (R5). */
export interface ReviewRedraw {
  /** Whether the stored files, replacements and all, are those that the seed gives. */
  same: boolean;
  numbers: number[];
  algorithm: string;
}

export interface ObservationView {
  place: string;
  situation: string;
  /** How long it lasted; null when not written down. */
  minutes: number | null;
}

export interface InterviewView {
  respondents: RespondentGroup;
  /** How many took part; never who. */
  persons: number;
  form: InterviewForm;
}

export interface ReviewQuestion {
  id: string;
  text: string;
}

export interface ReviewedFileView {
  id: Id;
  /** Local number, 1…N; never a key to a person (R5). */
  fileNumber: number;
  replaces: number | null;
  replacementReason: string | null;
  replaced: boolean;
  results: Record<string, CheckResult>;
  note: string;
  version: number;
}

/** The outcome of one checklist question over the reviewed files: found of asked, and the interval for all N (R5). */
export interface ReviewResult {
  questionId: string;
  question: string;
  found: number;
  of: number;
  population: number;
  /** Exact 95 % interval for the number among all N; null for a census or a sample drawn elsewhere. */
  interval: { low: number; high: number } | null;
}

/** One piece of evidence; the parts that its kind does not have are null. */
export interface EvidenceView {
  id: Id;
  kind: EvidenceKind;
  heldOn: CalendarDate;
  title: string;
  text: string;
  author: string;
  createdAt: Instant;
  version: number;
  attachments: AttachmentView[];
  /** False while it proves nothing: a meeting that is planned or cancelled, a request that nobody has answered. */
  counts: boolean;
  meeting: MeetingView | null;
  observation: ObservationView | null;
  interview: InterviewView | null;
  /** The information request whose answers it is. */
  requestId: Id | null;
  /** The signal it was made of. */
  signalId: Id | null;
  review: {
    method: SampleMethod;
    population: number;
    size: number;
    seed: string | null;
    algorithm: string | null;
    questions: ReviewQuestion[];
    files: ReviewedFileView[];
    results: ReviewResult[];
  } | null;
}
