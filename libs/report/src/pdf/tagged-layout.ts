import { type LaidLine, Layout } from './pdfmake-internals.js';
import type { StructureNode } from './structure-tree.js';

/** What the content nodes carry beside pdfmake's own properties. */
interface ContentNode {
  structure?: StructureNode;
  /** Points that must be left on the page below the node's top, else it moves to the next page. */
  roomBelow?: number;
  /** The node begins a page whatever stands above. */
  pageBreak?: 'before';
}

/** pdfmake's layout, which also remembers the structure of each line and keeps headings with what follows them. */
export class TaggedLayout extends Layout {
  override buildNextLine(node: ContentNode): LaidLine | null {
    const line: (LaidLine & ContentNode) | null = super.buildNextLine(node);
    if (line && node.structure) line.structure = node.structure;
    return line;
  }

  override processNode(node: ContentNode, verticalAlignment = false): void {
    const context = this.writer.context();
    const room = node.pageBreak === 'before' ? 0 : (node.roomBelow ?? 0);
    if (context.availableHeight < room && context.y > context.pageMargins.top) {
      this.writer.moveToNextPage();
    }
    super.processNode(node, verticalAlignment);
  }
}
