import { describe, expect, it } from '@jest/globals';
import { type Figure, figurePercent, figureProblems, type FigureValue, formatFigureValue } from './figure-value.js';
import { FIGURE_UNITS, type FigureUnit } from './figure.js';
import { FIGURE_UNIT_LABELS } from './labels.js';

const aFigure = (value: FigureValue, unit: FigureUnit = 'share'): Figure => ({
  name: 'Aktuell genomförandeplan',
  unit,
  period: 'oktober 2026',
  value,
});

const codes = (figure: Figure): string[] => figureProblems(figure).map(({ code, field }) => `${field}:${code}`);

describe('A figure', () => {
  it.each<[FigureValue, FigureUnit, string[]]>([
    [{ kind: 'counted', found: 7, total: 9 }, 'share', []],
    [{ kind: 'counted', found: 7, total: 9, population: 16 }, 'share', []],
    [{ kind: 'counted', found: 34 }, 'persons', []],
    [{ kind: 'counted', found: 12.5, total: null }, 'days', []],
    [{ kind: 'counted', found: 7 }, 'share', ['total:total-missing']],
    [{ kind: 'counted', found: 7 }, 'percent', ['total:total-missing']],
    [{ kind: 'counted', found: 7, population: 16 }, 'persons', ['total:total-missing']],
    [{ kind: 'counted', found: 10, total: 9 }, 'share', ['found:found-over-total']],
    [{ kind: 'counted', found: 0, total: 0 }, 'share', ['total:total-invalid']],
    [{ kind: 'counted', found: 1.5, total: 9 }, 'persons', ['found:found-invalid']],
    [{ kind: 'counted', found: -1, total: 9 }, 'share', ['found:found-invalid']],
    [{ kind: 'counted', found: 7, total: 9, population: 8 }, 'share', ['population:population-under-total']],
    [{ kind: 'counted', found: 7, total: 9, population: 0 }, 'share', ['population:population-invalid']],
    [{ kind: 'reported', words: 'cirka 8 procent', source: 'enkätsvaret' }, 'percent', []],
    [{ kind: 'reported', words: ' ', source: '' }, 'percent', ['words:words-missing', 'source:source-missing']],
  ])('R4: %j in %s has the problems %j', (value, unit, expected) => {
    expect(codes(aFigure(value, unit))).toEqual(expected);
  });

  it('needs its name and its period', () => {
    const figure = { ...aFigure({ kind: 'counted', found: 7, total: 9 }), name: '', period: ' ' };
    expect(codes(figure)).toEqual(['name:name-missing', 'period:period-missing']);
  });

  it('R4: has its percentage computed from what was counted, never from what was reported', () => {
    expect(figurePercent({ kind: 'counted', found: 7, total: 9 })).toBeCloseTo(77.78, 2);
    expect(figurePercent({ kind: 'counted', found: 34 })).toBeNull();
    expect(figurePercent({ kind: 'reported', words: '80 %', source: 'enkätsvaret' })).toBeNull();
  });

  it('R4: is shown as counted or in the words it was reported in', () => {
    expect(formatFigureValue({ kind: 'counted', found: 7, total: 9 })).toBe('7 av 9, 78\u00a0%');
    expect(formatFigureValue({ kind: 'counted', found: 7, total: 9, population: 16 })).toBe(
      '7 av 9 (stickprov av 16), 78\u00a0%',
    );
    expect(formatFigureValue({ kind: 'counted', found: 34 })).toBe('34');
    expect(formatFigureValue({ kind: 'reported', words: 'ca 8 %', source: 'enkätsvaret', basisMissing: true })).toBe(
      '”ca 8 %” (uppgift från enkätsvaret, underlag saknas)',
    );
  });

  it('has a Swedish word for each of its units', () => {
    expect(Object.keys(FIGURE_UNIT_LABELS).sort()).toEqual([...FIGURE_UNITS].sort());
  });
});
