const ONES =
  'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton';
const TENS = 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra';

const NUMBER_WORDS = new Map<string, number>([
  ...ONES.split(' ').map((word, index) => [word, index] as const),
  ...TENS.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
  ['ett', 1],
  ['ingen', 0],
  ['inga', 0],
]);

/** A number as digits or as a Swedish word, for use inside a pattern. */
export const NUMBER_PATTERN = `\\d{1,6}|${[...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')}`;

const EDGE_BEFORE = '(?<![\\p{L}\\d,.:/-])';
const EDGE_AFTER = '(?![\\p{L}\\d])';
const SHARE = new RegExp(
  `${EDGE_BEFORE}(${NUMBER_PATTERN})\\s+av\\s+(?:de\\s+|dem\\s+)?(${NUMBER_PATTERN})${EDGE_AFTER}(?![,:]\\d)`,
  'giu',
);
const PERCENTAGE = new RegExp(
  `${EDGE_BEFORE}(?:(\\d{1,3}(?:[,.]\\d{1,3})?)|(${NUMBER_PATTERN}))\\s*(?:%|procent(?!\\p{L}))`,
  'giu',
);

/** "k av n" as written in a text; `start` and `end` count UTF-16 units, end excluded. */
export interface ShareInText {
  k: number;
  n: number;
  start: number;
  end: number;
}

/** A percentage as written in a text, with the number of decimals it is given to. */
export interface PercentageInText {
  value: number;
  decimals: number;
  start: number;
  end: number;
}

/** The number that digits or a Swedish word stand for ("nio" is 9). NaN for anything else. */
export function numberOf(written: string): number {
  return NUMBER_WORDS.get(written.toLocaleLowerCase('sv')) ?? (/^\d+$/.test(written) ? Number(written) : Number.NaN);
}

/** Every "k av n" in a text, in digits or words: "7 av 9", "två av de nio". A k above n is no share. */
export function sharesInText(text: string): ShareInText[] {
  if (!/\sav\s/iu.test(text)) return []; // most texts hold none, and the full pattern is slow
  return [...text.matchAll(SHARE)]
    .map((match) => ({
      k: numberOf(match[1] ?? ''),
      n: numberOf(match[2] ?? ''),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ k, n }) => k <= n && n > 0);
}

/** Every percentage in a text: "50 %", "3,4 procent", "femtio procent". */
export function percentagesInText(text: string): PercentageInText[] {
  if (!/%|procent/iu.test(text)) return [];
  return [...text.matchAll(PERCENTAGE)].map((match) => {
    const digits = (match[1] ?? '').replace(',', '.');
    return {
      value: digits === '' ? numberOf(match[2] ?? '') : Number(digits),
      decimals: digits.split('.')[1]?.length ?? 0,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** Whether a written percentage is k of n, rounded to the decimals it is written with. */
export function isPercentageOf(written: Pick<PercentageInText, 'value' | 'decimals'>, k: number, n: number): boolean {
  if (n <= 0) return false;
  const half = 0.5 / 10 ** written.decimals;
  return Math.abs((100 * k) / n - written.value) <= half + 1e-9;
}
