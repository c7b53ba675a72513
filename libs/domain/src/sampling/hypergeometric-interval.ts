import { MAX_POPULATION } from './random-sample.js';

/** N, n and k of a random sample: k found among n drawn from N. */
export interface SampleCount {
  readonly population: number;
  readonly size: number;
  readonly found: number;
}

/** How many in the whole population, from low to high, at 95 %. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
}

const TAIL = 0.025;
// A tail that equals 2.5 % is rejected; the margin keeps rounding from deciding it.
const KEPT_ABOVE = TAIL * (1 + 1e-8);

const SMALL_FACTORIALS = Array.from({ length: 20 }, (_, n) => {
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return Math.log(product);
});

/** ln n!, by Stirling's series from 20 on (error below 1e-12 of the value). */
function logFactorial(n: number): number {
  const small = SMALL_FACTORIALS[n];
  if (small !== undefined) return small;
  const correction = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + correction;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** The probability of finding at least k when `marked` of the population have the property. */
function atLeast(k: number, marked: number, population: number, size: number): number {
  const [least, most] = [Math.max(0, size - (population - marked)), Math.min(size, marked)];
  if (k <= least) return 1;
  if (k > most) return 0;
  const probability = (x: number): number =>
    Math.exp(logChoose(marked, x) + logChoose(population - marked, size - x) - logChoose(population, size));
  const unmarked = population - marked;
  const mode = Math.floor(((size + 1) * (marked + 1)) / (population + 2));
  let sum = 0;
  // Sum the tail that the mode does not lie in: its terms fall, so it ends soon and loses nothing to rounding.
  if (k > mode) {
    let term = probability(k);
    for (let x = k; x <= most && term > sum * 1e-18; x += 1) {
      sum += term;
      term *= ((marked - x) * (size - x)) / ((x + 1) * (unmarked - size + x + 1));
    }
    return sum;
  }
  let term = probability(k - 1);
  for (let x = k - 1; x >= least && term > sum * 1e-18; x -= 1) {
    sum += term;
    term *= (x * (unmarked - size + x)) / ((marked - x + 1) * (size - x + 1));
  }
  return 1 - sum;
}

/** The least of the whole numbers from–to that passes, where all after one that passes pass too; `to` must pass. */
function firstThat(from: number, to: number, passes: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lowerBound({ population, size, found }: SampleCount): number {
  return firstThat(
    found,
    population - (size - found),
    (marked) => atLeast(found, marked, population, size) > KEPT_ABOVE,
  );
}

/**
 * R5: the exact hypergeometric 95 % interval of how many of the whole population have what k of n drawn at random have:
 * equal tails of 2.5 %, test inversion. 7 of 9 from 16 gives 9–14. Only for a random sample: a census or a sample drawn
 * elsewhere has none.
 * @throws RangeError unless they are whole numbers with 0 ≤ k ≤ n, 1 ≤ n ≤ N ≤ 1 000 000.
 */
export function hypergeometricInterval(count: SampleCount): CountInterval {
  const { population, size, found } = count;
  const whole = [population, size, found].every((value) => Number.isInteger(value));
  if (!whole || found < 0 || size < 1 || found > size || size > population || population > MAX_POPULATION) {
    throw new RangeError(
      `Not a sample: ${found} of ${size} from ${population} (k of n from N, at most ${MAX_POPULATION})`,
    );
  }
  const low = lowerBound(count);
  // Found k means not found n − k: the upper bound is the lower one of what was not found.
  const high = population - lowerBound({ population, size, found: size - found });
  return { low, high };
}
