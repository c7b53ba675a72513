import { isPercentageOf, NUMBER_PATTERN, numberOf, percentagesInText, sharesInText } from '../texts/amounts-in-text.js';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import { legibleText } from './legible-text.js';
import { identityNumbersIn } from './personal-identity-number.js';
import type { HitSettlement, ScreenHitKind } from './publication.js';

/** One text of the public variant. `place` is the caller's name for it and must be unique in the report. */
export interface ScreenSection {
  place: string;
  text: string;
}

/** A share about persons that the report shows as a figure: k of n (R4). */
export interface ScreenShare {
  place: string;
  k: number;
  n: number;
}

/** All that the screen reads. `threshold` is the municipality's small-number threshold, 5 unless set otherwise. */
export interface ScreenInput {
  sections: readonly ScreenSection[];
  participantNames: readonly string[];
  shares: readonly ScreenShare[];
  threshold: number;
}

/**
 * Something that must be settled before publication (R17). `start` and `end` count UTF-16 units of the section's text, end
 * excluded; both are 0 for a share that stands as a figure and not in a text. The id is the same each time the same
 * report is screened.
 */
export interface ScreenHit {
  id: string;
  kind: ScreenHitKind;
  place: string;
  start: number;
  end: number;
  excerpt: string;
  advice: string;
}

/** A hit with what a named person decided. `replacement` is what a generalised hit becomes. */
export interface SettledHit {
  start: number;
  end: number;
  settlement: HitSettlement;
  replacement?: string | null;
}

/** What stands in the public variant where a hit was masked. */
export const MASK = '[maskat]';

interface Span {
  kind: ScreenHitKind;
  start: number;
  end: number;
}

const ADVICE: Record<ScreenHitKind, string> = {
  'identity-number': 'Maskera: ett personnummer ska aldrig publiceras.',
  phone: 'Maskera telefonnumret om det går till en enskild person.',
  email: 'Maskera e-postadressen om den går till en enskild person.',
  'participant-name': 'Ersätt namnet med personens roll.',
  'small-count': 'Så få personer kan kännas igen. Maskera andelen och dess procenttal, eller skriv den i allmänna ord.',
};

const NOT_PERSONAL = /(?<![\p{L}\d])(?:[\da-f]{32,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\p{L}\d])/giu;
const EMAIL = /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const FREE = '(?<!\\d|\\d[/:.,-])';
const PHONES = [
  /(?<!\d)(?:\+|00)(?:45|46|47|49|354|358|44)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]{0,3}\d){6,10}(?!\d)/gu,
  new RegExp(`${FREE}0[1-9]\\d{7,8}(?!\\d)`, 'gu'),
  new RegExp(
    `${FREE}(?:\\(?08\\)?\\s?[-/ ]|\\(?0[1-9]\\d{1,2}\\)?\\s?[- ])\\s?\\d{2,3}(?:[ -]?\\d{2,3}){1,3}(?!\\d|[/:]\\d)`,
    'gu',
  ),
];
const DATE_LIKE = /^\d\d-\d\d-(?:19|20)\d\d$/u;
const PERSONS =
  'personer|person|brukare|brukarna|kunder|kund|boende|barn|klienter|klient|omsorgstagare|enskilda|hyresgäster|hyresgäst|' +
  'ärenden|ärende|akter|akt'; // a file is a person's
const COUNT_OF_PERSONS = new RegExp(
  `(?<![\\p{L}\\d,.:/-])(${NUMBER_PATTERN})\\s+(?:(?:unga|äldre|yngre|vuxna)\\s+)?(?:${PERSONS})(?![\\p{L}\\d])`,
  'giu',
);

/**
 * The first screen (R17): identity numbers, phone numbers, e-mail addresses, names of participants, and small counts about
 * persons, where k, n − k or n lies from 1 up to below the threshold: the whole share, and its percentage wherever it
 * stands. Hits of one section never overlap, and a text with all its hits masked gives no new ones.
 */
export function screenReport(input: ScreenInput): ScreenHit[] {
  const hits: ScreenHit[] = [];
  const seen = new Map<string, number>();
  const add = (kind: ScreenHitKind, place: string, start: number, end: number, excerpt: string) => {
    const key = `${kind}\n${place}\n${excerpt}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    hits.push({
      id: `${kind}-${digestOf(`${key}\n${ordinal}`)}`,
      kind,
      place,
      start,
      end,
      excerpt,
      advice: ADVICE[kind],
    });
  };

  const smallShares = [
    ...input.shares,
    ...input.sections.flatMap(({ text }) => sharesInText(legibleText(text).text)),
  ].filter((share) => isSmall(share, input.threshold));
  for (const { place, text } of input.sections) {
    for (const { kind, start, end } of spansOf(text, input, smallShares)) {
      add(kind, place, start, end, text.slice(start, end));
    }
  }
  for (const share of input.shares) {
    if (isSmall(share, input.threshold)) add('small-count', share.place, 0, 0, `${share.k} av ${share.n}`);
  }
  return hits;
}

/**
 * The text as the public sees it: masked hits read "[maskat]", generalised ones their replacement, the rest stands. Takes
 * the settled hits of one section. Throws `RuleViolation` `replacement-missing` where a generalised hit has no words, and
 * `hits-out-of-place` where the hits overlap or lie outside the text, as after a change of the text.
 */
export function applySettlements(text: string, settled: readonly SettledHit[]): string {
  let result = '';
  let at = 0;
  for (const hit of [...settled].sort((a, b) => a.start - b.start)) {
    if (hit.start === hit.end) continue;
    if (hit.start < at || hit.end < hit.start || hit.end > text.length) {
      throw new RuleViolation('hits-out-of-place', 'Texten har ändrats sedan den granskades. Granska den igen.');
    }
    result += text.slice(at, hit.start) + wordsFor(text.slice(hit.start, hit.end), hit);
    at = hit.end;
  }
  return result + text.slice(at);
}

function wordsFor(excerpt: string, { settlement, replacement }: SettledHit): string {
  if (settlement === 'masked') return MASK;
  if (settlement === 'let-through') return excerpt;
  if (!replacement?.trim()) throw new RuleViolation('replacement-missing', 'Skriv vad som ska stå i stället');
  return replacement;
}

/** Whether a share points out persons: k, n − k or n from 1 up to below the threshold. */
function isSmall({ k, n }: { k: number; n: number }, threshold: number): boolean {
  return [k, n - k, n].some((count) => count >= 1 && count < threshold);
}

/** The hits of one text, as offsets into it. Looks again with the found parts covered until nothing more comes up. */
function spansOf(text: string, input: ScreenInput, smallShares: readonly { k: number; n: number }[]): Span[] {
  let found: Span[] = [];
  for (;;) {
    let covered = text;
    for (const { start, end } of found)
      covered = covered.slice(0, start) + '█'.repeat(end - start) + covered.slice(end);
    const legible = legibleText(covered.replace(NOT_PERSONAL, (part) => '█'.repeat(part.length)));
    const spans = [
      ...identityNumbersIn(legible.text).map((span) => ({ ...span, kind: 'identity-number' as const })),
      ...matches(legible.text, EMAIL, 'email'),
      ...PHONES.flatMap((pattern) => matches(legible.text, pattern, 'phone')).filter((span) =>
        isPhone(legible.text.slice(span.start, span.end)),
      ),
      ...input.participantNames.flatMap((name) => namesIn(legible.text, name)),
      ...smallCountsIn(legible.text, input.threshold, smallShares),
    ].map((span) => ({ kind: span.kind, ...legible.original(span.start, span.end) }));
    if (spans.length === 0) return found;
    found = merged([...found, ...spans]);
  }
}

function matches(text: string, pattern: RegExp, kind: ScreenHitKind): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isPhone(written: string): boolean {
  const digits = written.replace(/\D/gu, '');
  if (written.startsWith('+') || digits.startsWith('00')) return true;
  return digits.length >= 8 && digits.length <= 10 && !DATE_LIKE.test(written);
}

/** A participant's whole name, or the last word of it, as whole words, with or without a genitive s. */
function namesIn(text: string, name: string): Span[] {
  const words = name.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  const surname = words.at(-1) ?? '';
  if (surname.length < 2) return [];
  const forms = [words, [surname]].flatMap((form) => [form, form.map((word) => word.toLocaleUpperCase('sv'))]);
  const pattern = forms.map((form) => form.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('\\s+'));
  return matches(
    text,
    new RegExp(`(?<![\\p{L}\\d])(?:${pattern.join('|')})(?:[:'’]?[sS])?(?![\\p{L}\\d])`, 'gu'),
    'participant-name',
  );
}

function smallCountsIn(text: string, threshold: number, smallShares: readonly { k: number; n: number }[]): Span[] {
  const shares = sharesInText(text).filter((share) => isSmall(share, threshold));
  const percentages = percentagesInText(text).filter((written) =>
    smallShares.some(({ k, n }) => isPercentageOf(written, k, n) || isPercentageOf(written, n - k, n)),
  );
  const counts = [...text.matchAll(COUNT_OF_PERSONS)]
    .filter((match) => {
      const count = numberOf(match[1] ?? '');
      const isArticle = /^(?:en|ett)$/iu.test(match[1] ?? '');
      return !isArticle && count >= 1 && count < threshold;
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return [...shares, ...percentages, ...counts].map(({ start, end }) => ({ kind: 'small-count', start, end }));
}

/** The spans in order, those that overlap made one of the kind that comes first. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** A short digest (FNV-1a, 32 bits) that makes an id; it protects nothing. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
