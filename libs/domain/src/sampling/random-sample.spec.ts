import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSample, replacementFor, SAMPLE_ALGORITHM } from './random-sample.js';
import { seededRandom } from './seeded-random.js';

describe('A random sample', () => {
  it('R5: is the same today as when the algorithm got its name', () => {
    expect(drawSample({ population: 16, size: 9, seed: 'SON/2024/0476' })).toEqual({
      numbers: [1, 2, 3, 4, 5, 9, 10, 13, 16],
      algorithm: 'fisher-yates-xoshiro128ss-v1',
      order: [3, 9, 5, 16, 4, 10, 13, 2, 1],
    });
  });

  it('R5: is drawn again with the same outcome, of as many different files as were asked for', () => {
    const request = fc.integer({ min: 1, max: 400 }).chain((population) =>
      fc.record({
        population: fc.constant(population),
        size: fc.integer({ min: 1, max: population }),
        seed: fc.string({ minLength: 1, maxLength: 100 }),
      }),
    );
    fc.assert(
      fc.property(request, (asked) => {
        const sample = drawSample(asked);
        expect(drawSample(asked)).toEqual(sample);
        expect(sample.algorithm).toBe(SAMPLE_ALGORITHM);
        expect(new Set(sample.numbers).size).toBe(asked.size);
        expect(sample.numbers).toEqual([...sample.order].sort((a, b) => a - b));
        expect(sample.numbers.every((number) => number >= 1 && number <= asked.population)).toBe(true);
      }),
    );
  });

  it('R5: is replaced by the next in the seeded order, until no file is left', () => {
    const request = { population: 16, size: 9, seed: 'höst' };
    const whole = drawSample({ ...request, size: 16 }).order;
    expect(drawSample(request).order).toEqual(whole.slice(0, 9));
    for (let replacementsSoFar = 0; replacementsSoFar < 7; replacementsSoFar += 1) {
      const position = 10 + replacementsSoFar;
      expect(replacementFor({ ...request, replacementsSoFar })).toEqual({ number: whole[position - 1], position });
    }
    expect(() => replacementFor({ ...request, replacementsSoFar: 7 })).toThrow('No file is left');
  });

  it('R5: takes each file about as often, and each file first about as often', () => {
    const draws = 8000;
    const [drawn, first] = [new Array<number>(10).fill(0), new Array<number>(10).fill(0)];
    for (let i = 0; i < draws; i += 1) {
      const { order } = drawSample({ population: 10, size: 3, seed: `seed ${i}` });
      for (const number of order) drawn[number - 1] = (drawn[number - 1] ?? 0) + 1;
      first[(order[0] as number) - 1] = (first[(order[0] as number) - 1] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom stays below 27.9 in 999 cases of 1000; the seeds are fixed.
    const chiSquare = (counts: number[], expected: number): number =>
      counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare(drawn, draws * 0.3)).toBeLessThan(27.9);
    expect(chiSquare(first, draws * 0.1)).toBeLessThan(27.9);
  });

  it.each([
    [{ population: 16, size: 17, seed: 's' }, 'larger than the population'],
    [{ population: 16, size: 0, seed: 's' }, 'sample size'],
    [{ population: 16, size: 1.5, seed: 's' }, 'sample size'],
    [{ population: 16.5, size: 1, seed: 's' }, 'population'],
    [{ population: 0, size: 1, seed: 's' }, 'population'],
    [{ population: 1_000_001, size: 1, seed: 's' }, 'population'],
    [{ population: 16, size: Number.NaN, seed: 's' }, 'sample size'],
    [{ population: 16, size: 9, seed: '' }, 'seed'],
  ])('R5: is refused for %j', (request, reason) => {
    expect(() => drawSample(request)).toThrow(RangeError);
    expect(() => drawSample(request)).toThrow(reason);
  });

  it('R5: is drawn from a population of a million', () => {
    const { numbers } = drawSample({ population: 1_000_000, size: 1000, seed: 'stor' });
    expect(new Set(numbers).size).toBe(1000);
  });
});

describe('The seeded random numbers', () => {
  it('fall below their limit, also where the limit does not divide 2³²', () => {
    const random = seededRandom('gräns');
    for (const limit of [1, 3, 10, 3_000_000_000, 4_294_967_296]) {
      for (let i = 0; i < 200; i += 1) {
        const value = random.below(limit);
        expect(value >= 0 && value < limit && Number.isInteger(value)).toBe(true);
      }
    }
  });

  it('refuse a limit that is none', () => {
    expect(() => seededRandom('x').below(0)).toThrow(RangeError);
  });
});
