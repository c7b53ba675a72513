import { formatNumber } from '../calendar/swedish-format.js';
import type { SanctionKind } from './sanction.js';

/** The least and the greatest amount of a sanction, in whole kronor. */
export const SANCTION_AMOUNT = { min: 1, max: 100_000_000 } as const;

/** One fault in an amount, at the field where it is mended. */
export interface AmountFault {
  readonly field: 'amount' | 'amountBasis';
  readonly message: string;
}

/** Whether a sanction of this kind is a sum of money: a price reduction and a penalty are, nothing else is. */
export function hasAmount(kind: SanctionKind): boolean {
  return kind === 'price-reduction' || kind === 'penalty';
}

/** '12 500 kr' of 12500, with no-break spaces. @throws RangeError for an amount that is not finite. */
export function formatKronor(amount: number): string {
  return `${formatNumber(amount, 0)}\u00a0kr`;
}

/**
 * What is wrong with the amount (whole kronor) of a sanction and with how it was worked out. A price reduction and a penalty
 * have both; the other kinds have neither.
 */
export function amountFaults(kind: SanctionKind, amount: number | null, basis: string): AmountFault[] {
  if (!hasAmount(kind)) {
    const faults: AmountFault[] = [];
    if (amount !== null) faults.push({ field: 'amount', message: 'Den här påföljden har inget belopp.' });
    if (basis.trim() !== '') {
      faults.push({ field: 'amountBasis', message: 'Den här påföljden har inget belopp att beräkna.' });
    }
    return faults;
  }
  const faults: AmountFault[] = [];
  if (!isAmount(amount)) faults.push({ field: 'amount', message: AMOUNT_MESSAGE });
  if (basis.trim() === '') faults.push({ field: 'amountBasis', message: 'Skriv hur beloppet har beräknats.' });
  return faults;
}

/** What is wrong with a reduced amount (whole kronor): it is an amount, and lower than what it was. */
export function reductionFaults(current: number, reduced: number): AmountFault[] {
  if (!isAmount(reduced)) return [{ field: 'amount', message: AMOUNT_MESSAGE }];
  if (reduced < current) return [];
  return [{ field: 'amount', message: `Det nya beloppet ska vara lägre än ${formatKronor(current)}.` }];
}

const AMOUNT_MESSAGE = 'Ange beloppet i hela kronor, från 1 kr till 100 000 000 kr.';

function isAmount(amount: number | null): amount is number {
  return Number.isInteger(amount) && Number(amount) >= SANCTION_AMOUNT.min && Number(amount) <= SANCTION_AMOUNT.max;
}
