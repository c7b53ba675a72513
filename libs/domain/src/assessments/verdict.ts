/** The verdict on one clause, or on a few judged together (domain.md §3), in the order of the keys 1–5 on screen. */
export const VERDICTS = ['met', 'partly-met', 'not-met', 'cannot-be-assessed', 'not-applicable'] as const;
export type Verdict = (typeof VERDICTS)[number];
