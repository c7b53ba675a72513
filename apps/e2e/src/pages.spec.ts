import type {
  ActionsProgressView,
  ContractSanctionsView,
  FollowUpListItem,
  Page as ListPage,
  PortalTask,
  RequestListItem,
} from '@insyn/api-schema';
import type { Page } from '@playwright/test';
import { expect, expectNoSeriousAxe, test } from './fixtures.js';
import { aPerson, aProviderPerson, providerCount } from './people.js';

// Every page at a desk, on a phone and at 400 % zoom: axe in light and dark, and nothing to scroll sideways.
test.describe('Every page keeps the accessibility rules', () => {
  let officer: Page;
  let manager: Page;
  let provider: Page;

  // Axe reads every node of up to six long pages in one test.
  test.describe.configure({ mode: 'parallel', timeout: 180_000 });

  test.beforeAll(async ({ browser }) => {
    officer = await aPerson(browser, 'officer');
    manager = await aPerson(browser, 'manager');
    provider = await aProviderPerson(browser);
  });
  test.afterAll(async () => {
    for (const page of [officer, manager, provider]) await page.context().close();
  });

  test('the work of today and the lists', async () => {
    for (const path of ['mitt-arbete', 'uppfoljningar', 'avtal', 'utforare', 'publicerat']) await check(officer, path);
  });

  test('the forms that begin something', async () => {
    for (const path of ['uppfoljningar/ny', 'avtal/nytt', 'utforare/ny']) await check(officer, path);
  });

  test('a provider, a contract and reading clauses in', async () => {
    await check(officer, `utforare/${await firstId(officer, 'providers')}`);
    const contract = await firstId(officer, 'contracts');
    await check(officer, `avtal/${contract}`);
    await check(officer, `avtal/${contract}/las-in`);
  });

  test('each part of a follow-up while it is assessed', async () => {
    const { id } = await followUpIn(officer, 'assessing');
    for (const part of ['', '/underlag', '/bedomning', '/krav', '/beslut', '/historik']) {
      await check(officer, `uppfoljningar/${id}${part}`);
    }
  });

  test('the page where a manager decides', async () => {
    const { id } = await followUpIn(manager, 'deciding');
    await check(manager, `uppfoljningar/${id}/beslut`);
  });

  test('each part of a follow-up that has been decided, and the case as it was', async () => {
    const { id } = await followUpIn(officer, 'remedying');
    for (const part of ['/krav', '/atgardsplan', '/pafoljder', '/faktakontroll', '/historik']) {
      await check(officer, `uppfoljningar/${id}${part}`);
    }
    await check(officer, `uppfoljningar/${id}/som-det-var/${new Date().toISOString().slice(0, 10)}`);
  });

  test('a draft that a provider checks, and a re-check', async () => {
    const checked = await followUpIn(officer, 'fact-check');
    await check(officer, `uppfoljningar/${checked.id}/faktakontroll`);
    const root = await followUpIn(officer, 'remedying');
    const recheck = await recheckOf(officer, root.id);
    for (const part of ['', '/krav']) await check(officer, `uppfoljningar/${recheck}${part}`);
  });

  test('deadlines, delegations, and a contract with its ladder and a sanction', async () => {
    await check(manager, 'tidsfrister');
    for (const path of ['delegering', 'delegering/anmalan']) await check(manager, path);
    const { contractId, sanctionId } = await aSanction(manager);
    await check(manager, `avtal/${contractId}`);
    await check(manager, `pafoljder/${sanctionId}`);
  });

  test('a publication with what the screen found', async () => {
    await check(manager, `publicerat/${await firstId(manager, 'publications')}`);
  });

  test('question sets, rounds, mail and signals', async () => {
    for (const path of ['fragebatterier', 'omgangar', 'utskick', 'signaler']) await check(officer, path);
    await check(officer, `fragebatterier/${await firstId(officer, 'question-sets')}`);
    await check(officer, `omgangar/${await firstId(officer, 'request-rounds')}`);
  });

  test('an information request with answers, and the form of a new one', async () => {
    const { followUpId, id } = await answeredRequest(officer);
    await check(officer, `uppfoljningar/${followUpId}/informationsbegaran`);
    await check(officer, `uppfoljningar/${followUpId}/informationsbegaran/${id}`);
    const gathering = await followUpIn(officer, 'gathering');
    await check(officer, `uppfoljningar/${gathering.id}/informationsbegaran/ny`);
  });

  test('the provider’s door: tasks, a request, people', async () => {
    const tasks = (await (await provider.request.get('/api/portal/tasks')).json()) as PortalTask[];
    for (const path of [
      'att-gora',
      `informationsbegaran/${tasks.find(({ kind }) => kind === 'request')?.id ?? ''}`,
      'personer',
    ]) {
      await checkAddress(provider, `/utforare/${path}`);
    }
  });

  test('the provider’s door: a fact check, an action plan and a sanction', async ({ browser }) => {
    const seen = new Set<string>(['request']);
    for (let which = 0; which < providerCount() && seen.size < 4; which++) {
      const person = await aProviderPerson(browser, which);
      const tasks = (await (await person.request.get('/api/portal/tasks')).json()) as PortalTask[];
      for (const { kind, id } of tasks.filter((task) => !seen.has(task.kind))) {
        if (seen.has(kind)) continue;
        seen.add(kind);
        await checkAddress(person, `/utforare/${TASK_PATHS[kind]}/${id}`);
      }
      await person.context().close();
    }
    expect([...seen].sort()).toEqual(['action-plan', 'fact-check', 'request', 'sanction']);
  });

  test('a page that does not exist', async () => {
    await check(officer, 'finns-inte');
  });

  test('the public list, a report and the accessibility statement', async ({ page }) => {
    const answer = await page.request.get('/api/public/reports');
    const { items } = (await answer.json()) as { items: { htmlUrl: string }[] };
    const report = new URL(items[0]?.htmlUrl ?? '').pathname;
    for (const path of ['/rapporter', report, '/rapporter/om-tillganglighet']) await checkAddress(page, path);
  });
});

async function check(page: Page, path: string): Promise<void> {
  await checkAddress(page, `/app/${path}`);
}

async function checkAddress(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByText(/^Läser in/)).toHaveCount(0);
  await expectNoSeriousAxe(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${address} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
  // Narrow changes what is shown and where, not its colours.
  await expectNoSeriousAxe(page, ['light']);
}

async function firstId(page: Page, list: string): Promise<string> {
  const { items } = (await (await page.request.get(`/api/${list}`)).json()) as ListPage<{ id: string }>;
  const [first] = items;
  if (!first) throw new Error(`The demo data has no ${list}.`);
  return first.id;
}

async function followUpIn(page: Page, state: string): Promise<FollowUpListItem> {
  const { items } = (await (
    await page.request.get(`/api/follow-ups?state=${state}`)
  ).json()) as ListPage<FollowUpListItem>;
  // A re-check judges no clauses, and has a test of its own.
  const first = items.find(({ kind }) => kind !== 're-check');
  if (!first) throw new Error(`The demo data has no follow-up that is ${state}.`);
  return first;
}

const TASK_PATHS = {
  request: 'informationsbegaran',
  'fact-check': 'faktakontroll',
  'action-plan': 'atgardsplan',
  sanction: 'pafoljd',
} as const;

async function recheckOf(page: Page, rootId: string): Promise<string> {
  const answer = await page.request.get(`/api/follow-ups/${rootId}/actions-progress`);
  const { rechecks } = (await answer.json()) as ActionsProgressView;
  const running = rechecks.at(-1);
  if (!running) throw new Error('The demo data has no re-check of a follow-up that is rechecking.');
  return running.id;
}

async function aSanction(page: Page): Promise<{ contractId: string; sanctionId: string }> {
  const { items } = (await (await page.request.get('/api/contracts')).json()) as ListPage<{ id: string }>;
  for (const { id: contractId } of items) {
    const answer = await page.request.get(`/api/contracts/${contractId}/sanctions`);
    const { sanctions } = (await answer.json()) as ContractSanctionsView;
    if (sanctions[0]) return { contractId, sanctionId: sanctions[0].id };
  }
  throw new Error('The demo data has no sanction.');
}

async function answeredRequest(page: Page): Promise<RequestListItem> {
  const round = await firstId(page, 'request-rounds');
  const { requests } = (await (await page.request.get(`/api/request-rounds/${round}`)).json()) as {
    requests: RequestListItem[];
  };
  const answered = requests.find(({ state }) => state === 'answered');
  if (!answered) throw new Error('The demo data has no answered request in its round.');
  return answered;
}
