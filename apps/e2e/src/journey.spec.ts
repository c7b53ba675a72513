import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { assessByKeyboard, makeActions, writeFinding } from './journey/assess.js';
import { approve, correctAndResubmit, returnWithComment, submitJudgement } from './journey/decide.js';
import {
  openFollowUp,
  recordMeeting,
  reviewFiles,
  tab,
  uploadDocument,
  writeOverview,
} from './journey/gather-evidence.js';
import { approveAndPublish, screenAndSettle } from './journey/publish.js';
import { readClauses, registerContract, registerProvider } from './journey/register-contract.js';
import { story } from './journey/story.js';
import { addressOf, aPerson, ELSEWHERE } from './people.js';
import { readPdf } from './read-pdf.js';

// One case from contract to published report, by three people in browsers of their own. Each step builds on the last.
test.describe.serial('One follow-up, from contract to published report', () => {
  let officer: Page;
  let manager: Page;
  let registrar: Page;
  let caseAddress: string;
  let publicAddress: string;

  test.beforeAll(async ({ browser }) => {
    officer = await aPerson(browser, 'officer');
    manager = await aPerson(browser, 'manager');
    registrar = await aPerson(browser, 'registrar');
  });
  test.afterAll(async () => {
    for (const page of [officer, manager, registrar]) await page.context().close();
  });

  test('the officer registers a provider with a unit, a contract, and its clauses from pasted rows', async () => {
    await registerProvider(officer);
    await registerContract(officer);
    await readClauses(officer);
  });

  test('the officer opens a follow-up and gathers a meeting, a random sample of files, a document and figures', async () => {
    await openFollowUp(officer);
    caseAddress = addressOf(officer);
    await recordMeeting(officer, daysAgo(12));
    await reviewFiles(officer, daysAgo(8));
    await uploadDocument(officer, daysAgo(5));
    await writeOverview(officer);
  });

  test('the officer assesses every clause by keyboard, and ties a deficiency to a clause and to evidence', async () => {
    await assessByKeyboard(officer);
    await writeFinding(officer);
    await makeActions(officer);
  });

  test('the officer sends the judgement; a manager follows the chain, returns it once and then approves', async () => {
    await submitJudgement(officer);
    await returnWithComment(manager, `${caseAddress}/beslut`);
    await correctAndResubmit(officer);
    const pdfAddress = await approve(manager);
    const answer = await manager.request.get(pdfAddress);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const pdf = await readPdf(await answer.body());
    expect(pdf).toMatchObject({ language: 'sv-SE', pdfUaPart: '1', pdfA: '2A' });
    expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD']));
    for (const part of [story.provider.unit, story.requirement, story.finding.title]) {
      expect(pdf.text).toContain(part);
    }
  });

  test('the registrar screens and settles each hit, the manager approves, and the registrar publishes', async () => {
    await screenAndSettle(registrar);
    publicAddress = await approveAndPublish(manager, registrar);
  });

  test('anyone finds the report by search and reads it as page and PDF, without script and without names', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/rapporter');
    await page.getByLabel('Utförare, enhet eller ord').fill('Tallbackens');
    await page.getByLabel('Utfall').selectOption({ label: 'Godkänd med anmärkning' });
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByRole('link', { name: new RegExp(story.provider.name) }).click();
    expect(new URL(page.url()).pathname).toBe(publicAddress);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(story.provider.name);
    await expect(page.getByText(story.requirement).first()).toBeVisible();
    await expect(page.getByText(/Enhetschefen uppger att planen var påbörjad/).first()).toBeVisible();
    const href = await page.getByRole('link', { name: /Rapporten som PDF/ }).getAttribute('href');
    const answer = await page.request.get(href ?? '');
    const pdf = await readPdf(await answer.body());
    expect(pdf).toMatchObject({ pdfUaPart: '1', pdfA: '2A' });
    expect(pdf.text).toContain(story.requirement);
    for (const text of [await page.content(), pdf.text]) expect(text).not.toContain('Fagerlund');
    await context.close();
  });

  test('somebody of another municipality is told that the case does not exist, and cannot fetch it', async ({
    browser,
  }) => {
    const stranger = await aPerson(browser, 'officer', ELSEWHERE);
    await stranger.goto(caseAddress);
    await expect(stranger.getByText(/finns inte/i).first()).toBeVisible();
    await expect(stranger.getByText(story.provider.unit)).toHaveCount(0);
    const id = caseAddress.split('/').at(-1) ?? '';
    expect((await stranger.request.get(`/api/follow-ups/${id}`)).status()).toBe(404);
    await stranger.context().close();
  });

  test('the history of the case tells each step, by whom', async () => {
    await officer.goto(caseAddress);
    await tab(officer, 'Historik');
    const steps = officer.getByRole('main');
    const expected = [
      /^Öppnade uppföljningen SON/,
      /^Starta: från Planerad till Underlag/,
      new RegExp(story.meeting.title),
      new RegExp(story.review.title),
      new RegExp(`Laddade upp ”${story.document.file}”`),
      new RegExp(story.figure.name),
      /^Börja bedöma/,
      /^Bedömde § 15/,
      new RegExp(story.finding.title),
      /^Lämna till beslut/,
      /^Återlämna/,
      /^Godkänn/,
      /^Publiceringen godkändes/,
      /^Rapporten publicerades/,
    ];
    for (const step of expected) await expect(steps.getByText(step).first()).toBeVisible();
    await expect(steps.getByText(/Rebecka Holm/).first()).toBeVisible();
  });
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
