import { SANCTION_KIND_LABELS, type SanctionKind, type SanctionState } from '@insyn/domain';
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

/** The kind of a sanction, where the step of the contract's ladder does not bear its name already; null where it does. */
export function kindBeside({ kind, label }: { readonly kind: SanctionKind; readonly label: string }): string | null {
  const name = SANCTION_KIND_LABELS[kind];
  return label.toLowerCase().includes(name.toLowerCase()) ? null : name;
}
