import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { story } from './story.js';

/** The registrar runs the screen on the approved report and settles each hit, with a reason, until none is left (R17). */
export async function screenAndSettle(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Publicerat' }).click();
  await page.getByLabel('Läge').selectOption({ label: 'Väntar' });
  await page.getByRole('link', { name: new RegExp(story.provider.name) }).click();
  await page.getByRole('button', { name: 'Kör granskningen' }).click();
  await expect(page.getByRole('heading', { name: 'Sekretessgranskning' })).toBeVisible();
  const hits = page.getByRole('navigation', { name: 'Träffar' }).getByRole('listitem');
  await expect(hits.filter({ hasText: 'Namn på deltagare' })).not.toHaveCount(0);
  await expect(hits.filter({ hasText: 'Litet antal personer' })).not.toHaveCount(0);

  const open = hits.filter({ hasText: 'Att avgöra' });
  for (let left = await open.count(); left > 0; left--) {
    await open.first().getByRole('button').click();
    const isName = await page.getByRole('heading', { level: 3, name: /^Namn på deltagare/ }).isVisible();
    if (isName) {
      await page.keyboard.press('2');
      await page.getByLabel('Vad som ska stå i stället').fill('Enhetschefen');
      await page.getByLabel('Skäl').fill('I rapporten står roller, inte namn.');
    } else {
      await page.keyboard.press('1');
      await page.getByLabel('Skäl').fill('Få personer kan kännas igen.');
    }
    await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
    await expect(open).toHaveCount(left - 1);
  }
}

/** The manager approves what the registrar has screened; only then may the registrar publish it. Answers its address. */
export async function approveAndPublish(manager: Page, registrar: Page): Promise<string> {
  await expect(registrar.getByRole('button', { name: 'Publicera', exact: true })).toHaveCount(0);
  await manager.goto(new URL(registrar.url()).pathname);
  await manager.getByRole('button', { name: 'Godkänn publicering' }).click();
  await confirm(manager, 'Godkänna publiceringen?');
  await expect(manager.getByText('Godkänd för publicering').first()).toBeVisible();

  await registrar.reload();
  const publish = registrar.getByRole('button', { name: 'Publicera', exact: true });
  await expect(publish).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
  await publish.click();
  await confirm(registrar, 'Publicera rapporten?');
  await expect(registrar.getByRole('heading', { name: 'Rapporten är offentlig' })).toBeVisible();
  const link = registrar.getByRole('link', { name: 'Öppna den offentliga sidan' });
  return new URL((await link.getAttribute('href')) ?? '', registrar.url()).pathname;
}

async function confirm(page: Page, question: string): Promise<void> {
  await page.getByRole('dialog', { name: question }).getByRole('button').first().click();
}
