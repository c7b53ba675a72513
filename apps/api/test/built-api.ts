import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PASSWORD, type SpecPerson, type TestApp } from './test-app.js';

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '../dist/main.js');

/** Fails where the API has not been built. */
export function requireBuiltApi(): void {
  if (!existsSync(MAIN)) throw new Error('The API is not built: run `npm run build` first.');
}

/** The built API as processes of their own, on the database of a spec, to be killed as a power cut would. */
export class BuiltApi {
  readonly #children: ChildProcess[] = [];

  public constructor(private readonly t: TestApp) {}

  /** Starts one, ready to answer. */
  public async start(): Promise<{ child: ChildProcess; address: string }> {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      ...{ NODE_ENV: 'test', PORT: String(port), PUBLIC_URL: address, LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: this.t.database.loginUrl, DATA_DIR: this.t.dataDir },
      SESSION_SECRET: 'a secret that is long enough for the specs',
    };
    delete environment['NODE_OPTIONS'];
    const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#children.push(child);
    for (let tries = 0; tries < 600; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The API ended with status ${child.exitCode}.`);
      const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return { child, address };
      await sleep(100);
    }
    throw new Error('The API was not ready within a minute.');
  }

  /** Signs in and posts, with the key that makes a retry the same request. */
  public async post(
    address: string,
    person: SpecPerson,
    path: string,
    { key, body }: { key: string; body: object },
  ): Promise<{ status: number; json: () => Promise<unknown> }> {
    const headers = { 'content-type': 'application/json' };
    const signIn = JSON.stringify({ email: person.email, password: PASSWORD });
    const signedIn = await fetch(`${address}/api/sessions`, { method: 'POST', headers, body: signIn });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return fetch(`${address}${path}`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  }

  /** Ends those that still run. */
  public async killAll(): Promise<void> {
    for (const child of this.#children.splice(0)) await kill(child);
  }
}

/** Ends a process of this spec as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
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
