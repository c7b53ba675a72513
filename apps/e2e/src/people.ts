import type { Browser, Page } from '@playwright/test';
import { demoAccount, signIn } from './fixtures.js';

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

/** The page's own address inside the client, to be opened by somebody else. */
export function addressOf(page: Page): string {
  return new URL(page.url()).pathname;
}
