import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PdfDocument } from './pdfmake-internals.js';
import { unpackWoff } from './woff.js';

const require = createRequire(import.meta.url);

/** The subsets that @fontsource parts a family into, in the order they are asked for a character. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;

const FAMILIES = {
  Sans: { package: '@fontsource/source-sans-3', file: 'source-sans-3' },
  Serif: { package: '@fontsource/source-serif-4', file: 'source-serif-4' },
} as const;

export type FontFamily = keyof typeof FAMILIES;

const STYLES = {
  normal: '400-normal',
  bold: '600-normal',
  italics: '400-italic',
  bolditalics: '600-italic',
} as const;

/** What officers write that the fonts lack, and what stands for it. Anything else that is lacking becomes "?". */
const STAND_INS: Record<string, string> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2192': '–',
  '\u2190': '–',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2713': 'x',
  '\u2714': 'x',
  '\u2610': '–',
  '\u2611': 'x',
  '\u2612': 'x',
  '\u25cf': '•',
  '\u25aa': '•',
  '\uf0b7': '•',
};

/** The WOFF file of one font in one style, read the first time a document needs it and kept; null for an unknown one. */
export function fontFile(name: string, style: string): Uint8Array | null {
  const path = FONT_PATHS.get(`${name} ${style}`);
  if (!path) return null;
  const known = filesRead.get(path);
  if (known) return known;
  const bytes = unpackWoff(readFileSync(require.resolve(path)));
  filesRead.set(path, bytes);
  return bytes;
}

const filesRead = new Map<string, Uint8Array>();

const FONT_PATHS = new Map(
  (Object.keys(FAMILIES) as FontFamily[]).flatMap((family) =>
    SUBSETS.flatMap((subset) =>
      Object.entries(STYLES).map(([style, part]): [string, string] => {
        const { package: name, file } = FAMILIES[family];
        return [`${fontName(family, subset)} ${style}`, `${name}/files/${file}-${subset}-${part}.woff`];
      }),
    ),
  ),
);

/** A stretch of text that one font file can show. */
export interface FontRun {
  text: string;
  font: string;
}

/** Parts a text into runs by the first subset of the family that has each character, in one document. */
export class FontChoice {
  readonly #known = new Map<string, string | null>();

  constructor(readonly document: PdfDocument) {}

  runs(text: string, family: FontFamily): FontRun[] {
    const runs: FontRun[] = [];
    for (const written of clean(text)) {
      const font = this.#fontOf(written, family);
      const shown = font ? written : (STAND_INS[written] ?? '?');
      const used = font ?? fontName(family, 'latin');
      const last = runs.at(-1);
      if (last && last.font === used) last.text += shown;
      else runs.push({ text: shown, font: used });
    }
    return runs;
  }

  #fontOf(character: string, family: FontFamily): string | null {
    const key = family + character;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const font =
      SUBSETS.map((subset) => fontName(family, subset)).find((name) =>
        this.document.provideFont(name).font.hasGlyphForCodePoint(codePoint),
      ) ?? null;
    this.#known.set(key, font);
    return font;
  }
}

function fontName(family: FontFamily, subset: (typeof SUBSETS)[number]): string {
  return subset === 'latin' ? family : `${family} ${subset}`;
}

/** Composed characters, no soft hyphens or controls, every white space but the unbreakable ones a plain space. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
    .replace(/[\p{Cc}]+/gu, ' ');
}
