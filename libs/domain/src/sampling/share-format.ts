import { formatNumber } from '../calendar/swedish-format.js';
import type { CountInterval } from './hypergeometric-interval.js';

/** A share as it is shown (domain.md §3): '7 av 9', and of a sample '7 av 9 (stickprov av 16)'. */
export function formatShare(found: number, total: number, population?: number | null): string {
  const share = `${formatNumber(found)} av ${formatNumber(total)}`;
  return population === undefined || population === null
    ? share
    : `${share} (stickprov av ${formatNumber(population)})`;
}

/** The interval of a random sample as it is shown: '9–14 av 16', or '16 av 16' where it is one number. */
export function formatCountInterval({ low, high }: CountInterval, population: number): string {
  const range = low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  return `${range} av ${formatNumber(population)}`;
}
