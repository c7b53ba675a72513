import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContractSanctionsView, FollowUpSanctionsView } from '@insyn/api-schema';
import { generateOrganisationNumber } from '@insyn/domain';
import { addUnit, contractRequest } from '../../test/contract-fixture.js';
import { sendDraft } from '../../test/fact-check-factory.js';
import { addClauses, aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { planOf } from '../../test/plan-factory.js';
import { recheckOf } from '../../test/recheck-fixture.js';
import { aProviderPerson } from '../../test/request-factory.js';
import { SPEC_LADDER } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedFactCheckService } from '../fact-checks/received-fact-check.service.js';

describe('A follow-up of a unit that the municipality runs itself', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  /** With an assignment, whose goals and duties are its clauses, in place of the contract. */
  async function ofOwnUnit(): Promise<AssessedFixture> {
    const officer = await t.signIn(t.people.officer(t.m1));
    const provider = { organisationNumber: generateOrganisationNumber(8200), legalName: 'Egen regi', form: 'own-run' };
    const providerId = answered(await officer.post('/api/providers', provider), 201).json<{ id: string }>().id;
    const unitId = await addUnit(officer, providerId, 'Eklundens gruppbostad');
    const assignment = {
      ...contractRequest(t.m1, providerId, unitId, 'Uppdrag 2026'),
      ...{ kind: 'assignment', regime: 'own-run' },
    };
    const contractId = answered(await officer.post('/api/contracts', assignment), 201).json<{ id: string }>().id;
    await addClauses(officer, contractId);
    return aFollowUp(t, { contract: { providerId, unitId, contractId } }).readyToSubmit();
  }

  it('goes the same way as any other, to the last re-check, with internal records (R16) and no sanctions', async () => {
    const followUp = await ofOwnUnit();
    const { id, officer, manager, providerId, contractId, requirementId } = followUp;
    const person = await aProviderPerson(t, providerId, { primary: true });
    const factCheck = await sendDraft(followUp);
    answered(await person.browser.post(`/api/portal/fact-checks/${factCheck}/submit`, { noRemarks: true }), 200);
    await t.app.get(ReceivedFactCheckService).receive(t.m1.id, factCheck);
    const { contentVersion } = await followUp.view();
    const { outcome } = (await officer.get(`/api/follow-ups/${id}/judgement-proposal`)).json<{ outcome: string }>();
    const judgement = { contentVersion, outcome, text: 'Uppdraget följs i huvudsak.' };
    answered(await officer.post(`/api/follow-ups/${id}/submit`, judgement), 200);
    answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
    const plan = await planOf(t, followUp, t.m1, person);
    await plan.write();
    answered(await plan.submit(), 200);
    await plan.received();
    answered(await plan.judge('sufficient'), 200);

    const first = await recheckOf(followUp);
    answered(await first.judge(requirementId, 'remains', { evidenceIds: [await first.assessing()] }), 200);
    answered(await first.submit(), 200);
    answered(await first.approve(), 200);
    // What remains would climb the ladder of a contract; an assignment has none.
    const sanctions = answered(await manager.get(`/api/follow-ups/${id}/sanctions`), 200);
    expect(sanctions.json<FollowUpSanctionsView>()).toMatchObject({
      ...{ steps: [], sanctions: [], proposedStepId: null, blockers: [{ code: 'no-ladder' }] },
    });
    const ladder = await officer.put(`/api/contracts/${contractId}/sanction-ladder`, {
      version: 1,
      steps: SPEC_LADDER,
    });
    expect(ladder.json()).toMatchObject({ status: 409, code: 'no-ladder' });
    const ofContract = answered(await manager.get(`/api/contracts/${contractId}/sanctions`), 200);
    expect(ofContract.json<ContractSanctionsView>()).toMatchObject({
      ...{ ladder: [], editable: false, threeYears: { basis: null, counts: [] } },
    });

    const second = await recheckOf(followUp);
    expect(second.id).not.toBe(first.id);
    answered(await second.judge(requirementId, 'verified', { evidenceIds: [await second.assessing()] }), 200);
    answered(await second.submit(), 200);
    answered(await second.approve(), 200);
    expect((await followUp.view()).state).toBe('closed');
    const records = await t.asOwner<{ title: string; internal: boolean; direction: string }>(
      "select split_part(public_title, ':', 1) as title, internal, direction from record where follow_up_id = $1 order by id",
      [id],
    );
    expect(records.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringMatching(/faktakontroll/i), expect.stringMatching(/åtgärdsplan/i)]),
    );
    // What is drawn up within the authority needs no mark; all that went to the unit or came from it has one.
    expect(records.filter(({ internal, direction }) => !internal && direction !== 'drawn-up')).toEqual([]);
  }, 120_000);
});
