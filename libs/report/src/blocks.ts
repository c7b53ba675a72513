import type { Block, Cell, HeadingBlock, HeadingLevel, Inline, ParagraphBlock, VerdictMark } from './document-model.js';
import { paragraphsOf } from './swedish-text.js';

// Short ways to write the blocks that every section is made of.

/** A heading, with the mark that stands beside it where it has one. */
export function heading(level: HeadingLevel, text: string, mark?: VerdictMark): HeadingBlock {
  return mark ? { kind: 'heading', level, text, mark } : { kind: 'heading', level, text };
}

/** A paragraph of one text or of several runs. */
export function paragraph(content: string | Inline[], tone: ParagraphBlock['tone'] = 'body'): ParagraphBlock {
  return { kind: 'paragraph', content: typeof content === 'string' ? [{ text: content }] : content, tone };
}

/** A longer text as one block for each of its paragraphs; an empty text gives none. */
export function textBlocks(text: string): Block[] {
  return paragraphsOf(text).map((part) => paragraph(part));
}

/** A cell of plain paragraphs. */
export function cell(...paragraphs: (string | Inline[])[]): Cell {
  return { paragraphs: paragraphs.map((part) => (typeof part === 'string' ? [{ text: part }] : part)) };
}

/** A heading with its blocks, or nothing at all where there are no blocks. */
export function section(head: HeadingBlock, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [head, ...blocks];
}
