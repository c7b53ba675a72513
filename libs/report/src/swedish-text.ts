const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** 'YYYY-MM-DD' as it is read: "20 november 2026". Throws a RangeError for anything else. */
export function longDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts || !month) throw new RangeError(`Not a date: ${date}`);
  return `${Number(parts[3])}\u00a0${month} ${parts[1]}`;
}

/** "a", "a och b", "a, b och c". */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
}

/** A clause as the reader names it: "§ 15" for a plain number, else as the contract writes it: "4.9", "M1". */
export function clauseName(number: string): string {
  return isParagraph(number) ? `§\u00a0${number}` : number;
}

/** Several clauses in one go: "§§ 7 och 8", "§ 7 och M1". */
export function clauseNames(numbers: readonly string[]): string {
  if (numbers.length > 1 && numbers.every(isParagraph)) return `§§\u00a0${enumerate(numbers)}`;
  return enumerate(numbers.map(clauseName));
}

/** "1 krav", "2 rekommendationer"; small numbers as words at the start of a sentence are the caller's choice. */
export function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${count === 1 ? one : many}`;
}

/** "inga filer", "1 fil", "3 filer": what came with something, where none is no fault. */
export function countedFiles(count: number): string {
  return count === 0 ? 'inga filer' : counted(count, 'fil', 'filer');
}

/** A text with empty lines between its paragraphs, as its paragraphs. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function isParagraph(number: string): boolean {
  return /^\d+\s?[a-zå-ö]?$/i.test(number);
}
