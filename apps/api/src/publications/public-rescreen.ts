import {
  applySettlements,
  screenReport,
  SCREEN_HIT_KIND_LABELS,
  type HitSettlement,
  type ScreenHitKind,
} from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import { Conflict } from '../http/problem.js';
import { namesIn, withoutNames } from './public-variant.js';
import { reportShares, reportTexts } from './report-texts.js';

/** A settled hit with what was found: its kind, its words and where it stands in Swedish. */
export interface SettledWords {
  kind: ScreenHitKind;
  /** The key of a text or of a share. */
  section: string;
  place: string;
  words: string;
  position: number;
  length: number;
  settlement: HitSettlement;
  replacement: string | null;
}

/**
 * Screens the texts once more as the public would read them: what somebody wrote in place of a hit must not be a hit itself
 * (R17). What a named person has let through stays. @throws Conflict `replacement-identifies`, which names the words.
 */
export function refuseTellingReplacements(
  internal: ReportData,
  settled: readonly SettledWords[],
  threshold: number,
): void {
  const changed = settled.filter((hit) => hit.settlement === 'generalised');
  if (changed.length === 0) return;
  const bySection = Map.groupBy(settled, (hit) => hit.section);
  const texts = new Map(reportTexts(withoutNames(internal)).map(({ key, text }) => [key, text]));
  const sections = [...new Set(changed.map((hit) => hit.section))].map((section) => {
    const hits = bySection.get(section) ?? [];
    const text = texts.get(section);
    // A share that is told in words instead stands by itself, beside the question that it answers.
    if (text === undefined) return { place: section, text: hits.flatMap((hit) => hit.replacement ?? []).join(' ') };
    const spans = hits.map((hit) => ({ ...hit, start: hit.position, end: hit.position + hit.length }));
    return { place: section, text: applySettlements(text, spans) };
  });
  const hits = screenReport({
    sections,
    participantNames: namesIn(internal),
    // The percentage of a small share tells as much as the share.
    shares: reportShares(internal).map(({ key, k, n }) => ({ place: `share ${key}`, k, n })),
    threshold,
  }).filter((hit) => sections.some((section) => section.place === hit.place));
  const telling = hits.find((hit) => !isLetThrough(hit, bySection.get(hit.place) ?? []));
  if (telling === undefined) return;
  const where = changed.find((hit) => hit.section === telling.place)?.place ?? '';
  const what = SCREEN_HIT_KIND_LABELS[telling.kind].toLocaleLowerCase('sv');
  throw new Conflict(
    'replacement-identifies',
    `Det som skrivits i stället för en träff är självt en träff (${what}): ”${telling.excerpt}”. Skriv om det. Plats: ${where}.`,
    { place: where, kind: telling.kind },
  );
}

/** Whether a named person has let just these words through in this text. */
function isLetThrough(hit: { kind: ScreenHitKind; excerpt: string }, settled: readonly SettledWords[]): boolean {
  return settled.some(
    ({ kind, words, settlement }) => settlement === 'let-through' && kind === hit.kind && words === hit.excerpt,
  );
}
