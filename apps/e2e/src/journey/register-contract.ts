import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { story } from './story.js';

/** Step 1, first half: a provider with a unit; a mistyped organisation number is told at the field. */
export async function registerProvider(page: Page): Promise<void> {
  const { provider } = story;
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Utförare' }).click();
  await page.getByRole('link', { name: 'Ny utförare' }).click();
  await page.getByLabel('Organisationsnummer').fill(provider.wrongNumber);
  await page.getByLabel('Namn').fill(provider.name);
  await page.getByRole('button', { name: 'Registrera utföraren' }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: /Kontrollsiffran stämmer inte/ })).toBeVisible();
  await expect(page.getByLabel('Namn')).toHaveValue(provider.name);

  await page.getByLabel('Organisationsnummer').fill(provider.organisationNumber);
  await page.getByRole('button', { name: 'Registrera utföraren' }).click();
  await expect(page.getByRole('heading', { level: 1, name: provider.name })).toBeVisible();

  await page.getByRole('button', { name: 'Lägg till den första enheten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny enhet' });
  await dialog.getByLabel('Namn').fill(provider.unit);
  await dialog.getByLabel('Personlig assistans').check();
  await dialog.getByLabel('Lagrum').fill('LSS 9 § 2');
  await dialog.getByLabel('Platser eller kunder').fill('42');
  await dialog.getByRole('button', { name: 'Spara enheten' }).click();
  await expect(page.getByRole('cell', { name: new RegExp(`^${provider.unit}`) })).toBeVisible();
}

/** Step 1, second half: its contract, with an option and a latest end. */
export async function registerContract(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nytt avtal' }).first().click();
  await page.getByLabel('Beteckning').fill(story.contract.reference);
  await page.getByLabel('Nämnd').selectOption({ label: 'Socialnämnden' });
  await page.getByLabel('Driftform').selectOption({ label: 'Upphandling (LOU)' });
  await expect(page.getByRole('checkbox', { name: story.provider.unit })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Personlig assistans' })).toBeChecked();
  await page.getByLabel('Börjar').fill('2025-01-01');
  await page.getByLabel('Slutar utan förlängning').fill('2024-12-31');
  await page.getByRole('button', { name: 'Spara avtalet' }).click();
  await expect(
    page
      .getByRole('alert')
      .getByRole('link', { name: /inte sluta innan det börjar/ })
      .first(),
  ).toBeVisible();

  await page.getByLabel('Slutar utan förlängning').fill('2028-12-31');
  await page.getByRole('button', { name: 'Lägg till förlängning' }).click();
  await page.getByLabel('Förlängning 1').fill('24');
  await page.getByLabel('Sista möjliga slutdatum').fill('2030-12-31');
  await page.getByRole('button', { name: 'Spara avtalet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: story.contract.reference })).toBeVisible();
}

/** Step 1, last: the clauses as pasted rows; one number stands twice, is told by row and mended before anything is saved. */
export async function readClauses(page: Page): Promise<void> {
  const { broken, mended } = story.clauses;
  await page
    .getByRole('link', { name: /^Läs in/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Rader' }).fill(broken);
  await page.getByRole('button', { name: 'Granska raderna' }).click();
  await expect(page.getByRole('heading', { name: 'Ett fel att rätta' })).toBeVisible();
  const errors = page.getByRole('table', { name: 'Fel i raderna' });
  await expect(errors.getByRole('row').nth(1)).toContainText('4');
  await expect(page.getByRole('button', { name: /^Läs in \d+ avtalspunkter/ })).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Rader' }).fill(broken.replace(...mended));
  await page.getByRole('button', { name: 'Granska raderna' }).click();
  await expect(page.getByRole('heading', { name: '4 avtalspunkter kan läsas in' })).toBeVisible();
  await page.getByRole('button', { name: 'Läs in 4 avtalspunkter' }).click();
  await expect(page.getByText('4 punkter, 1 kritisk, version 1')).toBeVisible();
}
