import type { PdfDocument, StructureElement } from './pdfmake-internals.js';

/** The standard structure types (ISO 32000-1, 14.8.4) that a report uses. */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

/** A node of the structure tree as it is planned while the content is written, before anything is laid out. */
export class StructureNode {
  readonly children: StructureNode[] = [];

  constructor(
    readonly role: Role,
    readonly options: {
      alt?: string;
      scope?: 'Column' | 'Row';
      numbering?: 'Disc' | 'Decimal';
      /** Set for what the layout repeats on each page of a table: only the first time is content, the rest artifacts. */
      repeated?: boolean;
    } = {},
  ) {}

  /** Adds a child of the given role and gives it back. */
  add(role: Role, options: StructureNode['options'] = {}): StructureNode {
    const child = new StructureNode(role, options);
    this.children.push(child);
    return child;
  }
}

/** The planned tree made real in one PDF file. */
export class StructureTree {
  readonly #elements = new Map<StructureNode, StructureElement>();
  readonly #firstPage = new Map<StructureNode, number>();
  readonly #root: StructureElement;

  constructor(
    readonly document: PdfDocument,
    root: StructureNode,
  ) {
    this.#root = this.#build(root);
    document.addStructure(this.#root);
  }

  /** The element that content of `node` on page number `page` belongs to, or null where it is only a repetition. */
  elementOn(node: StructureNode, page: number): StructureElement | null {
    const first = this.#firstPage.get(node) ?? page;
    this.#firstPage.set(node, first);
    if (node.options.repeated && first !== page) return null;
    return this.#elements.get(node) ?? null;
  }

  /** Writes the tree to the file; after this nothing can be added. */
  close(): void {
    this.#root.end();
  }

  #build(node: StructureNode): StructureElement {
    const { alt } = node.options;
    const element = this.document.struct(node.role, alt === undefined ? {} : { alt });
    const attributes = attributesOf(node);
    if (attributes) element.dictionary.data['A'] = attributes;
    for (const child of node.children) element.add(this.#build(child));
    this.#elements.set(node, element);
    return element;
  }
}

function attributesOf({ options }: StructureNode): Record<string, unknown> | null {
  if (options.scope) return { O: 'Table', Scope: options.scope };
  if (options.numbering) return { O: 'List', ListNumbering: options.numbering };
  return null;
}
