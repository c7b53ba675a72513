/** The outcome of a whole follow-up (samlad bedömning, domain.md §1 step 7). */
export const OUTCOMES = ['approved', 'approved-with-remarks', 'not-approved', 'cannot-be-judged'] as const;
export type Outcome = (typeof OUTCOMES)[number];
