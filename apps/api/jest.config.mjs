import root from '../../jest.config.mjs';

/** The specs of the API: in Node itself, since each file needs nearly the whole API, and with one PostgreSQL for the run. */
export default {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/apps/api'],
  runtime: '<rootDir>/scripts/jest-in-node/runtime.mjs',
  testEnvironment: '<rootDir>/scripts/jest-in-node/environment.mjs',
  globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
  globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs',
  testTimeout: 30_000,
};
