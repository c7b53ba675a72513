import type { FindingKind, Severity } from '../findings/finding.js';

/** What an answer can be. A percentage is only ever asked for as n of N (`share`, R4). */
export const ANSWER_KINDS = [
  'yes-no',
  'number',
  'share',
  'date',
  'choice',
  'multiple-choice',
  'text',
  'table',
  'file',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** The words that stand for yes and no in conditions and finding rules. */
export const YES = 'Ja';
export const NO = 'Nej';

/** What a cell of a table holds. */
export const COLUMN_KINDS = ['text', 'number', 'share', 'date'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface TableColumn {
  readonly id: string;
  readonly text: string;
  readonly kind: ColumnKind;
}

/** Asked only when an earlier question (yes/no or choice) has this answer: "Ja", "Nej" or one of the options. */
export interface QuestionCondition {
  readonly questionId: string;
  readonly equals: string;
}

/**
 * "This answer proposes that finding": when the answer is one of `answers` (yes/no, choice, multiple choice), or, for a
 * share, when fewer than all n of N. A person makes the finding, always.
 */
export interface FindingRule {
  /** "Ja", "Nej" or options; empty for a share, where anything below N proposes. */
  readonly answers: readonly string[];
  readonly kind: FindingKind;
  readonly severity: Severity | null;
  readonly title: string;
}

/** One question of a set. All parts are always there, so that a version is the same when it is written and read. */
export interface Question {
  /** Stable through the versions of a set, so that answers can be carried over and compared. */
  readonly id: string;
  /** As written in front of the question: "2.4b". */
  readonly number: string;
  /** The heading it stands under; questions of one section follow each other. */
  readonly section: string;
  readonly text: string;
  readonly guidance: string;
  readonly legalGround: string;
  /** The number of the contract clause that the answer is about; empty when none. */
  readonly clauseNumber: string;
  readonly kind: AnswerKind;
  readonly required: boolean;
  /** What is counted, for a number or a share: "dagar", "personer". */
  readonly unit: string;
  /** Bounds of a number; null when open. */
  readonly min: number | null;
  readonly max: number | null;
  /** Of a choice or multiple choice. */
  readonly options: readonly string[];
  /** Of a table. */
  readonly columns: readonly TableColumn[];
  readonly condition: QuestionCondition | null;
  readonly finding: FindingRule | null;
}

/** An answer as it is stored; its kind is the question's. A file question is answered by its files, with the empty value. */
export type AnswerValue =
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'number'; readonly number: number }
  /** n of N; never a percentage (R4). */
  | { readonly kind: 'share'; readonly n: number; readonly of: number }
  /** YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'multiple-choice'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Cells as text by column id; a share is written "7 av 9". */
  | { readonly kind: 'table'; readonly rows: readonly Readonly<Record<string, string>>[] };

/** The answers of one request by question id; a question without an answer is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export const QUESTION_LIMITS = {
  questions: 200,
  number: 12,
  section: 120,
  text: 600,
  guidance: 2000,
  legalGround: 200,
  clauseNumber: 40,
  unit: 40,
  options: 30,
  option: 200,
  columns: 8,
  column: 120,
  findingTitle: 200,
  answerText: 10_000,
  comment: 4_000,
  tableRows: 100,
  tableCell: 500,
  /** The largest number an answer can hold, either sign. */
  amount: 1_000_000_000,
} as const;
