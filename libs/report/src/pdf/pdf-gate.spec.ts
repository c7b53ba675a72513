import { describe, expect, it, jest } from '@jest/globals';
import { createRequire } from 'node:module';
import { inspectPdf } from '../../test/inspect-pdf.js';
import { sampleClauses } from '../../test/sample-clauses.js';
import { sampleReport } from '../../test/sample-report.js';
import { heading, paragraph } from '../blocks.js';
import type { Block } from '../document-model.js';
import type { ReportData } from '../report-data.js';
import { reportDocument } from '../report-document.js';
import { renderPdf } from './render-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const APPROVAL = new Date('2026-12-11T09:00:00Z');

function render(changes: Partial<ReportData> = {}): Promise<Uint8Array> {
  return renderPdf(reportDocument(sampleReport(changes)), { fixedDate: APPROVAL });
}

describe('the gate that every PDF must pass', () => {
  it('lets a report through as PDF/UA-1 and PDF/A-2a with nothing outside its structure', async () => {
    const pdf = await inspectPdf(await render());

    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({
      language: 'sv-SE',
      title: 'Björkens assistans, personlig assistans',
      pdfUaPart: '1',
      pdfA: '2A',
      untaggedRuns: 0,
    });
    expect(pdf.figureAlternatives).toEqual([
      'Liggande stapel över 10\u00a0avtalspunkter: uppfylls 5, uppfylls delvis 1, uppfylls inte 2, går ej att bedöma 1 och ej aktuell 1.',
    ]);
  });

  it('stops a plain PDF of pdfmake that only says it is tagged', async () => {
    const pdf = await inspectPdf(await plainPdf());

    expect(pdf.untaggedRuns).toBeGreaterThan(0);
    expect(pdf.problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/runs of text outside the structure/),
        'not identified as PDF/UA-1',
        'headings skip a level',
      ]),
    );
  });
});

describe('a report as PDF', () => {
  it('says all its parts in the order officials expect', async () => {
    const { text, bookmarks, pages } = await inspectPdf(await render());
    const all = text.join(' ');
    const order = ['Datum', 'SON/2026/0476/739', 'Björkens assistans, personlig', ...bookmarks];

    expect(bookmarks).toEqual([
      'Bakgrund och syfte',
      'Fokusområden',
      'Underlag',
      'Översikt',
      'Bedömning punkt för punkt',
      'Samlad bedömning',
      'Krav och rekommendationer',
      'Återkontroll',
      'Regler som rapporten hänvisar till',
      'Bilaga: så hänger bedömningen ihop',
    ]);
    order.reduce((from, part) => {
      const place = all.indexOf(part, from);
      expect({ part, found: place >= from }).toEqual({ part, found: true });
      return place + part.length;
    }, 0);
    text.forEach((page, index) => expect(page).toContain(`Sida ${index + 1} (${pages})`));
  });

  it('begins its appendix on the next page and leaves no empty one before, however full the last page is', async () => {
    for (const lines of [26, 28, 30, 32, 34]) {
      const blocks: Block[] = [
        heading(1, 'Rapport'),
        ...Array.from({ length: lines }, () => paragraph('Rad')),
        { kind: 'page-break' },
        heading(2, 'Bilaga'),
        paragraph('Sist'),
      ];
      const { text } = await inspectPdf(
        await renderPdf({ ...reportDocument(sampleReport()), blocks }, { fixedDate: APPROVAL }),
      );
      expect(text.map((page) => /Rad|Bilaga/.test(page))).toEqual(text.map(() => true));
    }
  });

  it('links what it cites, with a name', async () => {
    const { links } = await inspectPdf(await render());

    expect([...new Set(links)]).toEqual([
      'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/_sfs-1993-387/',
    ]);
  });

  it('has the same bytes each time it is made of the same data, and other bytes of other data', async () => {
    const [first, second, other] = await Promise.all([render(), render(), render({ version: 2 })]);

    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  it('keeps reports apart that are made at the same time', async () => {
    const titles = ['Almens hemtjänst', 'Bokens boende', 'Cederns assistans'];
    const made = await Promise.all(titles.map(async (title) => inspectPdf(await render({ title }))));

    made.forEach(({ title, text, problems }, index) => {
      expect(problems).toEqual([]);
      expect(title).toBe(titles[index]);
      titles.forEach((name, other) => expect(text.join(' ').includes(name)).toBe(other === index));
    });
  });

  it('bears a title with "&", "<" and quotation marks', async () => {
    const title = 'Ek & Alm <AB>, "vård"';
    const pdf = await inspectPdf(await render({ title }));

    expect(pdf.problems).toEqual([]);
    expect(pdf.title).toBe(title);
    expect(pdf.text[0]).toContain(title);
  });

  it('shows letters of other languages and replaces what no font of it has, the first time as every time', async () => {
    const [sample] = sampleReport().samples;
    const samples = sample ? [{ ...sample, title: 'Planer i Łódź' }] : [];
    const changes = { samples, purpose: 'Möte med Łukasz Żurek och Дарья Ὀδυσσεύς. ☒ Klart 🙂' };
    const [first, second] = [await render(changes), await render(changes)];
    const pdf = await inspectPdf(first);

    expect(pdf.problems).toEqual([]);
    expect(pdf.text.join(' ')).toContain('Möte med Łukasz Żurek och Дарья ?δυσσεύς. x Klart ?');
    expect(pdf.text.join(' ')).toContain('Resultat av granskningen: Planer i Łódź');
    expect(pdf.text.join(' ')).toContain('Utföraren har fått kontrollera sakuppgifterna');
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('carries sixty clauses over many pages, with the table header on each page as decoration only', async () => {
    const basis = Array.from({ length: 60 }, (_, index) => ({
      id: `e${index}`,
      date: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
      kind: 'document' as const,
      kindLabel: 'Handling',
      title: `Handling nummer ${index + 1}`,
      text: 'Inkommen och läst.',
      participants: [],
    }));
    const pdf = await inspectPdf(await render({ clauses: sampleClauses(60), findings: [], basis }));
    const withRows = pdf.text.filter((page) => page.includes('Handling nummer'));

    expect(pdf.problems).toEqual([]);
    expect(pdf.pages).toBeGreaterThanOrEqual(10);
    expect(withRows.length).toBeGreaterThanOrEqual(3);
    withRows.forEach((page) => expect(page).toMatch(/Datum Underlag/));
    for (let number = 1; number <= 60; number++) expect(pdf.text.join(' ')).toContain(`§ ${number} Punkt`);
  });

  it('breaks a text, a quote and a row that are longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ');
    const { clauses, basis } = sampleReport();
    const pdf = await inspectPdf(
      await render({
        overview: long,
        clauses: clauses.map((clause, index) =>
          index === 0 ? { ...clause, text: long, heading: long.slice(0, 400) } : clause,
        ),
        basis: basis.map((evidence) => ({ ...evidence, text: long })),
      }),
    );
    const all = pdf.text.join(' ');

    expect(pdf.problems).toEqual([]);
    expect(all.split('ord899').length - 1).toBe(2 + basis.length);
    expect(all.split('ord450').length - 1).toBe(2 + basis.length);
  });

  it('never leaves a heading alone at the foot of a page', async () => {
    const { text } = await inspectPdf(await render({ clauses: sampleClauses(40), findings: [] }));

    const runningHeader = / Lunda kommun, SON\/2026\/0476\/739 Sida \d+ \(\d+\)$/;
    const bodies = text.slice(1).map((page) => page.replace(runningHeader, ''));
    bodies.forEach((body, index) => expect(body.length).toBeLessThan(text[index + 1]?.length ?? 0));
    bodies.forEach((body) => expect(body).not.toMatch(/Punkt \d+( Uppfylls)?( Krav)?$/));
  });
});

async function plainPdf(): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  const Printer = require('pdfmake/js/Printer.js').default;
  const UrlResolver = require('pdfmake/js/URLResolver.js').default;
  const face = require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff');
  const printer = new Printer({ Sans: { normal: face } }, null, new UrlResolver(null), () => true);
  const file = await printer.createPdfKitDocument({
    content: [{ text: 'Rubrik', headlineLevel: 1 }, 'Text utan struktur'],
    defaultStyle: { font: 'Sans' },
    tagged: true,
    language: 'sv-SE',
    displayTitle: true,
    subset: 'PDF/A-2a',
    version: '1.7',
    info: { title: 'Utan struktur' },
  });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    file.end();
  });
}
