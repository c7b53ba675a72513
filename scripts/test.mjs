// `npm test`: every stage, also after one failed; a table at the end, and as the very last line "N passed, N failed".
// The machine is taken to have two cores: a stage says how many it takes, and whatever fits runs at the same time.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, took } from './run.mjs';

const cores = 2;
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A check that only says yes or no counts as one test. */
const oneCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** A skipped spec counts as failed: nothing is left out in silence. */
function jestCounts(project) {
  const report = readJson(join(results, `${project.replaceAll('/', '-')}.json`));
  if (!report) return { passed: 0, failed: 1, note: 'wrote no results' };
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.numRuntimeErrorTestSuites;
  const notes = [skipped && `${skipped} skipped`, broken && `${broken} files did not run`].filter(Boolean);
  return { passed: report.numPassedTests, failed: report.numFailedTests + skipped + broken, note: notes.join(', ') };
}

function playwrightCounts() {
  const report = readJson(join(results, 'e2e.json'));
  if (!report) return { passed: 0, failed: 1, note: 'wrote no results' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = [skipped && `${skipped} skipped`, flaky && `${flaky} flaky`, ...report.errors.map((e) => firstLine(e))];
  const failed = unexpected + flaky + skipped + report.errors.length;
  return { passed: expected, failed, note: notes.filter(Boolean).join(', ') };
}

const firstLine = (error) =>
  String(error.message ?? '')
    .split('\n')[0]
    .slice(0, 100);
const check = (name, command, args, more = {}) => ({ name, command, args, takes: 1, counts: oneCheck, ...more });
const jest = (project, { takes = 1, args = [], ...more } = {}) => ({
  name: `jest ${project}`,
  command: 'node',
  args: ['scripts/jest.mjs', project, ...args],
  takes,
  counts: () => jestCounts(project),
  ...more,
});

// In order of start: first what others wait for, then what takes longest, so that neither core stands idle for long before
// the specs of the API, which take both.
const stages = [
  check('build', 'node', ['scripts/build.mjs']),
  check('lint', 'eslint', ['.', '--max-warnings', '0']),
  jest('apps/web', { args: ['--maxWorkers=1'] }),
  check('types', 'npm', ['run', '-s', 'types']),
  jest('libs/report', { args: ['--maxWorkers=1'] }),
  jest('libs/domain', { args: ['--maxWorkers=1'] }),
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  jest('libs/api-schema', { args: ['--maxWorkers=1'] }),
  jest('apps/api', { args: ['--maxWorkers=2'], takes: 2, after: 'build' }),
  {
    name: 'e2e',
    command: 'playwright',
    args: ['test', '-c', 'apps/e2e/playwright.config.ts', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json') },
    takes: 2,
    needs: 'build',
    counts: playwrightCounts,
  },
];

const only = process.argv.slice(2);
const unknown = only.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(1);
}
const chosen = only.length === 0 ? stages : stages.filter((stage) => only.includes(stage.name));
const isChosen = (name) => chosen.some((stage) => stage.name === name);
const done = new Map();

async function runStage(stage) {
  const prerequisite = stage.needs && done.get(stage.needs);
  if (prerequisite && prerequisite.failed > 0) {
    done.set(stage.name, { passed: 0, failed: 1, time: '0 s', note: `${stage.needs} failed` });
    return;
  }
  const startedAt = Date.now();
  console.log(`▸ ${stage.name} …`);
  const { code, output } = await run(stage.command, stage.args, { capture: true, env: { CI: '1', ...stage.env } });
  const counts = stage.counts(code);
  // A tool that ends badly although its results look fine has failed all the same; so has one that ran nothing.
  if (code !== 0 && counts.failed === 0) Object.assign(counts, { failed: 1, note: counts.note || `exit ${code}` });
  if (counts.passed + counts.failed === 0) Object.assign(counts, { failed: 1, note: 'ran no tests' });
  writeFileSync(join(results, `${stage.name.replaceAll(/[ /]/g, '-')}.log`), output);
  if (counts.failed > 0) console.log(output.trimEnd());
  const time = took(startedAt);
  console.log(
    `${counts.failed > 0 ? '✖' : '✔'} ${stage.name}: ${counts.passed} passed, ${counts.failed} failed, ${time}`,
  );
  done.set(stage.name, { ...counts, time });
}

const startedAt = Date.now();
const waiting = [...chosen];
const running = new Map();
const isReady = (stage) => [stage.needs, stage.after].every((name) => !name || !isChosen(name) || done.has(name));

while (waiting.length > 0 || running.size > 0) {
  let free = cores - [...running.values()].reduce((sum, { takes }) => sum + takes, 0);
  for (const stage of [...waiting]) {
    if (stage.takes > free || !isReady(stage)) continue;
    waiting.splice(waiting.indexOf(stage), 1);
    free -= stage.takes;
    running.set(stage.name, { takes: stage.takes, ended: runStage(stage).finally(() => running.delete(stage.name)) });
  }
  await Promise.race([...running.values()].map(({ ended }) => ended));
}

const rows = chosen.map(({ name }) => ({ name, ...done.get(name) }));
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const line = (name, passed, failed, time, note = '') =>
  `${name.padEnd(18)}${String(passed).padStart(8)}${String(failed).padStart(8)}${time.padStart(14)}  ${note}`.trimEnd();
console.log(`\n${line('stage', 'passed', 'failed', 'time')}`);
for (const row of rows) console.log(line(row.name, row.passed, row.failed, row.time, row.note));
console.log(line('all', sum('passed'), sum('failed'), took(startedAt)));
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
