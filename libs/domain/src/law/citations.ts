import { LAW_REGISTER, type LawEntry } from './law-register.js';

/** A law or regulation cited by number in a text; `entry` is null where the register does not hold it. */
export interface Citation {
  number: string;
  excerpt: string;
  start: number;
  end: number;
  entry: LawEntry | null;
}

/** Something wrong, or unchecked, with a citation. `law-unverified` is shown and stops nothing; the others block (R12). */
export interface CitationProblem {
  code: 'law-not-valid' | 'law-wrong-title' | 'law-unverified';
  message: string;
  citation: Citation;
}

/** The days a cited law must be valid on one of: the report's, or those of what is judged. 'YYYY-MM-DD'. */
export interface CitationDates {
  reportDate: string | null;
  judgedDates: readonly string[];
}

const SERIES = 'SOSFS|HSLF-FS|SFS';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d/.-])(?:(${SERIES})\\s*)?\\(?(?:(${SERIES})\\s*)?((?:1[6-9]|20)\\d\\d:\\d{1,4})(?![\\d:/])\\)?`,
  'gu',
);
const LAW_WORD_BEFORE = /(?:lag|lagen|balk|balken|förordning|förordningen)\s*$/iu;
const NAME_BEFORE = /([\p{L}-]*(?:lag|lagen|balk|balken|förordning|förordningen))\s*$/iu;
const AFTER_TITLE = new Set(
  'och som ska skall har är i enligt att samt där vilket vilka när kan bör gäller utföraren'.split(' '),
);

/** The laws and regulations that a text cites by number, in order. A number that only looks like one is left alone. */
export function findCitations(text: string): Citation[] {
  if (!/\d:\d/u.test(text)) return [];
  const citations: Citation[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const series = match[1] ?? match[2];
    const digits = match[3] ?? '';
    const number = series === undefined || series === 'SFS' ? digits : `${series} ${digits}`;
    const entry = LAW_REGISTER.find((candidate) => candidate.number === number) ?? null;
    if (entry === null && series === undefined && !LAW_WORD_BEFORE.test(text.slice(0, match.index))) continue;
    const end = match.index + match[0].length;
    citations.push({ number, excerpt: match[0], start: match.index, end, entry });
  }
  return citations;
}

/**
 * What is wrong with the citations of a text (R12): a law that was valid neither on the report's date nor on any date of
 * what is judged, a title or name that is another law's, and citations that nobody has checked. Without any date validity
 * is not judged.
 */
export function citationProblems(text: string, dates: CitationDates): CitationProblem[] {
  const days = [...(dates.reportDate === null ? [] : [dates.reportDate]), ...dates.judgedDates];
  const problems: CitationProblem[] = [];
  for (const citation of findCitations(text)) {
    const { entry, number } = citation;
    const report = (code: CitationProblem['code'], message: string) => problems.push({ code, message, citation });
    if (entry === null) {
      report('law-unverified', `${number} finns inte i lagregistret och är inte kontrollerad`);
      continue;
    }
    if (days.length > 0 && !days.some((day) => isValidOn(entry, day))) {
      const span = entry.validTo === null ? `från ${entry.validFrom}` : `${entry.validFrom} till ${entry.validTo}`;
      const instead = entry.successor === null ? '' : `; ersatt av ${entry.successor}`;
      report('law-not-valid', `${entry.title} (${number}) gäller ${span}${instead}`);
    }
    if (hasWrongTitle(text, citation, entry)) {
      report('law-wrong-title', `${number} har rätt titel ”${entry.title}”`);
    }
    if (!entry.verified) report('law-unverified', `${number} är inte kontrollerad mot den publicerade texten`);
  }
  return problems;
}

/** Whether a law was valid on a day. */
export function isValidOn(entry: Pick<LawEntry, 'validFrom' | 'validTo'>, day: string): boolean {
  return entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo);
}

function hasWrongTitle(text: string, citation: Citation, entry: LawEntry): boolean {
  const before = text.slice(0, citation.start);
  const name = NAME_BEFORE.exec(before)?.[1]?.toLocaleLowerCase('sv');
  if (name !== undefined && !/^(?:lag|lagen|balk|balken|förordning|förordningen)$/u.test(name)) {
    if (!entry.names.includes(name)) return true;
  }
  return claimsOtherTitle(text.slice(citation.end, citation.end + 300), citation.excerpt.endsWith(')'), entry);
}

/** Compares the words after a citation with its title, where they are a title: in quotes, after "om", or begun like one. */
function claimsOtherTitle(after: string, isInBrackets: boolean, entry: LawEntry): boolean {
  const plain = after.replace(/\s+/gu, ' ');
  const opening =
    /^[ ,:]*(om )?([”"“»])?(?:Socialstyrelsens föreskrifter(?: och allmänna råd)?(?: \([^)]*\))? )?(om )?/iu.exec(
      plain,
    );
  const isQuoted = opening?.[2] !== undefined;
  const followsAbout = opening?.[1] !== undefined || opening?.[3] !== undefined;
  const claim = plain.slice(opening?.[0].length ?? 0).split(/[.,;:()”"“«\n]/u, 1)[0] ?? '';
  const claimed = wordsOf(claim);
  const right = wordsOf(entry.title.replace(/^Lag om /u, ''));
  if (claimed.length === 0) return false;
  const isTitle = isQuoted || (followsAbout && isInBrackets) || claimed[0] === right[0];
  if (!isTitle) return false;
  const wrong = claimed.findIndex((word, index) => index < right.length && word !== right[index]);
  if (wrong === -1) return false;
  return isQuoted || wrong === 0 || !AFTER_TITLE.has(claimed[wrong] ?? '');
}

function wordsOf(phrase: string): string[] {
  return phrase.toLocaleLowerCase('sv').match(/[\p{L}\d-]+/gu) ?? [];
}
