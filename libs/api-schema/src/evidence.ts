import type {
  CalendarDate,
  CheckResult,
  EvidenceKind,
  MeetingForm,
  ParticipantSide,
  SampleMethod,
} from '@insyn/domain';
import type { Id, Instant } from './identity.js';

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
  meeting: { form: MeetingForm; participants: ParticipantView[] } | null;
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
