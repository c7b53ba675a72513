// The mutation gate of the rules that everything rests on: npm run mutation [-- --mutate FILE].
import jestConfig from './jest.config.mjs';

const rules = 'libs/domain/src';
// Each rule is held by the specs beside it, not by what happens to use it; that is also what makes a run bearable.
const specs = ['actions', 'assessments', 'calendar', 'deadlines', 'follow-ups', 'judgements'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    `${rules}/follow-ups/follow-up-workflow.ts`,
    `${rules}/judgements/approval.ts`,
    `${rules}/judgements/judgement-proposal.ts`,
    `${rules}/judgements/recheck-proposal.ts`,
    `${rules}/actions/action-states.ts`,
    `${rules}/actions/recheck-rules.ts`,
    `${rules}/deadlines/*.ts`,
    `${rules}/calendar/*.ts`,
    `!${rules}/**/*.spec.ts`,
    `!${rules}/**/labels.ts`,
  ],
  // What the specs of the rules read is copied: docs/ holds the state diagram that one of them compares with.
  ignorePatterns: [
    '/apps',
    '/bench',
    '/migrations',
    '/libs/api-schema',
    '/libs/report',
    '/docs/pictures',
    '/test-results',
    '/playwright-report',
    '/.data',
    '/.nx',
    '/.angular',
    'dist',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    config: {
      ...jestConfig,
      // The rules need no framework, and every mutant would wait for it and for a walk through the whole repository.
      setupFiles: [],
      roots: [`<rootDir>/${rules}`],
      testMatch: specs.map((folder) => `<rootDir>/${rules}/${folder}/*.spec.ts`),
    },
  },
  coverageAnalysis: 'perTest',
  // A mutant counts as caught when it never ends; a busy machine must not look like that.
  timeoutMS: 30_000,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: '.stryker-tmp',
};
