import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { answered } from '../../test/follow-up-factory.js';
import { aRequest, type RequestFixture, SPEC_ANSWERS, submit } from '../../test/request-factory.js';
import { mailsOf } from '../../test/sendable-case.js';
import { SPEC_NOW, testApp, type TestApp } from '../../test/test-app.js';
import { DeadlineWatchService } from './deadline-watch.service.js';

describe('The deadline of a request is reminded of (R3)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());
  // Each spec begins on the same day, with no request out.
  afterEach(async () => {
    t.clock.advance({ minutes: (SPEC_NOW.getTime() - t.clock.now().getTime()) / 60_000 });
    await t.asOwner("update information_request set state = 'withdrawn'");
  });
  /** Lets days pass, and nobody be signed out by that. */
  async function pass(days: number): Promise<void> {
    await t.asOwner("update session set last_seen_at = '2027-12-01', expires_at = '2028-01-01'");
    t.clock.advance({ days });
  }

  const remind = async (): Promise<number> => (await t.app.get(DeadlineWatchService).remind()).reminded;
  /** Lives day by day to a date, with the night's job each morning; the dates on which somebody was reminded. */
  async function liveTo(last: string): Promise<string[]> {
    const days: string[] = [];
    while (t.clock.today() < last) {
      await pass(1);
      if ((await remind()) > 0) days.push(t.clock.today());
    }
    return days;
  }
  const reminded = async (request: RequestFixture) =>
    (await mailsOf(t, request.id)).filter(({ kind }) => kind === 'reminder');

  it('30, 7 and 1 days before and the day after, once each, and never twice on a day', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-24', due: '2026-12-28' }).sent();
    const all: string[] = [];
    while (t.clock.today() < '2027-01-05') {
      if ((await remind()) > 0) all.push(t.clock.today());
      expect(await remind()).toBe(0);
      await pass(1);
    }
    expect(all).toEqual(['2026-11-28', '2026-12-21', '2026-12-27', '2026-12-29']);
    const mails = await reminded(request);
    expect(mails.map(({ subject }) => subject)).toEqual([
      ...[1, 2, 3].map(() => 'Påminnelse: Uppföljning 2026, svar senast 28 december 2026'),
      'Svarstiden har gått ut: Uppföljning 2026',
    ]);
    expect(mails[1]?.text).toContain('Svara senast måndag 28 december 2026 (om 7 dagar).');
    expect(mails[2]?.text).toContain('(i morgon)');
    expect(mails[3]?.text).toContain('Svarstiden gick ut måndag 28 december 2026.');
    const rows = await t.asOwner<{ days: number; on: string }>(
      `select days_before as days, reminded_on::text as "on" from deadline_reminder where subject_id = $1 order by 2`,
      [request.id],
    );
    expect(rows.map(({ days }) => days)).toEqual([30, 7, 1, -1]);
  }, 60_000);

  it('not on or before the day of sending', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-25', due: '2026-12-02' }).sent();
    expect(await remind()).toBe(0); // seven days before is the day of sending
    expect(await liveTo('2026-12-10')).toEqual(['2026-12-01', '2026-12-03']);
    expect(await reminded(request)).toHaveLength(2);
  });

  it('after missed days by the nearest reminder alone', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-24', due: '2026-12-28' }).sent();
    await pass(28); // 23 December: 30 and 7 days before have passed
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect((await reminded(request)).map(({ text }) => /\(om \d+ dagar\)/.exec(text)?.[0])).toEqual(['(om 5 dagar)']);
    expect(await liveTo('2027-01-05')).toEqual(['2026-12-27', '2026-12-29']);
  });

  it('no more once it is answered, closed or withdrawn, and again after a return with a new deadline', async () => {
    const request = await aRequest(t, { due: '2026-12-07' }).answered();
    expect(await liveTo('2026-11-30')).toEqual([]);
    const { officer } = request.followUp;
    const url = `/api/information-requests/${request.id}`;
    const { version } = (await officer.get(url)).json<{ version: number }>();
    const questions = [{ questionId: 'plans', comment: 'Räkna om.' }];
    answered(await officer.post(`${url}/return`, { version, questions, due: '2026-12-14' }), 200);
    expect(await remind()).toBe(0); // the provider was told today
    expect(await liveTo('2026-12-08')).toEqual(['2026-12-07']);
    await request.answer('plans', { kind: 'share', n: 8, of: 9 });
    await submit(request);
    expect(await liveTo('2026-12-20')).toEqual([]);
  });

  it('again when it has been extended, and not on the day of the decision', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-24', due: '2026-12-02' }).sent();
    expect(await remind()).toBe(1); // seven days before
    const asked = { wantedDue: '2026-12-09', reason: 'Sjukdom.' };
    await request.person.browser.post(`/api/portal/requests/${request.id}/extensions`, asked);
    await pass(1);
    const { officer } = request.followUp;
    const view = (await officer.get(`/api/information-requests/${request.id}`)).json<{
      extensions: { id: string; version: number }[];
    }>();
    const [extension] = view.extensions;
    const decision = { version: extension?.version, decision: 'granted', reason: 'Rimligt.' };
    answered(await officer.post(`/api/due-extensions/${extension?.id ?? ''}/decision`, decision), 200);
    expect(await remind()).toBe(0);
    expect(await liveTo('2026-12-15')).toEqual(['2026-12-02', '2026-12-08', '2026-12-10']);
  });

  it('to the contacts and to those who have answered, one without an account with a link that works still', async () => {
    const request = await aRequest(t, { sentOn: '2026-11-16', due: '2026-12-02' }).answering();
    expect(await remind()).toBe(1);
    const mails = await reminded(request);
    expect(mails.map(({ address }) => address)).toEqual(['tove@utforare.example', request.person.email]);
    expect(mails[0]?.text).toContain('{link}');
    expect(mails[1]?.text).toContain('logga in med din e-postadress');
    const invitations = await t.asOwner<{ by: string; on: Date }>(
      'select invited_by as by, expires_at as "on" from provider_invitation where request_id = $1',
      [request.id],
    );
    expect(invitations).toEqual([{ by: t.people.officer(t.m1).accountId, on: new Date('2026-12-09T09:00:00Z') }]);
  });

  it('in every municipality, once however many run the job at a time', async () => {
    await aRequest(t, { due: '2026-12-02' }).sent();
    await aRequest(t, { due: '2026-12-02', municipality: t.m2 }).sent();
    const runs = await Promise.all([remind(), remind(), remind()]);
    expect(runs.reduce((sum, one) => sum + one, 0)).toBe(2);
    const reminders = await t.asOwner("select distinct municipality_id from mail where kind = 'reminder'");
    expect(reminders).toHaveLength(2);
    const schedules = await t.asOwner('select name, cron, timezone from pgboss.schedule');
    expect(schedules).toContainEqual({ name: 'send-reminders', cron: '0 7 * * *', timezone: 'Europe/Stockholm' });
  });

  it('also to the others when one cannot be reminded, and that one when the job is run again', async () => {
    const broken = await aRequest(t, { due: '2026-12-02' }).sent();
    const sound = await aRequest(t, { due: '2026-12-02' }).sent();
    await t.asOwner(
      `create function refuse_mail() returns trigger language plpgsql as $$ begin
         if new.request_id = tg_argv[0]::uuid then raise exception 'no'; end if; return new; end $$`,
    );
    const trigger = "create trigger refuse_mail before insert on mail for each row execute function refuse_mail('";
    await t.asOwner(trigger + broken.id + "')");
    await expect(remind()).rejects.toThrow('1 deadlines could not be watched.');
    expect([(await reminded(broken)).length, (await reminded(sound)).length]).toEqual([0, 1]);
    await t.asOwner('drop trigger refuse_mail on mail');
    expect(await remind()).toBe(1);
    expect([(await reminded(broken)).length, (await reminded(sound)).length]).toEqual([1, 1]);
  });

  it('never of what was answered before the morning came', async () => {
    const request = await aRequest(t, { due: '2026-12-02' }).sent();
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    await submit(request);
    expect(await remind()).toBe(0);
  });
});
