import type { FollowUpListItem, FollowUpView, Page as ListPage } from '@insyn/api-schema';
import type { Page } from '@playwright/test';
import { demoAccount, expect, test } from './fixtures.js';
import { aPerson, HOME } from './people.js';

test.describe('What is written is never lost', () => {
  test('two officers on the same assessment: the second sees both texts and chooses', async ({ browser }) => {
    const first = await aPerson(browser, 'officer');
    const second = await aPerson(browser, 'officer', HOME, 1);
    const address = await clauseOf(first);
    await first.goto(address);
    await second.goto(address);
    await expect(textOf(second)).toBeVisible();

    await textOf(first).fill('Den första skrev det här.');
    await textOf(first).blur();
    await expect(first.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible();
    await textOf(second).fill('Den andra skrev det här.');
    await textOf(second).blur();

    const notice = second.getByRole('alert').filter({ hasText: 'Någon annan har ändrat' });
    await expect(notice).toContainText('Den första skrev det här.');
    await expect(notice).toContainText('Den andra skrev det här.');
    await notice.getByRole('button', { name: 'Spara min text' }).click();
    await expect(second.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible();
    await first.reload();
    await expect(textOf(first)).toHaveValue('Den andra skrev det här.');
    for (const page of [first, second]) await page.context().close();
  });

  test('a session that has ended keeps the typed text, and signing in again saves it', async ({ browser }) => {
    const page = await aPerson(browser, 'officer');
    await page.goto(await clauseOf(page));
    await expect(textOf(page)).toBeVisible();
    await page.context().clearCookies();
    await textOf(page).fill('Skrivet när inloggningen hade gått ut.');
    await textOf(page).blur();
    const dialog = page.getByRole('dialog', { name: 'Logga in igen' });
    await dialog.getByLabel('Lösenord').fill(demoAccount('officer', HOME).password);
    await dialog.getByRole('button', { name: 'Logga in' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(textOf(page)).toHaveValue('Skrivet när inloggningen hade gått ut.');
    await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible();
    await page.reload();
    await expect(textOf(page)).toHaveValue('Skrivet när inloggningen hade gått ut.');
    await page.context().close();
  });

  test('a double click on the button that registers makes one provider', async ({ browser }) => {
    const page = await aPerson(browser, 'officer');
    await page.goto('/app/utforare/ny');
    await page.getByLabel('Organisationsnummer').fill('559345-2229');
    await page.getByLabel('Namn').fill('Dubbelklickets omsorg AB');
    await page.getByRole('button', { name: 'Registrera utföraren' }).dblclick();
    await expect(page.getByRole('heading', { level: 1, name: 'Dubbelklickets omsorg AB' })).toBeVisible();
    const answer = await page.request.get('/api/providers?search=Dubbelklickets');
    const { items } = (await answer.json()) as ListPage<{ id: string }>;
    expect(items).toHaveLength(1);

    await page.getByRole('button', { name: 'Lägg till den första enheten' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny enhet' });
    await dialog.getByLabel('Namn').fill('Dubbelgården');
    await dialog.getByLabel('Hemtjänst').check();
    await dialog.getByRole('button', { name: 'Spara enheten' }).dblclick();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('cell', { name: /^Dubbelgården/ })).toHaveCount(1);
    await page.context().close();
  });
});

function textOf(page: Page) {
  return page.getByLabel('Vad visar underlaget?');
}

/** The address of a clause with a verdict, in a case that is being assessed by a team of two. */
async function clauseOf(page: Page): Promise<string> {
  const list = await page.request.get('/api/follow-ups?state=assessing');
  const { items } = (await list.json()) as ListPage<FollowUpListItem>;
  for (const { id } of items) {
    const view = (await (await page.request.get(`/api/follow-ups/${id}`)).json()) as FollowUpView;
    const assessment = view.assessments.find(({ clauseIds }) => clauseIds.length === 1);
    if (view.team.length < 2 || assessment === undefined) continue;
    return `/app/uppfoljningar/${id}/bedomning?punkt=${assessment.clauseIds[0] ?? ''}`;
  }
  throw new Error('No case is being assessed by two.');
}
