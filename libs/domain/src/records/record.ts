/** Which way a record went (R16): received, sent, or drawn up within the authority. */
export const RECORD_DIRECTIONS = ['in', 'out', 'drawn-up'] as const;
export type RecordDirection = (typeof RECORD_DIRECTIONS)[number];
