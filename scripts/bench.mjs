// `npm run bench -- [options]`: builds the API when its sources are newer, then measures what was built.
import { join } from 'node:path';
import { root, run } from './run.mjs';

const asksForHelp = process.argv.includes('--help');
if (!asksForHelp) {
  const { code } = await run('node', ['scripts/build.mjs', '--projects=api'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) process.exit(code);
}
const { code } = await run('node', [join(root, 'bench/src/main.ts'), ...process.argv.slice(2)]);
process.exit(code);
