import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { tab } from './gather-evidence.js';
import { story } from './story.js';

/** Step 4: the officer declares that there is no conflict of interest, sees the rule's proposal, must say why there was no fact check, and sends the judgement. */
export async function submitJudgement(page: Page): Promise<void> {
  await tab(page, 'Översikt');
  await page.getByLabel('Jag intygar att jag inte är jävig').check();
  await expect(page.getByText('Du har intygat att du saknar jäv')).toBeVisible();
  await tab(page, 'Beslut');
  await expect(page.getByText('Förslag enligt reglerna:')).toBeVisible();
  await expect(page.getByText(`Krav ställs: ${story.requirement}`)).toBeVisible();
  await page.getByRole('radio', { name: /^Godkänd med anmärkning/ }).check();
  await page.getByLabel('Motivering').fill(story.judgement);
  await page.getByRole('button', { name: 'Skicka för beslut' }).click();
  await expect(page.getByRole('alert').getByText('Skriv varför ingen faktakontroll har gjorts.')).toBeVisible();

  await page.getByLabel('Varför har ingen faktakontroll gjorts?').fill(story.noFactCheck);
  await page.getByRole('button', { name: 'Skicka för beslut' }).click();
  await expect(page.getByText('Väntar på beslut').first()).toBeVisible();
}

/** A manager who is not the author declares no conflict of interest, follows the chain, and returns with a comment. */
export async function returnWithComment(page: Page, caseAddress: string): Promise<void> {
  await page.goto(caseAddress);
  await page.getByLabel('Jag intygar att jag inte är jävig').check();
  await expect(page.getByText('Du har intygat att du saknar jäv')).toBeVisible();
  const chain = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Vad bedömningen vilar på' }) });
  for (const part of [story.requirement, '§ 15 Genomförandeplan', story.finding.title, story.review.title]) {
    await expect(chain.getByText(part).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Återlämna', exact: true }).click();
  await page.getByRole('button', { name: 'Återlämna till handläggaren' }).click();
  await expect(page.getByRole('alert').getByText('Skriv minst en kommentar om vad som ska ändras.')).toBeVisible();
  await page.getByLabel('Vad behöver ändras?').fill(story.returnComment);
  await page.getByRole('button', { name: 'Återlämna till handläggaren' }).click();
  await expect(page.getByText('Återlämnad', { exact: true })).toBeVisible();
}

/** The officer reads the comment, which must be answered in words, mends the text and sends it again. */
export async function correctAndResubmit(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByText(story.returnComment, { exact: true })).toBeVisible();
  await page.getByLabel('Motivering').fill(story.judgementCorrected);
  await expect(page.getByRole('link', { name: 'Chefens kommentar är obesvarad' })).toBeVisible();
  await page.getByLabel('Så här har kommentaren tagits om hand').fill(story.commentAnswer);
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Skicka för beslut' }).click();
  await expect(page.getByText('Väntar på beslut').first()).toBeVisible();
}

/** The manager reads how the comment was taken care of, and approves; the report is rendered in a job and can then be fetched. Answers its address. */
export async function approve(page: Page): Promise<string> {
  await page.reload();
  await expect(page.getByText(story.judgementCorrected)).toBeVisible();
  await expect(page.getByText(story.commentAnswer)).toBeVisible();
  const declaration = page.getByLabel('Jag intygar att jag inte är jävig');
  if (!(await declaration.isChecked())) await declaration.check();
  await page.getByRole('button', { name: 'Godkänn', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Godkänn bedömningen/ });
  await dialog.getByRole('button', { name: 'Godkänn' }).click();
  await expect(page.getByText('Beslutad')).toBeVisible();
  const pdf = page.getByRole('link', { name: 'Ladda ned PDF' });
  await expect(pdf).toBeVisible({ timeout: 30_000 });
  return (await pdf.getAttribute('href')) ?? '';
}
