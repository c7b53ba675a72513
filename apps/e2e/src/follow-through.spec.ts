import type { Page } from '@playwright/test';
import { expect, expectNoSeriousAxe, test } from './fixtures.js';
import { aCaseToDecide } from './follow-through/arrange.js';
import { acceptPlan, completePlan, openPlan, reportDone, returnPlan, writePlan } from './follow-through/plan.js';
import {
  approveInBrowser,
  decideRecheck,
  judge,
  openRecheck,
  startRecheck,
  stateOf,
} from './follow-through/recheck.js';
import {
  answerAndWithdraw,
  decideAndSend,
  dispute,
  readWithdrawal,
  sanctionsOf,
  writeLadder,
} from './follow-through/sanction.js';
import { story } from './follow-through/story.js';
import { invitationLink } from './gathering/officer-side.js';
import { acceptInvitation } from './gathering/provider-side.js';
import { aPerson } from './people.js';

// What happens after the decision, by an officer, a manager and a provider on a phone. Each step builds on the last.
test.describe.serial('Following a decision through', () => {
  let officer: Page;
  let manager: Page;
  let provider: Page;
  let contractId: string;
  let caseAddress: string;
  let recheckAddress: string;

  test.beforeAll(async ({ browser }) => {
    officer = await aPerson(browser, 'officer');
    manager = await aPerson(browser, 'manager');
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    provider = await phone.newPage();
    const registered = await aCaseToDecide(officer);
    contractId = registered.contractId;
    caseAddress = `/app/uppfoljningar/${registered.id}`;
  });
  test.afterAll(async () => {
    for (const page of [officer, manager, provider]) await page.context().close();
  });

  test('the manager approves, and the demand for a plan reaches the provider with a link of its own', async () => {
    await writeLadder(officer, contractId);
    await approveInBrowser(manager, caseAddress);
    await expectNoSeriousAxe(manager);
    await acceptInvitation(provider, await invitationLink(officer, story.contact.email), story);
  });

  test('the provider is told what the plan lacks, completes it and hands it in', async () => {
    await openPlan(provider);
    await expectNoSeriousAxe(provider);
    await writePlan(provider);
  });

  test('the officer returns one requirement once, and then accepts the plan', async () => {
    await returnPlan(officer, caseAddress);
    await completePlan(provider);
    await acceptPlan(officer, caseAddress);
    await expectNoSeriousAxe(officer);
  });

  test('the provider reports one requirement as done', async () => {
    await reportDone(provider);
    await expect
      .poll(async () => (await officer.request.get(`${apiOf(caseAddress)}`)).text(), { timeout: 15_000 })
      .toContain('reported-done');
  });

  test('the first re-check verifies one requirement, and the other remains', async () => {
    recheckAddress = await openRecheck(officer, caseAddress, 1);
    const [meeting] = story.recheckMeetings;
    await startRecheck(officer, recheckAddress, meeting);
    await expect.poll(() => stateOf(officer, caseAddress)).toBe('rechecking');
    const done = {
      word: 'Åtgärdat',
      note: 'Alla nya har fått introduktionen.',
      evidence: meeting,
      after: [3, 3],
    } as const;
    await judge(officer, recheckAddress, '5', done);
    const left = { word: 'Kvarstår', note: 'Två planer är gamla.', evidence: meeting, after: [7, 9] } as const;
    await judge(officer, recheckAddress, '6', left);
    await expectNoSeriousAxe(officer);
    await decideRecheck(officer, manager, recheckAddress, /^Godkänd med anmärkning/);
    await expect.poll(() => stateOf(officer, caseAddress)).toBe('remedying');
  });

  test('what remains gives the first step of the ladder; the provider disputes it, and it is withdrawn', async () => {
    const address = await decideAndSend(manager, caseAddress);
    await dispute(provider);
    await expectNoSeriousAxe(provider);
    await expect.poll(async () => (await sanctionsOf(manager, contractId)).sanctions[0]?.state).toBe('disputed');
    await answerAndWithdraw(manager, address);
    await readWithdrawal(provider);
  });

  test('the second re-check verifies what remained, and closes the case', async () => {
    recheckAddress = await openRecheck(officer, caseAddress, 2);
    const [, meeting] = story.recheckMeetings;
    await startRecheck(officer, recheckAddress, meeting);
    const done = { word: 'Åtgärdat', note: 'Alla planer är aktuella.', evidence: meeting, after: [9, 9] } as const;
    await judge(officer, recheckAddress, '6', done);
    await decideRecheck(officer, manager, recheckAddress, /^Godkänd(?! med)/);
    await expect.poll(() => stateOf(officer, caseAddress)).toBe('closed');
  });

  test('the history tells it all, from the decision to the closing', async () => {
    await officer.goto(`${caseAddress}/historik`);
    const told = officer.getByRole('main');
    for (const step of [/åtgärdsplan/i, /återkontroll 1/i, /återkontroll 2/i, /varning/i, /Rebecka Holm/]) {
      await expect(told.getByText(step).first()).toBeVisible();
    }
    await expectNoSeriousAxe(officer);
  });
});

function apiOf(caseAddress: string): string {
  return caseAddress.replace('/app/uppfoljningar', '/api/follow-ups');
}
