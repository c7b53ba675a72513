// `npm start`: build what changed, migrate, load the demo into an empty database, serve until told to stop.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, run, toolEnvironment } from './run.mjs';

const cli = 'apps/api/dist/cli.js';

async function step(title, command, args, options) {
  console.error(`▸ ${title}`);
  const result = await run(command, args, options);
  if (result.code !== 0) {
    if (result.output) console.error(result.output.trimEnd());
    console.error(`Could not start: "${title}" failed.`);
    process.exit(result.code);
  }
  return result;
}

/** Demo rows only ever go into a database without municipalities; the command itself checks that. */
async function loadDemo() {
  if (process.env.NODE_ENV === 'production') return undefined;
  console.error('▸ Demo data, if the database is empty');
  const { code, output } = await run('node', [cli, 'demo', '--if-empty'], { stdio: ['ignore', 'pipe', 2] });
  if (code !== 0) {
    console.error('  no demo data was loaded; the message above says why.');
    return undefined;
  }
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

function printAccounts(demo) {
  if (!demo?.accounts?.length) return;
  console.error('\nSign in with one of the demo accounts (invented persons):\n');
  printTable(['role', 'name', 'e-mail', 'password', 'municipality'], demo.accounts, (account) => [
    account.role,
    account.name,
    account.email,
    account.password,
    account.municipality,
  ]);
  console.error('');
  if (!demo.providerAccounts?.length) return;
  console.error(`Providers sign in at ${address}/utforare:\n`);
  printTable(['name', 'e-mail', 'password', 'provider'], demo.providerAccounts, (account) => [
    account.name,
    account.email,
    account.password,
    account.provider,
  ]);
  console.error('');
}

function printTable(heading, items, cellsOf) {
  const table = [heading, ...items.map((item) => cellsOf(item).map((cell) => String(cell ?? '')))];
  const widths = heading.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.error(
      '  ' +
        row
          .map((cell, i) => cell.padEnd(widths[i]))
          .join('  ')
          .trimEnd(),
    );
}

const port = process.env.PORT || '3000';
const address = process.env.PUBLIC_URL || `http://localhost:${port}`;

await step('Build', 'node', ['scripts/build.mjs']);
await step('Database and migrations', 'node', [cli, 'migrate'], { stdio: ['ignore', 2, 2] });
printAccounts(await loadDemo());

console.error(`▸ Serving on ${address} (Ctrl+C stops it)`);
// As in the Dockerfile: docs/performance.md.
const memory = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/insyn-api');
const server = spawn('node', [...memory, '--enable-source-maps', 'apps/api/dist/main.js'], {
  cwd: root,
  // A line for each route and request would push the accounts above out of sight.
  env: { ...toolEnvironment(), NODE_COMPILE_CACHE, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' },
  stdio: 'inherit',
});
// A terminal sends Ctrl+C to the whole group itself; anything else reaches only us.
process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
process.on('SIGTERM', () => server.kill('SIGTERM'));
process.on('SIGHUP', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
