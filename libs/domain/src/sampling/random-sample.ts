import { seededRandom } from './seeded-random.js';

/** The way samples are drawn (R5). Its outcome never changes; another way gets another name. */
export const SAMPLE_ALGORITHM = 'fisher-yates-xoshiro128ss-v1';

/** The largest population that a sample is drawn from. */
export const MAX_POPULATION = 1_000_000;

/** The longest seed, in characters. */
export const MAX_SEED_LENGTH = 100;

/** What a sample is drawn by: N, n and the seed (R5). */
export interface SampleRequest {
  readonly population: number;
  readonly size: number;
  readonly seed: string;
}

/** A drawn sample: local numbers 1–N of the case files. */
export interface Sample {
  /** The drawn numbers, ascending. */
  readonly numbers: readonly number[];
  readonly algorithm: typeof SAMPLE_ALGORITHM;
  /** The same numbers in the order in which they were drawn. */
  readonly order: readonly number[];
}

/** A file that takes the place of a drawn one, with its place (from 1) in the seeded order. */
export interface Replacement {
  readonly number: number;
  readonly position: number;
}

function requireWhole(value: number, what: string, from: number, to: number): void {
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new RangeError(`${what} must be a whole number ${from}–${to}, not ${value}`);
  }
}

function requireRequest({ population, size, seed }: SampleRequest): void {
  requireWhole(population, 'The population', 1, MAX_POPULATION);
  requireWhole(size, 'The sample size', 1, MAX_POPULATION);
  if (size > population) throw new RangeError(`The sample (${size}) is larger than the population (${population})`);
  if (typeof seed !== 'string' || seed.length < 1 || seed.length > MAX_SEED_LENGTH) {
    throw new RangeError(`The seed must be a text of 1–${MAX_SEED_LENGTH} characters`);
  }
}

/** The first so many of the seeded order. A longer start of the order begins with every shorter one. */
function seededOrder(population: number, seed: string, length: number): number[] {
  const random = seededRandom(seed);
  const files = new Uint32Array(population);
  for (let i = 0; i < population; i += 1) files[i] = i + 1;
  for (let i = 0; i < length; i += 1) {
    const j = i + random.below(population - i);
    const drawn = files[j] as number;
    files[j] = files[i] as number;
    files[i] = drawn;
  }
  return Array.from(files.subarray(0, length));
}

/**
 * R5: draws n of the files 1–N at random, the same for the same population, size and seed.
 * @throws RangeError for a size below 1 or over the population, numbers that are not whole, or a population over 1 000 000.
 */
export function drawSample(request: SampleRequest): Sample {
  requireRequest(request);
  const order = seededOrder(request.population, request.seed, request.size);
  return { numbers: [...order].sort((a, b) => a - b), algorithm: SAMPLE_ALGORITHM, order };
}

/**
 * R5: the file that replaces a drawn one that cannot be reviewed: the next in the seeded order after the sample and
 * after the replacements made before.
 * @throws RangeError as {@link drawSample}, and when no file is left.
 */
export function replacementFor(request: SampleRequest & { readonly replacementsSoFar: number }): Replacement {
  requireRequest(request);
  requireWhole(request.replacementsSoFar, 'The replacements so far', 0, MAX_POPULATION);
  const position = request.size + request.replacementsSoFar + 1;
  if (position > request.population) {
    throw new RangeError(`No file is left to replace with: all ${request.population} are drawn`);
  }
  const number = seededOrder(request.population, request.seed, position)[position - 1] as number;
  return { number, position };
}
