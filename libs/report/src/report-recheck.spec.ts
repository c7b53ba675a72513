import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../test/expect-in-order.js';
import { inspectPdf } from '../test/inspect-pdf.js';
import { sampleRecheckReport } from '../test/sample-recheck.js';
import { sampleReport } from '../test/sample-report.js';
import { renderHtml } from './html/render-html.js';
import { renderPdf } from './pdf/render-pdf.js';
import type { ReportData, ReportRecheck } from './report-data.js';
import { reportDocument } from './report-document.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2027-03-11T12:00:00Z') };

function html(data: ReportData): string {
  return renderHtml(reportDocument(data))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

function recheck(): ReportRecheck {
  const { recheck: found } = sampleRecheckReport();
  if (!found) throw new Error('The sample is of a re-check.');
  return found;
}

describe('the report of a re-check', () => {
  it('passes the gate, and shows each requirement before and after, its outcome in words, and its evidence', async () => {
    const pdf = await inspectPdf(await renderPdf(reportDocument(sampleRecheckReport()), OPTIONS));
    expect(pdf.problems).toEqual([]);
    expectInOrder(pdf, [
      'Återkontroll 1, 2027',
      'Ändrat i denna version:',
      'Godkänd med anmärkning',
      '1 krav är åtgärdat och 1 krav kvarstår. Nästa återkontroll senast 11 juni 2027.',
      'återkontroll 1 av uppföljningen SON/2026/0476/739',
      'den 11 december 2026 med bedömningen ”inte godkänd”',
      'Kraven som har prövats',
      '7 av 9 (78 %)',
      '9 av 9 (100 %)',
      'Åtgärdat',
      '4 av 10 (40 %)',
      'Kvarstår',
      'Krav 1 (§ 15)',
      'Rutinen för månadskontroll används.',
      '2027-03-04 Genomförandeplaner, återkontroll',
      'Krav 2 (§ 14)',
      '2027-02-26 Utföraren anmälde klart',
      'Samlad bedömning',
      'Nästa återkontroll',
    ]);
  });

  it('has no columns for a measure that nobody counted, and no heading over nothing', () => {
    const actions = recheck().actions.map((action) => ({
      ...action,
      before: null,
      after: null,
      note: '',
      evidence: [],
    }));
    const words = html(sampleRecheckReport({ recheck: { ...recheck(), actions } }));
    expect(words).not.toContain('Efter');
    expect(words).not.toContain('Krav 1 (§ 15)');
  });

  it('says what is true of one and of all requirements, and names no next re-check where nothing remains', () => {
    const actions = recheck().actions.map((action) => ({ ...action, outcome: 'verified' as const }));
    const data = sampleRecheckReport({ recheck: { ...recheck(), actions }, recheckDue: null });
    expect(html(data)).toContain('2 krav är åtgärdade. ');
    expect(html(data)).not.toContain('Nästa återkontroll');
  });

  it('carries twenty requirements with long notes and loses none', async () => {
    const note = Array.from({ length: 40 }, (_, index) => `Mening ${index} om vad som visades.`).join(' ');
    const [first] = recheck().actions;
    if (!first) throw new Error('The sample has requirements.');
    const actions = Array.from({ length: 20 }, (_, index) => ({
      ...first,
      text: `Krav ${index}`,
      note: `${note} slut${index}`,
    }));
    const document = reportDocument(sampleRecheckReport({ recheck: { ...recheck(), actions } }));
    const pdf = await inspectPdf(await renderPdf(document, OPTIONS));
    expect(pdf.problems).toEqual([]);
    actions.forEach((_, index) => expect(pdf.text.join(' ')).toContain(`slut${index}`));
  });
});

describe('what a report says of its decision', () => {
  it('cites the delegation or the committee’s decision in its head, and nothing where there is none', () => {
    const decisionGround = 'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7';
    expect(html(sampleReport({ decisionGround }))).toContain(decisionGround);
    expect(html(sampleReport({ decisionGround: null }))).not.toContain('Beslut ');
  });

  it.each([
    [0, 0, 'Utföraren hade inga synpunkter.', 'Utföraren hade inga synpunkter. '],
    [1, 0, 'Utföraren svarade', 'Utföraren svarade. En synpunkt lämnades. Den ledde inte till någon ändring.'],
    [1, 1, '', '9 december 2026. En synpunkt lämnades. Den ledde till en ändring.'],
    [5, 3, 'Utföraren svarade.', '5 synpunkter lämnades. 3 av dem ledde till ändringar.'],
    [5, 0, 'Utföraren svarade.', 'Ingen av dem ledde till ändringar.'],
    [5, 5, 'Utföraren svarade.', 'Alla ledde till ändringar.'],
  ])('tells of a fact check with %d remarks, %d of them accepted', (remarks, accepted, outcome, expected) => {
    const factCheck = { sentOn: '2026-11-25', due: '2026-12-09', outcome, remarks, accepted };
    const words = html(sampleReport({ factCheck }));
    expect(words).toContain('den 25 november 2026, med svar senast 9 december 2026.');
    expect(words).toContain(expected);
  });

  it('tells at the clause and under the judgement which rounds it was not met in before (R15)', () => {
    const words = html(sampleReport({ repeated: [{ clauseNumber: '15', years: [2023, 2024, 2025] }] }));
    expect(words).toContain('Återkommande: punkten var inte heller uppfylld 2023, 2024 och 2025.');
    expect(words).toContain(
      'Återkommande brister § 15 Genomförandeplaner var inte heller uppfylld 2023, 2024 och 2025.',
    );
  });

  it('is silent of all that in a report from before there was any of it', () => {
    const old = sampleReport();
    expect(Object.keys(old)).not.toEqual(expect.arrayContaining(['recheck']));
    expect(html(old)).not.toMatch(/Återkommande|Fattat på|synpunkter lämnades/);
  });
});
