import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BareOrders } from './bare.ts';
import { SERVER } from './built-api.ts';

/** A server that is being measured. */
export interface RunningServer {
  readonly name: 'api' | 'bare';
  readonly pid: number;
  readonly url: string;
  /** From being started to its first answer. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** As the Dockerfile starts it. */
const MEMORY = ['--max-old-space-size=512', '--max-semi-space-size=8'];
/** Empty the first time that this build is measured: the API is ready sooner the second time. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/insyn-api');
const START_MS = 60_000;
const STOP_MS = 10_000;

/** Starts the API as it runs in production, its log of requests going nowhere. */
export async function startApi(place: { databaseUrl: string; folder: string }): Promise<RunningServer> {
  const port = await freePort();
  const url = 'http://127.0.0.1:' + String(port);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...MEMORY, SERVER], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: join(place.folder, 'files'),
      DATABASE_URL: place.databaseUrl,
      SESSION_SECRET: 'a secret that is long enough for the bench',
      // Production asks for a mail server; nothing here sends a mail.
      SMTP_URL: 'smtp://127.0.0.1:25',
      MAIL_FROM: 'insyn@bench.example',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = await running('api', child, url);
  try {
    while (!(await answers(url + '/api/health'))) {
      if (hasEnded(child)) throw new Error('The API ended before it answered.');
      if (performance.now() - startedAt > START_MS) throw new Error('The API did not answer within a minute.');
      await sleep(20);
    }
    return { ...server, readyMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts the bare server, which is told over the channel between us what to answer with. */
export async function startBare(orders: BareOrders): Promise<RunningServer> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts')], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ending = once(child, 'exit').then(() => {
    throw new Error('The bare server ended before it answered.');
  });
  ending.catch(() => undefined);
  const server = await running('bare', child, '');
  try {
    child.send(orders);
    const late = AbortSignal.timeout(START_MS);
    const [message] = (await Promise.race([once(child, 'message', { signal: late }), ending])) as [{ port: number }];
    const url = 'http://127.0.0.1:' + String(message.port);
    return { ...server, url, readyMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function running(name: RunningServer['name'], child: ChildProcess, url: string): Promise<RunningServer> {
  if (child.pid === undefined) await once(child, 'spawn');
  const stop = async (): Promise<void> => {
    if (hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  };
  return { name, pid: child.pid ?? 0, url, readyMs: 0, stop };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
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
