import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const built = join(root, 'apps/api/dist');

/** A person of the demo data, as `insyn demo` answers. */
export interface DemoAccount {
  role: string;
  name: string;
  email: string;
  password: string;
  municipality: string;
}

interface DemoAnswer {
  accounts: DemoAccount[];
  providerAccounts: Pick<DemoAccount, 'name' | 'email' | 'password'>[];
}

/** The built app, on a port and a database of its own. */
export interface RunningApp {
  baseUrl: string;
  accounts: DemoAccount[];
  stop(): Promise<void>;
}

/**
 * Migrates a new database, loads the demo data and starts the built app.
 * @throws Error when the app is not built, a step fails or it is not ready within a minute.
 */
export async function startApp(): Promise<RunningApp> {
  if (!existsSync(join(built, 'main.js'))) throw new Error('The app is not built: run `npm run build` first.');
  const dataDir = await mkdtemp(join(tmpdir(), 'insyn-e2e-'));
  await chmod(dataDir, 0o755);
  // Where the embedded PostgreSQL keeps its files when its own user may not enter the checkout.
  const elsewhere = `/var/tmp/insyn-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    PORT: String(port),
    PUBLIC_URL: baseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  };
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'INSYN_NOW', 'NODE_OPTIONS']) delete environment[name];

  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), sleep(15_000, false, { ref: false })]);
      if (!inTime) server.kill('SIGKILL');
    }
    for (const folder of [dataDir, elsewhere]) await rm(folder, { recursive: true, force: true });
  };

  try {
    await command(['migrate'], environment);
    const demo = JSON.parse(await command(['demo', '--if-empty'], environment)) as DemoAnswer;
    const providers = demo.providerAccounts.map((person) => ({ ...person, role: 'provider', municipality: '' }));
    server = spawn(process.execPath, ['--enable-source-maps', join(built, 'main.js')], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await untilReady(baseUrl, server);
    return { baseUrl, accounts: [...demo.accounts, ...providers], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function command(args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [join(built, 'cli.js'), ...args], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`insyn ${args.join(' ')} ended with status ${code}.`);
  return output;
}

async function untilReady(baseUrl: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`The app ended with status ${server.exitCode} before it was ready.`);
    const answer = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('The app was not ready within a minute.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
