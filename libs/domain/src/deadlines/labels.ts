import type { DeadlineKind, DeadlineState } from './deadline-kinds.js';

/** The Swedish words for the kinds of deadline. */
export const DEADLINE_KIND_LABELS: Record<DeadlineKind, string> = {
  'fact-check': 'Faktakontroll',
  'action-plan': 'Åtgärdsplan',
  'plan-evaluation': 'Bedömning av åtgärdsplan',
  recheck: 'Återkontroll',
  'sanction-answer': 'Svar på påföljd',
};

/** The Swedish words for the states of a deadline. */
export const DEADLINE_STATE_LABELS: Record<DeadlineState, string> = {
  open: 'Löper',
  met: 'Klar',
  cancelled: 'Upphörd',
};
