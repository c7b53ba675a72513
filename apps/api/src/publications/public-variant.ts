import { applySettlements, type HitSettlement } from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import { mapTexts, shareKey, textKey } from './report-texts.js';

/** A hit with its settlement, as the rows hold it. `section` is the key of a text or of a share. */
export interface Settled {
  section: string;
  position: number;
  length: number;
  settlement: HitSettlement;
  replacement: string | null;
}

/**
 * The report with people by role only (R17): what the screen reads, and what the public variant is made from. Nothing
 * that names a participant is left in any field.
 */
export function withoutNames(internal: ReportData): ReportData {
  return {
    ...internal,
    variant: 'public',
    drawnUpBy: { ...internal.drawnUpBy, name: null },
    approvedBy: internal.approvedBy === null ? null : { ...internal.approvedBy, name: null },
    basis: internal.basis.map((item) => ({
      ...item,
      participants: item.participants.map((participant) => ({ ...participant, name: null })),
    })),
  };
}

/** The names of all who took part or signed, for the screen to look for in the texts. */
export function namesIn(internal: ReportData): string[] {
  const named = [
    internal.drawnUpBy,
    ...(internal.approvedBy === null ? [] : [internal.approvedBy]),
    ...internal.basis.flatMap((item) => item.participants),
  ];
  return [...new Set(named.flatMap((person) => person.name ?? []))];
}

/** The public variant: every hit masked, generalised or let through as settled (R17, R18). */
export function publicVariant(internal: ReportData, settled: readonly Settled[]): ReportData {
  const bySection = Map.groupBy(settled, (hit) => hit.section);
  const masked = mapTexts(withoutNames(internal), (text) => {
    const hits = bySection.get(textKey(text));
    if (hits === undefined) return text;
    const spans = hits.map(({ position, length, settlement, replacement }) => ({
      start: position,
      end: position + length,
      settlement,
      replacement,
    }));
    return applySettlements(text, spans);
  });
  return withoutShares(masked, bySection);
}

/** A share that was masked leaves the table; a generalised one is told in words among the figures instead. */
function withoutShares(data: ReportData, settled: ReadonlyMap<string, readonly Settled[]>): ReportData {
  const figures = [...data.figures];
  const samples = data.samples.map((sample, at) => ({
    ...sample,
    results: sample.results.filter((result, index) => {
      const hit = settled.get(shareKey(at, index))?.[0];
      if (hit === undefined || hit.settlement === 'let-through') return true;
      if (hit.settlement === 'generalised' && hit.replacement !== null) {
        figures.push({ name: result.question, period: null, display: hit.replacement, source: 'counted', note: null });
      }
      return false;
    }),
  }));
  return { ...data, figures, samples: samples.filter((sample) => sample.results.length > 0) };
}
