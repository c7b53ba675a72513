/** A source of whole numbers that repeats itself for the same seed. */
export interface SeededRandom {
  /** The next whole number from 0 up to, not including, the limit (1–2³²), each as likely. */
  below(limit: number): number;
}

const TWO_TO_32 = 4_294_967_296;

/** Spreads a text over as many 32-bit numbers as are asked for (xmur3). */
function seedWords(seed: string): () => number {
  let h = 1_779_033_703 ^ seed.length;
  for (let i = 0; i < seed.length; i += 1) {
    h = Math.imul(h ^ seed.charCodeAt(i), 3_432_918_353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507);
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/**
 * xoshiro128** (Blackman and Vigna) seeded by a text. Draws below a limit by rejection, so that no number is likelier
 * than another. It is for samples that can be drawn again (R5), never for secrets.
 */
export function seededRandom(seed: string): SeededRandom {
  const word = seedWords(seed);
  let [a, b, c, d] = [word(), word(), word(), word()];
  if ((a | b | c | d) === 0) a = 1;
  const next = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
  return {
    below(limit) {
      if (!Number.isInteger(limit) || limit < 1 || limit > TWO_TO_32) {
        throw new RangeError(`A draw is made below a whole number 1–${TWO_TO_32}, not ${limit}`);
      }
      const fair = TWO_TO_32 - (TWO_TO_32 % limit);
      let value = next();
      while (value >= fair) value = next();
      return value % limit;
    },
  };
}
