import preset from './jest.preset.cjs';

/** @type {import('jest').Config} */
export default {
  ...preset,
  rootDir: import.meta.dirname,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['insyn-source', 'browser', 'module'] },
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  moduleNameMapper: { ...preset.moduleNameMapper, '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Other stages run beside this one: a slow machine is not a fault of a page.
  testTimeout: 30_000,
};
