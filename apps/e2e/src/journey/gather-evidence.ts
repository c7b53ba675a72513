import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { story } from './story.js';

/** Step 2: the follow-up of all clauses but one, with a case number of the committee's series. */
export async function openFollowUp(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Uppföljningar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uppföljningar' })).toBeVisible();
  await page.getByRole('link', { name: 'Ny uppföljning' }).click();
  await page.getByLabel('Avtal', { exact: true }).fill(story.contract.reference);
  await expect(page.getByText('1 avtal.')).toBeVisible();
  await page.getByRole('button', { name: new RegExp(story.contract.reference) }).click();
  await expect(page.getByLabel('Enhet', { exact: true })).toHaveValue(/.+/);
  await expect(page.getByText('4 av 4 avtalspunkter är valda.')).toBeVisible();
  await page.getByLabel('Ta nästa nummer i nämndens serie').check();
  await page.getByRole('button', { name: 'Öppna uppföljningen' }).click();
  await expect(page.getByText(/SON\/\d{4}\/\d{4}\/739/)).toBeVisible();
  await page.getByRole('button', { name: 'Starta' }).click();
  await expect(page.getByRole('button', { name: 'Börja bedöma' })).toBeVisible();
}

/** A meeting with people of both sides, and what was said. */
export async function recordMeeting(page: Page, heldOn: string): Promise<void> {
  const { meeting } = story;
  await tab(page, 'Underlag');
  await page.getByRole('button', { name: 'Lägg till möte' }).click();
  await page.getByLabel('Rubrik').fill(meeting.title);
  await page.getByLabel('Datum').fill(heldOn);
  await page.getByLabel('Form', { exact: true }).selectOption({ label: 'Hos utföraren' });
  await page.getByLabel('Namn', { exact: true }).last().fill(meeting.participant);
  await page.getByLabel('Roll', { exact: true }).last().fill(meeting.role);
  await page.getByLabel('Anteckningar').fill(meeting.notes);
  await page.getByRole('button', { name: 'Spara mötet' }).click();
  const card = page.getByRole('region', { name: meeting.title });
  await expect(card.getByText(meeting.participant)).toBeVisible();
  await expect(card.getByText('Maja Sandell').first()).toBeVisible();
}

/** A random sample, drawn by the seed, with a checklist for each file; the result says k of n with its interval (R5). */
export async function reviewFiles(page: Page, heldOn: string): Promise<void> {
  const { review } = story;
  await page.getByRole('button', { name: 'Lägg till granskning' }).click();
  await page.getByLabel('Rubrik').fill(review.title);
  await page.getByLabel('Datum').fill(heldOn);
  await page.getByLabel('Akter i verksamheten (N)').fill('4');
  await page.getByLabel('Akter som granskas (n)').fill(String(review.size));
  await page.getByLabel('Fråga 1').fill(review.question);
  await page.getByRole('button', { name: 'Dra stickprovet' }).click();
  await expect(page.getByRole('alert').getByText(/inte att granska fler akter än som finns/)).toBeVisible();

  await page.getByLabel('Akter i verksamheten (N)').fill(String(review.population));
  await page.getByRole('button', { name: 'Dra stickprovet' }).click();
  const card = page.getByRole('region', { name: review.title });
  const answers = card.getByLabel(new RegExp(`^${escape(review.question)}, akt`));
  await expect(answers).toHaveCount(review.size);
  for (let file = 0; file < review.size; file++) {
    await answers.nth(file).selectOption({ label: file === 0 ? 'Nej' : 'Ja' });
  }
  await expect(card.getByText(/5 av 6/)).toBeVisible();
  await expect(card.getByText(/Slumpfrö/)).toBeVisible();
}

/** A document that the provider gave, with its file; a file that lies about its kind is refused in Swedish. */
export async function uploadDocument(page: Page, heldOn: string): Promise<void> {
  const { document } = story;
  await page.getByRole('button', { name: 'Lägg till annat underlag' }).click();
  await page.getByLabel('Datum').fill(heldOn);
  await page.getByLabel('Rubrik').fill(document.title);
  await page.getByRole('button', { name: 'Spara underlaget' }).click();
  const card = page.getByRole('region', { name: document.title });
  const lie = { name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('Det här är ingen bild.') };
  await card.getByLabel('Lägg till filer').setInputFiles(lie);
  await expect(card.getByRole('alert')).toContainText('bild.png');
  const csv = { name: document.file, mimeType: 'text/csv', buffer: Buffer.from('Steg;Vem\nRapportera;Den som ser\n') };
  await card.getByLabel('Lägg till filer').setInputFiles(csv);
  await expect(card.getByRole('link', { name: document.file })).toBeVisible();
}

/** A counted figure, and the report's own texts, which save themselves. */
export async function writeOverview(page: Page): Promise<void> {
  const { figure } = story;
  await tab(page, 'Översikt');
  await page.getByRole('button', { name: 'Lägg till siffra' }).click();
  await page.getByLabel('Vad siffran visar').fill(figure.name);
  await page.getByLabel('Period').fill(figure.period);
  await page.getByLabel('Antal', { exact: true }).fill(String(figure.value));
  await page.getByRole('button', { name: 'Spara siffran' }).click();
  await expect(page.getByRole('cell', { name: figure.name, exact: true })).toBeVisible();

  await page.getByLabel('Bakgrund').fill('Avtalet har inte följts upp tidigare.');
  await page.getByLabel('Syfte').fill('Att se om utföraren gör det som avtalet säger.');
  await page.getByLabel('Sammanfattning').fill('Insatsen fungerar väl men dokumentationen brister.');
  await page.getByLabel('Sammanfattning').blur();
  await expect(page.getByText(/^Sparat \d\d:\d\d$/).first()).toBeVisible();
}

/** Goes to one of the follow-up's parts. */
export async function tab(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Uppföljningens delar' });
  await tabs.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(tabs.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute('aria-current', 'page');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
