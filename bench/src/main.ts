import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { detailStatement, listStatement, startDatabase } from './built-api.ts';
import { cpuOfFamily, cpuOfProcess, parentOf } from './cpu.ts';
import { type BenchData, fill } from './data.ts';
import { measure } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { type Comparison, keep, missedGoals, type Run, tableOf } from './report.ts';
import { type RunningServer, startApi, startBare } from './servers.ts';

const NEWEST = '/api/follow-ups';
const FILTERED = '/api/follow-ups?state=closed&year=2024&sort=-decisionDue';
const DETAIL = '/api/follow-ups/';
const IDLE_SECONDS = 2;

const say = (sentence: string): void => void process.stderr.write('▸ ' + sentence + '\n');

/** What has to be put away when the run ends, however it ends; the last comes first. */
const endings: (() => Promise<void> | void)[] = [];
let ended: Promise<void> | undefined;

function end(): Promise<void> {
  ended ??= (async () => {
    for (const ending of endings.reverse()) {
      await Promise.resolve(ending()).catch((error: unknown) => say(String(error)));
    }
  })();
  return ended;
}

async function run(options: Options): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'insyn-bench-'));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as somebody else and has to come in
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  say('A PostgreSQL of its own');
  const postgres = await startDatabase(folder, say);
  const { dataDirectory, postmaster } = await serverOf(postgres.superuserUrl);
  if (!dataDirectory.startsWith(folder)) endings.push(() => rmSync(dirname(dataDirectory), { recursive: true }));
  endings.push(() => postgres.stop());
  say(`${options.followUps} follow-ups with what belongs to them`);
  const startedAt = performance.now();
  const data = await fill(postgres.ownerUrl, options);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  if (data.detailIds.length === 0) throw new Error('No follow-up with 20 findings was made; ask for more follow-ups.');

  say('The API and the bare server');
  const api = await startApi({ databaseUrl: postgres.loginUrl, folder });
  endings.push(() => api.stop());
  const bare = await startBare({
    databaseUrl: postgres.superuserUrl,
    lists: {
      [NEWEST]: await listStatement(data.officer, {}),
      [FILTERED]: await listStatement(data.officer, { state: 'closed', year: 2024, sort: '-decisionDue' }),
    },
    detail: await detailStatement(data.officer, data.detailIds[0] ?? ''),
  });
  endings.push(() => bare.stop());
  const cookie = await signIn(api, data);
  await requireSameAnswers(api, bare, cookie, data);
  const idleCpuPercent = await idleCpu(api, postmaster);

  const comparisons: Comparison[] = [];
  const compare = async (name: string, paths: string[], goalRatio: number, goalP99Ms: number | null): Promise<void> => {
    say(name);
    const load = { ...options, paths, headers: { cookie } };
    comparisons.push({ name, goalRatio, goalP99Ms, ...(await measure([api, bare], load, postmaster)) });
  };
  await compare('list of 50, newest first', [NEWEST], 1.5, 50);
  await compare('list of 50, filtered and sorted', [FILTERED], 1.5, 50);
  const opened = data.detailIds.slice(0, 200).map((id) => DETAIL + id);
  await compare('one follow-up with 20 findings', opened, 1.3, null);
  return {
    options,
    data: { municipalities: data.municipalities, followUps: options.followUps, rows: data.rows, seconds },
    ready: { apiMs: api.readyMs, bareMs: bare.readyMs },
    idleCpuPercent,
    comparisons,
  };
}

/** Where the data lies, and the process that all of PostgreSQL's others belong to. */
async function serverOf(url: string): Promise<{ dataDirectory: string; postmaster: number | undefined }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number; data: string }>(
      "select pg_backend_pid() as pid, current_setting('data_directory') as data",
    );
    const [row] = rows;
    if (row === undefined) throw new Error('PostgreSQL does not say where its data lies.');
    return { dataDirectory: row.data, postmaster: parentOf(row.pid) };
  } finally {
    await client.end();
  }
}

async function signIn(api: RunningServer, { email, password }: BenchData): Promise<string> {
  const answer = await fetch(api.url + '/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in gave ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Both servers must say the same before their speed can be compared. */
async function requireSameAnswers(
  api: RunningServer,
  bare: RunningServer,
  cookie: string,
  { detailIds }: BenchData,
): Promise<void> {
  const ask = async (
    server: RunningServer,
    path: string,
  ): Promise<{ id?: string; items?: { id: string }[]; findings?: object[] }> => {
    const answer = await fetch(server.url + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${server.name}: ${path} gave ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Awaited<ReturnType<typeof ask>>;
  };
  for (const path of [NEWEST, FILTERED]) {
    const [mine, its] = [await ask(api, path), await ask(bare, path)];
    const ids = (list: typeof mine): string =>
      (list.items ?? [])
        .slice(0, 50)
        .map(({ id }) => id)
        .join();
    if (ids(mine) === '' || ids(mine) !== ids(its)) throw new Error(`The two servers list different rows at ${path}.`);
  }
  const path = DETAIL + (detailIds[0] ?? '');
  const [mine, its] = [await ask(api, path), await ask(bare, path)];
  if (mine.id !== its.id || mine.findings?.length !== 20 || its.findings?.length !== 20) {
    throw new Error('The two servers do not give the same follow-up with its 20 findings.');
  }
}

/** What the queue and the checks of the API cost while nobody asks for anything. */
async function idleCpu(api: RunningServer, postmaster: number | undefined): Promise<number | null> {
  const used = (): number =>
    (cpuOfProcess(api.pid) ?? NaN) + (postmaster === undefined ? NaN : (cpuOfFamily(postmaster) ?? NaN));
  const before = used();
  await sleep(IDLE_SECONDS * 1000);
  const percent = Math.round((used() - before) / (IDLE_SECONDS * 10_000));
  return Number.isNaN(percent) ? null : percent;
}

const options = readOptions(process.argv.slice(2));
const breakOff = (why: string, code: number): void => {
  say(why);
  setTimeout(() => process.exit(code), 20_000).unref();
  void end().then(() => process.exit(code));
};
setTimeout(
  () => breakOff(`Broken off after ${options.limitSeconds} s (--limit).`, 124),
  options.limitSeconds * 1000,
).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => breakOff(`Broken off by ${signal}.`, 130));
}
try {
  const found = await run(options);
  process.stdout.write('\n' + tableOf(found) + '\n');
  say('Kept in ' + relative(process.cwd(), keep(found)));
  const missed = missedGoals(found);
  for (const sentence of missed) say('Missed goal: ' + sentence);
  if (options.assert && missed.length > 0) process.exitCode = 1;
} catch (error) {
  if (ended === undefined) say(String((error as Error).stack));
  process.exitCode ??= 1;
} finally {
  await end();
}
process.exit();
