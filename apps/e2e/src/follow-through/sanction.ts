import type { Page } from '@playwright/test';
import { answered } from '../arrange.js';
import { expect } from '../fixtures.js';
import { story } from './story.js';

/** The contract's own ladder, written down by the officer on the contract's page. */
export async function writeLadder(officer: Page, contractId: string): Promise<void> {
  await officer.goto(`/app/avtal/${contractId}`);
  await officer.getByRole('button', { name: 'Lägg in trappan' }).click();
  await officer.getByLabel('Slag').selectOption({ label: 'Varning' });
  await officer.getByLabel('Vad steget heter i avtalet').fill(story.sanction.step);
  await officer.getByRole('button', { name: /^Spara/ }).click();
  await expect(officer.getByText('Påföljdstrappan är sparad')).toBeVisible();
}

/** The manager decides the next step on what remains, and sends it. @returns the sanction's address. */
export async function decideAndSend(manager: Page, caseAddress: string): Promise<string> {
  await manager.goto(`${caseAddress}/pafoljder`);
  await manager.getByRole('button', { name: 'Besluta om påföljd' }).click();
  await expect(manager.getByLabel(new RegExp(story.requirements['6']))).toBeChecked();
  await manager.getByLabel('Skäl').fill(story.sanction.grounds);
  await manager.getByRole('button', { name: 'Besluta', exact: true }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Besluta' }).click();
  await expect(manager.getByText('Beslutet är inte skickat')).toBeVisible();
  await act(manager, 'Skicka');
  await expect(manager.getByText('Beslutet är skickat')).toBeVisible();
  return new URL(manager.url()).pathname;
}

/** The provider finds the decision among what it has to do, and disputes it. */
export async function dispute(provider: Page): Promise<void> {
  await provider.goto('/utforare/att-gora');
  await provider.locator('a[href*="/pafoljd/"]').first().click();
  await expect(provider.getByText(story.sanction.grounds).first()).toBeVisible();
  await provider.getByLabel('Varför är beslutet fel?').fill(story.sanction.dispute);
  await provider.getByRole('button', { name: 'Bestrid beslutet' }).click();
  await provider.getByRole('dialog').getByRole('button', { name: 'Bestrid' }).click();
  await expect(provider.getByRole('heading', { name: 'Ert bestridande' })).toBeVisible();
}

/** The manager reads the dispute, answers it, and withdraws the sanction. */
export async function answerAndWithdraw(manager: Page, address: string): Promise<void> {
  await manager.goto(address);
  await expect(manager.getByText(story.sanction.dispute).first()).toBeVisible();
  await act(manager, 'Bemöt', 'Svar till utföraren', story.sanction.answer);
  await expect(manager.getByText('Svaret är skickat')).toBeVisible();
  await act(manager, 'Återta', 'Skäl', story.sanction.withdrawn);
  await expect(manager.getByText('Påföljden är återtagen')).toBeVisible();
}

/** The provider reads the answer and that nothing remains of it. */
export async function readWithdrawal(provider: Page): Promise<void> {
  await provider.reload();
  await expect(provider.getByText(story.sanction.answer).first()).toBeVisible();
  await expect(provider.getByRole('heading', { name: 'Påföljden är återtagen' })).toBeVisible();
}

/** How many sanctions the contract's three years count. */
export async function sanctionsOf(page: Page, contractId: string): Promise<{ sanctions: { state: string }[] }> {
  return answered(await page.request.get(`/api/contracts/${contractId}/sanctions`));
}

async function act(manager: Page, word: string, label?: string, text?: string): Promise<void> {
  await manager
    .getByRole('button', { name: new RegExp(`^${word}`) })
    .first()
    .click();
  const form = manager.getByRole('region').filter({ has: manager.locator('form') });
  if (label && text) await form.getByLabel(label).fill(text);
  await form.getByRole('button', { name: new RegExp(`^${word === 'Bemöt' ? 'Skicka' : word}`) }).click();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${word === 'Bemöt' ? 'Skicka' : word}`) })
    .click();
}
