import type { Question, ServiceType } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

export const QUESTION_SET_LIMITS = { name: 200, importBytes: 2_000_000 } as const;

/** A row of `GET /api/question-sets`. */
export interface QuestionSetListItem {
  id: Id;
  name: string;
  serviceType: ServiceType;
  archived: boolean;
  /** The newest version, and whether it has been sent. */
  versionNumber: number;
  frozen: boolean;
  questions: number;
  updatedAt: Instant;
}

/** `GET /api/question-sets/:id`: the newest version in full, the earlier ones by number. */
export interface QuestionSetView {
  id: Id;
  name: string;
  serviceType: ServiceType;
  archived: boolean;
  /** The set's own row: name, service type, archived. */
  version: number;
  editable: boolean;
  current: QuestionSetVersionView;
  earlier: { id: Id; number: number; frozen: boolean; questions: number; updatedAt: Instant }[];
}

/** One version with its questions: `GET /api/question-set-versions/:id`. */
export interface QuestionSetVersionView {
  id: Id;
  questionSetId: Id;
  number: number;
  /** True once it has been sent; a change then makes the next version. */
  frozen: boolean;
  questions: Question[];
  updatedBy: string;
  updatedAt: Instant;
  version: number;
}

/** What is wrong in a set, with its place: a question and a field, or a row of the file that was read. */
export interface QuestionFault {
  questionId: string | null;
  row: number | null;
  field: string;
  message: string;
}

/** What a file would become: `POST /api/question-sets/preview`. Nothing is saved. */
export interface QuestionImportPreview {
  questions: Question[];
  faults: QuestionFault[];
}

/** What saving the questions answers with: the version that now holds them (a new one when the former was sent). */
export interface SavedQuestions {
  id: Id;
  versionId: Id;
  number: number;
  version: number;
}
