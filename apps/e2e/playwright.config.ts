import { defineConfig } from '@playwright/test';
import { findChromium } from './src/chromium.js';

// Read in the main process before the global setup and again in each worker after it, so what the setup finds out
// (the browser, the address of the app) is there when the specs run.
export default defineConfig({
  testDir: 'src',
  outputDir: '../../test-results/e2e',
  globalSetup: './src/global-setup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? '',
    locale: 'sv-SE',
    actionTimeout: 15_000,
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
