// Builds everything that runs: libs, API, web. Nx orders the targets and skips what has not changed since last time.
import { run, took } from './run.mjs';

const startedAt = Date.now();
const { code } = await run('nx', [
  'run-many',
  '-t',
  'build',
  '--parallel=2',
  '--output-style=static',
  ...process.argv.slice(2),
]);
console.error(code === 0 ? `Built in ${took(startedAt)}.` : `The build failed after ${took(startedAt)}.`);
process.exit(code);
