import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { ReportDocument } from '../document-model.js';
import { FontChoice } from './fonts.js';
import { DEFAULT_STYLE, INK, INK_QUIET, MARGINS, PAGE, PINE, TABLE_LAYOUTS } from './page-style.js';
import { PdfContent } from './pdf-content.js';
import { type Node } from './pdf-tables.js';
import { SvgMeasure } from './pdfmake-internals.js';
import { StructureTree } from './structure-tree.js';
import { TaggedDocument } from './tagged-document.js';
import { TaggedLayout } from './tagged-layout.js';
import { TaggedRenderer } from './tagged-renderer.js';
import type { PdfOptions } from './pdf-options.js';

/** What `renderPdf` does, with pdfmake and the fonts that it brings. */
export async function taggedPdf(document: ReportDocument, options: PdfOptions): Promise<Uint8Array> {
  const file = newFile(document, options);
  const content = new PdfContent(new FontChoice(file));
  const layout = new TaggedLayout(
    { width: PAGE.width, height: PAGE.height, orientation: 'portrait' },
    MARGINS,
    new SvgMeasure(),
  );
  layout.registerTableLayouts(TABLE_LAYOUTS);
  const nodes = [wordmark(document, content), ...content.nodes(document.blocks)];
  const pages = layout.layoutDocument(
    nodes,
    file,
    {},
    DEFAULT_STYLE,
    undefined,
    (page, count) => runningHeader(document, content, page, count),
    () => ({ text: '' }),
  );

  const bytes = collect(file);
  const tree = new StructureTree(file, content.root);
  new TaggedRenderer(file, tree).renderPages(pages);
  file.mark(null);
  tree.close();
  file.end();
  return bytes;
}

function newFile(document: ReportDocument, { fixedDate, fileId }: PdfOptions): TaggedDocument {
  const options = {
    size: [PAGE.width, PAGE.height],
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: document.language,
    autoFirstPage: false,
    font: null,
    info: {
      Title: document.title,
      Author: `${document.municipality}, ${document.committee}`,
      Subject: `Uppföljning, diarienummer ${document.caseNumber}`,
      Creator: 'Insyn',
      Producer: 'Insyn',
      CreationDate: fixedDate,
    },
  };
  const file = new TaggedDocument({}, {}, {}, {}, options, null, () => false);
  file._id = Buffer.from(
    fileId ?? createHash('sha256').update(canonicalJson(document)).digest('hex').slice(0, 32),
    'hex',
  );
  return file;
}

/** The municipality's name in the place of its logo, on the first page. */
function wordmark({ municipality, committee, letterhead = [] }: ReportDocument, content: PdfContent): Node {
  const name = { text: content.text([{ text: municipality, strong: true }], 'Serif'), fontSize: 17, color: PINE };
  const lines = [committee, ...letterhead].map((text) => content.text([{ text }]));
  const body = lines.map((text) => ({ text, fontSize: 9.5, color: INK_QUIET }));
  const stack = [name, ...body].map((line) => ({ ...line, structure: content.root.add('P'), lineHeight: 1.15 }));
  return { stack, margin: [0, -28, 0, 16] };
}

/** Page x (y) on each page; from the second on also whose report it is. Artifacts: the first page says it as content. */
function runningHeader(
  { municipality, caseNumber, draft = false }: ReportDocument,
  content: PdfContent,
  page: number,
  count: number,
): Node {
  const whose = page === 1 ? '' : `${municipality}, ${caseNumber}`;
  return {
    columns: [
      { text: content.text([{ text: whose }]), width: '*' },
      { text: draft ? 'UTKAST' : '', width: 140, alignment: 'center', bold: true, fontSize: 13, color: INK },
      { text: `Sida ${page} (${count})`, width: 80, alignment: 'right' },
    ],
    margin: [MARGINS.left, 34, MARGINS.right, 0],
    fontSize: 9,
    color: INK_QUIET,
  };
}

function collect(file: TaggedDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.on('data', (chunk) => chunks.push(chunk));
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    file.on('error', reject);
  });
}
