import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { story } from './story.js';

/** Accepts the invitation and stands in "Att göra"; the link holds once. */
export async function acceptInvitation(
  provider: Page,
  link: string,
  invited: { readonly provider: { readonly name: string }; readonly password: string } = story,
): Promise<void> {
  await provider.goto(link);
  await expect(provider.getByRole('heading', { level: 1 })).toContainText(invited.provider.name);
  expect(provider.url()).not.toContain('#');
  await provider.getByLabel('Välj ett lösenord').fill('för kort');
  await provider.getByRole('button', { name: 'Skapa konto' }).click();
  await expect(provider.getByRole('alert').getByText('Lösenordet ska ha minst 12 tecken.')).toBeVisible();
  await provider.getByLabel('Välj ett lösenord').fill(invited.password);
  await provider.getByRole('button', { name: 'Skapa konto' }).click();
  await expect(provider.getByRole('heading', { level: 1, name: 'Att göra' })).toBeVisible();
}

/** The link again: it is over, in plain words. */
export async function findLinkOver(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Länken gäller inte längre' })).toBeVisible();
}

/** Answers on a phone; one answer is written while the network is gone, and arrives when it is back. */
export async function answerWithLostNetwork(provider: Page): Promise<void> {
  await provider.getByRole('link', { name: story.requestTitle }).click();
  await expect(provider.getByRole('heading', { level: 1, name: story.requestTitle })).toBeVisible();
  const routine = provider.getByRole('group', { name: /skriftlig rutin/ });
  await routine.getByLabel('Nej').check();
  await expect(provider.getByLabel(/Varför saknas rutinen/)).toBeVisible();
  await routine.getByLabel('Ja').check();
  await expect(provider.getByLabel(/Varför saknas rutinen/)).toBeHidden();
  const plans = provider.getByRole('group', { name: /Hur många kunder har en aktuell plan/ });
  await plans.getByLabel('Antal').fill('9');
  await plans.getByLabel('av alla').fill('7');
  await plans.getByLabel('av alla').blur();
  await expect(plans.locator('.error-text')).toBeVisible();
  await plans.getByLabel('Antal').fill('7');
  await plans.getByLabel('av alla').fill('9');
  await provider.getByLabel(/Hur följer ni upp planerna/).fill(story.answer);
  await provider.getByLabel(/Hur följer ni upp planerna/).blur();
  await expect(provider.getByText('3 av 3 frågor besvarade')).toBeVisible();
  await expect(provider.getByText(/^Sparat \d\d:\d\d$/).first()).toBeVisible();

  await provider.context().setOffline(true);
  await provider.getByLabel(/Hur följer ni upp planerna/).fill(story.writtenOffline);
  await provider.getByLabel(/Hur följer ni upp planerna/).blur();
  await expect(provider.getByText('Inte sparat än. Texten finns kvar här.').first()).toBeVisible();
  await provider.context().setOffline(false);
  await expect(provider.getByText('Inte sparat än. Texten finns kvar här.')).toHaveCount(0, { timeout: 20_000 });
  await provider.reload();
  await expect(provider.getByLabel(/Hur följer ni upp planerna/)).toHaveValue(story.writtenOffline);
}

/** Hands the answers in and finds the receipt, a PDF. */
export async function submit(provider: Page): Promise<void> {
  await provider.getByRole('button', { name: 'Lämna in svaren' }).click();
  await provider.getByRole('dialog').getByRole('button', { name: 'Lämna in' }).click();
  await expect(provider.getByText(/Svaren är inlämnade\. Kommunen läser/)).toBeVisible();
}

/** Only what came back can be changed; the rest stands as it was handed in. */
export async function completeWhatCameBack(provider: Page): Promise<void> {
  await provider.goto('/utforare/att-gora');
  await expect(provider.getByText('1 svar att komplettera')).toBeVisible();
  await provider.getByRole('link', { name: story.requestTitle }).click();
  await expect(provider.getByText(story.returned).first()).toBeVisible();
  await expect(provider.getByRole('group', { name: /skriftlig rutin/ })).toHaveCount(0);
  await provider.getByLabel(/Hur följer ni upp planerna/).fill(story.completed);
  await provider.getByLabel(/Hur följer ni upp planerna/).blur();
  await expect(provider.getByText(/^Sparat \d\d:\d\d$/).first()).toBeVisible();
  await submit(provider);
}
