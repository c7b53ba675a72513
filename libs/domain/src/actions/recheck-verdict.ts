/** The verdict of a re-check on one requirement: it is remedied, or it remains (R14). */
export const RECHECK_VERDICTS = ['verified', 'remains'] as const;
export type RecheckVerdict = (typeof RECHECK_VERDICTS)[number];
