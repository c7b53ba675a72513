import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../../test/expect-in-order.js';
import { inspectPdf, type PdfInspection } from '../../test/inspect-pdf.js';
import { sampleLetter, sampleMinutes, sampleReceipt } from '../../test/sample-documents.js';
import { receiptDocument } from './receipt.js';
import { renderDocumentPdf } from './render-document-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2026-10-19T12:00:00Z'), fileId: '0190f3c2a1b27c3d8e4f5a6b7c8d9e0f' };

async function letter(changes: Parameters<typeof sampleLetter>[0] = {}, draft = false): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('information-letter', sampleLetter(changes), { ...OPTIONS, draft }));
}

async function receipt(changes: Parameters<typeof sampleReceipt>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('receipt', sampleReceipt(changes), OPTIONS));
}

async function minutes(changes: Parameters<typeof sampleMinutes>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('minutes', sampleMinutes(changes), OPTIONS));
}

describe('The information letter', () => {
  it('passes the gate of PDF/UA-1 and PDF/A-2a, and says where each page belongs', async () => {
    const pdf = await letter();
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0 });
    pdf.text.forEach((page, index) => expect(page).toContain(`Sida ${index + 1} (${pdf.pages})`));
  });

  it('says who asks, who is asked, why, what is wanted, by when, and how to answer, as an official letter does', async () => {
    expectInOrder(await letter(), [
      'Lunda kommun',
      'Box 12, 123 21 Lunda',
      'Diarienummer',
      'SON/2026/0476/739',
      '2026-11-02',
      'Björkens assistans AB',
      'Begäran om uppgifter',
      'Nu är det dags för årets uppföljning',
      'Varför ni får brevet',
      '10 kap. 8 § kommunallagen (2017:725)',
      'Jonas Brandt, avtalscontroller',
      '34 frågor',
      'Rutin för lex Sarah',
      'Kvalitetsberättelse för det senaste året (om ni har den)',
      'måndag 2 november 2026',
      'Med vänlig hälsning',
      'Verksamhetsutvecklare',
    ]);
  });

  it.each([0, 20, 21, 22, 23, 30])(
    'keeps the signature with how to answer, after %d paragraphs of message',
    async (lines) => {
      const message = Array.from({ length: lines }, (_, index) => `Stycke ${index + 1} av meddelandet.`).join('\n\n');
      const { text } = await letter({ message });
      const signed = text.find((page) => page.includes('Med vänlig hälsning'));
      expect(signed).toContain('Så svarar ni');
    },
  );

  it('links the place to answer and the officer, by name', async () => {
    const { links } = await letter();
    expect([...new Set(links)]).toEqual(['https://insyn.lunda.example/utforare', 'mailto:maja.sandell@lunda.example']);
  });

  it('leaves out what there is none of', async () => {
    const pdf = await letter({ letterhead: '', visit: '', visitors: [], wantedDocuments: [], message: '' });
    expect(pdf.problems).toEqual([]);
    expect(pdf.text.join(' ')).not.toMatch(/Så går uppföljningen till|De här handlingarna|Box 12/);
  });

  it('says UTKAST on each page until it is sent, and aloud at the beginning', async () => {
    const message = Array.from({ length: 60 }, (_, index) => `Stycke ${index}.`).join('\n\n');
    const draft = await letter({ message }, true);
    expect(draft.problems).toEqual([]);
    expect(draft.pages).toBeGreaterThan(2);
    draft.text.forEach((page) => expect(page).toContain('UTKAST'));
    expectInOrder(draft, ['UTKAST', 'inte skickat', 'Diarienummer']);
    expect((await letter()).text.join(' ')).not.toContain('UTKAST');
  });

  it('bears hostile names and texts as text', async () => {
    const words = '<script>alert(1)</script> & "Ek" \u0000{link} \r\nBcc: x@y';
    const pdf = await letter({ title: words, provider: words, message: words, letterhead: words });
    expect(pdf.problems).toEqual([]);
    expect(pdf.text.join(' ')).toContain('<script>alert(1)</script> & "Ek"');
  });
});

describe('The receipt', () => {
  it('passes the gate and says who handed in what, when, in which round, with hashes and seal', async () => {
    const pdf = await receipt();
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Nummer 1',
      'Kvittens på inlämnade svar',
      'Tove Carlmark',
      '2 november 2026 kl. 23:59',
      'Svaren kom i tid.',
      '3 svar, 3 filer',
      'Har alla kunder en aktuell genomförandeplan?',
      '7 av 9',
      'Kommentar:',
      'Inget svar',
      'rutin-lex-sarah.pdf',
      '184 kB',
      '3f3f3f3f 3f3f3f3f',
      '2,4 MB',
      '12 byte',
      'c0ffee42 c0ffee42',
    ]);
  });

  it('says that the answers came late, a second after midnight in Sweden', async () => {
    const pdf = await receipt({ submittedAt: '2026-11-02T23:00:01.000Z', late: true });
    expectInOrder(pdf, ['2026-11-03', '3 november 2026 kl. 00:00', 'Svaren kom för sent.']);
  });

  it('says when an officer handed in on the provider’s behalf, and bears a round without answers or files', async () => {
    const pdf = await receipt({ onBehalf: true, submittedBy: 'Maja Sandell', answers: [], files: [] });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Maja Sandell, i utförarens ställe', 'Inga frågor har besvarats.']);
    expect(pdf.text.join(' ')).not.toContain('Filer');
  });

  it('never leaves a heading alone above a short table that stands on the next page', async () => {
    for (let answers = 1; answers <= 8; answers += 1) {
      const [answer] = sampleReceipt().answers.slice(1);
      const { text } = await receipt({
        answers: answer === undefined ? [] : Array.from({ length: answers }, () => answer),
      });
      expect(text.join('|')).toContain('Filer Filerna som lämnades in');
    }
  });

  it('carries two hundred answers, one of them longer than a page, and loses nothing', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ');
    const answers = Array.from({ length: 200 }, (_, index) => ({
      number: `9.${index}`,
      question: `Fråga nummer ${index}?`,
      answer: index === 100 ? long : `Svar nummer ${index}.`,
      comment: '',
    }));
    const pdf = await receipt({ answers });
    const all = pdf.text.join(' ');
    expect(pdf.problems).toEqual([]);
    expect(all).toContain('ord899');
    for (const { question } of answers) expect(all).toContain(question);
  });
});

describe('An answer that is a table', () => {
  it('has a line in the receipt for each of its rows', () => {
    const answer = 'Månadsanställda | 34\nTimanställda | 12';
    const told = JSON.stringify(receiptDocument(sampleReceipt({ answers: [{ ...ROW, answer }] })));
    expect(told).toContain('Månadsanställda | 34"');
    expect(told).toContain('"Timanställda | 12"');
  });
});

const ROW = { number: '2.1', question: 'Hur många är anställda?', comment: '' };

describe('The minutes', () => {
  it('pass the gate and say what the meeting was, who came, and each note under its item with its author and time', async () => {
    const pdf = await minutes();
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Uppföljningsmöte med Björkens assistans',
      '20 november 2026, kl. 09:00–12:00',
      'Hos utföraren',
      'Maja Sandell',
      'Kommunen',
      'Närvarande',
      'Łukasz Żurek',
      'Utföraren',
      'Frånvarande',
      '1. § 7 Genomförandeplan: underlag',
      'Maja Sandell, kl. 09:14',
      'Två planer saknas.',
      'Jonas Brandt, 21 november 2026 kl. 16:02',
      '2. Krav: Inför en rutin',
      'Inga anteckningar.',
      'Övrigt',
      'Nästa möte bokas i februari.',
    ]);
  });

  it('say that attendance was not written down, rather than that everybody was absent', async () => {
    const participants = sampleMinutes().participants.map((person) => ({ ...person, attended: null }));
    const pdf = await minutes({ participants, agenda: [], startsAt: null, endsAt: null, place: '' });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Närvaron är inte antecknad', 'Anteckningar']);
    expect(pdf.text.join(' ')).not.toMatch(/Närvarande|Frånvarande|kl\. 09:00/);
  });
});

describe('A document as PDF', () => {
  it('has the same bytes each time, and its own file id', async () => {
    const make = (): Promise<Uint8Array> => renderDocumentPdf('minutes', sampleMinutes(), OPTIONS);
    const [first, second] = [Buffer.from(await make()), Buffer.from(await make())];
    expect(first.equals(second)).toBe(true);
    expect(first.toString('latin1').toLowerCase()).toContain(`<${OPTIONS.fileId}>`);
  });
});
