import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingPlanFile } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aPlan, type PlanFixture, SPEC_ITEM } from '../../test/plan-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('An action plan that came on paper or by e-mail', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const upload = (plan: PlanFixture, name = 'inskannad.pdf') =>
    sendFile(plan.followUp.officer, `/api/action-plans/${plan.id}/incoming-file`, { name, bytes: PDF });
  const uploaded = async (plan: PlanFixture) => answered(await upload(plan), 201).json<IncomingPlanFile>();
  const bodyOf = (plan: PlanFixture, fileId: string, changes: object = {}) => ({
    ...{ channel: 'paper', arrivedOn: '2026-11-25', fileId },
    items: [{ actionId: plan.requirementId, ...SPEC_ITEM }],
    ...changes,
  });
  const send = (plan: PlanFixture, body: object) =>
    plan.followUp.officer.post(`/api/action-plans/${plan.id}/incoming`, body);
  const register = async (plan: PlanFixture, changes: object = {}) =>
    send(plan, bodyOf(plan, (await uploaded(plan)).id, changes));

  it('is registered by the officer as the provider’s round, with the document, the day it came and who entered it (R16)', async () => {
    const plan = await aPlan(t).demanded();
    await t.asOwner("update action_plan set sent_on = '2026-11-20' where id = $1", [plan.id]);
    const file = await uploaded(plan);
    answered(await send(plan, bodyOf(plan, file.id, { channel: 'email', arrivedOn: '2026-11-23' })), 200);
    const incoming = {
      ...{ channel: 'email', arrivedOn: '2026-11-23', enteredOn: '2026-11-25', enteredBy: 'Maja Lindgren' },
      file: { ...file, href: `/api/portal/action-plan-files/${file.id}` },
    };
    const seen = await plan.view();
    // The provider's own plan, and nobody of the municipality stands as the one who handed it in.
    expect(seen).toMatchObject({ state: 'submitted', editableIds: [], gaps: [] });
    expect(seen.rounds).toMatchObject([
      { number: 1, submittedBy: seen.provider.name, incoming, late: false, items: [{ cause: SPEC_ITEM.cause }] },
    ]);
    expect(seen.items).toMatchObject([{ cause: SPEC_ITEM.cause, changedBy: seen.municipality }]);
    expect((await plan.person.browser.get(incoming.file.href)).rawPayload.equals(PDF)).toBe(true);
    const staff = await plan.staffView();
    // Fourteen days from the day it came.
    expect(staff).toMatchObject({ state: 'submitted', judgeBy: '2026-12-07', offers: ['accept', 'return'] });
    expect((await plan.followUp.officer.get(staff.rounds[0]?.incoming?.file.href ?? '')).statusCode).toBe(200);

    const { id } = plan.followUp;
    const records = await t.asOwner(
      `select direction, recorded_on::text as "on", counterpart, created_by is not null as by from record
       where follow_up_id = $1 and public_title like 'Åtgärdsplan om%'`,
      [id],
    );
    expect(records).toEqual([{ direction: 'in', on: '2026-11-23', counterpart: seen.provider.name, by: true }]);
    const [document] = await t.asOwner<{ content: object }>(
      `select d.content from issued_document d join action_plan_round r on r.id = d.subject_id where r.plan_id = $1`,
      [plan.id],
    );
    expect(document?.content).toMatchObject({
      incoming: { how: 'med e-post', arrivedOn: '2026-11-23', enteredBy: 'Maja Lindgren' },
      files: [{ fileName: 'inskannad.pdf', sha256: file.sha256 }],
    });
    const [event] = await t.asOwner<{ summary: string; by: string }>(
      `select v.content ->> 'summary' as summary, a.name as by
       from event e join event_value v on v.event_id = e.id join account a on a.id = e.account_id
       where e.subject_id = $1 and e.kind = 'action-plan.registered'`,
      [plan.id],
    );
    expect(event).toEqual({
      summary: 'Registrerade åtgärdsplanen som inkom med e-post 23 november 2026, omgång 1',
      by: 'Maja Lindgren',
    });
    const [mail] = await t.asOwner<{ text: string }>(
      "select text from mail where to_account_id = $1 and kind = 'plan-submitted'",
      [plan.person.accountId],
    );
    expect(mail?.text).toContain('Den inkom med e-post måndag 23 november 2026.');

    // A job that takes in what came through the portal finds nothing to do.
    await plan.received();
    expect(await t.asOwner("select 1 from record where follow_up_id = $1 and direction = 'in'", [id])).toHaveLength(1);
    answered(await plan.judge('sufficient'), 200);
  }, 90_000);

  it('R13: is not registered with gaps, which are said exactly; nothing is kept but the document', async () => {
    const plan = await aPlan(t).demanded();
    const file = await uploaded(plan);
    const refused = answered(await send(plan, bodyOf(plan, file.id, { items: [] })), 409).json();
    expect(refused.code).toBe('plan-incomplete');
    expect(refused.errors).toHaveLength(4);
    expect(refused.errors[0].message).toBe('Krav 1: skriv orsaken till bristen.');
    expect(await plan.view()).toMatchObject({ state: 'demanded', rounds: [], items: [{ cause: '', version: null }] });
    answered(await send(plan, bodyOf(plan, file.id)), 200);
  });

  it.each<[string, object, string]>([
    ['a day that has not come', { arrivedOn: '2026-11-26' }, 'arrivedOn'],
    ['a day before the demand was sent', { arrivedOn: '2026-11-24' }, 'arrivedOn'],
    ['a document that nobody added', { fileId: '0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f' }, 'fileId'],
    ['no document', { fileId: null }, 'fileId'],
    ['a way that is none', { channel: 'portal' }, 'channel'],
    [
      'a requirement that is none',
      { items: [{ actionId: '0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f', ...SPEC_ITEM }] },
      'items.0.actionId',
    ],
  ])('refuses %s at its field', async (_case, change, field) => {
    refusing ??= await aPlan(t).demanded();
    const refused = answered(await register(refusing, change), 400).json<{ errors: { field: string }[] }>();
    expect(refused.errors.map((error) => error.field)).toContain(field);
  });
  let refusing: PlanFixture | undefined;

  it.each(['m1', 'm2'] as const)(
    'takes neither document nor requirement of another plan, of %s (R20)',
    async (whose) => {
      const plan = await aPlan(t).demanded();
      const other = await aPlan(t, { municipality: t[whose] }).demanded();
      const file = await uploaded(plan);
      const foreign = await uploaded(other);
      const items = [{ actionId: other.requirementId, ...SPEC_ITEM }];
      const refused = answered(await send(plan, bodyOf(plan, foreign.id, { items })), 400).json<{
        errors: unknown[];
      }>();
      expect(refused.errors).toMatchObject([{ field: 'fileId' }, { field: 'items.0.actionId' }]);
      answered(await send(plan, bodyOf(plan, file.id)), 200);
      answered(await send(other, bodyOf(other, foreign.id)), 200);
    },
  );

  it('takes no document that is none, and asks for the right to write', async () => {
    const plan = await aPlan(t).demanded();
    expect((await upload(plan, 'plan.exe')).statusCode).toBe(415);
    const auditor = await t.signIn(t.people.auditor(t.m1));
    const url = `/api/action-plans/${plan.id}/incoming-file`;
    expect((await sendFile(auditor, url, { name: 'a.pdf', bytes: PDF })).statusCode).toBe(403);
  });

  it('never replaces silently what the provider is writing in the portal', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write({ cause: 'Vi skriver just nu.' });
    const file = await uploaded(plan);
    const refused = answered(await send(plan, bodyOf(plan, file.id)), 409).json();
    expect(refused).toMatchObject({ code: 'plan-being-written', changedAt: expect.any(String) });
    expect(refused.title).toMatch(/^Utföraren skriver på planen i portalen, senast .* Stäm av med utföraren först\./);
    expect((await plan.view()).items).toMatchObject([{ cause: 'Vi skriver just nu.' }]);

    // The provider wrote again after the officer was told: the officer is told anew.
    t.clock.advance({ minutes: 1 });
    await plan.write({ cause: 'Vi skriver fortfarande.' });
    const replaces = { replacesDraftOf: refused.changedAt };
    const again = answered(await send(plan, bodyOf(plan, file.id, replaces)), 409).json();
    expect(again.code).toBe('plan-being-written');
    answered(await send(plan, bodyOf(plan, file.id, { replacesDraftOf: again.changedAt })), 200);
    // What stood in the portal is kept in the history.
    const [event] = await t.asOwner<{ before: { cause: string } }>(
      `select v.content -> 'before' as before from event e join event_value v on v.event_id = e.id
       where e.follow_up_id = $1 and e.kind = 'action-plan-item.changed' order by e.sequence desc limit 1`,
      [plan.followUp.id],
    );
    expect(event?.before.cause).toBe('Vi skriver fortfarande.');
    t.clock.advance({ minutes: -1 });
  });

  it('is one round beside a plan that is handed in at the same moment: the one that comes second is told', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    const file = await uploaded(plan);
    const changedAt = (await plan.view()).items[0]?.changedAt;
    const body = bodyOf(plan, file.id, { replacesDraftOf: changedAt });
    const both = await Promise.all([plan.submit(), send(plan, body)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('wrong-state');
    expect((await plan.view()).rounds).toHaveLength(1);
  });

  it('is late when the day it came is after the last day, whenever it was entered', async () => {
    const plan = await aPlan(t).demanded();
    await t.asOwner("update action_plan set sent_on = '2026-10-20' where id = $1", [plan.id]);
    await t.asOwner("update deadline set due = '2026-11-23' where subject_id = $1 and kind = 'action-plan'", [plan.id]);
    answered(await register(plan, { arrivedOn: '2026-11-23' }), 200);
    expect((await plan.view()).rounds).toMatchObject([{ late: false }]);
    const met = await t.asOwner(
      `select d.met_on::text as "metOn", v.content ->> 'summary' as summary from deadline d
         join event e on e.subject_id = d.id and e.kind = 'deadline.met' join event_value v on v.event_id = e.id
       where d.subject_id = $1 and d.kind = 'action-plan'`,
      [plan.id],
    );
    expect(met).toEqual([{ metOn: '2026-11-23', summary: 'Åtgärdsplan: klar i tid' }]);
  });

  it('can be a second round too: what was sufficient stays, and the provider goes on from it when it is returned', async () => {
    const plan = await aPlan(t).returned();
    answered(
      await register(plan, { items: [{ actionId: plan.requirementId, ...SPEC_ITEM, cause: 'På papper.' }] }),
      200,
    );
    expect((await plan.view()).rounds.map(({ number, incoming }) => [number, incoming?.channel ?? null])).toEqual([
      [1, null],
      [2, 'paper'],
    ]);
    answered(await plan.judge('incomplete', { text: 'Skriv när.', due: '2026-12-16' }), 200);
    const again = await plan.view();
    expect(again).toMatchObject({ state: 'returned', items: [{ cause: 'På papper.', changedBy: again.municipality }] });
    await plan.write({ cause: 'Nu i portalen.' });
    expect((await plan.view()).items).toMatchObject([{ changedBy: 'Tove Granlund' }]);
    answered(await plan.submit(), 200);
  }, 90_000);
});
