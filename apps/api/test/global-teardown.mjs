import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Stops the PostgreSQL of the run, by the process id that it wrote down itself, and removes all it left.
export default async function globalTeardown() {
  const folder = process.env.INSYN_SPEC_FOLDER;
  const note = join(folder, 'data-directory');
  if (existsSync(note)) {
    const data = readFileSync(note, 'utf8');
    const pidFile = join(data, 'postmaster.pid');
    if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
    for (let waited = 0; existsSync(pidFile) && waited < 200; waited += 1) await sleep(50);
    if (dirname(data) !== folder) rmSync(dirname(data), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
