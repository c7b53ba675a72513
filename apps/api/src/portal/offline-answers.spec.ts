import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { AnswerImportResult } from '@insyn/api-schema';
import { sendFile } from '../../test/multipart.js';
import {
  aProviderPerson,
  aRequest,
  type RequestFixture,
  sendBack,
  SPEC_QUESTIONS,
  specQuestion,
  submit,
} from '../../test/request-factory.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

const yes = { kind: 'yes-no', yes: true } as const;
const sevenOfNine = { kind: 'share', n: 7, of: 9 } as const;

async function templateOf(request: RequestFixture, format: 'xlsx' | 'csv'): Promise<Buffer> {
  const answer = await request.person.browser.get(`/api/portal/requests/${request.id}/template?format=${format}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.rawPayload;
}

async function workbookOf(bytes: Buffer): Promise<{ workbook: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return { workbook, sheet };
}

/** The template with these cells filled in. */
async function filled(request: RequestFixture, cells: Record<string, ExcelJS.CellValue>): Promise<Buffer> {
  const { workbook, sheet } = await workbookOf(await templateOf(request, 'xlsx'));
  for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const send = (request: RequestFixture, bytes: Buffer | string, name = 'svar.xlsx'): Promise<Answer> =>
  sendFile(request.person.browser, `/api/portal/requests/${request.id}/import`, { name, bytes });
const result = async (request: RequestFixture, bytes: Buffer | string, name?: string) =>
  (await send(request, bytes, name)).json<AnswerImportResult>();
const contentOf = async (request: RequestFixture) =>
  (await request.view()).answers.map(({ questionId, value, comment, source }) => ({
    questionId,
    value,
    comment,
    source,
  }));

describe('The template to fill in offline', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('is one sheet where only answers and comments are open, with what is answered already', async () => {
    const request = await aRequest(t).answering();
    const { workbook, sheet } = await workbookOf(await templateOf(request, 'xlsx'));
    expect(workbook.worksheets).toHaveLength(1);
    expect(sheet.getRow(1).values).toEqual([
      ...[undefined, 'Nummer', 'Fråga', 'Svar', 'Kommentar', 'Så svarar du', 'Id', `Begäran ${request.id}`],
    ]);
    expect([sheet.getCell('A2').value, sheet.getCell('C2').value]).toEqual(['1.1', 'Ja']);
    expect(sheet.getCell('E3').value).toContain('Besvaras bara om svaret på fråga 1.1 är Nej.');
    expect(sheet.getCell('E4').value).toContain('Räkna dem med beslut från kommunen.');
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    const open = (address: string) => sheet.getCell(address).protection?.locked === false;
    expect(['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'C6', 'D6'].filter(open)).toEqual(['C2', 'D2', 'D6']);
    expect([sheet.getColumn(6).hidden, sheet.getColumn(7).hidden]).toEqual([true, true]);
    expect(sheet.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ['"Ja,Nej"'] });
  });

  it('as CSV is opened by a Swedish spreadsheet, and no cell in it is a formula', async () => {
    const question = specQuestion({ id: 'fritt', number: '1', kind: 'text', text: '=HYPERLINK("http://x")' });
    const request = await aRequest(t, { questions: [question] }).sent();
    await request.answer('fritt', { kind: 'text', text: '=1+1' }, '-2 i år');
    const text = (await templateOf(request, 'csv')).toString('utf8');
    expect(text.startsWith('\uFEFFNummer;Fråga;Svar;Kommentar;')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")";'=1+1;'-2 i år;`);
    expect(await result(request, text, 'svar.csv')).toEqual({ saved: 0, unchanged: 1, faults: [] });
  });
});

describe('Reading a filled-in template back', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('ends where answering on the screen does, but for where the answers came from', async () => {
    const onScreen = await aRequest(t).sent();
    await onScreen.answer('routines', yes, 'Se bilaga.');
    await onScreen.answer('plans', sevenOfNine);
    await onScreen.answer('staff', { kind: 'number', number: 12.5 });
    const offline = await aRequest(t).sent();
    const file = await filled(offline, { C2: 'ja', D2: 'Se bilaga.', C4: '7/9', C5: 12.5 });
    expect(await result(offline, file)).toEqual({ saved: 3, unchanged: 0, faults: [] });
    const expected = (await contentOf(onScreen)).map((answer) => ({ ...answer, source: 'file' }));
    expect(await contentOf(offline)).toEqual(expected);
    const view = await offline.view();
    expect([view.state, view.missing, view.answers[0]?.sourceNote]).toEqual(['answering', [], 'svar.xlsx']);
    await submit(offline);
  });

  it('reads CSV the same way', async () => {
    const request = await aRequest(t).sent();
    const text = (await templateOf(request, 'csv')).toString('utf8');
    const rows = text
      .split('\r\n')
      .map((row) => row.replace('1.1;Finns skriftliga rutiner?;', '1.1;Finns skriftliga rutiner?;Nej'));
    const withAnswers = rows.join('\r\n').replace('1.1b;Varför inte?;', '1.1b;Varför inte?;"Tid\nsbrist"');
    expect(await result(request, withAnswers, 'svar.csv')).toEqual({ saved: 2, unchanged: 0, faults: [] });
    expect((await contentOf(request)).map(({ questionId }) => questionId)).toEqual(['routines', 'why']);
  });

  it('tells each fault by its cell, and saves nothing while there is one', async () => {
    const request = await aRequest(t).sent();
    const file = await filled(request, {
      ...{ C2: 'kanske', C3: 'Tidsbrist', C4: '78 %', C5: 501, C6: 'bifogas' },
      D5: 'x'.repeat(4001),
    });
    const { saved, faults } = await result(request, file);
    expect(saved).toBe(0);
    expect(faults).toEqual([
      { cell: 'C2', questionNumber: '1.1', message: 'Skriv Ja eller Nej' },
      { cell: 'C3', questionNumber: '1.1b', message: 'Frågan ställs inte med de svar som är givna' },
      { cell: 'C4', questionNumber: '2.1', message: 'Skriv antalet av alla, till exempel 7 av 9' },
      { cell: 'C5', questionNumber: '3.1', message: 'Ange högst 500 personer' },
      { cell: 'C6', questionNumber: '4.1', message: 'Frågan besvaras med en fil, inte i mallen' },
    ]);
    const long = await result(request, await filled(request, { C2: 'Ja', D2: 'x'.repeat(4001) }));
    expect(long.faults).toEqual([expect.objectContaining({ cell: 'D2', questionNumber: '1.1' })]);
    expect(await request.view()).toMatchObject({ state: 'sent', answers: [] });
  });

  it('refuses formulas by their cell, in answers and comments, and reads nothing that they say', async () => {
    const request = await aRequest(t).sent();
    const file = await filled(request, {
      C2: { formula: '"J"&"a"', result: 'Ja' },
      D4: { formula: '1+1', result: 2 },
      C4: '7 av 9',
    });
    expect((await result(request, file)).faults).toEqual([
      { cell: 'C2', questionNumber: '1.1', message: 'Cellen innehåller en formel. Skriv värdet i stället' },
      { cell: 'D4', questionNumber: '2.1', message: 'Cellen innehåller en formel. Skriv värdet i stället' },
    ]);
    const csv = (await templateOf(request, 'csv')).toString('utf8').replace('rutiner?;', 'rutiner?;=1+1');
    expect((await result(request, csv, 'svar.csv')).faults).toMatchObject([{ cell: 'C2', questionNumber: '1.1' }]);
    expect((await request.view()).answers).toEqual([]);
  });

  it('leaves what was not touched as it is, also where a colleague has changed it since', async () => {
    const request = await aRequest(t).answering();
    const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
    const file = await filled(request, { C4: '7 av 9' });
    const body = { version: 1, value: { kind: 'yes-no', yes: false }, comment: '' };
    const url = `/api/portal/requests/${request.id}/answers/routines`;
    expect((await colleague.browser.put(url, body)).statusCode).toBe(200);
    expect(await result(request, file)).toEqual({ saved: 1, unchanged: 1, faults: [] });
    const { answers } = await request.view();
    expect(answers.find(({ questionId }) => questionId === 'routines')).toMatchObject({
      ...{ value: { yes: false }, changedBy: 'Bo Ek', source: 'provider', version: 2 },
    });
  });

  it('never writes over what a colleague has changed since the template was taken', async () => {
    const request = await aRequest(t).sent();
    const file = await filled(request, { C4: '7 av 9' });
    await request.answer('plans', { kind: 'share', n: 5, of: 9 });
    expect((await result(request, file)).faults).toMatchObject([{ cell: 'C4', questionNumber: '2.1' }]);
    await request.answer('plans', sevenOfNine);
    expect(await result(request, file)).toEqual({ saved: 0, unchanged: 1, faults: [] });
  });

  it('changes only what was sent back after a return', async () => {
    const request = await aRequest(t).answered();
    await sendBack(t, request, ['plans']);
    const wrong = await filled(request, { C2: 'Nej', C4: '9 av 9' });
    expect((await result(request, wrong)).faults).toEqual([
      { cell: 'C2', questionNumber: '1.1', message: 'Bara de frågor som kommunen har återlämnat kan ändras' },
    ]);
    expect(await result(request, await filled(request, { C4: '9 av 9' }))).toMatchObject({ saved: 1, faults: [] });
  });

  it('does not take the template of another request, or another file', async () => {
    const [request, other] = [await aRequest(t).sent(), await aRequest(t).sent()];
    const foreign = await result(request, await filled(other, { C2: 'Ja' }));
    expect(foreign.faults).toEqual([
      { cell: 'A1', questionNumber: '', message: 'Mallen hör till en annan informationsbegäran.' },
    ]);
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Blad1').addRow(['Hej']);
    const strange = await result(request, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(strange.faults).toMatchObject([{ cell: 'A1', message: expect.stringContaining('Hämta mallen') }]);
  });

  it('tells of rows that belong to no question, and of one question on two rows', async () => {
    const request = await aRequest(t).sent();
    const file = await filled(request, { C9: 'Ja', C2: 'Ja', C10: 'Nej', F10: 'routines' });
    expect((await result(request, file)).faults).toEqual([
      { cell: 'C9', questionNumber: '', message: 'Raden hör inte till någon fråga i mallen' },
      { cell: 'C10', questionNumber: '1.1', message: 'Frågan finns på två rader' },
    ]);
  });

  it('reads a workbook with a date that the spreadsheet made, and is not led astray by sheets after the first', async () => {
    const questions = [...SPEC_QUESTIONS, specQuestion({ id: 'dag', number: '5', kind: 'date', required: false })];
    const request = await aRequest(t, { questions }).sent();
    const { workbook, sheet } = await workbookOf(await templateOf(request, 'xlsx'));
    sheet.getCell('C7').value = new Date('2026-11-20T00:00:00Z');
    sheet.getCell('C7').numFmt = 'yyyy-mm-dd';
    workbook.addWorksheet('Anteckningar').getCell('C2').value = { formula: '1+1', result: 2 };
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await result(request, file)).toEqual({ saved: 1, unchanged: 0, faults: [] });
    expect((await contentOf(request))[0]?.value).toEqual({ kind: 'date', date: '2026-11-20' });
  });
});
