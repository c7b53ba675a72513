import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp } from '../test/follow-up-factory.js';
import { aRequest } from '../test/request-factory.js';
import { testApp, type TestApp } from '../test/test-app.js';
import { runCommand } from './cli-program.js';

interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process and keeps what it writes. */
async function insyn(...args: string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const { stdout, stderr } = process;
  const [writeOut, writeError] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  stdout.write = (text: string) => Boolean((written.stdout += text));
  stderr.write = (text: string) => Boolean((written.stderr += text));
  try {
    return { status: await runCommand(args), ...written };
  } finally {
    stdout.write = writeOut;
    stderr.write = writeError;
  }
}

describe('The operator’s command line', () => {
  it.each(['migrate', 'demo', 'deadline', 'sample', 'verify-audit', 'render', 'remind'])(
    'tells what %s needs',
    async (command) => {
      const { status, stdout, stderr } = await insyn(command, '--help');
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`Usage: insyn ${command}`);
    },
  );

  it('lists its commands', async () => {
    const { status, stdout } = await insyn('--help');
    expect(status).toBe(0);
    for (const name of ['migrate', 'demo', 'deadline', 'sample', 'verify-audit', 'render', 'remind'])
      expect(stdout).toContain(name);
  });

  it.each([
    [['no-such-command'], 'unknown command'],
    [['deadline', '2026-02-30', '--months', '3'], 'is not a date'],
    [['deadline', '2026-01-15'], 'either --months or --days'],
    [['deadline', '2026-01-15', '--months', '3', '--days', '3'], 'either --months or --days'],
    [['deadline', '2026-01-15', '--months', 'three'], 'whole number'],
    [['deadline'], 'missing required argument'],
    [['sample', '--population', '10', '--size', '11', '--seed', 'a'], ''],
    [['sample', '--population', '10', '--size', '2'], 'seed'],
    [['render', uuidv7()], '--out'],
    [['render', 'x', '--out', 'report.pdf'], 'is not the id of a report'],
    [['verify-audit', '--loudly'], 'unknown option'],
  ])('says on stderr alone what is wrong with %j, and ends with status 1', async (args, words) => {
    const { status, stdout, stderr } = await insyn(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).not.toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    [['2026-01-15', '--months', '3'], '2026-04-15'],
    [['2026-11-30', '--months', '3'], '2027-03-01'],
    [['2026-12-14', '--days', '10'], '2026-12-28'],
  ])('works out a deadline (R1): %j', async (args, due) => {
    const { status, stdout, stderr } = await insyn('deadline', ...args);
    expect([status, JSON.parse(stdout), stderr]).toEqual([0, { due }, '']);
  });

  it('draws the same sample for the same seed (R5)', async () => {
    const draw = async (seed: string) => {
      const { status, stdout } = await insyn('sample', '--population', '40', '--size', '9', '--seed', seed);
      expect(status).toBe(0);
      return JSON.parse(stdout) as { numbers: number[]; algorithm: string };
    };
    const first = await draw('hösten 2026');
    expect(Object.keys(first)).toEqual(['numbers', 'algorithm']);
    expect(new Set(first.numbers).size).toBe(9);
    expect(first.numbers.every((number) => number >= 1 && number <= 40)).toBe(true);
    expect(await draw('hösten 2026')).toEqual(first);
    expect((await draw('våren 2027')).numbers).not.toEqual(first.numbers);
  });
});

describe('The operator’s command line, on an installation', () => {
  let t: TestApp;
  let folder: string;
  const before = { ...process.env };
  beforeAll(async () => {
    t = await testApp();
    folder = mkdtempSync(join(tmpdir(), 'insyn-cli-'));
    const settings = { NODE_ENV: 'test', DATABASE_URL: t.database.loginUrl, DATA_DIR: t.dataDir, LOG_LEVEL: 'silent' };
    Object.assign(process.env, settings, { SESSION_SECRET: 'a secret that is long enough for the specs' });
  });
  afterAll(async () => {
    process.env = before;
    rmSync(folder, { recursive: true });
    await t.close();
  });

  it('reminds of the deadlines of requests in every municipality (R3), each once', async () => {
    process.env['INSYN_NOW'] = '2026-11-30T07:00:00Z';
    await aRequest(t, { due: '2026-12-07' }).sent();
    await aRequest(t, { due: '2026-12-07', municipality: t.m2 }).sent();
    const runs = [await insyn('remind'), await insyn('remind')];
    delete process.env['INSYN_NOW'];
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(runs.map(({ stdout }) => JSON.parse(stdout) as unknown)).toEqual([
      { municipalities: 2, reminded: 2, silent: 0, escalated: 0 },
      { municipalities: 2, reminded: 0, silent: 0, escalated: 0 },
    ]);
  });

  it('writes the PDF of a report of any municipality, the same bytes that its officials get', async () => {
    const followUp = await aFollowUp(t, { municipality: t.m2 }).approved();
    const reportId = (await followUp.view()).reports[0]?.id ?? '';
    const out = join(folder, 'report.pdf');
    const { status, stdout, stderr } = await insyn('render', reportId, '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    const { sha256 } = JSON.parse(stdout) as { sha256: string };
    expect(JSON.parse(stdout)).toEqual({ reportId, file: out, sha256, size: readFileSync(out).length });
    const pdf = await followUp.officer.get(`/api/reports/${reportId}/pdf`);
    expect(Buffer.compare(pdf.rawPayload, readFileSync(out))).toBe(0);
    const again = await insyn('render', reportId, '--out', join(folder, 'again.pdf'));
    expect(JSON.parse(again.stdout)).toMatchObject({ sha256 });
    const nowhere = await insyn('render', reportId, '--out', join(folder, 'no', 'such', 'folder.pdf'));
    expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
    expect(nowhere.stderr).toContain('ENOENT');
  });

  it('says that there is no such report', async () => {
    const id = uuidv7();
    const { status, stdout, stderr } = await insyn('render', id, '--out', join(folder, 'none.pdf'));
    expect([status, stdout, stderr]).toEqual([1, '', `There is no report ${id}.\n`]);
  });

  it('verifies the history of every municipality, and fails where one was altered (R22)', async () => {
    const intact = await insyn('verify-audit');
    expect([intact.status, intact.stderr]).toEqual([0, '']);
    const answer = JSON.parse(intact.stdout) as { intact: boolean; municipalities: { municipality: string }[] };
    expect(answer.intact).toBe(true);
    expect(answer.municipalities.map(({ municipality }) => municipality)).toEqual([t.m1.name, t.m2.name]);
    await t.asOwner('alter table event_value disable trigger user');
    await t.asOwner(
      `update event_value set content = '{"summary": "Ingenting hände"}'
       where ctid = (select ctid from event_value where municipality_id = $1 limit 1)`,
      [t.m2.id],
    );
    const altered = await insyn('verify-audit');
    expect(altered.status).toBe(1);
    expect(JSON.parse(altered.stdout)).toMatchObject({ intact: false });
    expect(altered.stderr).toContain('The history was altered.');
  });
});
