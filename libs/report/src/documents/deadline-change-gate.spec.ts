import { describe, expect, it, jest } from '@jest/globals';
import { expectInOrder } from '../../test/expect-in-order.js';
import { inspectPdf } from '../../test/inspect-pdf.js';
import { LETTER } from '../../test/sample-fact-checks.js';
import type { DeadlineChangeData } from './deadline-change-data.js';
import { renderDocumentPdf } from './render-document-pdf.js';

jest.setTimeout(60_000); // whole documents are made and read back, on machines that do other things as well

const OPTIONS = { fixedDate: new Date('2026-12-11T12:00:00Z'), fileId: '0190f3c2a1b27c3d8e4f5a6b7c8d9e0f' };

const CHANGE: DeadlineChangeData = {
  ...LETTER,
  what: 'Åtgärdsplan',
  ask: 'Lämna in planen',
  before: '2027-01-11',
  due: '2027-01-25',
  reason: 'Enhetschefen slutade i december.\n\nDen nya börjar den 7 januari.',
  sentOn: '2026-12-18',
};

describe('The letter about a deadline that is moved', () => {
  it('passes the gate, and says what it concerns, the day that was, the day that is, why, and whom to ask', async () => {
    const pdf = await inspectPdf(await renderDocumentPdf('deadline-change', CHANGE, OPTIONS));
    expect(pdf.problems).toEqual([]);
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A', untaggedRuns: 0, pages: 1 });
    expectInOrder(pdf, [
      'Ny sista dag',
      '2026-12-18',
      '2027-01-25',
      'Björkens assistans AB',
      'Ändrad tidsfrist',
      'Den nya sista dagen är',
      'måndag 25 januari 2027',
      'Gäller',
      'Åtgärdsplan',
      'Tidigare sista dag',
      'måndag 11 januari 2027',
      'Skäl',
      'Enhetschefen slutade i december.',
      'Den nya börjar den 7 januari.',
      'Lämna in planen i tjänsten på',
      'senast måndag 25 januari 2027',
      'maja.sandell@lunda.example',
      'Med vänlig hälsning',
    ]);
  });

  it('refuses a day that is none', async () => {
    await expect(
      (async () => renderDocumentPdf('deadline-change', { ...CHANGE, due: '2027-02-30' }, OPTIONS))(),
    ).rejects.toThrow(RangeError);
  });
});
