/**
 * Where a fact check stands. `answered` means that the provider has handed in its remarks or said that it has none;
 * `silent` that the deadline passed without a word; `closed` that the judgement has been submitted.
 */
export const FACT_CHECK_STATES = ['sent', 'answered', 'silent', 'taken-back', 'closed'] as const;
export type FactCheckState = (typeof FACT_CHECK_STATES)[number];

/** What can be done to a fact check; by whom stands in `FACT_CHECK_WORKFLOW`. */
export const FACT_CHECK_ACTIONS = [
  'remark',
  'hand-in',
  'extend',
  'answer',
  'fall-silent',
  'take-back',
  'close',
] as const;
export type FactCheckAction = (typeof FACT_CHECK_ACTIONS)[number];

/** The officer's answer to a remark: the report is changed, or it stands. Both say how or why. */
export const REMARK_OUTCOMES = ['accepted', 'not-accepted'] as const;
export type RemarkOutcome = (typeof REMARK_OUTCOMES)[number];

/** What a remark is tied to: a named part of the draft, or one clause. */
export const REMARK_PLACE_KINDS = ['section', 'clause'] as const;
export type RemarkPlaceKind = (typeof REMARK_PLACE_KINDS)[number];

/** The named parts of a draft, in the order of the report. */
export const DRAFT_SECTIONS = [
  'facts',
  'background',
  'purpose',
  'basis',
  'overview',
  'samples',
  'recheck',
  'findings',
  'actions',
] as const;
export type DraftSectionName = (typeof DRAFT_SECTIONS)[number];

/** A place of the draft. `id` is the name of the section, or the clause's id. */
export interface RemarkPlace {
  readonly kind: RemarkPlaceKind;
  readonly id: string;
}

/** How a piece of a text stands to what it was before. */
export const DIFFERENCE_KINDS = ['same', 'added', 'removed'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A piece of a text that was kept, added or taken away. */
export interface DifferencePart {
  readonly text: string;
  readonly kind: DifferenceKind;
}

export const FACT_CHECK_LIMITS = {
  message: 5_000,
  reason: 1_000,
  remark: 5_000,
  remarks: 200,
  answer: 5_000,
  files: 50,
} as const;
