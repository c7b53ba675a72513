import type { Outcome, Verdict } from '@insyn/domain';
import type { VerdictSign } from './document-model.js';

/** The sign beside each verdict. */
export const VERDICT_SIGNS: Record<Verdict, VerdictSign> = {
  met: 'met',
  'partly-met': 'partly',
  'not-met': 'not-met',
  'cannot-be-assessed': 'not-judged',
  'not-applicable': 'not-applicable',
};

/** The sign beside each outcome. */
export const OUTCOME_SIGNS: Record<Outcome, VerdictSign> = {
  approved: 'met',
  'approved-with-remarks': 'partly',
  'not-approved': 'not-met',
  'cannot-be-judged': 'not-judged',
};

/** The colours of the signs on white paper: ink for the sign and its word, tint for the ground behind them. */
export const SIGN_COLOURS: Record<VerdictSign, { ink: string; tint: string }> = {
  met: { ink: '#2c6e49', tint: '#e3f0e8' },
  partly: { ink: '#8a5a00', tint: '#fbf0d9' },
  'not-met': { ink: '#a12d1f', tint: '#f9e5e1' },
  'not-judged': { ink: '#5b6166', tint: '#eaebec' },
  'not-applicable': { ink: '#5b6166', tint: '#eaebec' },
};

/** The sign as SVG shapes in a square of 12 × 12, drawn in `ink` (a colour, or "currentColor" on a page). */
export function signShapes(sign: VerdictSign, ink: string): string {
  switch (sign) {
    case 'met':
      return `<circle cx="6" cy="6" r="5.2" fill="${ink}"/>`;
    case 'partly':
      return (
        `<path d="M6 0.8A5.2 5.2 0 0 0 6 11.2Z" fill="${ink}"/>` +
        `<circle cx="6" cy="6" r="4.7" fill="none" stroke="${ink}" stroke-width="1.1"/>`
      );
    case 'not-met':
      return `<rect x="1.2" y="1.2" width="9.6" height="9.6" rx="1" fill="${ink}"/>`;
    case 'not-judged':
      return `<circle cx="6" cy="6" r="4.5" fill="none" stroke="${ink}" stroke-width="1.6"/>`;
    case 'not-applicable':
      return `<rect x="1" y="5" width="10" height="2" rx="1" fill="${ink}"/>`;
  }
}
