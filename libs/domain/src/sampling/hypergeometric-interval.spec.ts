import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hypergeometricInterval } from './hypergeometric-interval.js';
import { formatCountInterval, formatShare } from './share-format.js';

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** The ways to find x among n drawn from N of which K are marked. */
const ways = (N: number, K: number, n: number, x: number): bigint => choose(K, x) * choose(N - K, n - x);

/** The interval by trying every K in whole numbers: kept if both tails are over 1/40. */
function byBruteForce(N: number, n: number, k: number): { low: number; high: number } {
  const kept: number[] = [];
  for (let K = 0; K <= N; K += 1) {
    let [atLeast, atMost] = [0n, 0n];
    for (let x = 0; x <= n; x += 1) {
      if (x >= k) atLeast += ways(N, K, n, x);
      if (x <= k) atMost += ways(N, K, n, x);
    }
    if (atLeast * 40n > choose(N, n) && atMost * 40n > choose(N, n)) kept.push(K);
  }
  return { low: Math.min(...kept), high: Math.max(...kept) };
}

describe('The interval of a random sample', () => {
  it('R5: is 9–14 for 7 of 9 drawn from 16', () => {
    expect(hypergeometricInterval({ population: 16, size: 9, found: 7 })).toEqual({ low: 9, high: 14 });
  });

  it('R5: is what trying every number gives, for every sample from up to 18, and 40 where a tail is just 2.5 %', () => {
    for (const N of [...Array.from({ length: 18 }, (_, i) => i + 1), 40]) {
      for (let n = 1; n <= (N === 40 ? 3 : N); n += 1) {
        for (let k = 0; k <= n; k += 1) {
          const found = hypergeometricInterval({ population: N, size: n, found: k });
          expect({ N, n, k, ...found }).toEqual({ N, n, k, ...byBruteForce(N, n, k) });
        }
      }
    }
  });

  it('R5: is what trying every number gives, for samples from up to 120', () => {
    const sample = fc
      .integer({ min: 19, max: 120 })
      .chain((N) => fc.tuple(fc.constant(N), fc.integer({ min: 1, max: N })))
      .chain(([N, n]) => fc.tuple(fc.constant(N), fc.constant(n), fc.integer({ min: 0, max: n })));
    fc.assert(
      fc.property(sample, ([population, size, found]) => {
        expect(hypergeometricInterval({ population, size, found })).toEqual(byBruteForce(population, size, found));
      }),
      { numRuns: 25 },
    );
  });

  it('R5: covers the truth in at least 95 of 100 samples, whatever the truth is', () => {
    for (const [N, n] of [
      [16, 9],
      [25, 6],
      [40, 12],
    ] as const) {
      const intervals = Array.from({ length: n + 1 }, (_, found) =>
        hypergeometricInterval({ population: N, size: n, found }),
      );
      for (let K = 0; K <= N; K += 1) {
        const covered = intervals.reduce(
          (sum, { low, high }, x) => (low <= K && K <= high ? sum + ways(N, K, n, x) : sum),
          0n,
        );
        expect(covered * 100n >= choose(N, n) * 95n).toBe(true);
      }
    }
  });

  it('R5: turns around with what was not found, and holds what was found', () => {
    const sample = fc
      .integer({ min: 1, max: 100_000 })
      .chain((N) => fc.tuple(fc.constant(N), fc.integer({ min: 1, max: N })))
      .chain(([N, n]) => fc.tuple(fc.constant(N), fc.constant(n), fc.integer({ min: 0, max: n })));
    fc.assert(
      fc.property(sample, ([population, size, found]) => {
        const { low, high } = hypergeometricInterval({ population, size, found });
        const other = hypergeometricInterval({ population, size, found: size - found });
        expect([population - other.high, population - other.low]).toEqual([low, high]);
        expect(low).toBeGreaterThanOrEqual(found);
        expect(high).toBeLessThanOrEqual(population - (size - found));
        expect(low <= (found / size) * population + 1 && high >= (found / size) * population - 1).toBe(true);
      }),
    );
  });

  it('R5: comes quickly for a population of 100 000', () => {
    const started = performance.now();
    for (let found = 0; found <= 50_000; found += 500) {
      hypergeometricInterval({ population: 100_000, size: 50_000, found });
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    { population: 16, size: 9, found: 10 },
    { population: 16, size: 17, found: 1 },
    { population: 16, size: 0, found: 0 },
    { population: 16, size: 9, found: -1 },
    { population: 16, size: 9, found: 1.5 },
    { population: 1_000_001, size: 9, found: 1 },
  ])('R5: is refused for %j', (count) => {
    expect(() => hypergeometricInterval(count)).toThrow(RangeError);
  });
});

describe('A share', () => {
  it('is written k av n, and says of how many it is a sample', () => {
    expect(formatShare(7, 9)).toBe('7 av 9');
    expect(formatShare(7, 9, null)).toBe('7 av 9');
    expect(formatShare(7, 9, 16)).toBe('7 av 9 (stickprov av 16)');
  });

  it('has its interval written as a range', () => {
    expect(formatCountInterval({ low: 9, high: 14 }, 16)).toBe('9–14 av 16');
    expect(formatCountInterval({ low: 16, high: 16 }, 16)).toBe('16 av 16');
  });
});
