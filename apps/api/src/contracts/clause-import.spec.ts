import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aContract } from '../../test/contract-fixture.js';
import { testApp, type Answer, type Browser, type TestApp } from '../../test/test-app.js';

interface Preview {
  csv: string;
  clauses: { number: string; heading: string; text: string; kind: string; critical: boolean; focusArea: string }[];
  errors: { row: number; column: string | null; code: string; message: string }[];
}

const HEADER = 'Nummer;Rubrik;Text;Typ;Kritisk;Fokusområde';

describe('A file of clauses', () => {
  let t: TestApp;
  let officer: Browser;
  let contractId: string;
  let seed = 0;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    contractId = await newContract();
  });
  afterAll(() => t.close());

  const newContract = async (): Promise<string> => (await aContract(officer, t.m1, (seed += 1))).contractId;
  const preview = async (csv: string, more: object = {}): Promise<Preview> => {
    const answer = await officer.post(`/api/contracts/${contractId}/clauses/preview`, { csv, ...more });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  };
  const read = (id: string, clauseSetVersion: number, csv: string, replace = false): Promise<Answer> =>
    officer.post(`/api/contracts/${id}/clauses/import`, { clauseSetVersion, csv, replace });
  const numbersOf = async (id: string): Promise<string[]> =>
    (await officer.get('/api/contracts/' + id))
      .json()
      .clauseSet.clauses.map((clause: { number: string }) => clause.number);
  const upload = (id: string, bytes: Buffer, field = 'file'): Promise<Answer> => {
    const boundary = '----insyn-spec';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="avtal.csv"\r\ncontent-type: text/csv\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return officer.request({ method: 'POST', url: `/api/contracts/${id}/clauses/preview-file`, payload, headers });
  };

  it('is read with a mark at its start, semicolons, Windows line ends and line breaks inside quotes', async () => {
    const text = `\uFEFF${HEADER}\r\n4.10;Plan;"Varje kund ska ha en plan;\r\nden ska vara ""aktuell"".";krav;ja;Dokumentation\r\n§7;Bemanning;Minst två;mervärde;;\r\n`;
    const { clauses, errors } = await preview(text);
    expect(errors).toEqual([]);
    expect(clauses).toEqual([
      {
        number: '4.10',
        heading: 'Plan',
        text: expect.stringMatching(/^Varje kund ska ha en plan;\r?\nden ska vara "aktuell"\.$/),
        kind: 'requirement',
        critical: true,
        focusArea: 'Dokumentation',
        verification: '',
      },
      {
        number: '§ 7',
        heading: 'Bemanning',
        text: 'Minst två',
        kind: 'tender-promise',
        critical: false,
        focusArea: '',
        verification: '',
      },
    ]);
    expect(await numbersOf(contractId)).toEqual([]);
  });

  it.each([
    ['commas', 'Nummer,Rubrik,Text\n1,Plan,"Ja, alltid; utan undantag"\n'],
    ['tabs, as pasted from a spreadsheet', 'Nummer\tRubrik\tText\n1\tPlan\tJa, alltid; utan undantag\n'],
    ['semicolons and old Mac line ends', 'Nummer;Rubrik;Text\r1;Plan;"Ja, alltid; utan undantag"\r'],
    ['no header', '1;Plan;"Ja, alltid; utan undantag"'],
  ])('is read with %s', async (_, csv) => {
    const { clauses, errors } = await preview(csv);
    expect(errors).toEqual([]);
    expect(clauses).toMatchObject([{ number: '1', heading: 'Plan', text: 'Ja, alltid; utan undantag' }]);
  });

  it('tells each broken row by its number, and still shows the others', async () => {
    const csv = [HEADER, '1;A;Text;krav;ja;', '2;B', '1;C;Text;krav;nej;', ';D;Text;krav;;', '5;E;Text;önskan;kanske;'];
    const { clauses, errors } = await preview(csv.join('\r\n'));
    expect(clauses.map(({ number }) => number)).toEqual(['1']);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, null, 'cell-count'],
      [4, 'number', 'number-duplicate'],
      [5, 'number', 'number-missing'],
      [6, 'kind', 'kind-unknown'],
      [6, 'critical', 'critical-unknown'],
    ]);
    expect(errors[1]?.message).toBe('Nummer 1 finns redan på rad 2.');
  });

  it.each([
    [
      'a quote that is never closed',
      `${HEADER}\n1;A;Text;krav;ja;\n2;B;"Text;krav;ja;\n3;C;Text;krav;ja;`,
      3,
      'quote-not-closed',
    ],
    ['a byte that no text has', `${HEADER}\n1;A;Te\0xt;krav;ja;`, 2, 'not-text'],
    ['nothing but a header', HEADER, 1, 'empty'],
    ['a row without end', `${HEADER}\n1;A;"${'x'.repeat(60_000)}";krav;ja;`, 2, 'row-too-long'],
  ])('is refused in words when it has %s', async (_, csv, row, code) => {
    const { clauses, errors } = await preview(csv);
    expect(clauses).toEqual([]);
    expect(errors).toMatchObject([{ row, code }]);
    expect(errors[0]?.message).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('is saved whole, and its clauses are sorted', async () => {
    const id = await newContract();
    const answer = await read(id, 1, `${HEADER}\r\n4.10;A;Text;krav;ja;\r\n4.9;B;Text;mål;;\r\n`);
    expect(answer.statusCode).toBe(201);
    const { clauseSet } = (await officer.get('/api/contracts/' + id)).json();
    expect(answer.json()).toEqual({ clauseSetId: clauseSet.id, number: 1, clauseSetVersion: 2, clauses: 2 });
    expect(await numbersOf(id)).toEqual(['4.9', '4.10']);
  });

  it('saves nothing when a row is wrong, and says which', async () => {
    const id = await newContract();
    const answer = await read(id, 1, `${HEADER}\n1;A;Text;krav;ja;\n1;B;Text;krav;ja;`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'csv', message: 'Rad 3: Nummer 1 finns redan på rad 2.' }],
      rows: [{ row: 3, column: 'number', code: 'number-duplicate' }],
    });
    expect(await numbersOf(id)).toEqual([]);
    expect((await read(id, 1, '1;A;Text')).statusCode).toBe(201);
  });

  it('is added to the clauses there are, or takes their place', async () => {
    const id = await newContract();
    await read(id, 1, '1;A;Text\n2;B;Text');
    const clash = await read(id, 2, '2;C;Text\n3;D;Text');
    expect(clash.json().errors[0].message).toBe('Rad 1: Nummer 2 finns redan i avtalet.');
    expect((await read(id, 2, '3;D;Text')).json()).toMatchObject({ number: 1, clauses: 1 });
    expect(await numbersOf(id)).toEqual(['1', '2', '3']);
    expect((await read(id, 3, '2;C;Text\n9;D;Text', true)).statusCode).toBe(201);
    expect(await numbersOf(id)).toEqual(['2', '9']);
  });

  it('makes the next version of a set in use, which itself stays as it is', async () => {
    const id = await newContract();
    const first = (await read(id, 1, '1;A;Text\n2;B;Text')).json();
    await t.asOwner('update clause_set set frozen_at = now() where id = $1', [first.clauseSetId]);
    const second = (await read(id, 2, '3;C;Text')).json();
    expect(second).toMatchObject({ number: 2, clauses: 1 });
    expect(await numbersOf(id)).toEqual(['1', '2', '3']);
    await t.asOwner('update clause_set set frozen_at = now() where id = $1', [second.clauseSetId]);
    expect((await read(id, 1, '7;D;Text', true)).json()).toMatchObject({ number: 3, clauses: 1 });
    expect(await numbersOf(id)).toEqual(['7']);
    const kept = await t.asOwner('select 1 from clause where clause_set_id = $1', [first.clauseSetId]);
    expect(kept).toHaveLength(2);
  });

  it('is not read over what a colleague has changed since', async () => {
    const id = await newContract();
    await read(id, 1, '1;A;Text');
    const stale = await read(id, 1, '2;B;Text', true);
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'stale-version', version: 2, changedBy: 'Maja Lindgren' });
    expect(await numbersOf(id)).toEqual(['1']);
  });

  it('is read once by a double click', async () => {
    const id = await newContract();
    const key = { 'idempotency-key': uuidv7() };
    const body = { clauseSetVersion: 1, csv: '1;A;Text', replace: false };
    const clicks = [1, 2].map(() => officer.post(`/api/contracts/${id}/clauses/import`, body, key));
    const [first, second] = await Promise.all(clicks);
    expect([first?.statusCode, second?.statusCode]).toEqual([201, 201]);
    expect(second?.json()).toEqual(first?.json());
  });

  it('may hold 5 000 rows, which are read and saved within seconds, and no more', async () => {
    const id = await newContract();
    const text = 'Utföraren ska varje kvartal redovisa hur kravet uppfylls och vad som har ändrats. '.repeat(8);
    const rows = Array.from({ length: 5000 }, (_, index) => `${String(index + 1)};Punkt;${text};krav;nej;Område`);
    const csv = `\uFEFF${HEADER}\r\n${rows.join('\r\n')}\r\n`;
    expect(csv.length).toBeGreaterThan(3_000_000);
    const begun = Date.now();
    expect((await preview(csv)).clauses).toHaveLength(5000);
    expect((await read(id, 1, csv)).json()).toMatchObject({ clauses: 5000 });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect((await numbersOf(id)).slice(-2)).toEqual(['4999', '5000']);
    const oneMore = await read(id, 2, '5001;Plan;Varje kund.');
    expect(oneMore.json().errors[0].message).toMatch(/högst 5 000 avtalspunkter/);
    const tooMany = await preview(`${csv}5001;Punkt;Text;krav;nej;\r\n`);
    expect(tooMany.errors).toMatchObject([{ code: 'too-many-rows' }]);
  });

  it('may have five million characters here, while other routes take a megabyte', async () => {
    const url = `/api/contracts/${contractId}/clauses`;
    const long = await officer.post(url + '/preview', { csv: 'x'.repeat(5_000_001) });
    expect(long.statusCode).toBe(400);
    expect(long.json().errors[0].message).toMatch(/för stor/);
    expect((await officer.post(url + '/preview', { csv: 'x'.repeat(6_000_001) })).statusCode).toBe(413);
    const elsewhere = await officer.post(url, { clauseSetVersion: 1, number: '1', text: 'x'.repeat(1_100_000) });
    expect(elsewhere.statusCode).toBe(413);
  });

  it('is uploaded as UTF-8, UTF-16 or Windows-1252, as spreadsheets save it', async () => {
    const text = `${HEADER}\r\n1;Åtgärder;Följs upp årligen;mål;;Kvalité\r\n`;
    const files = [Buffer.from('\uFEFF' + text), Buffer.from('\uFEFF' + text, 'utf16le'), Buffer.from(text, 'latin1')];
    for (const bytes of files) {
      const answer = await upload(contractId, bytes);
      expect(answer.statusCode).toBe(200);
      const { clauses, errors, csv } = answer.json<Preview>();
      expect(errors).toEqual([]);
      expect(clauses).toMatchObject([
        { heading: 'Åtgärder', text: 'Följs upp årligen', kind: 'goal', focusArea: 'Kvalité' },
      ]);
      expect((await preview(csv)).clauses).toEqual(clauses);
    }
  });

  it('is refused in words when the upload is empty, too large, or no upload', async () => {
    expect((await upload(contractId, Buffer.alloc(0))).json().errors).toEqual([
      { field: 'file', message: 'Filen är tom.' },
    ]);
    const large = await upload(contractId, Buffer.alloc(5_000_001, 'x'));
    expect(large.statusCode).toBe(413);
    expect(large.json().errors).toEqual([{ field: 'file', message: 'Filen är för stor. Högst 5 MB kan läsas in.' }]);
    const none = await officer.post(`/api/contracts/${contractId}/clauses/preview-file`, { csv: '1;A;B' });
    expect(none.statusCode).toBe(400);
    expect(none.json().errors).toEqual([{ field: 'file', message: 'Välj en fil.' }]);
  });

  it('is taken by no other route', async () => {
    const payload = '--x\r\ncontent-disposition: form-data; name="legalName"\r\n\r\nEtt AB\r\n--x--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'idempotency-key': uuidv7() };
    const answer = await officer.request({ method: 'POST', url: '/api/providers', payload, headers });
    expect(answer.statusCode).toBe(400);
  });

  it('reaches no contract of another municipality or committee (R20), and only officers read one in', async () => {
    const url = `/api/contracts/${contractId}/clauses`;
    const neighbour = await t.signIn(t.people.officer(t.m2));
    const colleague = await t.signIn(t.people.secondOfficer(t.m1));
    for (const browser of [neighbour, colleague]) {
      expect((await browser.post(url + '/preview', { csv: '1;A;Text' })).statusCode).toBe(404);
      const body = { clauseSetVersion: 1, csv: '1;A;Text', replace: true };
      expect((await browser.post(url + '/import', body)).statusCode).toBe(404);
    }
    for (const role of ['manager', 'registrar', 'auditor', 'administrator'] as const) {
      const browser = await t.signIn(t.people[role](t.m1));
      expect((await browser.post(url + '/preview', { csv: '1;A;Text' })).statusCode).toBe(403);
      const body = { clauseSetVersion: 1, csv: '1;A;Text', replace: true };
      expect((await browser.post(url + '/import', body)).statusCode).toBe(403);
    }
  });
});
