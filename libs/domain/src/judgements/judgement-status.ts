/** Where one link in the chain of judgements stands: proposed by the officer, then approved or returned by a manager. */
export const JUDGEMENT_STATUSES = ['proposed', 'approved', 'returned'] as const;
export type JudgementStatus = (typeof JUDGEMENT_STATUSES)[number];
