import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { addDays } from '@insyn/domain';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { approvedWithTwo, recheckOf } from '../../test/recheck-fixture.js';
import { aRequest, SPEC_ANSWERS } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedAnswersService } from '../information-requests/received-answers.service.js';
import { ReportRenderingService } from '../reports/report-rendering.service.js';
import { keepSnapshot } from './keep-snapshot.js';

describe('A case as it was', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  /** Lets time pass, and nobody be signed out by that. */
  async function pass(by: { days?: number; hours?: number; minutes?: number }): Promise<void> {
    await t.asOwner("update session set last_seen_at = '2028-12-01', expires_at = '2029-01-01'");
    t.clock.advance(by);
  }
  const asOf = (followUp: FollowUpFixture, on: string) =>
    followUp.officer.get(`/api/follow-ups/${followUp.id}/as-of?on=${on}`);
  const shown = async (followUp: FollowUpFixture, on: string) =>
    answered(await asOf(followUp, on), 200).json<FollowUpView>();
  async function write(followUp: FollowUpFixture, summary: string): Promise<void> {
    const { version } = await followUp.view();
    answered(await followUp.officer.patch(`/api/follow-ups/${followUp.id}`, { version, summary }), 200);
  }
  /** What was on the page, without what the reader could do there. */
  const readOnly = (view: FollowUpView): FollowUpView => ({
    ...{ ...view, offers: [], missing: [], notes: [], editable: false },
  });
  const snapshots = (followUp: FollowUpFixture) =>
    t.asOwner<{ day: string }>('select day::text from follow_up_snapshot where follow_up_id = $1 order by day', [
      followUp.id,
    ]);

  it('each day is what was shown when that day ended, also on days on which nothing happened', async () => {
    const followUp = await aFollowUp(t).assessing();
    const opened = t.clock.today();
    const body = (text: string, version: number | null) => ({
      ...{ clauseIds: [followUp.clauseIds['§ 7']], version, verdict: 'met', text, evidenceIds: [] },
    });
    const url = `/api/follow-ups/${followUp.id}/assessments`;
    answered(await followUp.officer.put(url, body('Först.', null)), 200);
    await write(followUp, 'Första dagen.');
    const taken = new Map([[opened, await followUp.view()]]);
    for (const [days, text] of [
      [1, 'Andra dagen.'],
      [3, 'Fjärde dagen.'],
      [1, 'Femte dagen.'],
    ] as const) {
      for (let day = 1; day < days; day += 1) {
        await pass({ days: 1 });
        taken.set(t.clock.today(), await followUp.view());
      }
      await pass({ days: 1 });
      await write(followUp, `${text} Ett utkast.`);
      answered(await followUp.officer.put(url, body(text, taken.size > 1 ? null : 1)), taken.size > 1 ? 409 : 200);
      await write(followUp, text);
      taken.set(t.clock.today(), await followUp.view());
    }
    expect(taken.size).toBe(6);
    for (const [day, view] of taken) expect(await shown(followUp, day)).toEqual(readOnly(view));
    // One for each day on which something was changed after an earlier day: what stood before it.
    expect((await snapshots(followUp)).map(({ day }) => day)).toHaveLength(3);
  });

  it('is not there before it was opened, and not on a day that has not come', async () => {
    const followUp = await aFollowUp(t).planned();
    const today = t.clock.today();
    await pass({ days: 1 });
    expect((await asOf(followUp, today)).statusCode).toBe(200);
    expect((await asOf(followUp, '2026-11-24')).statusCode).toBe(404);
    const coming = await asOf(followUp, '2027-11-24');
    expect(coming.statusCode).toBe(400);
    expect(coming.json()).toMatchObject({ errors: [{ field: 'on', message: 'Välj en dag som har varit.' }] });
    expect((await asOf(followUp, '2026-02-30')).statusCode).toBe(400);
  });

  it('keeps one day however many begin the next one at once', async () => {
    const followUp = await aFollowUp(t).assessing();
    await write(followUp, 'Kvällen innan.');
    const evening = t.clock.today();
    const before = await followUp.view();
    await pass({ days: 1 });
    const url = `/api/follow-ups/${followUp.id}`;
    const answers = await Promise.all([
      followUp.officer.patch(url, { version: before.version, summary: 'Först.' }),
      followUp.officer.patch(url, { version: before.version, purpose: 'Samtidigt.' }),
      ...['§ 7', '§ 8', '§ 15'].map((number) =>
        followUp.officer.put(`${url}/assessments`, {
          ...{ clauseIds: [followUp.clauseIds[number]], version: null, verdict: 'met', text: '', evidenceIds: [] },
        }),
      ),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 409]);
    expect(await snapshots(followUp)).toEqual([{ day: evening }]);
    expect(await shown(followUp, evening)).toEqual(readOnly(before));
  });

  it('counts days as they are in Sweden, also in the nights when the clock is changed', async () => {
    const followUp = await aFollowUp(t).assessing();
    // Saturday 27 March 2027, 23:30 in Sweden; the night has 23 hours.
    const saturday = new Date('2027-03-27T22:30:00Z');
    await pass({ minutes: (saturday.getTime() - t.clock.now().getTime()) / 60_000 });
    await write(followUp, 'Lördag kväll.');
    const before = await followUp.view();
    await pass({ hours: 1 });
    expect(t.clock.today()).toBe('2027-03-28');
    await write(followUp, 'Söndag natt, vintertid.');
    await pass({ hours: 1 });
    await write(followUp, 'Söndag natt, sommartid.');
    expect(await shown(followUp, '2027-03-27')).toEqual(readOnly(before));
    expect((await shown(followUp, '2027-03-28')).summary).toBe('Söndag natt, sommartid.');
    // Saturday 30 October 2027, 23:30; the night has 25 hours.
    const autumn = new Date('2027-10-30T21:30:00Z');
    await pass({ minutes: (autumn.getTime() - t.clock.now().getTime()) / 60_000 });
    await write(followUp, 'Höstlördag.');
    await pass({ hours: 2 });
    await write(followUp, 'Klockan två första gången.');
    await pass({ hours: 1 });
    await write(followUp, 'Klockan två andra gången.');
    expect((await shown(followUp, '2027-10-30')).summary).toBe('Höstlördag.');
    expect((await shown(followUp, '2027-10-31')).summary).toBe('Klockan två andra gången.');
    expect((await snapshots(followUp)).map(({ day }) => day).slice(-3)).toEqual([
      '2027-03-27',
      '2027-10-29',
      '2027-10-30',
    ]);
  });

  it('is kept by a job as by a person', async () => {
    const followUp = await aFollowUp(t).gathering();
    const before = await followUp.view();
    const day = t.clock.today();
    await pass({ days: 1 });
    await t.db.jobs(t.m1.id, async (tx) => {
      await keepSnapshot(tx, followUp.id);
      await keepSnapshot(tx, followUp.id);
      await tx.query("update follow_up set summary = 'Av ett jobb.' where id = $1", [followUp.id]);
    });
    expect(await snapshots(followUp)).toEqual([{ day }]);
    expect(await shown(followUp, day)).toEqual(readOnly(before));
  });

  it('is kept by moves too, and not by what was refused', async () => {
    const followUp = await aFollowUp(t).gathering();
    const before = await followUp.view();
    const day = t.clock.today();
    await pass({ days: 1 });
    const stale = { contentVersion: before.contentVersion + 1 };
    expect((await followUp.officer.post(`/api/follow-ups/${followUp.id}/assess`, stale)).statusCode).toBe(409);
    expect(await snapshots(followUp)).toEqual([]);
    const { contentVersion } = before;
    answered(await followUp.officer.post(`/api/follow-ups/${followUp.id}/assess`, { contentVersion }), 200);
    expect(await shown(followUp, day)).toEqual(readOnly(before));
    expect((await followUp.view()).state).toBe('assessing');
  });

  it.each([
    ['the job takes it in at once', 0],
    ['the job comes first the day after', 1],
  ])('does not show what a provider handed in before it did, where %s (R21)', async (_case, days) => {
    const request = await aRequest(t).answering();
    const { followUp, person } = request;
    const counts = async (day: string) =>
      (await shown(followUp, day)).evidence
        .filter(({ requestId }) => requestId === request.id)
        .map((one) => one.counts);
    const [opened, before] = [t.clock.today(), await followUp.view()];
    await pass({ days: 2 });
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    // The first thing of the day, at a door that keeps no copy.
    const { version } = await request.view();
    answered(await person.browser.post(`/api/portal/requests/${request.id}/submit`, { version }), 200);
    const handedIn = t.clock.today();
    await pass({ days });
    const [submission] = await t.asOwner<{ id: string }>('select id from answer_submission where request_id = $1', [
      request.id,
    ]);
    await t.app.get(ReceivedAnswersService).receive(t.m1.id, submission?.id ?? '');
    await write(followUp, 'Svaren har kommit.');
    expect(await shown(followUp, opened)).toEqual(readOnly(before));
    expect(await counts(addDays(handedIn, -1))).toEqual([false]);
    expect(await counts(handedIn)).toEqual([true]);
    await pass({ days: 1 });
    expect(await counts(addDays(handedIn, -1))).toEqual([false]);
  });

  it('keeps the root as it was before its re-check proposes a judgement on the chain of both', async () => {
    const root = await approvedWithTwo(t);
    const recheck = await recheckOf(root);
    const meetingId = await recheck.assessing();
    for (const id of [root.requirementId, root.otherId]) {
      answered(await recheck.judge(id, 'verified', { evidenceIds: [meetingId] }), 200);
    }
    const day = t.clock.today();
    // The files of the report are made by a job, and shown as soon as they are there.
    for (const { id } of (await root.view()).reports) {
      await t.app.get(ReportRenderingService).render(t.m1.id, id, 'internal');
    }
    const before = await root.view();
    await pass({ days: 1 });
    answered(await recheck.submit(), 200);
    expect((await root.view()).judgements).toHaveLength(before.judgements.length + 1);
    expect(await shown(root, day)).toEqual(readOnly(before));
  });
});
