import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { tab } from './gather-evidence.js';
import { story } from './story.js';

/** Step 3: every clause by keyboard: a digit judges, J goes on, and what is written is saved by itself. */
export async function assessByKeyboard(page: Page): Promise<void> {
  // The texts have just saved themselves; the page reads the case anew before it can be moved on.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Börja bedöma' }).click();
  await expect(page.getByRole('button', { name: 'Hämta mer underlag' })).toBeVisible();
  await tab(page, 'Bedömning');
  await expect(page.getByText('§ 15 saknar bedömning')).toBeVisible();
  const clauses = page.getByRole('navigation', { name: 'Avtalspunkter' }).getByRole('button');
  await clauses.first().click();
  await expect(clauses).toHaveCount(4);
  for (let clause = 0; clause < 4; clause++) {
    const current = clauses.nth(clause);
    await expect(current).toHaveAttribute('aria-current', 'true');
    const partly = /§ 15/.test((await current.textContent()) ?? '');
    await page.keyboard.press(partly ? '2' : '1');
    await expect(current).toContainText(partly ? 'Uppfylls delvis' : 'Uppfylls');
    await page.getByLabel('Vad visar underlaget?').focus();
    await page.keyboard.type(partly ? 'Planer finns för de flesta.' : 'Underlaget visar att kravet följs.');
    await page.keyboard.press('Tab');
    await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible();
    await page.keyboard.press('j');
  }
  await expect(page.getByText(/saknar bedömning/)).toHaveCount(0);
}

/** A deficiency on § 15 with its evidence, and a requirement and a recommendation made of it. */
export async function writeFinding(page: Page): Promise<void> {
  const { finding, review } = story;
  await page.getByRole('navigation', { name: 'Avtalspunkter' }).getByRole('button', { name: /§ 15/ }).click();
  await expect(page.getByRole('heading', { name: /^§ 15/ })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('radio', { name: 'Brist' }).check();
  await page.getByLabel('Rubrik').fill(finding.title);
  await page.getByLabel('Beskrivning').fill(finding.text);
  await page.getByRole('group', { name: 'Underlag' }).getByLabel(new RegExp(review.title)).check();
  await page.getByRole('button', { name: 'Spara iakttagelsen' }).click();
  const card = page.getByRole('article', { name: finding.title });
  await expect(card).toContainText(review.title);
}

/** A requirement and a recommendation, both made of the deficiency. */
export async function makeActions(page: Page): Promise<void> {
  const make = page.getByRole('button', { name: /^Ställ krav eller rekommendera/ });
  await make.click();
  await page.getByLabel('Vad ska åtgärdas?').fill(story.requirement);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  const card = page.getByRole('article', { name: story.finding.title });
  await expect(card).toContainText(story.requirement);
  await make.click();
  await page.getByRole('radio', { name: 'Rekommendation' }).check();
  await page.getByLabel('Vad rekommenderas?').fill(story.recommendation);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(card).toContainText(story.recommendation);
  await tab(page, 'Krav och rekommendationer');
  await expect(page.getByText(story.requirement).first()).toBeVisible();
  await expect(page.getByText(story.recommendation).first()).toBeVisible();
}
