import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineItem, DeadlineLetterView, Page } from '@insyn/api-schema';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { answered } from '../../test/follow-up-factory.js';
import { aPlan } from '../../test/plan-factory.js';
import { aRequest } from '../../test/request-factory.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';

describe('The letter about a deadline that is moved', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const ofTask = async ({ browser }: { browser: Browser }, id: string) =>
    answered(await browser.get(`/api/portal/tasks/${id}/deadline-letters`), 200).json<DeadlineLetterView[]>();
  const ofCase = async (browser: Browser, followUpId: string) =>
    answered(await browser.get(`/api/follow-ups/${followUpId}/deadline-letters`), 200).json<DeadlineLetterView[]>();
  /** What stands in the diary, and in the history, of a moved day. */
  const traces = async (followUpId: string, subjectId: string) => ({
    records: await t.asOwner(
      `select direction, internal, public_title as title from record
       where follow_up_id = $1 and public_title like 'Ändrad tidsfrist%'`,
      [followUpId],
    ),
    events: await t.asOwner(
      `select v.content ->> 'summary' as summary from event e join event_value v on v.event_id = e.id
       where e.kind = 'deadline.letter-sent' and e.subject_id = $1`,
      [subjectId],
    ),
  });

  it('R16: about an action plan is registered in the transaction that moves the day, and lies with both sides', async () => {
    const plan = await aPlan(t).demanded();
    const { officer } = plan.followUp;
    const reason = 'Enhetschefen har slutat.';
    answered(await officer.post(`/api/action-plans/${plan.id}/due`, { due: '2027-01-06', reason }), 200);
    const letters = await ofTask(plan.person, plan.id);
    // The day before is the rule's: 30 days from 25 November, and Epiphany moves to the next working day (R1).
    expect(letters).toMatchObject([
      { subjectId: plan.id, sentOn: '2026-11-25', before: '2026-12-28', due: '2027-01-07', reason },
    ]);
    expect(letters[0]?.document).toMatchObject({ title: 'Ändrad tidsfrist: Åtgärdsplan', href: null });
    expect(await ofCase(officer, plan.followUp.id)).toMatchObject([{ id: letters[0]?.id, due: '2027-01-07' }]);
    expect(await traces(plan.followUp.id, plan.id)).toEqual({
      records: [
        { direction: 'out', internal: false, title: expect.stringMatching(/^Ändrad tidsfrist för åtgärdsplan om /) },
      ],
      events: [
        {
          summary: 'Skickade brev om ändrad tidsfrist för åtgärdsplan: 7 januari 2027 i stället för 28 december 2026',
        },
      ],
    });
    const [document] = await t.asOwner<{ content: { what: string; ask: string; contract: object } }>(
      "select content from issued_document where subject_id = $1 and kind = 'deadline-change'",
      [plan.id],
    );
    expect(document?.content).toMatchObject({
      what: 'Åtgärdsplan',
      ask: 'Lämna in planen',
      contract: { kind: 'contract' },
    });
  });

  it('R16: is none where the day is refused', async () => {
    const plan = await aPlan(t).demanded();
    const move = { due: '2026-11-25', reason: 'För sent.' };
    expect((await plan.followUp.officer.post(`/api/action-plans/${plan.id}/due`, move)).statusCode).toBe(400);
    expect(await traces(plan.followUp.id, plan.id)).toEqual({ records: [], events: [] });
  });

  it('R16: is sent about a fact check, an answer to a sanction and an information request alike', async () => {
    const reason = 'Verksamhetschefen är sjuk.';
    const check = await aFactCheck(t).sent();
    const { version } = await check.staffView();
    const extend = { version, due: '2026-12-16', reason };
    answered(await check.followUp.officer.post(`/api/fact-checks/${check.id}/extend`, extend), 200);
    expect(await ofTask(check.person, check.id)).toMatchObject([{ due: '2026-12-16', reason }]);

    const decided = await aSanctionCase(t);
    const sanctionId = await decided.send('warning');
    const list = answered(await decided.officer.get('/api/deadlines?scope=committee&kind=sanction-answer'), 200);
    const running = list.json<Page<DeadlineItem>>().items.find(({ followUpId }) => followUpId === decided.id);
    const move = { version: running?.version, due: '2027-02-01', reason };
    answered(await decided.officer.post(`/api/deadlines/${running?.id ?? ''}/move`, move), 200);
    expect(await ofTask(decided.person, sanctionId)).toMatchObject([{ before: running?.due, due: '2027-02-01' }]);

    const request = await aRequest(t).sent();
    const asked = { wantedDue: '2026-12-14', reason: 'Sjukdom.' };
    const { id } = answered(
      await request.person.browser.post(`/api/portal/requests/${request.id}/extensions`, asked),
      201,
    ).json<{ id: string }>();
    const granted = { version: 1, decision: 'granted', reason };
    answered(await request.followUp.officer.post(`/api/due-extensions/${id}/decision`, granted), 200);
    expect(await ofTask(request.person, request.id)).toMatchObject([{ due: '2026-12-14', reason }]);
    for (const { followUp, subjectId } of [
      { followUp: check.followUp, subjectId: check.id },
      { followUp: decided, subjectId: sanctionId },
      { followUp: request.followUp, subjectId: request.id },
    ]) {
      const { records, events } = await traces(followUp.id, subjectId);
      expect([records.length, events.length]).toEqual([1, 1]);
    }
  }, 120_000);

  it('R16: is internal to the committee’s own unit, and R21: is nobody else’s', async () => {
    const plan = await aPlan(t).demanded();
    const { officer } = plan.followUp;
    await t.asOwner("update provider set form = 'own-run' where id = $1", [plan.person.providerId]);
    const move = { due: '2027-01-11', reason: 'Enhetschefen har slutat.' };
    answered(await officer.post(`/api/action-plans/${plan.id}/due`, move), 200);
    expect((await traces(plan.followUp.id, plan.id)).records).toMatchObject([{ direction: 'out', internal: true }]);
    const stranger = (await aRequest(t, { municipality: t.m2 }).sent()).person;
    expect((await stranger.browser.get(`/api/portal/tasks/${plan.id}/deadline-letters`)).statusCode).toBe(404);
  });
});
