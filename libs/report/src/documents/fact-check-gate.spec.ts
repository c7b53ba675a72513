import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../../test/expect-in-order.js';
import { inspectPdf, type PdfInspection } from '../../test/inspect-pdf.js';
import { sampleFactCheckDraft, sampleFactCheckReceipt } from '../../test/sample-fact-checks.js';
import { sampleRecheckReport } from '../../test/sample-recheck.js';
import { sampleReport } from '../../test/sample-report.js';
import { draftReportOf } from '../report-document.js';
import { renderDocumentPdf } from './render-document-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2026-11-25T12:00:00Z'), fileId: '0190f3c2a1b27c3d8e4f5a6b7c8d9e0f' };

async function draft(changes: Parameters<typeof sampleFactCheckDraft>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('fact-check-draft', sampleFactCheckDraft(changes), OPTIONS));
}

async function receipt(changes: Parameters<typeof sampleFactCheckReceipt>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('fact-check-receipt', sampleFactCheckReceipt(changes), OPTIONS));
}

describe('The draft for fact check', () => {
  it('passes the gate, says UTKAST and where each page belongs on every page', async () => {
    const pdf = await draft();
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0 });
    expect(pdf.title).toBe('Utkast för faktakontroll: Björkens assistans, personlig assistans');
    pdf.text.forEach((page, index) => {
      expect(page).toContain('UTKAST');
      expect(page).toContain(`Sida ${index + 1} (${pdf.pages})`);
    });
  });

  it('is a letter that says what to do and by when, then the report as it stands', async () => {
    expectInOrder(await draft(), [
      'Diarienummer',
      'Svar senast',
      'Björkens assistans AB',
      'Utkast för faktakontroll',
      'Tack för ett bra möte',
      'enligt avtalet SUN 2022-149',
      'onsdag 9 december 2026',
      'Inga synpunkter',
      'Med vänlig hälsning',
      'inte beslutad och kan ändras',
      'Bakgrund och syfte',
      'Underlag',
      '§ 15',
      'Uppfylls delvis',
      'Krav som ska åtgärdas',
    ]);
  });

  it('holds no judgement of the whole, nor its grounds, nor who decides it (R21)', async () => {
    const report = draftReportOf(
      sampleReport({
        decisionGround: 'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7',
      }),
    );
    const all = (await draft({ report })).text.join(' ');
    const { judgement } = sampleReport();
    expect(all).not.toContain(judgement.label);
    expect(all).not.toContain(judgement.text.slice(0, 40));
    judgement.grounds.forEach((ground) => expect(all).not.toContain(ground.slice(0, 25)));
    expect(all).not.toMatch(/Beslutad av|på delegation|Återkontroll senast|Bilaga|har fått kontrollera/);
    expect(JSON.stringify(report)).not.toMatch(/not-approved|på delegation|Åberg/);
  });

  it('says uppdrag to an own-run unit, and that a new sending replaces the one before', async () => {
    const report = sampleFactCheckDraft().report;
    const pdf = await draft({
      number: 2,
      contract: { reference: 'Uppdrag 2026', kind: 'assignment' },
      report: { ...report, contract: { ...report.contract, kind: 'assignment', regime: 'own-run' } },
    });
    expectInOrder(pdf, ['utskick nummer 2', 'enligt uppdraget Uppdrag 2026']);
    expect(pdf.text.slice(0, 2).join(' ')).not.toMatch(/avtal/i);
  });

  it('carries the draft of a re-check: what was found of each requirement, but no judgement', async () => {
    const pdf = await draft({ report: draftReportOf(sampleRecheckReport()) });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Återkontroll 1, 2027', 'Kraven som har prövats', 'Kvarstår']);
    expect(pdf.text.join(' ')).not.toContain('Godkänd med anmärkning');
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 25])(
    'keeps its signature in company, after %d paragraphs of message',
    async (lines) => {
      const message = Array.from({ length: lines }, (_, index) => `Stycke ${index + 1} av meddelandet.`).join('\n\n');
      const { text } = await draft({ message });
      expect(text.find((page) => page.includes('Med vänlig hälsning'))).toContain('Vad som händer sedan');
    },
  );
});

describe('The receipt of a fact check', () => {
  it('passes the gate and says who answered, when, each remark by its place, and the files with their hashes', async () => {
    const pdf = await receipt();
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Utskick nummer 1',
      'Kvittens på faktakontroll',
      'Tove Carlmark',
      '8 december 2026 kl. 14:20',
      'Svaret kom i tid.',
      '2 synpunkter, 1 fil',
      '§ 15 Genomförandeplan',
      'De bifogas utan namn.',
      'Bifogat: planer-avidentifierade.pdf',
      'Översikt',
      '231 kB',
      '5b5b5b5b 5b5b5b5b',
      'fac75e41 fac75e41',
    ]);
  });

  it('says that there were no remarks, and that the answer came late', async () => {
    const pdf = await receipt({ remarks: [], files: [], late: true });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Svaret kom för sent.', 'Inga synpunkter', 'har inga synpunkter.']);
    expect(pdf.text.join(' ')).not.toContain('Filer');
  });

  it('carries a hundred remarks, one of them longer than a page, and loses nothing', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ');
    const remarks = Array.from({ length: 100 }, (_, index) => ({
      place: `§ ${index + 1} Punkt`,
      text: index === 50 ? long : `Synpunkt nummer ${index}.`,
      files: [],
    }));
    const pdf = await receipt({ remarks });
    const all = pdf.text.join(' ');
    expect(pdf.problems).toEqual([]);
    expect(all).toContain('ord899');
    expect(all).toContain('Synpunkt nummer 99.');
  });
});
