import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../../test/expect-in-order.js';
import { inspectPdf, type PdfInspection } from '../../test/inspect-pdf.js';
import { sampleDemand, samplePlan } from '../../test/sample-action-plans.js';
import { renderDocumentPdf } from './render-document-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2026-12-11T12:00:00Z'), fileId: '0190f3c2a1b27c3d8e4f5a6b7c8d9e0f' };
const LONG = Array.from({ length: 120 }, (_, index) => `ord${index}`).join(' ');

async function demand(changes: Parameters<typeof sampleDemand>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('action-plan-demand', sampleDemand(changes), OPTIONS));
}

async function plan(changes: Parameters<typeof samplePlan>[0] = {}): Promise<PdfInspection> {
  return inspectPdf(await renderDocumentPdf('action-plan', samplePlan(changes), OPTIONS));
}

describe('The demand for an action plan', () => {
  it('passes the gate, and says what was decided, each requirement with its clauses, by when, and what follows', async () => {
    const pdf = await demand();
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0 });
    pdf.text.forEach((page, index) => expect(page).toContain(`Sida ${index + 1} (${pdf.pages})`));
    expectInOrder(pdf, [
      'Plan senast',
      '2027-01-11',
      'Krav om åtgärdsplan',
      'den 11 december 2026: ”inte godkänd”',
      '2 krav som ska åtgärdas',
      'måndag 11 januari 2027',
      '1. Säkerställ att varje person',
      'Så mäts effekten: antal aktuella planer',
      '§ 15 Genomförandeplan',
      '2027-03-11',
      '2. Ta fram en utvecklingsplan',
      'Rekommendationer',
      'Senast 11 mars 2027',
      'Enligt avtalet kan följden bli:',
      'Uppsägning av avtalet.',
      'Så lämnar ni planen',
      'Med vänlig hälsning',
    ]);
  });

  it('names everything that a plan cannot be handed in without (R13)', async () => {
    expectInOrder(await demand(), ['Orsak:', 'Åtgärd:', 'Ansvarig:', 'Datum:', 'Effekt:', 'kan inte lämnas in']);
  });

  it('says uppdrag to an own-run unit, which has no sanctions', async () => {
    const contract = { reference: 'Uppdrag 2026', kind: 'assignment' } as const;
    const pdf = await demand({ contract, consequences: [] });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['enligt uppdraget Uppdrag 2026', 'Punkt i uppdraget']);
    expect(pdf.text.join(' ')).not.toMatch(/avtal|Om kraven inte åtgärdas/i);
  });

  it('tells a provider that has taken over whose operation was followed up', async () => {
    expectInOrder(await demand({ provider: 'Nya Björken AB', takenOverFrom: 'Björkens assistans AB' }), [
      'följt upp hur Björkens assistans AB utför',
      'Ni har tagit över avtalet, och kraven gäller nu er.',
    ]);
  });

  it('of a re-check names it, and says of each requirement why it remains', async () => {
    const [first] = sampleDemand().requirements;
    if (first === undefined) throw new Error('The sample has requirements.');
    const found = { text: 'Två planer är inte uppdaterade.', effect: '5 av 9 (56 %) före, 7 av 9 (78 %) efter' };
    const pdf = await demand({ requirements: [{ ...first, found }], recheck: { number: 1, approvedOn: '2027-03-02' } });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Krav om ny åtgärdsplan',
      'gjort återkontroll 1 av kraven på',
      '1 krav kvarstår',
      'Den nya planen ersätter den förra',
      'Därför kvarstår det: Två planer är inte uppdaterade.',
      'Effekten: 5 av 9',
    ]);
  });

  it('leaves out what there is none of', async () => {
    const [first] = sampleDemand().requirements;
    if (first === undefined) throw new Error('The sample has requirements.');
    const pdf = await demand({
      letterhead: '',
      requirements: [{ ...first, clauses: [], due: null, effectMeasure: ' ' }],
      recommendations: [],
      recheckDue: null,
      consequences: [],
    });
    expect(pdf.problems).toEqual([]);
    expect(pdf.text.join(' ')).not.toMatch(/Rekommendation|Åtgärdat senast|Så mäts|återkontroll/);
    expectInOrder(pdf, ['1 krav som ska åtgärdas']);
  });

  it('carries twenty long requirements and loses none', async () => {
    const requirements = Array.from({ length: 20 }, (_, index) => ({
      text: `Krav nummer ${index + 1}. ${LONG} slut${index + 1}`,
      clauses: [
        { number: `4.${index}`, heading: 'Genomförandeplan och uppföljning av den enskildes insatser' },
        { number: '7', heading: '' },
      ],
      due: '2027-03-11',
      effectMeasure: 'antal av antal',
    }));
    const pdf = await demand({ requirements });
    const all = pdf.text.join(' ');
    expect(pdf.problems).toEqual([]);
    requirements.forEach((_, index) => expect(all).toContain(`slut${index + 1}`));
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('keeps its signature in company, after %d consequences', async (lines) => {
    const consequences = Array.from({ length: lines }, (_, index) => `Påföljd nummer ${index + 1}.`);
    const { text } = await demand({ consequences });
    expect(text.find((page) => page.includes('Med vänlig hälsning'))).toContain('Så lämnar ni planen');
  });
});

describe('An action plan that was handed in', () => {
  it('passes the gate, and says for each requirement cause, measures, who, when, and how the effect shows (R13)', async () => {
    const pdf = await plan();
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Nummer 2',
      'Åtgärdsplan',
      'Tove Carlmark',
      '8 januari 2027 kl. 10:12',
      'Planen kom i tid.',
      '2 krav, 3 åtgärder, 1 fil',
      'Krav 1 (§ 15)',
      'Säkerställ att varje person',
      'Orsak',
      'Ingen hade ansvar',
      'Upprätta de planer som saknas.',
      'Kundansvarig',
      '2027-01-29',
      'Effekt',
      '7 av 9 (78 %)',
      '9 av 9 (100 %)',
      '28 februari 2027',
      'Bifogat: rutin-planer.pdf',
      'Krav 2 (§ 14)',
      'Svar på rekommendationerna',
      'Inget svar',
      'b7b7b7b7 b7b7b7b7',
      'ac710a11 ac710a11',
    ]);
  });

  it('bears empty parts, and says that it came late', async () => {
    const [first] = samplePlan().requirements;
    if (first === undefined) throw new Error('The sample has requirements.');
    const effect = { how: '', on: null, before: null, target: null };
    const empty = { ...first, text: '', clauses: [], cause: '', measures: [], effect, files: [] };
    const pdf = await plan({ requirements: [empty], recommendations: [], files: [], late: true });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Planen kom för sent.', 'Krav 1', 'Inga åtgärder.', 'Sigill']);
  });

  it('carries twenty requirements of ten long measures each and loses none', async () => {
    const measures = Array.from({ length: 10 }, (_, index) => ({
      text: `Åtgärd ${index}: ${LONG}`,
      responsible: 'Operativ chef med ansvar för bemanning och utveckling',
      due: '2027-02-15',
    }));
    const requirements = Array.from({ length: 20 }, (_, index) => ({
      text: `Krav nummer ${index + 1}`,
      clauses: [{ number: `4.${index}`, heading: '' }],
      cause: `${LONG} orsak${index + 1}`,
      measures,
      effect: { how: LONG, on: '2027-03-01', before: '0 av 9 (0 %)', target: '9 av 9 (100 %)' },
      files: [],
    }));
    const pdf = await plan({ requirements });
    const all = pdf.text.join(' ');
    expect(pdf.problems).toEqual([]);
    requirements.forEach((_, index) => expect(all).toContain(`orsak${index + 1}`));
    expect(all.split('ord119').length - 1).toBe(20 * 12);
  });

  it('that came on paper says so, when it came, and who entered it; nobody at the provider is said to have', async () => {
    const incoming = { how: 'på papper', arrivedOn: '2027-01-07', enteredBy: 'Maja Sandell' };
    const pdf = await plan({ submittedBy: 'Björkens assistans AB', incoming });
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, ['Inkom', '7 januari 2027, på papper', 'Infört av kommunen', 'av Maja Sandell']);
    expect(pdf.text.join(' ')).not.toContain('Inlämnat av');
  });
});
