import type { FactCheckState } from '@insyn/domain';
import type { Tone } from '../ui/tone.js';

/** A state tells how far a fact check has come, never how well it went (R8). */
export const FACT_CHECK_TONES: Record<FactCheckState, Tone> = {
  sent: 'info',
  answered: 'info',
  silent: 'info',
  'taken-back': 'none',
  closed: 'none',
};
