import type { SignalKind, SignalState } from './signal.js';

/** The Swedish words for the kinds of signals. */
export const SIGNAL_KIND_LABELS: Record<SignalKind, string> = {
  complaint: 'Klagomål',
  deviation: 'Avvikelse',
  'lex-sarah': 'Lex Sarah-rapport',
  'ivo-decision': 'Beslut av IVO',
  tip: 'Tips från handläggare',
};

/** The Swedish words for where a signal stands. */
export const SIGNAL_STATE_LABELS: Record<SignalState, string> = { open: 'Öppen', handled: 'Hanterad' };
