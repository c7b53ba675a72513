import { VERDICTS, type Verdict } from '@insyn/domain';
import type { FigureBlock, TableBlock } from './document-model.js';
import type { ReportClause } from './report-data.js';
import { counted, enumerate } from './swedish-text.js';
import { SIGN_COLOURS, signShapes, VERDICT_SIGNS } from './verdict-marks.js';

const WIDTH = 483;
const HEIGHT = 26;
const GAP = 2;

/** One bar of all clauses, parted by verdict, and the same numbers as a table. Null where nothing was judged. */
export function verdictChart(clauses: readonly ReportClause[]): { figure: FigureBlock; table: TableBlock } | null {
  const parts = VERDICTS.map((verdict) => ({
    verdict,
    word: clauses.find((clause) => clause.verdict === verdict)?.verdictLabel ?? '',
    count: clauses.filter((clause) => clause.verdict === verdict).length,
  })).filter((part) => part.count > 0);
  if (parts.length === 0) return null;

  const words = parts.map((part) => `${part.word.toLowerCase()} ${part.count}`);
  return {
    figure: {
      kind: 'figure',
      svg: bar(parts, clauses.length),
      alt: `Liggande stapel över ${counted(clauses.length, 'avtalspunkt', 'avtalspunkter')}: ${enumerate(words)}.`,
      width: WIDTH,
      height: HEIGHT,
    },
    table: {
      kind: 'table',
      caption: 'Antal avtalspunkter per bedömning',
      columns: [
        { title: 'Bedömning', width: 80 },
        { title: 'Antal', width: 20, numeric: true },
      ],
      rows: parts.map((part) => [
        { paragraphs: [], mark: { sign: VERDICT_SIGNS[part.verdict], word: part.word } },
        { paragraphs: [[{ text: `${part.count} av ${clauses.length}` }]] },
      ]),
      rowHeaders: true,
    },
  };
}

function bar(parts: readonly { verdict: Verdict; count: number }[], total: number): string {
  const room = WIDTH - GAP * (parts.length - 1);
  let x = 0;
  const segments = parts.map(({ verdict, count }) => {
    const sign = VERDICT_SIGNS[verdict];
    const { ink, tint } = SIGN_COLOURS[sign];
    const width = (room * count) / total;
    const shape =
      width < 20 ? '' : `<g transform="translate(${round(x + 7)} ${(HEIGHT - 12) / 2})">${signShapes(sign, ink)}</g>`;
    const edge = `<rect x="${round(x)}" y="${HEIGHT - 4}" width="${round(width)}" height="4" fill="${ink}"/>`;
    const ground = `<rect x="${round(x)}" y="0" width="${round(width)}" height="${HEIGHT}" fill="${tint}"/>`;
    x += width + GAP;
    return `<g class="sign-${sign}">${ground}${edge}${shape}</g>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ` +
    `viewBox="0 0 ${WIDTH} ${HEIGHT}">${segments.join('')}</svg>`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
