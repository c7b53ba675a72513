import type { Blocker, Place } from '../follow-ups/blocker.js';
import type { FigureFacts, FollowUpFacts, TextFacts } from '../follow-ups/follow-up-facts.js';
import { citationProblems } from '../law/citations.js';
import { isPercentageOf, percentagesInText, sharesInText, type PercentageInText } from './amounts-in-text.js';

const PLACEHOLDERS = [
  /(?<![\p{L}\d])x{3,}(?![\p{L}\d])/iu,
  /\[\s*(?:…|\.{3})\s*\]/u,
  /(?<![\p{L}\d])TOD[O](?![\p{L}\d])/u,
];
const QUOTE = /”[^”]*”|“[^”“]*[”“]|"[^"]*"|»[^»«]*[«»]/gu;
const PRICE = /\d\s*(?:kr|kronor)(?!\p{L})/iu;

/**
 * What of the texts stops a follow-up (R12): a report dated before its evidence, a placeholder, a percentage without its
 * figure, a "k av n" that the data contradicts, a law cited wrongly. Every text that the officer writes is read. Quotes and
 * sentences with a price are exempt from the two rules about numbers.
 */
export function textBlockers(facts: FollowUpFacts): Blocker[] {
  return [...dateBlockers(facts), ...officersTexts(facts).flatMap((text) => blockersOfText(text, facts))];
}

/**
 * The citations that nobody has checked against their source, each with its place: shown, never in the way (domain.md §7).
 * A law that a text cites several times is named once there.
 */
export function citationNotes(facts: FollowUpFacts): Blocker[] {
  const nowhere = { reportDate: null, judgedDates: [] };
  return officersTexts(facts).flatMap(({ place, text }) => {
    const unchecked = citationProblems(text, nowhere).filter(({ code }) => code === 'law-unverified');
    const numbers = new Set(unchecked.map(({ citation }) => citation.number));
    return [...numbers].map((number) => ({
      code: 'law-unverified',
      message: `Lagrummet ${number} är inte kontrollerat mot källan`,
      place,
    }));
  });
}

/** The texts that the officer wrote, with their places: the report's own, assessments, findings, actions, verdicts of a re-check. */
export function officersTexts(facts: FollowUpFacts): TextFacts[] {
  const text = (place: Place, ...parts: (string | null)[]): TextFacts => ({
    place,
    heading: null,
    text: parts.filter((part) => part !== null).join('\n'),
  });
  return [
    ...facts.texts,
    ...facts.assessments.map((a) => text({ kind: 'clause', id: a.clauseIds[0] ?? a.id }, a.text)),
    ...facts.findings.map((f) => text({ kind: 'finding', id: f.id }, f.title, f.text, f.legalGround)),
    ...facts.actions.map((a) => text({ kind: 'action', id: a.id }, a.text)),
    ...(facts.recheck?.actions ?? []).map((a) => text({ kind: 'action', id: a.id }, a.note)),
  ];
}

function dateBlockers({ reportDate, evidence }: FollowUpFacts): Blocker[] {
  if (reportDate === null) return [];
  return evidence
    .filter(({ date }) => date > reportDate)
    .map(({ id, date, title }) => ({
      code: 'report-before-evidence',
      message: `Rapporten är daterad ${reportDate}, före underlaget ”${title}” från ${date}`,
      place: { kind: 'evidence', id },
    }));
}

function blockersOfText({ place, heading, text }: TextFacts, facts: FollowUpFacts): Blocker[] {
  const blockers: Blocker[] = [];
  const block = (code: string, message: string) => blockers.push({ code, message, place });

  if (heading !== null && heading.trim() === '') block('heading-empty', 'En rubrik i rapporten är tom');
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(`${heading ?? ''}\n${text}`);
    if (found) block('placeholder', `Texten innehåller platshållaren ”${found[0]}”`);
  }
  const own = ownWords(text);
  for (const percentage of percentagesInText(own)) {
    if (facts.figures.some((figure) => carries(figure, percentage))) continue;
    const written = own.slice(percentage.start, percentage.end);
    block('percentage-without-figure', `”${written}” saknar siffra i underlaget`);
  }
  for (const { k, n, start, end } of sharesInText(own)) {
    const known = facts.figures.flatMap(sharesOf).filter((share) => share.n === n);
    if (known.length === 0 || known.some((share) => share.k === k || share.n - share.k === k)) continue;
    const right = known.map((share) => `${share.k} av ${share.n}`).join(', ');
    block('number-disagrees', `”${own.slice(start, end)}” stämmer inte med underlaget (${right})`);
  }
  const dates = {
    reportDate: facts.reportDate,
    judgedDates: [...facts.judgedDates, ...facts.evidence.map((e) => e.date)],
  };
  for (const problem of citationProblems(text, dates)) {
    if (problem.code !== 'law-unverified') block(problem.code, problem.message);
  }
  return blockers;
}

/** The text with quotes and sentences about prices blanked, every other sign at its place. */
function ownWords(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  const unquoted = text.replace(QUOTE, (quote) => (quote.includes('\n\n') ? quote : blank(quote)));
  return unquoted.replace(/[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?\n]?/gu, (part) =>
    PRICE.test(part) ? blank(part) : part,
  );
}

function carries(figure: FigureFacts, percentage: PercentageInText): boolean {
  if (figure.reportedAs !== null) {
    const reported = percentagesInText(figure.reportedAs);
    if (reported.some((written) => written.value === percentage.value)) return true;
  }
  if (figure.source === 'reported' && figure.value === percentage.value) return true;
  return sharesOf(figure).some(({ k, n }) => isPercentageOf(percentage, k, n));
}

/** The shares that a figure holds: k of n, and n of the population that it was drawn from. */
function sharesOf({ k, n, population }: FigureFacts): { k: number; n: number }[] {
  const shares: { k: number; n: number }[] = [];
  if (k !== null && n !== null) shares.push({ k, n });
  if (n !== null && population !== null) shares.push({ k: n, n: population });
  return shares;
}
