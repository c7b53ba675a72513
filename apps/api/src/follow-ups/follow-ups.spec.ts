import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpListItem, FollowUpView, HistoryItem, Page, TeamCandidate } from '@insyn/api-schema';
import pg from 'pg';
import { aFollowUp, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('A follow-up', () => {
  let t: TestApp;
  let officer: Browser;
  let colleague: Browser;
  let stranger: Browser;
  let auditor: Browser;
  let administrator: Browser;
  let manager: Browser;

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    colleague = await t.signIn(t.people.secondOfficer(t.m1));
    manager = await t.signIn(t.people.manager(t.m1));
    auditor = await t.signIn(t.people.auditor(t.m1));
    administrator = await t.signIn(t.people.administrator(t.m1));
    stranger = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const open = (from: FollowUpFixture, body: object = {}, browser = officer): Promise<Answer> => {
    const { contractId, unitId } = from;
    const wanted = { contractId, unitId, kind: 'planned', year: 2026, focusAreas: ['Bemanning'] };
    return browser.post('/api/follow-ups', { ...wanted, ...body });
  };
  const viewOf = async (id: string, browser = officer) =>
    (await browser.get(`/api/follow-ups/${id}`)).json<FollowUpView>();

  describe('is seen (R20)', () => {
    it('by officer, manager and auditor; not by another committee, an administrator or another municipality', async () => {
      const { id } = await aFollowUp(t).planned();
      const statusFor = async (browser: Browser) => (await browser.get(`/api/follow-ups/${id}`)).statusCode;
      expect(await Promise.all([officer, manager, auditor].map(statusFor))).toEqual([200, 200, 200]);
      expect(await Promise.all([colleague, stranger].map(statusFor))).toEqual([404, 404]);
      expect(await statusFor(administrator)).toBe(403);
      expect((await stranger.get(`/api/follow-ups/${id}/history`)).statusCode).toBe(404);
      expect((await colleague.post(`/api/follow-ups/${id}/start`, { contentVersion: 1 })).statusCode).toBe(404);
      expect((await manager.post(`/api/follow-ups/${id}/start`, { contentVersion: 1 })).statusCode).toBe(403);
      expect((await auditor.patch(`/api/follow-ups/${id}`, { version: 1, purpose: 'Nytt' })).statusCode).toBe(403);
    });

    it('in lists only where it is seen, also by search', async () => {
      const { id } = await aFollowUp(t, { body: { caseNumber: 'HEMLIG 2026-77' } }).planned();
      const find = async (browser: Browser) =>
        (await browser.get('/api/follow-ups?search=hemlig'))
          .json<Page<FollowUpListItem>>()
          .items.map((item) => item.id);
      expect(await find(officer)).toEqual([id]);
      expect(await find(auditor)).toEqual([id]);
      expect(await find(colleague)).toEqual([]);
      expect(await find(stranger)).toEqual([]);
    });

    it('with colleagues of the reader’s committees as candidates for the team', async () => {
      const names = (await officer.get('/api/team-candidates')).json<TeamCandidate[]>().map((person) => person.name);
      expect(names).toEqual(['Karin Wester', 'Maja Lindgren', 'Sara Nyberg']);
    });
  });

  describe('is read', () => {
    it('whole in one statement, and as a list in one', async () => {
      const { id } = await aFollowUp(t).readyToSubmit();
      const query = jest.spyOn(pg.Client.prototype, 'query');
      const statements = async (url: string) => {
        query.mockClear();
        expect((await officer.get(url)).statusCode).toBe(200);
        const asked = query.mock.calls.map(([first]) => (first as unknown as { name?: string }).name);
        return asked.filter((name) => name !== undefined && /^follow-up/.test(name)).length;
      };
      expect(await statements(`/api/follow-ups/${id}`)).toBe(1);
      expect(await statements('/api/follow-ups?sort=title')).toBe(1);
      query.mockRestore();
    });

    it('in pages by keyset that hold every follow-up once, in each order', async () => {
      const municipality = t.m2;
      const from = await aFollowUp(t, { municipality }).planned();
      for (let year = 1995; year < 2050; year += 1) await open(from, { year, decisionDue: `${year}-06-01` }, stranger);
      for (const sort of [
        '-created',
        'title',
        '-title',
        'decisionDue',
        '-decisionDue',
        'year',
        '-year',
        'caseNumber',
      ]) {
        const first = (await stranger.get(`/api/follow-ups?sort=${sort}`)).json<Page<FollowUpListItem>>();
        const second = await stranger.get(`/api/follow-ups?sort=${sort}&after=${first.next ?? ''}`);
        const { items, next } = second.json<Page<FollowUpListItem>>();
        const all = [...first.items, ...items];
        expect(first.items).toHaveLength(50);
        expect(next).toBeNull();
        expect(new Set(all.map((item) => item.id)).size).toBe(all.length);
        if (sort === 'year') expect(all.map((item) => item.year)).toEqual([...all.map((item) => item.year)].sort());
      }
      const filtered = (await stranger.get('/api/follow-ups?year=2026&state=planned')).json<Page<FollowUpListItem>>();
      expect(new Set(filtered.items.map((item) => item.year))).toEqual(new Set([2026]));
      expect((await stranger.get('/api/follow-ups?sort=id;drop')).statusCode).toBe(400);
      expect((await stranger.get('/api/follow-ups?after=skräp')).statusCode).toBe(400);
    });

    it('with its history in plain Swedish, newest first', async () => {
      const { id } = await aFollowUp(t).gathering();
      const { items: history } = (await officer.get(`/api/follow-ups/${id}/history`)).json<Page<HistoryItem>>();
      expect(history[0]).toMatchObject({ by: 'Maja Lindgren', summary: 'Starta: från Planerad till Underlag' });
      expect(history.at(-1)?.summary).toMatch(/^Öppnade uppföljningen SON\/2026\/\d{4}\/739 med 4 avtalspunkter$/);
    });

    it('with what is missing, each at its place, and what the reader may do (R6, R7)', async () => {
      const { id, clauseIds } = await aFollowUp(t).assessing();
      const { missing, offers, editable } = await viewOf(id);
      expect(missing).toContainEqual({
        code: 'clause-not-assessed',
        message: '§ 15 saknar bedömning',
        place: { kind: 'clause', id: clauseIds['§ 15'] },
      });
      expect(offers.map((offer) => offer.name)).toEqual(expect.arrayContaining(['gather-more', 'submit', 'cancel']));
      expect(editable).toBe(true);
      const seenByManager = await viewOf(id, manager);
      expect(seenByManager.editable).toBe(false);
      expect(seenByManager.offers).toEqual([]);
    });

    it('with a note on law that nobody has checked, which stops nothing', async () => {
      const { id } = await aFollowUp(t).readyToSubmit();
      const background = 'Lagen (1993:387) och lagen (2010:479) gäller.';
      const changed = await officer.patch(`/api/follow-ups/${id}`, { version: (await viewOf(id)).version, background });
      expect(changed.statusCode).toBe(200);
      const { notes, missing, offers } = await viewOf(id);
      expect(notes).toEqual([
        {
          code: 'law-unverified',
          message: 'Lagrummet 2010:479 är inte kontrollerat mot källan',
          place: { kind: 'report-text', id: 'background' },
        },
      ]);
      expect(missing).toEqual([]);
      expect(offers.find(({ name }) => name === 'submit')?.blockers).toEqual([]);
    });

    it('lacks nothing when every clause is assessed and every shortcoming explained', async () => {
      const { id } = await aFollowUp(t).readyToSubmit();
      expect((await viewOf(id)).missing).toEqual([]);
    });

    it('shows a clause that was not met in an earlier approved round of the contract (R15)', async () => {
      const earlier = await aFollowUp(t).approved();
      const again = (await open(earlier, { year: 2027, clauseIds: [earlier.clauseIds['§ 7']] })).json<{ id: string }>();
      const { clauses } = await viewOf(again.id);
      expect(clauses.map((clause) => [clause.number, clause.notMetBefore])).toEqual([
        ['§ 7', []],
        ['§ 15', [2026]],
        ['§ 23', []],
      ]);
    });
  });

  describe('is moved', () => {
    it('only on the content that was read, and only as its state allows', async () => {
      const { id, view } = await aFollowUp(t).planned();
      const stale = await officer.post(`/api/follow-ups/${id}/start`, { contentVersion: 99 });
      expect([stale.statusCode, stale.json().code]).toEqual([409, 'stale-content']);
      const { contentVersion } = await view();
      const wrong = await officer.post(`/api/follow-ups/${id}/assess`, { contentVersion });
      expect([wrong.statusCode, wrong.json().code]).toEqual([409, 'wrong-state']);
      const cancel = await officer.post(`/api/follow-ups/${id}/cancel`, { contentVersion });
      expect([cancel.statusCode, cancel.json().code]).toEqual([409, 'reason-required']);
      const reason = 'Avtalet har sagts upp.';
      const cancelled = await officer.post(`/api/follow-ups/${id}/cancel`, { contentVersion, reason });
      expect(cancelled.json<FollowUpView>().state).toBe('cancelled');
      expect(cancelled.json<FollowUpView>().transitions).toEqual([
        { action: 'cancel', from: 'planned', to: 'cancelled', by: 'Maja Lindgren', on: '2026-11-25', reason },
      ]);
    });

    it('and can no longer be changed once it waits for a decision (R11)', async () => {
      const { id, findingId, clauseIds } = await aFollowUp(t).deciding();
      const { version } = await viewOf(id);
      const body = { clauseIds: [clauseIds['§ 8']], version: 1, verdict: 'not-met', text: '', evidenceIds: [] };
      const attempts = [
        await officer.patch(`/api/follow-ups/${id}`, { version, purpose: 'Annat' }),
        await officer.put(`/api/follow-ups/${id}/assessments`, body),
        await officer.patch(`/api/findings/${findingId}`, { version: 1, title: 'Annan' }),
        await officer.post(`/api/follow-ups/${id}/evidence`, {
          kind: 'document',
          heldOn: '2026-11-20',
          title: 'Sen handling',
        }),
      ];
      expect(attempts.map((answer) => answer.json().code)).toEqual(Array(4).fill('content-locked'));
    });

    it('closes with no requirement open only', async () => {
      const { id, view } = await aFollowUp(t).approved();
      const { contentVersion, state } = await view();
      expect(state).toBe('remedying');
      const refused = await officer.post(`/api/follow-ups/${id}/close`, { contentVersion });
      expect(refused.statusCode).toBe(409);
      expect(refused.json().blockers[0].code).toBe('requirement-open');
    });
  });

  it('is changed at its own version: the second officer is told who changed it, and every change counts', async () => {
    const { id, view } = await aFollowUp(t).planned();
    const { version, contentVersion } = await view();
    expect((await officer.patch(`/api/follow-ups/${id}`, { version, background: 'Första texten' })).statusCode).toBe(
      200,
    );
    const second = await officer.patch(`/api/follow-ups/${id}`, { version, background: 'Andra texten' });
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'stale-version', changedBy: 'Maja Lindgren' });
    expect(await view()).toMatchObject({ background: 'Första texten', contentVersion: contentVersion + 1 });
  });
});
