import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpSanctionsView } from '@insyn/api-schema';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { planOf } from '../../test/plan-factory.js';
import { recheckOf } from '../../test/recheck-fixture.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { SettledReportsService } from '../action-plans/settled-reports.service.js';

describe('A unit that the municipality runs itself', () => {
  let t: TestApp;
  let root: AssessedFixture;
  beforeAll(async () => {
    t = await testApp();
    root = await aFollowUp(t).deciding();
    await t.asOwner("update contract set kind = 'assignment', regime = 'own-run' where id = $1", [root.contractId]);
    await t.asOwner("update provider set form = 'own-run' where id = $1", [root.providerId]);
  });
  afterAll(() => t.close());

  it('goes through the same from the approval to the closing, with an assignment for its contract', async () => {
    const { id, manager } = root;
    answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await root.view();
    answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
    const plan = await planOf(t, root, t.m1);
    const demanded = await plan.view();
    expect(demanded.demand.contract).toMatchObject({ kind: 'assignment' });
    expect(demanded.demand.consequences).toEqual([]);

    await plan.write();
    answered(await plan.submit(), 200);
    await plan.received();
    answered(await plan.judge('sufficient'), 200);
    const url = `/api/portal/action-plans/${plan.id}/reports`;
    const done = { actionId: root.requirementId, text: 'Rutinen är på plats.', effect: { k: 5, n: 5 }, fileIds: [] };
    const report = answered(await plan.person.browser.post(url, done), 201).json<{ id: string }>();
    await t.app.get(SettledReportsService).settle(t.m1.id, report.id);

    const recheck = await recheckOf(root);
    const meetingId = await recheck.assessing();
    answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meetingId] }), 200);
    answered(await recheck.submit(), 200);
    answered(await recheck.approve(), 200);
    expect((await root.view()).state).toBe('closed');
    const { blockers } = (await manager.get(`/api/follow-ups/${id}/sanctions`)).json<FollowUpSanctionsView>();
    expect(blockers.map(({ code }) => code)).toContain('no-ladder');
  }, 120_000);

  it('is written to within the municipality: every letter and answer is registered, and marked as internal (R16)', async () => {
    const records = await t.asOwner<{ direction: string; internal: boolean }>(
      `select direction, internal from record
       where follow_up_id = $1 and counterpart = (select legal_name from provider where id = $2) order by id`,
      [root.id, root.providerId],
    );
    // The demand, the plan, what was said of it, and that it is done.
    expect(records.map(({ direction, internal }) => [direction, internal])).toEqual([
      ['out', true],
      ['in', true],
      ['out', true],
      ['in', true],
    ]);
  });
});
