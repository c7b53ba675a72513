/** The dictionaries of a PDF file that are written in the clear, as pdfkit writes them all; streams are left out. */
export function pdfObjects(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/^\d+ \d+ obj\n([\s\S]*?)\nendobj/gm)].map(
    (found) => (found[1] ?? '').split(/\nstream\n/)[0] ?? '',
  );
}

/** How many fonts are in the file, and the names of those without their font program. */
export function embeddedFonts(objects: readonly string[]): { count: number; missing: string[] } {
  const simple = objects.filter((object) => /\/Type \/Font\b/.test(object) && !/\/Subtype \/Type0\b/.test(object));
  const programs = objects.filter((object) => /\/Type \/FontDescriptor\b/.test(object));
  const missing = [
    ...simple.filter((font) => !/\/FontDescriptor \d+ 0 R/.test(font)),
    ...programs.filter((font) => !/\/FontFile[23]? \d+ 0 R/.test(font)),
  ].map((font) => /\/(?:BaseFont|FontName) \/(\S+)/.exec(font)?.[1] ?? 'unnamed');
  return { count: simple.length, missing };
}

/** Header cells that do not say whether they head a row or a column. */
export function headersWithoutScope(objects: readonly string[]): number {
  return objects.filter((object) => /\/S \/TH\b/.test(object) && !/\/Scope \/(Row|Column)\b/.test(object)).length;
}

/** Links that a reader's program cannot name or find in the structure. */
export function unnamedLinks(objects: readonly string[]): number {
  const links = objects.filter((object) => /\/Subtype \/Link\b/.test(object));
  return links.filter((link) => !/\/Contents \((?!\))/.test(link) || !/\/StructParent \d+/.test(link)).length;
}
