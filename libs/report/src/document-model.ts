// The report as a document, before it is a PDF or a page: both are made of exactly these blocks, so they never differ.

/** The shapes that stand beside the words: disc, half disc, square, ring, dash. Never colour alone. */
export type VerdictSign = 'met' | 'partly' | 'not-met' | 'not-judged' | 'not-applicable';

/** A verdict or an outcome as it is shown: a sign and its Swedish word. */
export interface VerdictMark {
  sign: VerdictSign;
  word: string;
}

/** A run of text. `href` makes it a link to a public address or to a `#part` of the document. */
export interface Inline {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  href?: string;
}

/** One cell: its paragraphs, and a mark before them where there is one. */
export interface Cell {
  paragraphs: Inline[][];
  mark?: VerdictMark;
}

/** One column; `width` is its share of the table's width, `numeric` sets its figures flush right. */
export interface TableColumn {
  title: string;
  width: number;
  numeric?: boolean;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingBlock {
  kind: 'heading';
  level: HeadingLevel;
  text: string;
  id?: string;
  mark?: VerdictMark;
  /** Points that must be free below it; otherwise it begins a new page. */
  room?: number;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  content: Inline[];
  tone: 'body' | 'lead' | 'muted';
}

/** The contract's own words. */
export interface QuoteBlock {
  kind: 'quote';
  text: string;
}

export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  items: Inline[][];
}

export interface TableBlock {
  kind: 'table';
  caption: string;
  columns: TableColumn[];
  rows: Cell[][];
  /** Whether the first cell of each row is the row's header. */
  rowHeaders: boolean;
}

/** Terms with their values: side by side under each other ("columns", the header table), or row by row. */
export interface DefinitionsBlock {
  kind: 'definitions';
  layout: 'columns' | 'rows';
  caption: string;
  items: { term: string; value: string }[];
}

/** Up to three figures worth seeing first. */
export interface FactsBlock {
  kind: 'facts';
  items: { value: string; label: string }[];
}

/** A drawing without text of its own; `alt` says all that it shows. Width and height in points. */
export interface FigureBlock {
  kind: 'figure';
  svg: string;
  alt: string;
  width: number;
  height: number;
}

/** The judgement in its box, with the sentence that says what follows of it. */
export interface OutcomeBlock {
  kind: 'outcome';
  mark: VerdictMark;
  text: string;
}

export interface LinkBlock {
  kind: 'link';
  text: string;
  href: string;
}

/** Lines that stand close together: the receiver of a letter, or its signature. */
export interface AddressBlock {
  kind: 'address';
  lines: string[];
}

export interface PageBreakBlock {
  kind: 'page-break';
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | QuoteBlock
  | ListBlock
  | TableBlock
  | DefinitionsBlock
  | FactsBlock
  | FigureBlock
  | OutcomeBlock
  | LinkBlock
  | AddressBlock
  | PageBreakBlock;

/** A whole document with what its header, its metadata and its bookmarks need. */
export interface ReportDocument {
  title: string;
  language: 'sv-SE';
  municipality: string;
  committee: string;
  caseNumber: string;
  /** 'YYYY-MM-DD'. */
  date: string;
  /** The municipality's own lines under its name on the first page. */
  letterhead?: string[];
  /** Set for a document that is not issued: each page says UTKAST. */
  draft?: boolean;
  blocks: Block[];
}
