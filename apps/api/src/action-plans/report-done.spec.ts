import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanFileView } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aPlan, type PlanFixture } from '../../test/plan-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { SettledReportsService } from './settled-reports.service.js';

describe('A report that a requirement has been remedied', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const report = (plan: PlanFixture, changes: object = {}) =>
    plan.person.browser.post(`/api/portal/action-plans/${plan.id}/reports`, {
      ...{ actionId: plan.requirementId, text: 'Rutinen är känd.', effect: { k: 5, n: 5 }, fileIds: [], ...changes },
    });
  const settle = (id: string) => t.app.get(SettledReportsService).settle(t.m1.id, id);
  const stateOf = async (plan: PlanFixture) => (await plan.staffView()).actions[0]?.state;

  it('comes with its files, moves the requirement by a job (R14), is registered and told once', async () => {
    const plan = await aPlan(t).accepted();
    const url = `/api/portal/action-plans/${plan.id}/files`;
    const fields = { actionId: plan.requirementId, forReport: 'true' };
    const sent = await sendFile(plan.person.browser, url, { name: 'rutin.pdf', bytes: PDF, fields });
    const file = answered(sent, 201).json<PlanFileView>();
    expect(await plan.view()).toMatchObject({ files: [], reportFiles: [{ id: file.id }] });
    const { id } = answered(await report(plan, { fileIds: [file.id] }), 201).json<{ id: string }>();
    await settle(id);
    await Promise.all([settle(id), settle(id)]);
    expect(await stateOf(plan)).toBe('reported-done');
    const view = await plan.staffView();
    // The names of the provider's people are not the municipality's to see.
    const reportedBy = view.demand.provider;
    expect(view.reports).toMatchObject([
      {
        ...{ id, text: 'Rutinen är känd.', effect: { k: 5, n: 5 }, reportedBy, settled: true },
        files: [{ id: file.id, fileName: 'rutin.pdf', sha256: file.sha256 }],
      },
    ]);
    const told = "select 1 from mail where follow_up_id = $1 and kind = 'action-reported'";
    expect(await t.asOwner(told, [plan.followUp.id])).toHaveLength(1);
    const registered = "select 1 from record where follow_up_id = $1 and public_title like 'Anmälan om åtgärdat krav%'";
    expect(await t.asOwner(registered, [plan.followUp.id])).toHaveLength(1);
    const moves = 'select to_state as "to", report_id as "reportId" from action_move where action_id = $1 order by id';
    expect(await t.asOwner(moves, [plan.requirementId])).toEqual([
      { to: 'planned', reportId: null },
      { to: 'reported-done', reportId: id },
    ]);
    // The file belongs to what was sent now.
    const removed = await plan.person.browser.delete(`/api/portal/action-plan-files/${file.id}`);
    expect(removed.json().code).toBe('not-open');
  }, 90_000);

  it('may come before any plan (R14), and again: what is reported already stays where it is', async () => {
    const plan = await aPlan(t).demanded();
    for (const text of ['Klart.', 'Klart, med underlag.']) {
      const { id } = answered(await report(plan, { text, effect: null }), 201).json<{ id: string }>();
      await settle(id);
    }
    expect(await stateOf(plan)).toBe('reported-done');
    expect((await plan.view()).reports).toMatchObject([{ effect: null, settled: true }, { settled: true }]);
    // A plan is still wanted, and accepting it does not take the report back.
    await plan.write();
    answered(await plan.submit(), 200);
    answered(await plan.judge('sufficient'), 200);
    expect(await stateOf(plan)).toBe('reported-done');
  }, 90_000);

  it('is one when it is sent twice with the same key', async () => {
    const plan = await aPlan(t).demanded();
    const url = `/api/portal/action-plans/${plan.id}/reports`;
    const body = { actionId: plan.requirementId, text: 'Klart.', effect: null, fileIds: [] };
    const key = { 'idempotency-key': '0198c7e2-0000-7000-8000-0000000000aa' };
    const both = await Promise.all([1, 2].map(() => plan.person.browser.post(url, body, key)));
    expect(new Set(both.map((answer) => answered(answer, 201).json<{ id: string }>().id)).size).toBe(1);
    expect((await plan.view()).reports).toHaveLength(1);
  });

  it('refuses what it cannot be about', async () => {
    const plan = await aPlan(t).demanded();
    const other = await aPlan(t).demanded();
    expect((await report(plan, { actionId: other.requirementId })).statusCode).toBe(404);
    expect((await report(plan, { text: '' })).json().errors[0].field).toBe('text');
    expect((await report(plan, { effect: { k: 6, n: 5 } })).json().errors[0].field).toBe('effect');
    expect((await report(plan, { fileIds: [other.id] })).json().errors[0].field).toBe('fileIds.0');
    expect((await plan.view()).reports).toEqual([]);
  }, 90_000);
});
