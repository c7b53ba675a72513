/** The longest clause number, in characters. */
export const MAX_CLAUSE_NUMBER_LENGTH = 20;

const ALLOWED = /^[\p{L}\d§.:\- ]+$/u;
const PART = /\d+|\p{L}+/gu;

/**
 * A clause number in one way of writing: '§12' and '12 §' become '§ 12', '4.10.' becomes '4.10', 'm 1' becomes 'M1',
 * '12b' becomes '12 b'. Null if it holds no digit or letter, holds other signs, or is over 20 characters.
 */
export function normaliseClauseNumber(text: string): string | null {
  const clean = text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d.*?) ?§$/, '§ $1')
    .replace(/^§ ?/, '§ ')
    .replace(/[.: ]+$/, '')
    .replace(/ ?([.:-]) ?/g, '$1')
    .replace(/(\d) ?(\p{L})$/u, (_, digit: string, letter: string) => `${digit} ${letter.toLowerCase()}`)
    .replace(/^(\p{L}) ?(\d)/u, (_, letter: string, digit: string) => `${letter.toUpperCase()}${digit}`);
  if (!ALLOWED.test(clean) || !/[\p{L}\d]/u.test(clean) || clean.length > MAX_CLAUSE_NUMBER_LENGTH) return null;
  return clean;
}

const AFTER_Z: ReadonlyMap<string, string> = new Map([
  ['å', 'z1'],
  ['ä', 'z2'],
  ['ö', 'z3'],
]);

/**
 * A text that sorts as the clauses do, by parts: 4.9 before 4.10, § 7 before § 12, 12 before 12.1 before 12 b, M1 after
 * all numbers. Two ways of writing one number have the same key ('§ 12' and '12'). It holds only spaces, digits and
 * letters a–z, so that a database sorts it in the same order.
 */
export function clauseSortKey(number: string): string {
  const parts = number.normalize('NFC').toLowerCase().match(PART) ?? [];
  return parts
    .map((part) => {
      if (!/^\d/.test(part)) {
        return [...part]
          .map((letter) => AFTER_Z.get(letter) ?? letter.normalize('NFD').replace(/[^a-z]/g, ''))
          .join('');
      }
      const digits = part.replace(/^0+(?=\d)/, '');
      return String(digits.length).padStart(2, '0') + digits;
    })
    .join(' ');
}

/** Orders two clause numbers by their parts, for a sort; 0 if they are the same number. */
export function compareClauseNumbers(a: string, b: string): number {
  const [keyA, keyB] = [clauseSortKey(a), clauseSortKey(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

/** The numbers that stand more than once, each as it is written the second time and after. */
export function duplicateClauseNumbers(numbers: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return numbers.filter((number) => {
    const key = clauseSortKey(number);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
