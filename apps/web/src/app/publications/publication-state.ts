import type { PublicationState } from '@insyn/domain';
import type { Tone } from '../ui/tone.js';

/** How far it has come, never how well it went (R8): only what is under way looks different. */
export const PUBLICATION_STATE_TONES: Record<PublicationState, Tone> = {
  waiting: 'info',
  approved: 'info',
  published: 'none',
  withdrawn: 'none',
};
