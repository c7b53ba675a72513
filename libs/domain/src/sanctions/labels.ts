import type { SanctionAction, SanctionEventKind, SanctionKind, SanctionState } from './sanction.js';

/** The Swedish words for the kinds of sanctions. */
export const SANCTION_KIND_LABELS: Record<SanctionKind, string> = {
  warning: 'Varning',
  correction: 'Rättelse',
  'price-reduction': 'Prisavdrag',
  penalty: 'Vite',
  'withdrawn-assignment': 'Indraget uppdrag',
  termination: 'Hävning',
  other: 'Annan påföljd',
};

/** The Swedish words for where a sanction stands. */
export const SANCTION_STATE_LABELS: Record<SanctionState, string> = {
  decided: 'Beslutad',
  sent: 'Skickad',
  disputed: 'Bestridd',
  answered: 'Bemött',
  upheld: 'Står fast',
  reduced: 'Nedsatt',
  withdrawn: 'Återtagen',
};

/** The Swedish words for the acts, as they stand on buttons. */
export const SANCTION_ACTION_LABELS: Record<SanctionAction, string> = {
  send: 'Skicka till utföraren',
  dispute: 'Bestrid',
  answer: 'Bemöt bestridandet',
  uphold: 'Låt stå fast',
  reduce: 'Sätt ned beloppet',
  withdraw: 'Återta',
};

/** The Swedish words for what has happened to a sanction, as its history tells it. */
export const SANCTION_EVENT_LABELS: Record<SanctionEventKind, string> = {
  decide: 'Beslutades',
  send: 'Skickades till utföraren',
  dispute: 'Bestreds av utföraren',
  answer: 'Bestridandet bemöttes',
  uphold: 'Fick stå fast',
  reduce: 'Beloppet sattes ned',
  withdraw: 'Återtogs',
};
