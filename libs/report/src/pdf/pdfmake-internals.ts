import { createRequire } from 'node:module';

// The parts of pdfmake 0.3.11 (and of the pdfkit it brings) that the tagged renderer extends. pdfmake has no types for
// them and calls them private; they are written down here, once, exactly as far as they are used. ADR 0004 says why.

/** An object of the PDF file; `data` is its dictionary. */
export interface PdfObject {
  data: Record<string, unknown>;
}

/** The mark between a stretch of page content and its structure element. */
export interface MarkedContent {
  readonly refs: unknown[];
}

export interface StructureElement {
  dictionary: PdfObject;
  add(child: StructureElement | MarkedContent): StructureElement;
  end(): void;
}

/** A font as fontkit has read it; it may serve any number of documents. */
export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  /** The glyphs it has made, by number, each with the characters it was first made for. */
  _glyphs: Record<number, unknown>;
}

/** A font in one document: its subset, and the words it has shaped. */
export interface PdfFont {
  font: ParsedFont;
  layoutCache: Record<string, unknown>;
}

export type PdfFontClass = new (document: PdfDocument, font: ParsedFont, id: string) => PdfFont;

export interface PdfDocument {
  page: { width: number; height: number } | null;
  info: Record<string, unknown>;
  /** The file identifier in the trailer. */
  _id: Buffer;
  _root: PdfObject;
  /** The font that `font()` chose last. */
  _font: PdfFont;
  /** How many fonts were opened; the next is named after it in the pages. */
  _fontCount: number;
  /** Fonts of the document by name; those with glyphs in use are written when it ends. */
  _fontFamilies: Record<string, PdfFont>;
  addPage(options?: object): PdfDocument;
  registerFont(name: string, file: Uint8Array): PdfDocument;
  font(name: string): PdfDocument;
  provideFont(family: string, bold?: boolean, italics?: boolean): PdfFont;
  getFontFile(family: string, bold?: boolean, italics?: boolean): Uint8Array | null;
  getFontType(bold?: boolean, italics?: boolean): string;
  struct(role: string, options?: { alt?: string; lang?: string }): StructureElement;
  addStructure(element: StructureElement): PdfDocument;
  markContent(tag: string, options: object): PdfDocument;
  markStructureContent(tag: string): MarkedContent;
  endMarkedContent(): PdfDocument;
  link(x: number, y: number, width: number, height: number, url: string, options: object): PdfDocument;
  annotate(x: number, y: number, width: number, height: number, options: object): PdfDocument;
  appendXML(xml: string): void;
  _addInfo(): void;
  end(): void;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

/** A stretch of text in one style on one line; `x` is counted from the line's left end. */
export interface LaidInline {
  text: string;
  x: number;
  width: number;
  link?: string;
  linkToDestination?: string;
  decoration?: unknown;
  background?: unknown;
}

export interface LaidLine {
  inlines: LaidInline[];
  id?: string;
  _outline?: unknown;
  clone(): LaidLine;
  getHeight(): number;
  getAscenderHeight(): number;
}

export interface LaidSvg {
  x: number;
  y: number;
  _width: number;
  _height: number;
}

interface LayoutContext {
  availableHeight: number;
  y: number;
  pageMargins: { top: number };
}

export interface Layout {
  writer: { context(): LayoutContext; moveToNextPage(): void };
  registerTableLayouts(layouts: object): void;
  layoutDocument(
    content: object,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: (page: number, pages: number) => object,
    footer: (page: number, pages: number) => object,
  ): unknown[];
  buildNextLine(node: object): LaidLine | null;
  processNode(node: object, verticalAlignment?: boolean): void;
}

export interface PageRenderer {
  pdfDocument: PdfDocument;
  renderPages(pages: unknown[]): void;
  renderLine(line: LaidLine, x: number, y: number): void;
  renderVector(vector: object): void;
  renderSVG(svg: LaidSvg): void;
}

export interface Decorator {
  drawBackground(line: LaidLine, x: number, y: number): void;
  drawDecorations(line: LaidLine, x: number, y: number): void;
}

type FontFiles = Record<string, Record<string, Uint8Array>>;

const require = createRequire(import.meta.url);

function pdfmakePart<Part>(name: string): Part {
  const module = require(`pdfmake/js/${name}.js`) as { default: Part };
  return module.default;
}

export const PdfDocument =
  pdfmakePart<
    new (
      fonts: FontFiles,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      mayReadFile: (path: string) => boolean,
    ) => PdfDocument
  >('PDFDocument');

export const Layout = pdfmakePart<new (size: object, margins: object, svgMeasure: object) => Layout>('LayoutBuilder');

export const PageRenderer = pdfmakePart<new (document: PdfDocument) => PageRenderer>('Renderer');

export const Decorator = pdfmakePart<new (document: PdfDocument) => Decorator>('TextDecorator');

export const SvgMeasure = pdfmakePart<new () => object>('SVGMeasure');
