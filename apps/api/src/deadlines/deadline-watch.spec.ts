import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineKind } from '@insyn/domain';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { aRequest } from '../../test/request-factory.js';
import { aContact } from '../../test/sendable-case.js';
import { SPEC_NOW, testApp, type TestApp } from '../../test/test-app.js';
import type { Transaction } from '../database/transaction.js';
import { DeadlineWatchService } from './deadline-watch.service.js';
import { meetDeadline, moveDeadline, setDeadline } from './deadlines.js';

describe('Every deadline is watched', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    await aContact(followUp.officer, followUp.providerId, 'Tove Granlund');
  });
  afterAll(() => t.close());
  // Each spec begins on the same day, with nothing that runs.
  afterEach(async () => {
    t.clock.advance({ minutes: (SPEC_NOW.getTime() - t.clock.now().getTime()) / 60_000 });
    await t.asOwner("update deadline set state = 'cancelled'");
    await t.asOwner("update information_request set state = 'withdrawn'");
  });

  const watch = () => t.app.get(DeadlineWatchService).watch();
  const inJob = <T>(work: (tx: Transaction) => Promise<T>) => t.db.jobs(t.m1.id, work);
  async function pass(days: number): Promise<void> {
    await t.asOwner("update session set last_seen_at = '2027-12-01', expires_at = '2028-01-01'");
    t.clock.advance({ days });
  }
  /** A deadline that runs from today, of a subject of its own. */
  async function running(kind: DeadlineKind, days: number, followUpId = followUp.id) {
    const subjectId = await inJob((tx) => Promise.resolve(tx.newId()));
    const providerId = ['plan-evaluation', 'recheck'].includes(kind) ? null : followUp.providerId;
    const baseDate = t.clock.today();
    const set = { kind, followUpId, subjectId, providerId, baseDate, amount: days, unit: 'days' } as const;
    return { subjectId, ...(await inJob((tx) => setDeadline(tx, set))) };
  }
  const mails = (kind: string) =>
    t.asOwner<{ to: string; subject: string; text: string }>(
      `select coalesce(a.email, m.to_address) as "to", m.subject, m.text
       from mail m left join account a on a.id = m.to_account_id
       where m.kind = $1 and m.follow_up_id = $2 and m.created_at >= $3 order by m.id`,
      [kind, followUp.id, SPEC_NOW],
    );
  const clearMails = () => t.asOwner("update mail set created_at = '2020-01-01'");
  /** Lives day by day to a date, with the night's jobs each morning; what they did, on the days on which they did something. */
  async function liveTo(last: string): Promise<[string, string][]> {
    const days: [string, string][] = [];
    while (t.clock.today() < last) {
      await pass(1);
      const { reminded, escalated } = await watch();
      if (reminded + escalated > 0) days.push([t.clock.today(), `${reminded} ${escalated}`]);
    }
    return days;
  }

  it.each<[DeadlineKind, string]>([
    ['action-plan', 'Påminnelse: åtgärdsplan senast 28 december 2026'],
    ['sanction-answer', 'Påminnelse: svar om påföljd senast 28 december 2026'],
  ])(
    'R3: %s is reminded of 30, 7 and 1 days before and the day after, and escalated once',
    async (kind, subject) => {
      await clearMails();
      const { due } = await running(kind, 31);
      expect(due).toBe('2026-12-28');
      const { caseNumber } = await followUp.view();
      expect(await watch()).toMatchObject({ reminded: 0, escalated: 0 });
      expect(await liveTo('2027-01-10')).toEqual([
        ['2026-11-28', '1 0'],
        ['2026-12-21', '1 0'],
        ['2026-12-27', '1 0'],
        ['2026-12-29', '1 1'],
      ]);
      const sent = await mails('reminder');
      expect(sent.map((mail) => mail.subject)).toEqual([
        ...[1, 2, 3].map(() => `${subject}, ärende ${caseNumber}`),
        expect.stringMatching(/^Tiden har gått ut: /),
      ]);
      expect(sent.every(({ to }) => to === 'tove@utforare.example')).toBe(true);
      expect(sent[1]?.text).toContain('senast måndag 28 december 2026 (om 7 dagar).');
      const [overdue, ...more] = await mails('deadline-overdue');
      expect(more).toEqual([]);
      expect(overdue).toMatchObject({ to: t.people.manager(t.m1).email });
      expect(overdue?.text).toContain('sista dag var måndag 28 december 2026, en dag sedan.');
      expect(overdue?.text).toContain('/app/tidsfrister?urval=eskalerade');
    },
    60_000,
  );

  it.each<[DeadlineKind]>([['plan-evaluation'], ['recheck']])(
    'R3: %s is the municipality’s own: the team is reminded, the provider never',
    async (kind) => {
      await clearMails();
      const { due } = await running(kind, 9);
      expect(due).toBe('2026-12-04');
      expect(await liveTo('2026-12-10')).toEqual([
        ['2026-11-27', '1 0'],
        ['2026-12-03', '1 0'],
        ['2026-12-05', '1 1'],
      ]);
      const sent = await mails('reminder');
      expect(new Set(sent.map(({ to }) => to))).toEqual(new Set([t.people.officer(t.m1).email]));
      expect((await mails('deadline-overdue')).map(({ to }) => to)).toEqual([t.people.manager(t.m1).email]);
    },
  );

  it('R3: reminds again of a deadline that was extended after it was escalated, and escalates it again', async () => {
    const { subjectId } = await running('action-plan', 2);
    expect((await liveTo('2026-11-29')).map(([day]) => day)).toEqual(['2026-11-26', '2026-11-28']);
    await inJob((tx) => moveDeadline(tx, { kind: 'action-plan', subjectId, due: '2026-12-07', reason: 'Sjukdom.' }));
    expect(await watch()).toMatchObject({ reminded: 0, escalated: 0 });
    expect(await liveTo('2026-12-20')).toEqual([
      ['2026-11-30', '1 0'],
      ['2026-12-06', '1 0'],
      ['2026-12-08', '1 1'],
    ]);
  });

  it('never of what was done in time, nor of a case that was cancelled', async () => {
    const { subjectId } = await running('action-plan', 2);
    await inJob((tx) => meetDeadline(tx, 'action-plan', subjectId));
    const { id, officer, view } = await aFollowUp(t).gathering();
    await running('action-plan', 2, id);
    const { contentVersion } = await view();
    const cancel = { contentVersion, reason: 'Avtalet upphörde.' };
    answered(await officer.post(`/api/follow-ups/${id}/cancel`, cancel), 200);
    expect(await liveTo('2026-12-10')).toEqual([]);
  });

  it('once, however many processes watch at a time, and an information request that is overdue too', async () => {
    await running('recheck', 2);
    await aRequest(t, { due: '2026-11-27' }).sent();
    await pass(3);
    const runs = await Promise.all([watch(), watch(), watch()]);
    const sum = (of: 'reminded' | 'escalated') => runs.reduce((total, run) => total + run[of], 0);
    expect([sum('reminded'), sum('escalated')]).toEqual([2, 2]);
    expect(await watch()).toMatchObject({ reminded: 0, silent: 0, escalated: 0 });
    const schedules = await t.asOwner('select name, cron, timezone from pgboss.schedule');
    expect(schedules).toContainEqual({ name: 'watch-deadlines', cron: '0 6 * * *', timezone: 'Europe/Stockholm' });
  });

  it('tells a manager whose declared conflict of interest was lifted, and none whose stands', async () => {
    await running('action-plan', 2);
    const { accountId } = t.people.manager(t.m1);
    const declared = `insert into conflict_declaration (municipality_id, follow_up_id, account_id, has_conflict, reason, declared_at)
      values ($1, $2, $3, true, 'Släkt.', now())`;
    await t.asOwner(declared, [t.m1.id, followUp.id, accountId]);
    await pass(3);
    await clearMails();
    await watch();
    expect(await mails('deadline-overdue')).toEqual([]);
    await t.asOwner('update conflict_declaration set lifted_by = $2, lifted_at = now() where follow_up_id = $1', [
      ...[followUp.id, accountId],
    ]);
    await t.asOwner('update deadline set escalated_on = null');
    await watch();
    expect((await mails('deadline-overdue')).map(({ to }) => to)).toEqual([t.people.manager(t.m1).email]);
  });

  it('tells of a request what it was, and only the managers of its committee', async () => {
    const request = await aRequest(t, { due: '2026-11-27', title: 'Frågor om planer' }).sent();
    await pass(3);
    await watch();
    const told = await t.asOwner<{ to: string; subject: string }>(
      `select a.email as "to", m.subject from mail m join account a on a.id = m.to_account_id
       where m.kind = 'deadline-overdue' and m.follow_up_id = $1`,
      [request.followUp.id],
    );
    expect(told).toEqual([
      {
        to: t.people.manager(t.m1).email,
        subject: expect.stringMatching(/^Tiden har gått ut: Svar på ”Frågor om planer”/),
      },
    ]);
    const { items } = (
      await request.followUp.officer.get(`/api/follow-ups/${request.followUp.id}/history?group=deadline`)
    ).json<{ items: { by: string | null; summary: string }[] }>();
    expect(items).toContainEqual(
      expect.objectContaining({
        by: null,
        summary: 'Svar på ”Frågor om planer”: tiden gick ut 27 november 2026. Ansvarig chef meddelades',
      }),
    );
  });

  it('writes down once that a provider kept silent about a draft, and waits again when it gets more time', async () => {
    const { id, followUp: checked } = await aFactCheck(t).sent();
    const stateOf = async () =>
      (await t.asOwner<{ state: string }>('select state from fact_check where id = $1', [id]))[0];
    await pass(14);
    expect(t.clock.today()).toBe('2026-12-09');
    expect(await watch()).toMatchObject({ silent: 0, escalated: 0 });
    await pass(1);
    const runs = await Promise.all([watch(), watch()]);
    expect(runs.reduce((sum, { silent }) => sum + silent, 0)).toBe(1);
    expect(await watch()).toMatchObject({ silent: 0, escalated: 0 });
    expect(await stateOf()).toEqual({ state: 'silent' });
    const [deadline] = await t.asOwner<{ id: string; version: number }>(
      "select id, version from deadline where kind = 'fact-check' and subject_id = $1",
      [id],
    );
    const move = { version: deadline?.version, due: '2026-12-16', reason: 'De bad om det.' };
    answered(await checked.officer.post(`/api/deadlines/${deadline?.id ?? ''}/move`, move), 200);
    expect(await stateOf()).toEqual({ state: 'sent' });
    await pass(7);
    expect(await watch()).toMatchObject({ silent: 1, escalated: 1 });
  });

  it.each([
    ['2027-03-28', '2027-03-26T22:59:00Z', 'the night without 02:30'],
    ['2027-10-31', '2027-10-29T21:59:00Z', 'the night with 02:30 twice'],
  ])(
    'by the days of Sweden around %s: %s',
    async (_day, friday) => {
      t.clock.advance({ minutes: (new Date(friday).getTime() - t.clock.now().getTime()) / 60_000 });
      const { due } = await running('recheck', 3);
      const before = t.clock.today();
      const days: string[] = [];
      for (let hour = 0; hour < 24 * 7; hour += 3) {
        const { reminded, escalated } = await watch();
        if (reminded > 0) days.push(`reminded ${t.clock.today()}`);
        if (escalated > 0) days.push(`escalated ${t.clock.today()}`);
        t.clock.advance({ hours: 3 });
      }
      const dayOf = (days: number) => new Date(new Date(due).getTime() + days * 86_400_000).toISOString().slice(0, 10);
      expect(before < due).toBe(true);
      expect(days).toEqual([`reminded ${dayOf(-1)}`, `reminded ${dayOf(1)}`, `escalated ${dayOf(1)}`]);
    },
    120_000,
  );
});
