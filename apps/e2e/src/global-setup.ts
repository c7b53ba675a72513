import { requireChromium } from './chromium.js';
import { startApp } from './running-app.js';

/** Once per run: a browser, and the built app with demo data. Answers how to end it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  requireChromium();
  const app = await startApp();
  process.env['E2E_BASE_URL'] = app.baseUrl;
  process.env['E2E_ACCOUNTS'] = JSON.stringify(app.accounts);
  return app.stop;
}
