/** A text as a reader sees it, and where each of its units stands in the original. */
export interface LegibleText {
  text: string;
  /** The offset in the original of the text from unit `start` up to `end` (excluded). */
  original: (start: number, end: number) => { start: number; end: number };
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/u;

/**
 * The text with what hides a number or a name from a search made plain: soft hyphens and zero-width signs gone, every
 * dash a hyphen, every space a space, letters composed. Offsets are kept so that hits point into the original.
 */
export function legibleText(original: string): LegibleText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const cluster = match[0].replace(new RegExp(INVISIBLE, 'gu'), '');
    for (const plain of plainOf(cluster)) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
      text += plain;
    }
  }
  return {
    text,
    original: (start, end) => ({
      start: starts[start] ?? original.length,
      end: end > start ? (ends[end - 1] ?? original.length) : (starts[start] ?? original.length),
    }),
  };
}

/** The UTF-16 units of one cluster, made plain. */
function plainOf(cluster: string): string[] {
  if (/^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]$/u.test(cluster)) return ['-'];
  const composed = cluster.normalize('NFC');
  const compatible = composed.normalize('NFKC');
  return (compatible.length === 1 ? compatible : composed).split('');
}
