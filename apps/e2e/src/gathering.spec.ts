import { type Page } from '@playwright/test';
import { expect, expectNoSeriousAxe, test } from './fixtures.js';
import { aCaseToGatherIn } from './gathering/arrange.js';
import {
  invitationLink,
  linkToEveryClause,
  planMeeting,
  readBothRounds,
  returnOneQuestion,
  sendRequest,
  writeNote,
} from './gathering/officer-side.js';
import {
  acceptInvitation,
  answerWithLostNetwork,
  completeWhatCameBack,
  findLinkOver,
  submit,
} from './gathering/provider-side.js';
import { story } from './gathering/story.js';
import { reviewFiles } from './journey/gather-evidence.js';
import { story as journey } from './journey/story.js';
import { aPerson } from './people.js';

// Evidence from both sides: what the provider answers, what two people write in a meeting, what a sample shows.
test.describe.serial('Gathering evidence from both sides', () => {
  let officer: Page;
  let colleague: Page;
  let provider: Page;
  let caseAddress: string;
  let link: string;
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

  test.beforeAll(async ({ browser }) => {
    officer = await aPerson(browser, 'officer');
    colleague = await aPerson(browser, 'officer', undefined, 1);
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    provider = await phone.newPage();
    caseAddress = `/app/uppfoljningar/${await aCaseToGatherIn(officer)}`;
  });
  test.afterAll(async () => {
    for (const page of [officer, colleague, provider]) await page.context().close();
  });

  test('the officer sends an information request, and the mail holds a link for one use', async () => {
    await sendRequest(officer, caseAddress);
    link = await invitationLink(officer);
  });

  test('the provider accepts on a phone, and the link is over', async ({ page }) => {
    await acceptInvitation(provider, link);
    await expectNoSeriousAxe(provider);
    await findLinkOver(page, link);
  });

  test('the provider answers, loses the network, comes back with nothing lost, and hands in', async () => {
    await answerWithLostNetwork(provider);
    await expectNoSeriousAxe(provider);
    await submit(provider);
    await expect(provider.getByRole('link', { name: /kvittens/i }).first()).toBeVisible({ timeout: 20_000 });
  });

  test('the officer returns one question, and the provider completes it', async () => {
    await returnOneQuestion(officer, caseAddress);
    await completeWhatCameBack(provider);
    await readBothRounds(officer, caseAddress);
  });

  test('two people write notes in the same meeting, and both see both', async () => {
    const meeting = await planMeeting(officer, caseAddress, today);
    await colleague.goto(meeting);
    await writeNote(officer, story.notes[0]);
    await writeNote(colleague, story.notes[1]);
    for (const page of [officer, colleague]) {
      for (const note of story.notes) await expect(page.getByText(note).first()).toBeVisible();
      await expect(page.getByText('Allt är sparat')).toBeVisible();
    }
    await expectNoSeriousAxe(officer);
  });

  test('a sample is drawn, and evidence is linked to every clause by keyboard', async () => {
    await officer.goto(`${caseAddress}/underlag`);
    await reviewFiles(officer, today);
    await linkToEveryClause(officer, caseAddress, journey.review.title);
    await expectNoSeriousAxe(officer);
  });
});
