import root from '../../jest.config.mjs';

/** The specs of the API: the same configuration, with one PostgreSQL for the run. */
export default {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/apps/api'],
  globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
  globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs',
  testTimeout: 30_000,
};
