import type { SanctionState } from '@insyn/domain';
import type { Tone } from '../ui/tone.js';

/** A state tells how far a sanction has come, never how well it went (R8): only what is settled looks different. */
export const SANCTION_TONES: Record<SanctionState, Tone> = {
  decided: 'info',
  sent: 'info',
  disputed: 'info',
  answered: 'info',
  upheld: 'none',
  reduced: 'none',
  withdrawn: 'none',
};
