import { formatNumber, formatPercent } from '../calendar/swedish-format.js';
import { formatShare } from '../sampling/share-format.js';
import type { FigureUnit } from './figure.js';

/** A figure with its numbers (R4): k found of n, drawn from N. A plain count ('34 customers') has no n. */
export interface CountedFigure {
  readonly kind: 'counted';
  readonly found: number;
  readonly total?: number | null;
  readonly population?: number | null;
}

/** A figure in the provider's own words (R4): quoted, never computed on. */
export interface ReportedFigure {
  readonly kind: 'reported';
  readonly words: string;
  /** Who or what it comes from, as it is shown: 'enkätsvaret'. */
  readonly source: string;
  /** The provider could not show what the figure rests on. */
  readonly basisMissing?: boolean;
}

export type FigureValue = CountedFigure | ReportedFigure;

/** A figure of a follow-up: customers, staff, sick leave, turnover … */
export interface Figure {
  readonly name: string;
  readonly unit: FigureUnit;
  /** The time it is about, as it is shown: '2025', 'oktober 2026'. */
  readonly period: string;
  readonly value: FigureValue;
}

/** What can be wrong with a figure. */
export const FIGURE_PROBLEM_CODES = [
  'name-missing',
  'period-missing',
  'found-invalid',
  'total-missing',
  'total-invalid',
  'found-over-total',
  'population-invalid',
  'population-under-total',
  'words-missing',
  'source-missing',
] as const;
export type FigureProblemCode = (typeof FIGURE_PROBLEM_CODES)[number];

/** One problem, at the field where it is mended. */
export interface FigureProblem {
  readonly code: FigureProblemCode;
  readonly field: 'name' | 'period' | 'found' | 'total' | 'population' | 'words' | 'source';
}

function isCount(value: number, unit: FigureUnit): boolean {
  const mayHaveDecimals = unit === 'days' || unit === 'number';
  return mayHaveDecimals ? Number.isFinite(value) && value >= 0 : Number.isSafeInteger(value) && value >= 0;
}

function countedProblems(value: CountedFigure, unit: FigureUnit): FigureProblem[] {
  const problems: FigureProblem[] = [];
  const { found } = value;
  const total = value.total ?? null;
  const population = value.population ?? null;
  const foundValid = isCount(found, unit);
  if (!foundValid) problems.push({ code: 'found-invalid', field: 'found' });
  if (total === null) {
    const isShare = unit === 'share' || unit === 'percent' || population !== null;
    if (isShare) problems.push({ code: 'total-missing', field: 'total' });
  } else if (!isCount(total, unit) || total === 0) problems.push({ code: 'total-invalid', field: 'total' });
  else if (foundValid && found > total) problems.push({ code: 'found-over-total', field: 'found' });
  if (population !== null) {
    if (!Number.isSafeInteger(population) || population < 1) {
      problems.push({ code: 'population-invalid', field: 'population' });
    } else if (total !== null && population < total) {
      problems.push({ code: 'population-under-total', field: 'population' });
    }
  }
  return problems;
}

/**
 * R4: what is wrong with a figure; empty if it may be saved. A counted share or percentage needs k and n; only a
 * reported one may lack them, and then needs its words and their source.
 */
export function figureProblems(figure: Figure): readonly FigureProblem[] {
  const problems: FigureProblem[] = [];
  if (!figure.name.trim()) problems.push({ code: 'name-missing', field: 'name' });
  if (!figure.period.trim()) problems.push({ code: 'period-missing', field: 'period' });
  if (figure.value.kind === 'counted') return [...problems, ...countedProblems(figure.value, figure.unit)];
  if (!figure.value.words.trim()) problems.push({ code: 'words-missing', field: 'words' });
  if (!figure.value.source.trim()) problems.push({ code: 'source-missing', field: 'source' });
  return problems;
}

/** R4: the percentage of a counted share, k / n · 100, not rounded; null for a plain count and for a reported figure. */
export function figurePercent(value: FigureValue): number | null {
  if (value.kind === 'reported' || !value.total) return null;
  return (value.found / value.total) * 100;
}

/** R4: the figure as it is shown: '7 av 9, 78 %', '34', or the provider's words as reported. */
export function formatFigureValue(value: FigureValue): string {
  if (value.kind === 'reported') {
    const basis = value.basisMissing ? ', underlag saknas' : '';
    return `”${value.words}” (uppgift från ${value.source}${basis})`;
  }
  const percent = figurePercent(value);
  if (percent === null) return formatNumber(value.found);
  return `${formatShare(value.found, value.total as number, value.population)}, ${formatPercent(percent)}`;
}
