import { expect, expectNoSeriousAxe, test } from './fixtures.js';

test.describe('The front door', () => {
  test('the app says that it is well, database and queue included', async ({ request }) => {
    const answer = await request.get('/api/health');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain('application/json');
  });

  test('the bare address leads to a page in Swedish with one main heading', async ({ page }) => {
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', /^sv/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('a stranger who asks for the staff door is met by the sign-in form', async ({ page }) => {
    await page.goto('/app/');
    await expect(page.getByLabel('E-postadress')).toBeVisible();
    await expect(page.getByLabel('Lösenord')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Logga in' })).toBeEnabled();
  });

  test('the sign-in page keeps the accessibility rules, also on a narrow screen', async ({ page }) => {
    await page.goto('/app/');
    await expect(page.getByRole('button', { name: 'Logga in' })).toBeVisible();
    await expectNoSeriousAxe(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSeriousAxe(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
  });

  test('an address that does not exist is said to be missing, not served as an empty page', async ({ request }) => {
    const answer = await request.get('/api/no-such-thing');
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
  });
});
