import type { Verdict } from '@insyn/domain';

/** How the verdict on a clause has gone since the round before. */
export type Change = 'better' | 'worse' | 'same' | 'unlike';

const RANKS: Partial<Record<Verdict, number>> = { 'not-met': 0, 'partly-met': 1, met: 2 };

/** Only verdicts on how far a clause is met can be better or worse than one another. */
export function changeOf(before: Verdict | null, now: Verdict | null): Change {
  if (before === now) return 'same';
  const [was, is] = [before && RANKS[before], now && RANKS[now]];
  if (typeof was !== 'number' || typeof is !== 'number') return 'unlike';
  return is > was ? 'better' : 'worse';
}
