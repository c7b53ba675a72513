import type { Block, Cell, HeadingBlock, Inline, VerdictMark } from '../document-model.js';
import { SIGN_COLOURS } from '../verdict-marks.js';
import { type FontChoice, type FontFamily } from './fonts.js';
import { CONTENT_WIDTH, HEADINGS, INK, INK_QUIET, PINE } from './page-style.js';
import { dataTable, definitionTable, keptHeight, type Node, presentation } from './pdf-tables.js';
import { signVectors } from './sign-vectors.js';
import { StructureNode } from './structure-tree.js';

/** pdfmake's content with the structure it will have: each text node knows its place in the tree. */
export class PdfContent {
  readonly root = new StructureNode('Document');
  readonly #parents: (string | undefined)[] = [];
  #headings = 0;

  constructor(readonly fonts: FontChoice) {}

  /** The content of all blocks in order. */
  nodes(blocks: readonly Block[]): Node[] {
    return blocks.map((block, index) => {
      const node = block.kind === 'heading' ? this.#heading(block, blocks[index + 1]) : this.#node(block);
      return blocks[index - 1]?.kind === 'page-break' ? { ...node, pageBreak: 'before' } : node;
    });
  }

  /** Runs of text in one family, with links, each run in a font that has its characters. */
  text(content: readonly Inline[], family: FontFamily = 'Sans'): Node[] {
    return content.flatMap((inline) =>
      this.fonts.runs(inline.text, family).map(({ text, font }) => ({
        text,
        font,
        ...(inline.strong ? { bold: true } : {}),
        ...(inline.emphasis ? { italics: true } : {}),
        ...(inline.href ? { link: inline.href, color: PINE, decoration: 'underline' } : {}),
      })),
    );
  }

  /** A sign and its word; the sign is drawn as an artifact, since the word says the same. */
  mark({ sign, word }: VerdictMark, structure: StructureNode, fontSize: number): Node {
    const { ink } = SIGN_COLOURS[sign];
    const size = fontSize * 0.82;
    return {
      columns: [
        { canvas: signVectors(sign, ink, size), width: size, margin: [0, fontSize * 0.26, 0, 0] },
        { text: this.text([{ text: word, strong: true }]), structure, color: ink, fontSize, width: '*' },
      ],
      columnGap: fontSize * 0.5,
    };
  }

  #node(block: Block): Node {
    const plain = (text: string): Node[] => this.text([{ text }]);
    switch (block.kind) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return this.#paragraph(block.content, block.tone);
      case 'link':
        return this.#paragraph([{ text: block.text, href: block.href }], 'body');
      case 'quote': {
        const structure = this.root.add('BlockQuote').add('P');
        const text = { text: this.text([{ text: block.text }], 'Serif'), structure, fontSize: 10, color: INK_QUIET };
        return { ...presentation([[text]], ['*'], 'quote'), margin: [0, 3, 0, 6] };
      }
      case 'list':
        return this.#list(block.items, block.ordered);
      case 'table':
        return dataTable(block, this.root.add('Table'), plain, (cell, parent) => this.#cell(cell, parent));
      case 'definitions':
        return definitionTable(block, this.root.add('Table'), plain);
      case 'facts':
        return { ...this.#facts(block.items), margin: [0, 8, 0, 10] };
      case 'figure': {
        const structure = this.root.add('Figure', { alt: block.alt });
        const width = Math.min(block.width, CONTENT_WIDTH);
        return { svg: block.svg, width, structure, roomBelow: block.height + 60, margin: [0, 4, 0, 2] };
      }
      case 'outcome': {
        const mark = this.mark(block.mark, this.root.add('P'), 14);
        const text = { text: this.text([{ text: block.text }]), structure: this.root.add('P'), margin: [0, 2, 0, 0] };
        return {
          ...presentation([[{ stack: [mark, text] }]], ['*'], `outcome ${block.mark.sign}`),
          margin: [0, 10, 0, 14],
        };
      }
      case 'address': {
        const stack = block.lines.map((line) => ({ text: plain(line), structure: this.root.add('P') }));
        return { stack, margin: [0, 14, 0, 4], unbreakable: true };
      }
      case 'page-break':
        return { text: '', fontSize: 0.1, lineHeight: 0.1 };
    }
  }

  #heading({ level, text, mark, room }: HeadingBlock, next?: Block): Node {
    const { family, fontSize, lineHeight, margin, ...style } = HEADINGS[level];
    const kept = next?.kind === 'table' ? keptHeight(next) : null;
    const roomBelow = Math.max(
      room ?? style.roomBelow,
      kept === null ? 0 : kept + margin[1] + 2 * fontSize + margin[3],
    );
    const structure = this.root.add(`H${level}`);
    const words = {
      text: this.text([{ text, strong: true }], family),
      structure,
      fontSize,
      lineHeight,
      color: INK,
      ...this.#bookmark(level, text),
    };
    if (!mark) return { ...words, margin, roomBelow };
    const width = level === 2 ? 165 : 118;
    const chip = this.mark(mark, this.root.add('P'), level === 2 ? 11.5 : 10);
    const top = level === 2 ? 3.5 : 0;
    return {
      columns: [
        { ...words, width: '*' },
        { ...chip, width, margin: [0, top, 0, 0] },
      ],
      columnGap: 12,
      margin,
      roomBelow,
    };
  }

  /** The bookmark of a heading under that of its section; the title itself has none. */
  #bookmark(level: number, text: string): Node {
    if (level === 1) return {};
    const id = `del-${++this.#headings}`;
    const parent = this.#parents.slice(0, level - 2).findLast((known) => known !== undefined);
    this.#parents.length = Math.min(this.#parents.length, level - 2);
    this.#parents[level - 2] = id;
    return { id, outline: true, outlineText: text, ...(parent ? { outlineParentId: parent } : {}) };
  }

  #paragraph(content: readonly Inline[], tone: 'body' | 'lead' | 'muted'): Node {
    const structure = this.root.add('P');
    const text = this.text(content);
    if (tone === 'lead') return { text, structure, fontSize: 12, color: INK_QUIET, margin: [0, 0, 0, 4] };
    if (tone === 'muted') return { text, structure, fontSize: 9.5, color: INK_QUIET, margin: [0, 0, 0, 3] };
    return { text, structure, margin: [0, 0, 0, 6] };
  }

  #list(items: readonly (readonly Inline[])[], ordered: boolean): Node {
    const list = this.root.add('L', { numbering: ordered ? 'Decimal' : 'Disc' });
    const stack = items.map((item, index) => {
      const entry = list.add('LI');
      const label = { text: ordered ? `${index + 1}.` : '•', structure: entry.add('Lbl'), width: ordered ? 18 : 12 };
      const body = { text: this.text(item), structure: entry.add('LBody'), width: '*' };
      return { columns: [label, body], margin: [0, 0, 0, 4], roomBelow: 30 };
    });
    return { stack, margin: [0, 1, 0, 4] };
  }

  #facts(items: readonly { value: string; label: string }[]): Node {
    const cells = items.map(({ value, label }) => {
      const [number, words] = [this.root.add('P'), this.root.add('P')];
      return {
        stack: [
          { text: this.text([{ text: value, strong: true }]), structure: number, fontSize: 16, lineHeight: 1.15 },
          { text: this.text([{ text: label }]), structure: words, fontSize: 9.5, color: INK_QUIET },
        ],
      };
    });
    return presentation(
      [cells],
      items.map(() => '*'),
      'facts',
    );
  }

  #cell(cell: Cell, parent: StructureNode): Node[] {
    return [
      ...(cell.mark ? [this.mark(cell.mark, parent.add('P'), 9.5)] : []),
      ...cell.paragraphs.map((content) => ({ text: this.text(content), structure: parent.add('P') })),
    ];
  }
}
