import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { tab } from '../journey/gather-evidence.js';
import { story } from './story.js';

/** Sends the request from the case's own tab. */
export async function sendRequest(officer: Page, caseAddress: string): Promise<void> {
  await officer.goto(caseAddress);
  await tab(officer, 'Informationsbegäran');
  await officer.getByRole('link', { name: 'Ny informationsbegäran' }).click();
  await officer.getByLabel(new RegExp(story.contact.name)).check();
  const sets = officer.getByLabel('Frågebatteri');
  const option = sets.getByRole('option', { name: new RegExp(`^${story.setName}`) });
  await sets.selectOption((await option.getAttribute('value')) ?? '');
  await officer.getByLabel('Rubrik').fill(story.requestTitle);
  await officer.getByRole('button', { name: 'Skicka begäran' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Skicka till en mottagare' }).click();
  await expect(officer.getByRole('heading', { name: story.requestTitle })).toBeVisible();
}

/** The single-use link to an address, as the demo municipality shows it in its list of mail. */
export async function invitationLink(officer: Page, email: string = story.contact.email): Promise<string> {
  await officer.goto('/app/utskick');
  const row = officer.getByRole('row', { name: new RegExp(email) }).first();
  await row.getByRole('link').first().click();
  await expect(officer.getByRole('heading', { level: 2, name: 'Text' })).toBeVisible();
  const text = await officer.getByRole('main').innerText();
  const link = /https?:\/\/\S+\/utforare\/inbjudan#[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`The mail shows no link: ${text}`);
  return link;
}

/** Sends the last question back with what is missing. */
export async function returnOneQuestion(officer: Page, caseAddress: string): Promise<void> {
  await openRequest(officer, caseAddress);
  await expect(officer.getByText(story.writtenOffline).first()).toBeVisible();
  await officer.getByRole('button', { name: 'Återlämna frågor' }).click();
  await officer.getByLabel(/Hur följer ni upp planerna/).check();
  await officer.getByLabel('Vad ska kompletteras?').fill(story.returned);
  await officer.getByRole('button', { name: 'Återlämna en fråga' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Återlämna' }).click();
  await expect(officer.getByText('Återlämnad för komplettering').first()).toBeVisible();
}

/** Reads both rounds and ends the request. */
export async function readBothRounds(officer: Page, caseAddress: string): Promise<void> {
  await openRequest(officer, caseAddress);
  await expect(officer.getByText(story.completed).first()).toBeVisible();
  await officer.getByRole('button', { name: /^Avsluta/ }).click();
  await expect(officer.getByText('Avslutad').first()).toBeVisible();
}

/** A meeting that is planned for today with an agenda. @returns its address. */
export async function planMeeting(officer: Page, caseAddress: string, today: string): Promise<string> {
  await officer.goto(`${caseAddress}/underlag`);
  await officer.getByRole('button', { name: 'Lägg till möte' }).click();
  await officer.getByLabel('Rubrik').fill(story.meeting.title);
  await officer.getByLabel('Planeras').check();
  await officer.getByLabel('Datum').fill(today);
  await officer.getByLabel('Form', { exact: true }).selectOption({ label: 'Hos utföraren' });
  await officer.getByLabel('Namn', { exact: true }).last().fill(story.contact.name);
  await officer.getByLabel('Roll', { exact: true }).last().fill(story.contact.role);
  await officer.getByRole('button', { name: 'Spara mötet' }).click();
  const card = officer.getByRole('region', { name: story.meeting.title });
  await card.getByRole('link', { name: /^Anteckna under mötet/ }).click();
  await expect(officer.getByRole('heading', { level: 1, name: story.meeting.title })).toBeVisible();
  return new URL(officer.url()).pathname;
}

/** Writes a note where there is no item of the agenda. */
export async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByLabel('Anteckna fritt').fill(text);
  await page.getByRole('button', { name: 'Skriv ned' }).click();
}

/** Links each piece of evidence that the list shows to every clause, by keyboard. */
export async function linkToEveryClause(officer: Page, caseAddress: string, title: string): Promise<void> {
  await officer.goto(`${caseAddress}/underlag`);
  const without = officer.getByRole('region', { name: /^Avtalspunkter utan underlag/ });
  await expect(without.getByRole('listitem')).toHaveCount(story.clauses.length);
  await officer
    .getByRole('button', { name: new RegExp(title) })
    .first()
    .click();
  const card = officer.getByRole('region', { name: title });
  await card.getByRole('button', { name: 'Koppla till avtalspunkt' }).press('Enter');
  const dialog = officer.getByRole('dialog', { name: 'Koppla till avtalspunkt' });
  for (const { heading } of story.clauses) {
    const box = dialog.getByLabel(new RegExp(heading));
    await box.press('Space');
    await expect(box).toBeChecked();
    await expect(box).not.toHaveAttribute('aria-disabled', 'true');
  }
  await dialog.getByRole('button', { name: 'Klar' }).press('Enter');
  await expect(without.getByRole('listitem')).toHaveCount(0);
}

async function openRequest(officer: Page, caseAddress: string): Promise<void> {
  await officer.goto(`${caseAddress}/informationsbegaran`);
  await officer.getByRole('link', { name: story.requestTitle }).click();
  await expect(officer.getByRole('heading', { level: 2, name: story.requestTitle })).toBeVisible();
}
