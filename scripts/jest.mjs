// node scripts/jest.mjs PROJECT [jest arguments]: the specs of one project, results as JSON in test-results/.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const [project, ...rest] = process.argv.slice(2);
if (!project || !existsSync(join(root, project))) {
  console.error('Usage: node scripts/jest.mjs PROJECT [jest arguments], for example libs/domain or apps/api');
  process.exit(1);
}
const ownConfig = `${project}/jest.config.mjs`;
const config = existsSync(join(root, ownConfig)) ? ownConfig : 'jest.config.mjs';
const folder = join(root, 'test-results');
mkdirSync(folder, { recursive: true });

const asksForPaths = rest.some((argument) => !argument.startsWith('-'));
const { code } = await run(
  'node',
  [
    'node_modules/jest/bin/jest.js',
    '--config',
    config,
    '--json',
    '--outputFile',
    join(folder, `${project.replaceAll('/', '-')}.json`),
    ...(config === ownConfig || asksForPaths ? [] : [`${root}/${project}/`]),
    ...rest,
  ],
  {
    // Jest writes the JSON to the file; its own report goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim() },
  },
);
process.exit(code);
