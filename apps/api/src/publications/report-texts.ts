import { createHash } from 'node:crypto';
import type { ReportData } from '@insyn/report';

/** One text of a report: the key is of the text itself, so that a text which stands twice is screened and settled once. */
export interface ReportText {
  key: string;
  /** Where it stands first, in Swedish. */
  place: string;
  text: string;
}

/** A share among persons that the report holds as numbers rather than as text. */
export interface ReportShare {
  key: string;
  place: string;
  question: string;
  k: number;
  n: number;
}

// Ids, dates and words of the system itself. Every other string of a report is screened: deny by default (R17, R18).
const NOT_SCREENED = new Set([
  ...[
    'id',
    'variant',
    'kind',
    'kindLabel',
    'severity',
    'verdict',
    'verdictLabel',
    'source',
    'method',
    'outcome',
    'side',
  ],
  ...['regime', 'date', 'reportDate', 'dueDate', 'recheckDue', 'start', 'end', 'latestEnd', 'caseNumber', 'label'],
  ...['actionLabel', 'organisationNumber', 'url', 'number', 'clauseNumbers', 'assessedWith', 'outcomeLabel'],
  ...['approvedOn', 'sentOn', 'due', 'clauseNumber'],
]);

/** Every text of a report that somebody wrote, each once, in the order in which they are read. */
export function reportTexts(data: ReportData): ReportText[] {
  const texts = new Map<string, ReportText>();
  mapTexts(data, (text, path) => {
    const key = textKey(text);
    if (text.trim() !== '' && !texts.has(key)) texts.set(key, { key, place: placeOf(data, path), text });
    return text;
  });
  return [...texts.values()];
}

/** The shares of the document reviews, which are counted in persons' files (R17). */
export function reportShares(data: ReportData): ReportShare[] {
  return data.samples.flatMap((sample, at) =>
    sample.results.map((result, question) => ({
      key: shareKey(at, question),
      place: `Granskning: ${sample.title}`,
      question: result.question,
      k: result.found,
      n: result.of,
    })),
  );
}

/** The key of one result of one document review. */
export function shareKey(sample: number, result: number): string {
  return `samples/${sample}/results/${result}`;
}

/** The key of a text: the same wherever it stands. */
export function textKey(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}

/** A copy of the report in which each screened text is what `change` makes of it. */
export function mapTexts(data: ReportData, change: (text: string, path: readonly string[]) => string): ReportData {
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') return change(value, path);
    if (Array.isArray(value)) return value.map((item, at) => walk(item, [...path, String(at)]));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, NOT_SCREENED.has(key) ? inner : walk(inner, [...path, key])]),
    );
  };
  return walk(data, []) as ReportData;
}

function placeOf(data: ReportData, path: readonly string[]): string {
  const [part = '', at = ''] = path;
  const index = Number(at);
  switch (part) {
    case 'title':
      return 'Rubrik';
    case 'background':
      return 'Bakgrund';
    case 'purpose':
      return 'Syfte';
    case 'overview':
      return 'Översikt';
    case 'basis':
      return `Underlag: ${data.basis[index]?.title ?? ''}`;
    case 'figures':
      return `Nyckeltal: ${data.figures[index]?.name ?? ''}`;
    case 'clauses':
      return `Bedömning: ${data.clauses[index]?.number ?? ''} ${data.clauses[index]?.heading ?? ''}`;
    case 'findings':
      return `Iakttagelse: ${data.findings[index]?.title ?? ''}`;
    case 'samples':
      return `Granskning: ${data.samples[index]?.title ?? ''}`;
    case 'actions':
      return `${data.actions[index]?.label ?? 'Åtgärd'} ${index + 1}`;
    case 'judgement':
      return 'Samlad bedömning';
    case 'recheck':
      return 'Återkontroll';
    case 'factCheck':
      return 'Faktakontroll';
    case 'decisionGround':
      return 'Beslut';
    case 'chain':
      return 'Bilaga';
    default:
      return 'Sidhuvud och uppgifter om avtalet';
  }
}
