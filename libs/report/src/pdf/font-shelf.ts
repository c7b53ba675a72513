import type { ParsedFont, PdfDocument, PdfFont, PdfFontClass } from './pdfmake-internals.js';

// Reading a font file and shaping its words cost more than a page's drawing. Both give the same each time, so they are
// kept from one document to the next; what differs between documents (the subset, the object numbers) is not.

/** After so many shaped words of one font the memory of them starts anew, so that a long-lived worker does not grow. */
const MOST_WORDS = 20_000;

interface Shelved {
  parsed: ParsedFont;
  make: PdfFontClass;
  words: Record<string, unknown>;
}

const shelf = new Map<string, Shelved>();

/** The font of that name for one document, under the resource name `id`; null where no document has read it yet. */
export function takeFont(name: string, document: PdfDocument, id: string): PdfFont | null {
  const shelved = shelf.get(name);
  if (!shelved) return null;
  if (Object.keys(shelved.words).length > MOST_WORDS) shelved.words = Object.create(null) as Record<string, unknown>;
  // Writing "Å" makes the glyph of its part "A" for no character at all; a later "A" would get it and could not be read.
  shelved.parsed._glyphs = {};
  const font = new shelved.make(document, shelved.parsed, id);
  font.layoutCache = shelved.words;
  return font;
}

/** Keeps a font that a document has just read. */
export function shelveFont(name: string, font: PdfFont): void {
  shelf.set(name, { parsed: font.font, make: font.constructor as PdfFontClass, words: font.layoutCache });
}
