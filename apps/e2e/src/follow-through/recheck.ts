import type { Page } from '@playwright/test';
import { moveCase, postAs, readCase } from '../arrange.js';
import { expect } from '../fixtures.js';
import { story } from './story.js';

type Requirement = keyof typeof story.requirements;

/** The address of the latest re-check, from the chain beside the requirements. */
export async function openRecheck(page: Page, caseAddress: string, number: number): Promise<string> {
  await page.goto(`${caseAddress}/krav`);
  await page.getByRole('link', { name: `Återkontroll ${number}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Återkontroll ${number}`);
  return new URL(page.url()).pathname.replace(/\/krav$/, '');
}

/** Starts the re-check with a meeting as its evidence, and everyone's word on conflict of interest. */
export async function startRecheck(officer: Page, address: string, meeting: string): Promise<void> {
  await officer.goto(address);
  await officer.getByRole('button', { name: 'Starta' }).click();
  await expect(officer.getByText('Underlag').first()).toBeVisible();
  const id = idOf(address);
  const post = postAs(officer);
  await post(`/api/follow-ups/${id}/meetings`, {
    ...{ heldOn: today(), title: meeting, form: 'digital', text: 'Verksamhetschefen visade vad som är gjort.' },
    participants: [{ side: 'provider', name: story.contact.name, role: story.contact.role }],
  });
  await post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false });
  await moveCase(officer, id, 'assess');
}

/** Judges one requirement on the evidence named, with its effect; it saves by itself. */
export async function judge(
  officer: Page,
  address: string,
  requirement: Requirement,
  found: { word: 'Åtgärdat' | 'Kvarstår'; note: string; evidence: string; after: readonly [number, number] },
): Promise<void> {
  await officer.goto(`${address}/krav`);
  const card = officer.getByRole('region').filter({ hasText: story.requirements[requirement] });
  await card.getByRole('radio', { name: new RegExp(found.word) }).check();
  await card.getByLabel('Vad visar underlaget?').fill(found.note);
  await card.getByLabel('Efter: antal').fill(String(found.after[0]));
  await card.getByLabel('Efter: av hur många').fill(String(found.after[1]));
  await card.getByLabel(new RegExp(found.evidence)).check();
  await card.getByLabel('Efter: av hur många').blur();
  await expect(card.getByText(/^Sparat/)).toBeVisible();
}

/** The officer proposes what the rule gives, the manager declares and approves. */
export async function decideRecheck(officer: Page, manager: Page, address: string, outcome: RegExp): Promise<void> {
  await officer.goto(`${address}/beslut`);
  await officer.getByRole('radio', { name: outcome }).check();
  await officer.getByLabel('Motivering').fill('Återkontrollen visar vad som är gjort och vad som kvarstår.');
  await officer.getByLabel('Varför har ingen faktakontroll gjorts?').fill(story.noFactCheck);
  await officer.getByRole('button', { name: 'Skicka för beslut' }).click();
  await expect(officer.getByText('Väntar på beslut').first()).toBeVisible();
  await approveInBrowser(manager, address);
}

/** A manager declares that there is no conflict of interest, and approves. */
export async function approveInBrowser(manager: Page, address: string): Promise<void> {
  await manager.goto(`${address}/beslut`);
  await manager.getByLabel('Jag intygar att jag inte är jävig').check();
  await expect(manager.getByText('Du har intygat att du saknar jäv')).toBeVisible();
  await manager.getByRole('button', { name: 'Godkänn', exact: true }).click();
  await manager
    .getByRole('dialog', { name: /^Godkänn bedömningen/ })
    .getByRole('button', { name: 'Godkänn' })
    .click();
  await expect(manager.getByRole('button', { name: 'Godkänn', exact: true })).toHaveCount(0);
}

/** The state of the case as its page says it. */
export async function stateOf(page: Page, address: string): Promise<string> {
  return (await readCase(page, idOf(address))).state;
}

function idOf(address: string): string {
  return address.split('/').at(-1) ?? '';
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
}
