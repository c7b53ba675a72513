import { shelveFont, takeFont } from './font-shelf.js';
import { fontFile } from './fonts.js';
import { PdfDocument, type PdfFont, type StructureElement } from './pdfmake-internals.js';
import { escapeXml, PDF_UA_IDENTIFICATION } from './xmp.js';

/** Where drawn content belongs: an element of the structure, or nothing a reader needs (rules, fills, page numbers). */
export type ContentOwner = StructureElement | 'artifact';

/** A PDF file in which every drawing operation stands inside marked content, with the metadata of PDF/UA and PDF/A. */
export class TaggedDocument extends PdfDocument {
  #open: ContentOwner | null = null;
  readonly #fonts = new Map<string, PdfFont>();

  /** From here on, what is drawn belongs to `owner`; null closes the open mark. */
  mark(owner: ContentOwner | null): void {
    if (owner === this.#open) return;
    if (this.#open !== null) this.endMarkedContent();
    this.#open = owner;
    if (owner === null) return;
    if (owner === 'artifact') this.markContent('Artifact', { type: 'Layout' });
    else owner.add(this.markStructureContent(String(owner.dictionary.data['S'])));
  }

  /** The number of the page that is drawn on, from 1. */
  get pageNumber(): number {
    const pages = this._root.data['Pages'] as { data: { Count: number } };
    return pages.data.Count;
  }

  override addPage(options?: object): PdfDocument {
    if (this.page) this.mark(null);
    return super.addPage(options);
  }

  override getFontFile(family: string, bold = false, italics = false): Uint8Array | null {
    return fontFile(family, this.getFontType(bold, italics));
  }

  /** Fonts are known by family and style, and taken from the shelf where an earlier document has read them. */
  override provideFont(family: string, bold = false, italics = false): PdfFont {
    const name = `${family} ${this.getFontType(bold, italics)}`;
    const known = this.#fonts.get(name);
    if (known) return known;
    const font = takeFont(name, this, `F${this.#fonts.size + 1}`) ?? this.#readFont(name, family, bold, italics);
    this.#fonts.set(name, font);
    this._fontFamilies[name] = font;
    return font;
  }

  #readFont(name: string, family: string, bold: boolean, italics: boolean): PdfFont {
    const file = this.getFontFile(family, bold, italics);
    if (!file) throw new Error(`No font file for ${name}`);
    this._fontCount = this.#fonts.size;
    this.registerFont(name, file);
    const font = this.font(name)._font;
    shelveFont(name, font);
    return font;
  }

  /** Writes the metadata with all text escaped: pdfkit puts a title with "&" into the XML as it is. */
  override _addInfo(): void {
    const info = this.info;
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    super._addInfo();
    this.info = info;
    this.appendXML(PDF_UA_IDENTIFICATION);
  }
}
