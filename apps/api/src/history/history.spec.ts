import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryItem, Page } from '@insyn/api-schema';
import { type HistoryGroup, HISTORY_GROUPS } from '@insyn/domain';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { aRequest } from '../../test/request-factory.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';

describe('The history of a case', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const pageOf = async (browser: Browser, id: string, query = '') =>
    answered(await browser.get(`/api/follow-ups/${id}/history${query}`), 200).json<Page<HistoryItem>>();
  const allOf = async (browser: Browser, id: string, group?: HistoryGroup) => {
    const items: HistoryItem[] = [];
    let after: string | null = null;
    do {
      const query = new URLSearchParams({ ...(group && { group }), ...(after && { after }) });
      const page: Page<HistoryItem> = await pageOf(browser, id, `?${query.toString()}`);
      items.push(...page.items);
      after = page.next;
    } while (after !== null);
    return items;
  };

  it('says who did what, and from what to what, newest first', async () => {
    const { id, officer, view } = await aFollowUp(t).planned();
    const { version, title } = await view();
    const change = { version, title: 'Ny titel', decisionDue: '2026-12-20' };
    answered(await officer.patch(`/api/follow-ups/${id}`, change), 200);
    const [changed, opened] = await allOf(officer, id);
    expect(changed).toMatchObject({
      by: 'Maja Lindgren',
      group: 'workflow',
      summary: 'Ändrade uppföljningens uppgifter',
      changes: [
        { field: 'Titel', from: title, to: 'Ny titel' },
        { field: 'Beslut senast', from: null, to: '20 december 2026' },
      ],
      of: null,
    });
    expect(opened?.summary).toMatch(/^Öppnade uppföljningen/);
  });

  it('names the provider, and never the person, where somebody there did it; what Insyn did by itself is nobody’s', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-16', due: '2026-12-07' }).answered();
    const items = await allOf(request.followUp.officer, request.followUp.id, 'provider');
    const { provider } = await request.followUp.view();
    const answer = items.find(({ kind }) => kind === 'answer.added');
    expect(answer).toMatchObject({ by: provider.legalName, group: 'provider' });
    expect(JSON.stringify(items)).not.toContain(request.person.name);
    const submitted = items.find(({ kind }) => kind === 'information-request.submitted');
    expect(submitted).toMatchObject({
      by: provider.legalName,
      href: `/uppfoljningar/${request.followUp.id}/informationsbegaran/${request.id}`,
    });
  });

  it('is read page by page, without a gap or a row twice, whole and by group', async () => {
    const { id, officer, clauseIds } = await aFollowUp(t).assessing();
    let version: number | null = null;
    for (let time = 0; time < 60; time += 1) {
      const text = `Gång ${time}.`;
      const body: object = { clauseIds: [clauseIds['§ 7']], version, verdict: 'met', text, evidenceIds: [] };
      const saved = answered(await officer.put(`/api/follow-ups/${id}/assessments`, body), 200);
      version = saved.json<{ version: number }>().version;
    }
    const first = await pageOf(officer, id);
    expect(first.items).toHaveLength(50);
    const all = await allOf(officer, id);
    expect(all).toHaveLength(63);
    expect(new Set(all.map((item) => item.id)).size).toBe(63);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b.localeCompare(a)));
    const assessments = await allOf(officer, id, 'assessment');
    expect(assessments).toHaveLength(60);
    expect((await allOf(officer, id, 'workflow')).map(({ kind }) => kind)).toEqual([
      'follow-up.assess',
      'follow-up.start',
      'follow-up.opened',
    ]);
    expect((await officer.get(`/api/follow-ups/${id}/history?after=skr%C3%A4p`)).statusCode).toBe(400);
    expect((await officer.get(`/api/follow-ups/${id}/history?group=secret`)).statusCode).toBe(400);
  });

  it('of all groups together is the whole history, each event once', async () => {
    const { id, officer } = await aFollowUp(t).approved();
    const all = await allOf(officer, id);
    const byGroup = await Promise.all(HISTORY_GROUPS.map((group) => allOf(officer, id, group)));
    expect(byGroup.flat().map((item) => item.id)).toHaveLength(all.length);
    expect(new Set(byGroup.flat().map((item) => item.id))).toEqual(new Set(all.map((item) => item.id)));
    for (const [index, group] of HISTORY_GROUPS.entries())
      expect(new Set(byGroup[index]?.map((item) => item.group))).toEqual(
        new Set(byGroup[index]?.length ? [group] : []),
      );
  });

  it('never shows a code, an id or a date as machines write it', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-16', due: '2026-12-07' }).answered();
    const checked = await aFactCheck(t).answered('Introduktionen är samlad.');
    const approved = await aFollowUp(t).approved();
    const told = (
      await Promise.all([request.followUp, checked.followUp, approved].map(({ id, officer }) => allOf(officer, id)))
    ).flat();
    expect(new Set(told.map(({ kind }) => kind)).size).toBeGreaterThan(25);
    for (const { summary, changes, by, of } of told) {
      const words = [
        summary,
        by ?? '',
        of?.title ?? '',
        ...changes.flatMap(({ field, from, to }) => [field, from, to]),
      ];
      const text = words.join(' ');
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\d{4}-\d{2}-\d{2}|\b(true|false|null|undefined)\b/);
      expect(text).not.toMatch(
        /\b(partly-met|not-met|reported-done|fact-check|re-check|approved-with-remarks|at-provider)\b/,
      );
    }
  });

  it('of a re-check stands in the first follow-up’s too, and the other way, with a mark', async () => {
    const root = await aFollowUp(t).gathering();
    const recheck = await aFollowUp(t).gathering();
    await t.asOwner(`update follow_up set parent_id = $2, kind = 're-check', title = 'Återkontroll 1' where id = $1`, [
      recheck.id,
      root.id,
    ]);
    const ofRoot = await allOf(root.officer, root.id);
    const ofRecheck = await allOf(root.officer, recheck.id);
    expect(ofRoot.map((item) => item.id)).toEqual(ofRecheck.map((item) => item.id));
    const { title } = await root.view();
    expect(ofRoot.map(({ of }) => of?.title ?? null)).toEqual(['Återkontroll 1', 'Återkontroll 1', null, null]);
    expect(ofRecheck.map(({ of }) => of?.title ?? null)).toEqual([null, null, title, title]);
  });

  it('is not there for another municipality or another committee (R20), and is read by the auditor', async () => {
    const { id } = await aFollowUp(t).planned();
    const others = [t.people.officer(t.m2), t.people.auditor(t.m2), t.people.secondOfficer(t.m1)];
    for (const person of others) {
      const browser = await t.signIn(person);
      for (const path of ['history', 'as-of']) {
        expect((await browser.get(`/api/follow-ups/${id}/${path}`)).statusCode).toBe(404);
      }
    }
    expect(await pageOf(await t.signIn(t.people.auditor(t.m1)), id)).toMatchObject({ next: null });
  });
});
