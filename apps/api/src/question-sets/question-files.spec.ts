import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuestionImportPreview } from '@insyn/api-schema';
import { type Question, QUESTION_CSV_COLUMNS, READY_QUESTION_SETS } from '@insyn/domain';
import { answered } from '../../test/follow-up-factory.js';
import { aQuestion, aQuestionSet, EVERY_KIND } from '../../test/question-set-fixture.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';

const HEADER = 'Nummer;Fråga;Svarstyp';

describe('A file of questions', () => {
  let t: TestApp;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
  });
  afterAll(() => t.close());

  const send = (format: string, text: unknown) => officer.post('/api/question-sets/preview', { format, text });
  const preview = async (format: 'csv' | 'json', text: string): Promise<QuestionImportPreview> =>
    answered(await send(format, text), 200).json();
  const faultsOf = async (format: 'csv' | 'json', text: string) =>
    (await preview(format, text)).faults.map(({ row, message }) => `${row ?? '-'}: ${message}`);
  const exported = async (questions: readonly Question[], format: string, name = 'Tertialfrågor') => {
    const { current } = await (await aQuestionSet(officer, { questions, name })).view();
    return answered(await officer.get(`/api/question-set-versions/${current.id}/export?format=${format}`), 200);
  };

  it.each(['csv', 'json'] as const)('goes out as %s and comes back as it was', async (format) => {
    for (const questions of [EVERY_KIND, ...READY_QUESTION_SETS.map((set) => set.questions)]) {
      const { body } = await exported(questions, format);
      expect(await preview(format, body)).toEqual({ questions, faults: [] });
    }
  });

  it('is read with commas or tabs, and with the line ends of any system', async () => {
    for (const delimiter of [',', '\t']) {
      for (const end of ['\r\n', '\n', '\r']) {
        const cells =
          ['Nummer', 'Fråga', 'Svarstyp'].join(delimiter) + end + ['1', 'Rutiner?', 'Ja eller nej'].join(delimiter);
        const { questions, faults } = await preview('csv', '\uFEFF' + cells + end);
        expect([faults, questions.map(({ number, text }) => [number, text])]).toEqual([[], [['1', 'Rutiner?']]]);
      }
    }
  });

  it('opens in a Swedish spreadsheet: a mark, semicolons, Windows line ends, its name and no formula in any cell', async () => {
    const formulas = ['=1+1', '+46', '-1', '@SUMMA', "'=1", '\uFF1D1'];
    const questions = formulas.map((text, at) => aQuestion({ id: `q${at}`, number: `${at}`, text }));
    const answer = await exported(questions, 'csv', 'Frågor "2026"/höst');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Frågor "2026"/höst version 1.csv')}`,
    );
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = answer.body.slice(1).split('\r\n');
    expect(rows[0]).toBe(QUESTION_CSV_COLUMNS.join(';'));
    expect(rows.slice(1, -1).map((row) => row.split(';')[3])).toEqual(formulas.map((formula) => "'" + formula));
    expect((await preview('csv', answer.body)).questions).toEqual(questions);
  });

  it('is told as JSON in the order of its parts', async () => {
    const answer = await exported([aQuestion()], 'json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.body)).toEqual([aQuestion()]);
    expect(Object.keys((JSON.parse(answer.body) as object[])[0] ?? {})).toEqual(Object.keys(aQuestion()));
  });

  it.each<[string, 'csv' | 'json', string, string[]]>([
    ['has no rows', 'csv', HEADER, ['1: Frågebatteriet saknar frågor.']],
    [
      'lacks its columns',
      'csv',
      'Nr;Frågor\n1;Rutiner?',
      [
        '1: Kolumnen ”Nr” känns inte igen.',
        '1: Kolumnen ”Frågor” känns inte igen.',
        '1: Kolumnen Nummer saknas.',
        '1: Kolumnen Fråga saknas.',
        '1: Kolumnen Svarstyp saknas.',
      ],
    ],
    [
      'has wrong cells',
      'csv',
      `${HEADER};Min;Obligatorisk\r\n1;Rutiner?;Procent;;\r\n2;Dagar?;Antal;få;Kanske\r\n3;;Text;;\r\n`,
      [
        '2: Svarstyp ska vara en av: Ja eller nej, Antal, n av N, Datum, Ett val, Flera val, Text, Tabell, Fil.',
        '3: Obligatorisk ska vara Ja eller Nej.',
        '3: Min ska vara ett tal.',
        '4: Frågans text saknas.',
      ],
    ],
    [
      'has a row wider than the header',
      'csv',
      `${HEADER}\n1;Rutiner; och mer?;Text`,
      [
        expect.stringMatching(/^2: Svarstyp ska vara/) as unknown as string,
        '2: Raden har fler celler än rubrikraden. Kontrollera citattecken och avgränsare.',
      ],
    ],
    ['opens a quote', 'csv', `${HEADER}\n1;"Rutiner?;Text\n`, ['2: Ett citattecken öppnas men stängs aldrig.']],
    [
      'was saved as Windows-1252',
      'csv',
      new TextDecoder().decode(Buffer.from(`Nummer;Svarstyp\n1;Text\n2;n\u00e5got`, 'latin1')),
      ['3: Filen har tecken som inte kan läsas. Spara den med teckenkodningen UTF-8.'],
    ],
    [
      'was saved as UTF-16',
      'csv',
      Buffer.from('Nummer;x', 'utf16le').toString('utf8'),
      ['1: Filen är ingen textfil. Spara den som CSV UTF-8 eller JSON.'],
    ],
    [
      'is a workbook',
      'csv',
      'PK\u0003\u0004\u0014\u0000\u0000',
      ['1: Filen är ingen textfil. Spara den som CSV UTF-8 eller JSON.'],
    ],
    [
      'has 100 000 rows',
      'csv',
      `${HEADER}\n${'1;R;Text\n'.repeat(100_000)}`,
      ['1: Filen får ha högst 200 frågor, den har 100000.'],
    ],
    ['is no JSON', 'json', '[{"id": ', ['-: Filen är inte giltig JSON.']],
    ['is no list', 'json', '{"questions": []}', ['-: Filen ska innehålla en lista med frågor.']],
    ['is nested without end', 'json', '['.repeat(500_000), ['-: Filen är inte giltig JSON.']],
    [
      'is nested to its end',
      'json',
      '['.repeat(500_000) + ']'.repeat(500_000),
      ['-: Fråga 1 i listan är ingen fråga.'],
    ],
    [
      'has an unknown property',
      'json',
      JSON.stringify([{ ...aQuestion(), percent: 40 }]),
      ['-: Fråga 1 i listan: okänd egenskap ”percent”.'],
    ],
    [
      'has a set’s faults',
      'json',
      JSON.stringify([aQuestion(), aQuestion({ id: 'b' })]),
      ['-: Nummer 1.1 finns två gånger.'],
    ],
  ])('is refused in words when it %s', async (_case, format, text, faults) => {
    expect(await faultsOf(format, text)).toEqual(faults);
  });

  it('names the question and the field of a fault in JSON', async () => {
    const { faults } = await preview('json', JSON.stringify([aQuestion({ text: '' })]));
    expect(faults).toEqual([{ questionId: 'rutiner', row: null, field: 'text', message: 'Frågans text saknas.' }]);
  });

  it('is refused when it is empty, too big, no text, or of another form', async () => {
    const messageOf = async (format: string, text: unknown) => {
      const answer = await send(format, text);
      expect(answer.statusCode).toBe(400);
      return answer.json<{ errors: { message: string }[] }>().errors[0]?.message;
    };
    expect(await messageOf('csv', '')).toBe('Filen är tom.');
    expect(await messageOf('csv', 'x'.repeat(2_000_001))).toBe('Filen är för stor. Högst 2 MB kan läsas in.');
    expect(await messageOf('csv', 'å'.repeat(1_000_001))).toBe('Filen är för stor. Högst 2 MB kan läsas in.');
    expect(await messageOf('csv', ['x'])).toBe('Välj en fil.');
    expect(await messageOf('xlsx', 'x')).toBe('Välj ett av alternativen.');
    expect((await send('csv', 'x'.repeat(4_500_001))).statusCode).toBe(413);
  });

  it('is only looked at: nothing is saved', async () => {
    const count = async () => (await t.asOwner<{ n: string }>('select count(*) as n from question_set_version'))[0]?.n;
    const before = await count();
    await preview('json', JSON.stringify(EVERY_KIND));
    expect(await count()).toBe(before);
  });
});
