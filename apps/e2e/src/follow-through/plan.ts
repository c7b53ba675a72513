import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { story } from './story.js';

type Requirement = keyof typeof story.plan;

/** The demand among what the provider has to do, read on a phone. */
export async function openPlan(provider: Page): Promise<void> {
  await provider.goto('/utforare/att-gora');
  await provider.locator('a[href*="/atgardsplan/"]').first().click();
  await expect(provider.getByRole('heading', { level: 1, name: 'Åtgärdsplan' })).toBeVisible();
  for (const text of Object.values(story.requirements)) await expect(provider.getByText(text)).toBeVisible();
}

/** Handing in is refused with what is missing (R13), until cause, measure, role, date and effect are written. */
export async function writePlan(provider: Page): Promise<void> {
  await provider.getByRole('button', { name: 'Lämna in planen' }).click();
  await expect(provider.getByRole('region', { name: /saknas innan planen kan lämnas in/ })).toContainText(/orsak/i);
  for (const requirement of ['5', '6'] as const) await writeItem(provider, requirement);
  await expect(provider.getByText(/^Sparat|Allt är sparat/).first()).toBeVisible();
  await handIn(provider);
}

/** Completes the requirement that came back, and hands in again. */
export async function completePlan(provider: Page): Promise<void> {
  await provider.reload();
  await expect(provider.getByText(story.incomplete).first()).toBeVisible();
  await provider.getByLabel('Orsak till bristen').fill(story.completed);
  await handIn(provider);
}

/** Reports the first requirement as done, with its effect. */
export async function reportDone(provider: Page): Promise<void> {
  await provider.reload();
  await expect(provider.getByText('Planen är godtagen.')).toBeVisible();
  await provider.getByRole('button', { name: 'Anmäl som åtgärdat krav 1' }).click();
  await provider.getByLabel('Vad är gjort, och hur syns det?').fill(story.reported);
  await provider.getByRole('button', { name: 'Skicka anmälan' }).click();
  await expect(provider.getByText(/^Anmält som åtgärdat/)).toBeVisible();
}

/** The officer finds the first requirement sufficient and the second incomplete, and sends the plan back. */
export async function returnPlan(officer: Page, caseAddress: string): Promise<void> {
  await officer.goto(`${caseAddress}/atgardsplan`);
  await verdict(officer, 'Krav 1', 'Tillräcklig');
  const second = await verdict(officer, 'Krav 2', 'Behöver kompletteras');
  await second.getByLabel('Vad ska kompletteras?').fill(story.incomplete);
  await officer.getByRole('button', { name: 'Lämna tillbaka planen' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Lämna tillbaka' }).click();
  await expect(officer.getByText('Planen är återlämnad')).toBeVisible();
}

/** The officer accepts what was completed. */
export async function acceptPlan(officer: Page, caseAddress: string): Promise<void> {
  await officer.goto(`${caseAddress}/atgardsplan`);
  await expect(officer.getByText(story.completed).first()).toBeVisible();
  await verdict(officer, 'Krav 2', 'Tillräcklig');
  await officer.getByRole('button', { name: 'Godta planen' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Godta' }).click();
  await expect(officer.getByText('Planen är godtagen')).toBeVisible();
}

async function verdict(officer: Page, requirement: string, word: string) {
  const part = officer.getByRole('region', { name: requirement, exact: true });
  await part.getByLabel(word).check();
  return part;
}

async function writeItem(provider: Page, requirement: Requirement): Promise<void> {
  const { cause, measure } = story.plan[requirement];
  const card = provider.getByRole('region').filter({ hasText: story.requirements[requirement] });
  await card.getByLabel('Orsak till bristen').fill(cause);
  if (!(await card.getByLabel('Vad ska vara gjort?').first().isVisible())) {
    await card.getByRole('button', { name: 'Lägg till en åtgärd' }).click();
  }
  await card.getByLabel('Vad ska vara gjort?').first().fill(measure);
  await card.getByLabel('Ansvarig roll').first().fill(story.role);
  await card.getByLabel('Klart den').first().fill(inDays(20));
  await card.getByLabel('Hur ska effekten visa sig?').fill(story.effect);
  await card.getByLabel('Effekten följs upp den').fill(inDays(40));
  await card.getByLabel('Effekten följs upp den').blur();
}

async function handIn(provider: Page): Promise<void> {
  await provider.getByRole('button', { name: 'Lämna in planen' }).click();
  await provider.getByRole('dialog').getByRole('button', { name: 'Lämna in' }).click();
  await expect(provider.getByText('Kommunen läser den och svarar krav för krav.')).toBeVisible();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
