import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineItem, FollowUpView, Page } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { aRequest } from '../../test/request-factory.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';
import type { Transaction } from '../database/transaction.js';
import { DeadlineWatchService } from './deadline-watch.service.js';
import { type NewDeadline, setDeadline } from './deadlines.js';

describe('The list of deadlines', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let manager: Browser;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    manager = followUp.manager;
  });
  afterAll(() => t.close());

  const inJob = <T>(work: (tx: Transaction) => Promise<T>) => t.db.jobs(t.m1.id, work);
  async function running(wanted: Partial<NewDeadline> & Pick<NewDeadline, 'kind'>) {
    const subjectId = await inJob((tx) => Promise.resolve(tx.newId()));
    const set = { followUpId: followUp.id, subjectId, baseDate: '2026-11-25', amount: 30, unit: 'days', ...wanted };
    return { subjectId, ...(await inJob((tx) => setDeadline(tx, set as NewDeadline))) };
  }
  const listOf = async (browser: Browser, query = '') =>
    answered(await browser.get(`/api/deadlines${query}`), 200).json<Page<DeadlineItem>>();

  it('of an officer holds what the team waits for and is waited for, the nearest first, of every kind', async () => {
    const providerId = followUp.providerId;
    const plan = await running({ kind: 'action-plan', providerId });
    const recheck = await running({ kind: 'recheck', amount: 3, unit: 'months' });
    const request = await aRequest(t, { due: '2026-12-07', title: 'Frågor' }).sent();
    const others = await aFollowUp(t, { municipality: t.m2 }).planned();
    await t.db.jobs(t.m2.id, async (tx) => {
      const term = { baseDate: '2026-11-25', amount: 1, unit: 'days' } as const;
      await setDeadline(tx, { kind: 'recheck', followUpId: others.id, subjectId: tx.newId(), ...term });
    });
    const { items, next } = await listOf(followUp.officer);
    const { caseNumber, title, provider, unit } = await followUp.view();
    expect(next).toBeNull();
    expect(items.map(({ id, kind, due, daysLeft }) => [id, kind, due, daysLeft])).toEqual([
      [request.id, 'information-request', '2026-12-07', 12],
      [plan.id, 'action-plan', '2026-12-28', 33],
      [recheck.id, 'recheck', '2027-02-25', 92],
    ]);
    expect(items[0]).toMatchObject({
      ...{ subject: 'Frågor', waitsFor: 'provider', setBy: 'person', mayMove: false },
      href: `/uppfoljningar/${request.followUp.id}/informationsbegaran/${request.id}`,
    });
    expect(items[1]).toEqual({
      ...{ id: plan.id, kind: 'action-plan', followUpId: followUp.id, caseNumber, title, subject: null },
      ...{ provider: provider.legalName, unit: unit.name, due: '2026-12-28', daysLeft: 33, state: 'open' },
      ...{ baseDate: '2026-11-25', rule: '30 dagar från 25 november 2026', setBy: 'rule', reason: null },
      ...{ escalatedOn: null, waitsFor: 'provider', href: `/uppfoljningar/${followUp.id}/atgardsplan` },
      ...{ warning: null, mayMove: true, version: 1 },
    });
    const ids = async (query: string) => (await listOf(followUp.officer, query)).items.map(({ id }) => id);
    expect(await ids('?kind=recheck')).toEqual([recheck.id]);
    expect(await ids('?kind=information-request')).toEqual([request.id]);
    expect(await ids('?state=met')).toEqual([]);
    expect(await ids('?scope=escalated')).toEqual([]);
    for (const wrong of ['scope=all', 'state=late', 'kind=lunch', 'after=x'])
      expect((await followUp.officer.get(`/api/deadlines?${wrong}`)).statusCode).toBe(400);
  });

  it('of a manager holds the committee’s, and first what was escalated until its day is moved', async () => {
    expect((await listOf(manager)).items).toEqual([]); // in no team
    const late = await running({ kind: 'plan-evaluation', baseDate: '2026-11-20', amount: 3 });
    await t.app.get(DeadlineWatchService).watch();
    const [item, ...more] = (await listOf(manager, '?scope=escalated')).items;
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id: late.id, daysLeft: -2, escalatedOn: '2026-11-25', waitsFor: 'municipality' });
    expect(item?.mayMove).toBe(false);
    expect((await listOf(manager, '?scope=committee')).items.map(({ id }) => id)).toContain(late.id);
    const url = `/api/deadlines/${late.id}`;
    const { version } = (await listOf(followUp.officer)).items.find(({ id }) => id === late.id) ?? { version: 0 };
    const move = { version, due: '2026-12-24', reason: 'Chefen är ledig.' };
    expect((await manager.post(`${url}/move`, move)).statusCode).toBe(403);
    answered(await followUp.officer.post(`${url}/move`, move), 200);
    expect((await listOf(manager, '?scope=escalated')).items).toEqual([]);
    const moved = (await listOf(manager, '?scope=committee')).items.find(({ id }) => id === late.id);
    expect(moved).toMatchObject({
      ...{ due: '2026-12-28', setBy: 'person', reason: 'Chefen är ledig.', escalatedOn: null },
    });
    const stale = await followUp.officer.post(`${url}/move`, move);
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'stale-version', changedBy: 'Maja Lindgren' });
  });

  it('R1: is counted anew from another base date, and the provider is told of the new day', async () => {
    const plan = await running({ kind: 'action-plan', providerId: followUp.providerId });
    const contact = { name: 'Tove Granlund', role: 'Chef', email: 'tove@utforare.example' };
    answered(await followUp.officer.post(`/api/providers/${followUp.providerId}/contacts`, contact), 201);
    const url = `/api/deadlines/${plan.id}/rebase`;
    const body = { version: 1, baseDate: '2026-12-01', reason: 'Kravet delgavs senare.' };
    const faultOf = async (baseDate: string) =>
      answered(await followUp.officer.post(url, { ...body, baseDate }), 400).json<{ errors: unknown[] }>().errors;
    for (const outOfReach of ['1905-01-01', '2150-01-01']) {
      expect(await faultOf(outOfReach)).toEqual([{ field: 'baseDate', message: 'Välj en dag högst två år bort.' }]);
    }
    // Thirty days later is alla helgons dag, a Saturday.
    expect(await faultOf('2026-10-01')).toEqual([
      { field: 'baseDate', message: 'Sista dag skulle bli 2 november 2026. Välj en senare dag.' },
    ]);
    answered(await followUp.officer.post(url, body), 200);
    const found = (await listOf(followUp.officer)).items.find(({ id }) => id === plan.id);
    expect(found).toMatchObject({ due: '2027-01-04', rule: '30 dagar från 1 december 2026', version: 2 });
    const mails = await t.asOwner<{ subject: string; text: string }>(
      "select subject, text from mail where kind = 'extension-decision' and follow_up_id = $1",
      [followUp.id],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^Ny sista dag för åtgärdsplan: 4 januari 2027, ärende /);
    expect(mails[0]?.text).toContain('Skäl: Kravet delgavs senare.');
  });

  it('of a re-check moves the day that its case and the first follow-up show, and both are kept as they were', async () => {
    const root = await aFollowUp(t).approved();
    const [recheck] = await t.asOwner<{ id: string }>('select id from follow_up where parent_id = $1', [root.id]);
    const find = async () =>
      (await listOf(root.officer, '?kind=recheck')).items.find((item) => item.followUpId === recheck?.id);
    const { id, due, version } = (await find()) ?? { id: '', due: '', version: 0 };
    expect(due).toBe('2027-02-25');
    const shown = async (followUpId = '') =>
      answered(await root.officer.get(`/api/follow-ups/${followUpId}`), 200).json<FollowUpView>();
    expect([(await shown(root.id)).recheckDue, (await shown(recheck?.id)).decisionDue]).toEqual([due, due]);
    await t.asOwner("update session set last_seen_at = '2027-12-01', expires_at = '2028-01-01'");
    const today = t.clock.today();
    t.clock.advance({ days: 1 });
    const body = { version, baseDate: '2026-11-30', reason: 'Beslutet daterades om.' };
    answered(await root.officer.post(`/api/deadlines/${id}/rebase`, body), 200);
    t.clock.advance({ days: -1 });
    expect((await find())?.due).toBe('2027-03-01');
    expect([(await shown(root.id)).recheckDue, (await shown(recheck?.id)).decisionDue]).toEqual([
      ...['2027-03-01', '2027-03-01'],
    ]);
    const was = answered(
      await root.officer.get(`/api/follow-ups/${root.id}/as-of?on=${today}`),
      200,
    ).json<FollowUpView>();
    expect(was.recheckDue).toBe('2027-02-25');
  });

  it('warns of a deadline after the end of the contract, also when the end is moved later', async () => {
    const { id: deadlineId } = await running({ kind: 'recheck', amount: 6, unit: 'months' });
    const warning = async () =>
      (await listOf(followUp.officer)).items.find(({ id }) => id === deadlineId)?.warning ?? null;
    const contractUrl = `/api/contracts/${followUp.contractId}`;
    const end = async (endsOn: string) => {
      const { version } = (await followUp.officer.get(contractUrl)).json<{ version: number }>();
      answered(await followUp.officer.patch(contractUrl, { version, endsOn, extensionMonths: [] }), 200);
    };
    await end('2027-03-31');
    expect(await warning()).toBe('Avtalet går ut 31 mars 2027, före sista dag.');
    await end('2027-12-31');
    expect(await warning()).toBeNull();
  });

  it('does not hold what belongs to another municipality or committee, nor count it (R20)', async () => {
    const { id } = await running({ kind: 'recheck' });
    for (const [who, status] of [
      [t.people.officer(t.m2), 404],
      [t.people.secondOfficer(t.m1), 404],
    ] as const) {
      const browser = await t.signIn(who);
      for (const scope of ['mine', 'committee', 'escalated']) {
        const { items } = await listOf(browser, `?scope=${scope}`);
        expect(items.map((item) => item.followUpId)).not.toContain(followUp.id);
      }
      const move = { version: 1, due: '2026-12-24', reason: 'Stulen.' };
      expect((await browser.post(`/api/deadlines/${id}/move`, move)).statusCode).toBe(status);
      const rebase = { version: 1, baseDate: '2026-12-24', reason: 'Stulen.' };
      expect((await browser.post(`/api/deadlines/${id}/rebase`, rebase)).statusCode).toBe(status);
    }
    const auditor = await listOf(await t.signIn(t.people.auditor(t.m1)), '?scope=committee');
    expect(auditor.items.map((item) => item.id)).toContain(id);
    expect(auditor.items.every(({ mayMove }) => !mayMove)).toBe(true);
    expect((await (await t.signIn(t.people.administrator(t.m1))).get('/api/deadlines')).statusCode).toBe(403);
  });

  it('is read page by page, without a gap or a row twice', async () => {
    for (let day = 1; day <= 60; day += 1) await running({ kind: 'recheck', amount: (day % 20) + 40 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page<DeadlineItem> = await listOf(
        followUp.officer,
        `?scope=committee${after === null ? '' : `&after=${after}`}`,
      );
      seen.push(...page.items.map(({ due, id }) => `${due} ${id}`));
      after = page.next;
    } while (after !== null);
    expect(seen.length).toBeGreaterThan(60);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
  });
});
