import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendFile, zipOf } from '../../test/multipart.js';
import { aRequest, type RequestFixture } from '../../test/request-factory.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

const send = (request: RequestFixture, bytes: Buffer | string, name = 'svar.xlsx'): Promise<Answer> =>
  sendFile(request.person.browser, `/api/portal/requests/${request.id}/import`, { name, bytes });

describe('Reading a filled-in template back refuses plainly', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const sheetOf = (cells: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`).join('');

  it.each<[string, () => Buffer, string]>([
    ['100 000 rows', () => archive({ sheet: sheetOf(rowsOf(100_000)) }), 'too-many-rows'],
    [
      'one cell in the last row of a sheet',
      () => archive({ sheet: sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
      'too-many-rows',
    ],
    [
      'one cell in the last column',
      () => archive({ sheet: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
      'too-many-columns',
    ],
    [
      'a row of cells without end that do not say where they are',
      () => archive({ sheet: sheetOf(`<row r="1">${'<c><v>1</v></c>'.repeat(1000)}</row>`) }),
      'too-many-columns',
    ],
    [
      'an address that is hidden behind another attribute',
      () => archive({ sheet: sheetOf(`<row><c x=">" r='A1048576'><v>1</v></c></row>`) }),
      'too-many-rows',
    ],
    ['tags without an end, at once', () => archive({ sheet: '<c '.repeat(3_000_000) }), 'unreadable'],
    ['macros', () => archive({ sheet: sheetOf(rowsOf(1)), extra: { 'xl/vbaProject.bin': 'x' } }), 'file-macros'],
    [
      'a zip bomb',
      () => archive({ sheet: sheetOf(rowsOf(1)), extra: { 'xl/media/x.bin': Buffer.alloc(60_000_000) } }),
      'file-unpacks-too-large',
    ],
    [
      'a zip bomb that says it is small',
      () => archive({ sheet: Buffer.alloc(60_000_000), claimed: 1000 }),
      'file-cut-off',
    ],
    ['an archive that is cut off', () => archive({ sheet: sheetOf(rowsOf(1)) }).subarray(0, -30), 'file-cut-off'],
    ['a sheet that is not XML', () => archive({ sheet: 'hej' }), 'unreadable'],
  ])('%s', async (_case, make, code) => {
    const request = await aRequest(t).sent();
    const answer = await send(request, make());
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
    expect(answer.json().errors[0].field).toBe('file');
  });

  it('100 000 rows of CSV, a file of another type, and more than 5 MB', async () => {
    const request = await aRequest(t).sent();
    const rows = await send(request, 'Nummer;Fråga\n'.repeat(100_000), 'svar.csv');
    expect([rows.statusCode, rows.json().code]).toEqual([400, 'too-many-rows']);
    expect((await send(request, '%PDF-1.7\n%%EOF\n', 'svar.pdf')).json().errors[0].field).toBe('file');
    expect((await send(request, Buffer.alloc(5_000_001), 'svar.xlsx')).statusCode).toBe(413);
    expect((await send(request, 'x', 'svar.xlsm')).statusCode).toBe(415);
  });

  it('a value that is longer than a CSV row may be, or has a quote that never ends', async () => {
    const request = await aRequest(t).sent();
    const broken = await send(request, 'Nummer;"Fråga\n', 'svar.csv');
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'unreadable']);
  });
});

/** The parts of a workbook by hand, with what a spec wants in its sheet. */
function archive(wish: { sheet: string | Buffer; extra?: Record<string, string | Buffer>; claimed?: number }): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipOf(
    {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/></Types>`,
      'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': wish.sheet,
      ...wish.extra,
    },
    wish.claimed,
  );
}
