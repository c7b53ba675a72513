import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../../test/expect-in-order.js';
import { inspectPdf, type PdfInspection } from '../../test/inspect-pdf.js';
import { sampleOfficialLetter, sampleSanction } from '../../test/sample-decisions.js';
import { renderDocumentPdf } from './render-document-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2027-03-19T12:00:00Z'), fileId: '0190f3c2a1b27c3d8e4f5a6b7c8d9e0f' };

async function sanction(changes: Parameters<typeof sampleSanction>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('sanction-letter', sampleSanction(changes), OPTIONS));
}

async function official(changes: Parameters<typeof sampleOfficialLetter>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('official-letter', sampleOfficialLetter(changes), OPTIONS));
}

describe('A decision on a sanction', () => {
  it('passes the gate, and says what, how much, by what right, why, and how it is disputed', async () => {
    const pdf = await sanction();
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0 });
    pdf.text.forEach((page, index) => expect(page).toContain(`Sida ${index + 1} (${pdf.pages})`));
    expectInOrder(pdf, [
      'Svar senast',
      '2027-04-09',
      'Beslut om påföljd: prisavdrag',
      'Belopp',
      '40 000 kronor',
      '10 000 kronor för var och en',
      'SUN 2022-149, § 31 Påföljder',
      '18 mars 2027',
      'Karin Åberg, enhetschef',
      'Fattat på delegation enligt punkt 4.5',
      'Skälen för beslutet',
      'Utföraren fick en skriftlig varning i januari.',
      'Krav som inte är åtgärdade',
      '§ 15 Genomförandeplan',
      'Tidigare steg',
      'Skriftlig varning, 20 januari 2027',
      'Det här säger avtalet',
      'fredag 9 april 2027',
      'Med vänlig hälsning',
    ]);
  });

  it('says why a severe case passes the earlier steps', async () => {
    const pdf = await sanction({ earlier: [], severeReason: 'Personer har varit utan insats i två dygn.' });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['eftersom saken är allvarlig', 'utan insats i två dygn']);
    expect(pdf.text.join(' ')).not.toContain('Tidigare steg');
  });

  it('leaves out an amount, terms and clauses that there are none of', async () => {
    const pdf = await sanction({
      step: { label: 'Skriftlig varning', terms: '' },
      ...{ amount: null, amountBasis: '', clause: null, decisionGround: '', earlier: [], requirements: [] },
    });
    expect(pdf.problems).toEqual([]);
    expect(pdf.text.join(' ')).not.toMatch(/Belopp|kronor|Det här säger|Krav som inte|delegation/);
  });

  it.each([0, 5, 6, 7, 8, 9, 10, 11, 12, 20])(
    'keeps its signature in company, after %d requirements',
    async (count) => {
      const requirements = Array.from({ length: count }, (_, index) => ({
        text: `Krav nummer ${index + 1}.`,
        clauses: [],
      }));
      const { text } = await sanction({ requirements });
      expect(text.find((page) => page.includes('Med vänlig hälsning'))).toContain('Om ni inte håller med');
    },
  );
});

describe('An official letter to the committee', () => {
  it('passes the gate, and puts the proposal first, then the matter and what it rests on', async () => {
    const pdf = await official();
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0 });
    expectInOrder(pdf, [
      'Handläggare',
      'Karin Åberg, enhetschef',
      'Uppföljning av Björkens assistans AB',
      'Tjänsteskrivelse',
      'Förslag till beslut',
      'Socialnämnden föreslås besluta:',
      '2. Utföraren ska lämna en åtgärdsplan',
      'Sammanfattning',
      'Ärendet',
      '6 kap. 38 § kommunallagen',
      'Bedömning',
      'Beslutsunderlag',
      'Kvittens på faktakontroll, 8 december 2026',
      'Beslutet skickas till',
      'Enhetschef',
    ]);
  });

  it('bears empty parts and a proposal of one sentence', async () => {
    const pdf = await official({
      ...{ proposals: ['Utföraren sägs upp.'], summary: '', matter: '', assessment: '', basis: [], sentTo: [] },
    });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Förslag till beslut', 'Utföraren sägs upp.', 'Socialnämnden, Lunda kommun']);
    expect(pdf.text.join(' ')).not.toMatch(/Ärendet|Beslutsunderlag|skickas till/);
  });

  it('lists what the follow-up demands at the end of the matter, each a sentence of its own', async () => {
    const requirements = ['Upprätta planerna.', 'Ta fram en rutin.'];
    const pdf = await official({ requirements });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Ärendet', 'ställs 2 krav:', '1. Upprätta planerna.', '2. Ta fram en rutin.', 'Bedömning']);
    const single = await official({ requirements: ['Upprätta planerna.'] });
    expectInOrder(single, ['ställs ett krav:', '• Upprätta planerna.', 'Bedömning']);
  });

  it('carries a long matter over pages, each with its place', async () => {
    const matter = Array.from({ length: 60 }, (_, index) => `Stycke ${index + 1} om ärendet, som är långt.`).join(
      '\n\n',
    );
    const pdf = await official({ matter });
    expect(pdf.problems).toEqual([]);
    expect(pdf.pages).toBeGreaterThan(2);
    pdf.text.forEach((page, index) => expect(page).toContain(`Sida ${index + 1} (${pdf.pages})`));
  });
});
