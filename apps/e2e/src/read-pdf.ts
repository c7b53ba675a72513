import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructureNode {
  role?: string;
  children?: object[];
}

/** What a reader's program finds in a PDF: its words, its language, what it claims to be and the roles of its parts. */
export interface ReadPdf {
  text: string;
  title: string | undefined;
  language: string | undefined;
  pdfUaPart: string | null;
  pdfA: string;
  roles: Set<string>;
}

/** Reads a PDF back from its bytes. The whole gate stands in `libs/report`; this tells that its output came all the way. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  const { info, metadata } = await file.getMetadata();
  const known = info as Record<string, string | undefined>;
  const roles = new Set<string>();
  const words: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    collectRoles(await page.getStructTree(), roles);
    const { items } = await page.getTextContent();
    words.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  const pdfA = `${metadata?.get('pdfaid:part') ?? ''}${metadata?.get('pdfaid:conformance') ?? ''}`;
  const pdfUaPart = metadata?.get('pdfuaid:part') ?? null;
  await task.destroy();
  const text = words.join(' ').replace(/\s+/g, ' ');
  return { text, title: known['Title'], language: known['Language'], pdfUaPart, pdfA, roles };
}

function collectRoles(node: StructureNode | null, roles: Set<string>): void {
  if (!node) return;
  if (node.role) roles.add(node.role);
  node.children?.forEach((child) => collectRoles(child, roles));
}
