import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { embeddedFonts, headersWithoutScope, pdfObjects, unnamedLinks } from './pdf-objects.js';

/** What a PDF says of itself and how its content is tagged, read back from its bytes. */
export interface PdfInspection {
  pages: number;
  /** The text of each page, runs joined by spaces. */
  text: string[];
  language: string | undefined;
  title: string | undefined;
  pdfUaPart: string | undefined;
  /** Part and conformance together: "2A". */
  pdfA: string;
  roles: Record<string, number>;
  headingLevels: number[];
  figureAlternatives: (string | undefined)[];
  taggedRuns: number;
  artifactRuns: number;
  untaggedRuns: number;
  links: string[];
  bookmarks: string[];
  /** What keeps it from being an accessible archive file; empty for a file that passes the gate. */
  problems: string[];
}

interface StructureItem {
  role?: string;
  alt?: string;
  children?: object[];
}

interface TextItem {
  type?: string;
  tag?: string;
  id?: string | null;
  str?: string;
  hasEOL?: boolean;
}

/** Reads a PDF back and holds it against what PDF/UA-1 and PDF/A-2a ask of our reports. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfInspection> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  const { info, metadata } = await file.getMetadata();
  const known = info as Record<string, string | undefined>;
  const found: Omit<PdfInspection, 'problems'> = {
    pages: file.numPages,
    text: [],
    language: known['Language'],
    title: known['Title'],
    pdfUaPart: metadata?.get('pdfuaid:part') ?? undefined,
    pdfA: `${metadata?.get('pdfaid:part') ?? ''}${metadata?.get('pdfaid:conformance') ?? ''}`,
    roles: {},
    headingLevels: [],
    figureAlternatives: [],
    taggedRuns: 0,
    artifactRuns: 0,
    untaggedRuns: 0,
    links: [],
    bookmarks: ((await file.getOutline()) ?? []).map(({ title }) => title),
  };
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    countStructure(await page.getStructTree(), found);
    const content = await page.getTextContent({ includeMarkedContent: true });
    countRuns(content.items, found);
    const annotations: { url?: string }[] = await page.getAnnotations();
    found.links.push(...annotations.flatMap(({ url }) => url ?? []));
  }
  await task.destroy();
  return { ...found, problems: problemsOf(found, pdfObjects(bytes)) };
}

function countStructure(item: StructureItem | null, found: Omit<PdfInspection, 'problems'>): void {
  if (!item) return;
  if (item.role) {
    found.roles[item.role] = (found.roles[item.role] ?? 0) + 1;
    const level = /^H(\d)$/.exec(item.role)?.[1];
    if (level) found.headingLevels.push(Number(level));
    if (item.role === 'Figure') found.figureAlternatives.push(item.alt);
  }
  item.children?.forEach((child) => countStructure(child, found));
}

function countRuns(items: readonly TextItem[], found: Omit<PdfInspection, 'problems'>): void {
  const open: ('artifact' | 'tagged' | 'other')[] = [];
  const words: string[] = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) {
      words.push(' ');
      open.push(item.tag === 'Artifact' ? 'artifact' : item.id ? 'tagged' : 'other');
    } else if (item.type === 'endMarkedContent') {
      words.push(' ');
      open.pop();
    }
    words.push(item.str ?? '', item.hasEOL ? '\n' : '');
    if (item.str?.trim()) {
      if (open.includes('tagged')) found.taggedRuns++;
      else if (open.includes('artifact')) found.artifactRuns++;
      else found.untaggedRuns++;
    }
  }
  found.text.push(words.join('').replace(/\s+/g, ' ').trim());
}

function problemsOf(found: Omit<PdfInspection, 'problems'>, objects: readonly string[]): string[] {
  const fonts = embeddedFonts(objects);
  const skipped = found.headingLevels.findIndex((level, index) => level > (found.headingLevels[index - 1] ?? 0) + 1);
  const checks: [boolean, string][] = [
    [objects.some((object) => /\/Marked true/.test(object)), 'not marked as tagged'],
    [found.taggedRuns > 0, 'no tagged text'],
    [found.untaggedRuns === 0, `${found.untaggedRuns} runs of text outside the structure`],
    [found.language === 'sv-SE', `language ${found.language ?? 'missing'}`],
    [Boolean(found.title), 'no title'],
    [objects.some((object) => /\/DisplayDocTitle true/.test(object)), 'title not shown'],
    [found.pdfUaPart === '1', 'not identified as PDF/UA-1'],
    [found.pdfA === '2A', 'not identified as PDF/A-2a'],
    [fonts.count > 0 && fonts.missing.length === 0, `fonts not embedded: ${fonts.missing.join(', ')}`],
    [found.figureAlternatives.every((alt) => alt?.trim()), 'a figure without alternative text'],
    [headersWithoutScope(objects) === 0, 'a header cell without scope'],
    [unnamedLinks(objects) === 0, 'a link without a name or outside the structure'],
    [found.headingLevels[0] === 1 && skipped === -1, 'headings skip a level'],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}
