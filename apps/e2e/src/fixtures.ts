import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect, test as playwrightTest } from '@playwright/test';
import type { DemoAccount } from './running-app.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'EN-301-549', 'best-practice'];

interface Fixtures {
  /** Signs the page's browser in as the demo person of that role; `municipality` picks between the two. */
  signInAs: (role: string, municipality?: string) => Promise<DemoAccount>;
}

export const test = playwrightTest.extend<Fixtures>({
  signInAs: async ({ page }, use) => {
    await use(async (role, municipality) => {
      const account = demoAccount(role, municipality);
      await signIn(page, account);
      return account;
    });
  },
});

export { expect };

/** Everybody in the demo data who can sign in. */
export function demoAccounts(): DemoAccount[] {
  return JSON.parse(process.env['E2E_ACCOUNTS'] ?? '[]') as DemoAccount[];
}

/**
 * A demo person of a role, the first unless `which` counts further.
 * @throws Error when the demo data has nobody of that role.
 */
export function demoAccount(role: string, municipality?: string, which = 0): DemoAccount {
  const fitting = demoAccounts().filter(
    (one) => one.role === role && (!municipality || one.municipality === municipality),
  );
  const account = fitting[which];
  if (!account) throw new Error(`The demo data has no ${role}${municipality ? ` in ${municipality}` : ''}.`);
  return account;
}

/** Signs in with the form, as a person does. */
export async function signIn(page: Page, account: DemoAccount): Promise<void> {
  await page.goto('/app/');
  await page.getByLabel('E-postadress').fill(account.email);
  await page.getByLabel('Lösenord').fill(account.password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mitt arbete' })).toBeVisible();
}

/** Runs axe on the page as it stands, in light and in dark; nothing serious or critical may be found. */
export async function expectNoSeriousAxe(
  page: Page,
  colorSchemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations, passes } = await new AxeBuilder({ page }).withTags(standards).analyze();
    expect(passes.length, 'axe looked at something').toBeGreaterThan(0);
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 200)) }));
    expect(serious, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
