import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpSanctionsView, Saved } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { approvedWithTwo, recheckOf } from '../../test/recheck-fixture.js';
import { SPEC_LADDER } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A requirement that remains after a re-check', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('proposes the first step of the contract’s own ladder, decided in the case or from its re-check (R14)', async () => {
    const root = await approvedWithTwo(t);
    const { officer, manager, contractId, requirementId, otherId } = root;
    const ladder = { version: 1, steps: SPEC_LADDER };
    answered(await officer.put(`/api/contracts/${contractId}/sanction-ladder`, ladder), 200);
    const recheck = await recheckOf(root);
    const meetingId = await recheck.assessing();
    answered(await recheck.judge(requirementId, 'verified', { evidenceIds: [meetingId] }), 200);
    answered(await recheck.judge(otherId, 'remains', { evidenceIds: [meetingId] }), 200);
    answered(await recheck.submit(), 200);
    answered(await recheck.approve(), 200);
    const seen = async (id: string) =>
      answered(await manager.get(`/api/follow-ups/${id}/sanctions`), 200).json<FollowUpSanctionsView>();
    const fromRecheck = await seen(recheck.id);
    expect(fromRecheck).toEqual(await seen(root.id));
    expect(fromRecheck.grounds.map(({ id, state, severeOnly }) => [id, state, severeOnly])).toEqual([
      [otherId, 'remains', false],
    ]);
    const [warning] = fromRecheck.steps;
    expect(fromRecheck).toMatchObject({ proposedStepId: warning?.id, blockers: [] });
    const decision = {
      ...{ ladderVersion: fromRecheck.ladderVersion, stepId: warning?.id, actionIds: [otherId], severe: false },
      ...{ severeReason: '', grounds: 'Ansvarig är inte utsedd.', amount: null, amountBasis: '' },
    };
    const { id } = answered(await manager.post(`/api/follow-ups/${recheck.id}/sanctions`, decision), 201).json<Saved>();
    const view = answered(await manager.get(`/api/sanctions/${id}`), 200);
    expect(view.json()).toMatchObject({ followUp: { id: root.id }, requirements: [{ id: otherId, state: 'remains' }] });
  });
});
