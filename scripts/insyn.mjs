// `npm run -s insyn -- COMMAND`: builds the operator's commands when their sources are newer, then becomes them.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from './run.mjs';

const cli = join(root, 'apps/api/dist/cli.js');
const builtAt = join(root, '.nx/insyn-built');
const sources = ['apps/api/src', 'libs/domain/src', 'libs/api-schema/src', 'libs/report/src', 'migrations'];

const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestSource() {
  let newest = modifiedAt(join(root, 'package-lock.json'));
  for (const folder of sources) {
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      if (/\.ts$/.test(name) && !/^dist\b|\.spec\.ts$/.test(name)) {
        newest = Math.max(newest, modifiedAt(join(root, folder, name)));
      }
    }
  }
  return newest;
}

if (modifiedAt(cli) === 0 || newestSource() > modifiedAt(builtAt)) {
  // stdout belongs to the command's JSON.
  const { code } = await run('node', ['scripts/build.mjs', '--projects=api'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) process.exit(code);
  mkdirSync(dirname(builtAt), { recursive: true });
  writeFileSync(builtAt, '');
}
process.argv[1] = cli;
await import(cli);
