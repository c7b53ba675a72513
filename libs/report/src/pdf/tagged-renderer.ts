import { Decorator, type LaidInline, type LaidLine, type LaidSvg, PageRenderer } from './pdfmake-internals.js';
import type { StructureNode, StructureTree } from './structure-tree.js';
import type { ContentOwner, TaggedDocument } from './tagged-document.js';

/** A line or a drawing that knows which node of the structure it belongs to; without one it is an artifact. */
interface Owned {
  structure?: StructureNode;
}

/** Draws laid-out pages so that each line, drawing, rule and link belongs to its structure element. */
export class TaggedRenderer extends PageRenderer {
  constructor(
    readonly tagged: TaggedDocument,
    readonly tree: StructureTree,
  ) {
    super(tagged);
  }

  override renderLine(line: LaidLine & Owned, x = 0, y = 0): void {
    const owner = this.#ownerOf(line);
    const decorator = new Decorator(this.tagged);
    if (line.inlines.some((inline) => inline.background)) {
      this.tagged.mark('artifact');
      decorator.drawBackground(line, x, y);
    }
    for (const [index, run] of runsByLink(line.inlines).entries()) {
      const part = partOf(line, run, index === 0);
      const link = linkOf(run[0]);
      if (owner === 'artifact' || link === undefined) {
        this.tagged.mark(owner);
        super.renderLine(part, x, y);
      } else {
        this.#renderLink(part, owner, x, y, link);
      }
    }
    if (line.inlines.some((inline) => inline.decoration)) {
      this.tagged.mark('artifact');
      decorator.drawDecorations(line, x, y);
    }
  }

  override renderVector(vector: object): void {
    this.tagged.mark('artifact');
    super.renderVector(vector);
  }

  override renderSVG(svg: LaidSvg & Owned): void {
    const owner = this.#ownerOf(svg);
    this.tagged.mark(owner);
    if (owner !== 'artifact') {
      const bottom = (this.tagged.page?.height ?? 0) - svg.y - svg._height;
      const box = [svg.x, bottom, svg.x + svg._width, bottom + svg._height];
      owner.dictionary.data['A'] = { O: 'Layout', Placement: 'Block', BBox: box };
    }
    super.renderSVG(svg);
    this.tagged.mark(null);
  }

  #ownerOf(item: Owned): ContentOwner {
    return (item.structure && this.tree.elementOn(item.structure, this.tagged.pageNumber)) ?? 'artifact';
  }

  /** One Link element with its text and its annotation; closed at once, while its page is still the current one. */
  #renderLink(part: LaidLine, owner: Exclude<ContentOwner, 'artifact'>, x: number, y: number, link: Link): void {
    const element = this.tagged.struct('Link');
    owner.add(element);
    this.tagged.mark(element);
    super.renderLine(part, x, y);
    const [first] = part.inlines;
    const left = x + (first?.x ?? 0);
    const width = part.inlines.reduce((sum, inline) => sum + inline.width, 0);
    const text = part.inlines.map((inline) => inline.text).join('');
    const options = { structParent: element, Contents: new String(text.trim()), F: 4 };
    if (link.kind === 'address') {
      this.tagged.link(left, y, width, part.getHeight(), link.to, options);
    } else {
      const target = { ...options, Subtype: 'Link', Dest: new String(link.to) };
      this.tagged.annotate(left, y, width, part.getHeight(), target);
    }
    this.tagged.mark(null);
    element.end();
  }
}

interface Link {
  kind: 'address' | 'destination';
  to: string;
}

function linkOf(inline: LaidInline | undefined): Link | undefined {
  if (inline?.link) return { kind: 'address', to: inline.link };
  if (inline?.linkToDestination) return { kind: 'destination', to: inline.linkToDestination };
  return undefined;
}

function runsByLink(inlines: readonly LaidInline[]): LaidInline[][] {
  const runs: LaidInline[][] = [];
  for (const inline of inlines) {
    const run = runs.at(-1);
    if (run && linkOf(run[0])?.to === linkOf(inline)?.to) run.push(inline);
    else runs.push([inline]);
  }
  return runs;
}

/** The line with only these stretches, without what is drawn here instead; bookmark and target stay with the first. */
function partOf(line: LaidLine, run: readonly LaidInline[], isFirst: boolean): LaidLine {
  const part = line.clone();
  part.inlines = run.map((inline) => {
    const plain = { ...inline };
    delete plain.link;
    delete plain.linkToDestination;
    delete plain.decoration;
    delete plain.background;
    return plain;
  });
  if (!isFirst) {
    delete part.id;
    delete part._outline;
  }
  const height = line.getHeight();
  const ascender = line.getAscenderHeight();
  part.getHeight = () => height;
  part.getAscenderHeight = () => ascender;
  return part;
}
