import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { placeFor, type Place } from './embedded-place.js';
import { withFileLock } from './file-lock.js';

/** A PostgreSQL of our own, for those who name none. */
export interface EmbeddedPostgres {
  readonly loginUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Stops the server unless another process still uses it. */
  stop(): Promise<void>;
}

interface Access {
  superuser: string;
  owner: string;
  login: string;
}

/** The settings of the server; `forSpecs` gives up durability for speed. */
const DURABLE = ['-c', 'max_connections=100'];
const FOR_SPECS = [...DURABLE, '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts PostgreSQL on `dataDir`/postgres, or joins the one that another process has running there. The first start makes
 * the cluster, the owner role and the database; roles of the doors come by migration.
 * @param options.say is told in one sentence when the data had to be put elsewhere.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: { say?: (sentence: string) => void; forSpecs?: boolean } = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'postgres.lock');
  const { place, access, port } = await withFileLock(lock, async () => {
    const access = accessOf(dataDir);
    // Named by a secret of this folder too: a new clone at an old address never meets the old one's data.
    const place = await placeFor(dataDir, access.superuser);
    if (place.elsewhere) {
      options.say?.('The database user may not enter ' + dataDir + ', so the data lies in ' + place.data + '.');
    }
    if (!existsSync(join(place.data, 'PG_VERSION'))) await makeCluster(place, access);
    let port = await runningPort(place, access);
    if (port === undefined) {
      port = await startServer(place, options.forSpecs === true ? FOR_SPECS : DURABLE, access);
    }
    await makeDatabase(urlOf('postgres', access.superuser, port, 'postgres'), access, port);
    return { place, access, port };
  });
  const superuserUrl = urlOf('postgres', access.superuser, port, 'insyn');
  return {
    loginUrl: urlOf('insyn_login', access.login, port, 'insyn'),
    ownerUrl: urlOf('insyn_owner', access.owner, port, 'insyn'),
    superuserUrl,
    stop: () => withFileLock(lock, () => stopUnlessUsed(place, superuserUrl)),
  };
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return 'postgres://' + user + ':' + password + '@127.0.0.1:' + String(port) + '/' + database;
}

function accessOf(dataDir: string): Access {
  const file = join(dataDir, 'postgres-access.json');
  if (!existsSync(file)) {
    const secret = (): string => randomBytes(24).toString('base64url');
    const access: Access = { superuser: secret(), owner: secret(), login: secret() };
    writeFileSync(file, JSON.stringify(access), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Access;
}

async function makeCluster(place: Place, access: Access): Promise<void> {
  const passwordFile = join(place.base, 'initial-password-' + randomBytes(4).toString('hex'));
  writeFileSync(passwordFile, access.superuser, { mode: 0o600 });
  place.giveAway(passwordFile);
  try {
    await run(place, place.binary('initdb'), [
      '--pgdata=' + place.data,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--pwfile=' + passwordFile,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    place.remove(passwordFile);
  }
}

async function startServer(place: Place, flags: string[], access: Access): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    await forgetKilledServer(place);
    const port = await freePort();
    const server = [
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      "unix_socket_directories=''",
      ...flags,
    ];
    const log = join(place.data, 'server.log');
    try {
      await run(place, place.binary('pg_ctl'), [
        'start',
        '--pgdata=' + place.data,
        '--log=' + log,
        '--wait',
        '--timeout=60',
        '--silent',
        '--options=' + server.join(' '),
      ]);
    } catch (error) {
      if (attempt < 3) continue;
      const tail = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
      throw new Error('PostgreSQL did not start.\n' + tail, { cause: error });
    }
    const running = await runningPort(place, access);
    if (running !== undefined) return running;
  }
}

/**
 * In a container nobody may collect a killed server, and PostgreSQL takes its remains for a running one. Its workers end
 * by themselves within a moment of its death.
 */
async function forgetKilledServer(place: Place): Promise<void> {
  const pidFile = join(place.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = readFileSync(pidFile, 'utf8').split('\n', 1)[0] ?? '';
  const status = join('/proc', pid, 'status');
  if (!/^\d+$/.test(pid) || !existsSync(status)) return;
  if (!/^State:\s+Z/m.test(readFileSync(status, 'utf8'))) return;
  await sleep(1000);
  place.remove(pidFile);
}

/** The port of the server that runs on this data, if one answers there. */
async function runningPort(place: Place, access: Access): Promise<number | undefined> {
  const pidFile = join(place.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const client = new pg.Client({ connectionString: urlOf('postgres', access.superuser, port, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const answer = await client.query<{ data_directory: string }>('show data_directory');
      return answer.rows[0]?.data_directory === place.data ? port : undefined;
    } catch (error) {
      // 57P03: it is still starting up, or recovering after a kill.
      if ((error as { code?: string }).code !== '57P03') return undefined;
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

async function makeDatabase(adminUrl: string, access: Access, port: number): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const known = await admin.query("select 1 from pg_database where datname = 'insyn'");
    if ((known.rowCount ?? 0) > 0) return;
    const owner = await admin.query("select 1 from pg_roles where rolname = 'insyn_owner'");
    if (owner.rowCount === 0) {
      await admin.query('create role insyn_owner login createrole password ' + admin.escapeLiteral(access.owner));
    }
    await admin.query('create database insyn owner insyn_owner');
  } finally {
    await admin.end();
  }
  const inside = new pg.Client({ connectionString: urlOf('postgres', access.superuser, port, 'insyn') });
  await inside.connect();
  try {
    // Without this no full-text index is used under row-level security (docs/adr, transaction and RLS).
    await inside.query('alter function ts_match_vq(tsvector, tsquery) leakproof');
  } finally {
    await inside.end();
  }
}

async function stopUnlessUsed(place: Place, superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    );
    if ((others.rowCount ?? 0) > 0) return;
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  await run(place, place.binary('pg_ctl'), ['stop', '--pgdata=' + place.data, '--mode=fast', '--wait', '--silent']);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function run(place: Place, command: string, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      ...place.identity,
      cwd: place.base,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(command + ' ended with ' + String(code)))));
  });
}
