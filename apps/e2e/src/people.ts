import type { Browser, Page } from '@playwright/test';
import { demoAccount, demoAccounts, expect, signIn } from './fixtures.js';

/** The municipality that the specs work in; the other one of the demo data is the stranger. */
export const HOME = 'Lunda kommun';
export const ELSEWHERE = 'Älvsbro kommun';

/** A browser of their own for a demo person of a role, signed in with the form; `which` tells colleagues apart. */
export async function aPerson(browser: Browser, role: string, municipality = HOME, which = 0): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, demoAccount(role, municipality, which));
  return page;
}

/** A browser of their own for a person of a provider in the demo data, the first unless `which` counts further. */
export async function aProviderPerson(browser: Browser, which = 0): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { email, password } = demoAccount('provider', undefined, which);
  await page.goto('/utforare/logga-in');
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Att göra' })).toBeVisible();
  return page;
}

/** How many people of providers the demo data tells of. */
export function providerCount(): number {
  return demoAccounts().filter(({ role }) => role === 'provider').length;
}

/** The page's own address inside the client, to be opened by somebody else. */
export function addressOf(page: Page): string {
  return new URL(page.url()).pathname;
}
