import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered } from '../../test/follow-up-factory.js';
import { aPlan, planOf, type PlanFixture, SPEC_ITEM } from '../../test/plan-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('A provider that is bought', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  async function aBuyer(plan: PlanFixture, digits: string, form = 'company'): Promise<string> {
    const body = { organisationNumber: digits, legalName: `Nya Omsorgen ${digits}`, form };
    return answered(await plan.followUp.officer.post('/api/providers', body), 201).json<{ id: string }>().id;
  }
  async function transfer(plan: PlanFixture, providerId: string, changes: object = {}) {
    const { contractId, officer } = plan.followUp;
    const { version } = (await officer.get(`/api/contracts/${contractId}`)).json<{ version: number }>();
    const body = { version, providerId, from: '2026-11-25', reason: 'Bolaget har köpts.', ...changes };
    return officer.post(`/api/contracts/${contractId}/transfer`, body);
  }

  it('keeps its history, and the buyer answers for what is open, with what was accepted before to read', async () => {
    const plan = await aPlan(t).accepted();
    const buyer = await aBuyer(plan, '556036-0793');
    answered(await transfer(plan, buyer, { from: '2026-11-24' }), 200);
    const { followUp } = plan;
    const parties = await t.asOwner(
      `select provider_id as provider, to_date::text as "to", from_date::text as "from" from contract_party
       where contract_id = $1 order by from_date`,
      [followUp.contractId],
    );
    expect(parties).toMatchObject([
      { provider: followUp.providerId, to: '2026-11-23' },
      { provider: buyer, from: '2026-11-24', to: null },
    ]);
    const operators = await t.asOwner(
      'select provider_id as provider, to_date::text as "to" from unit_operator where unit_id = $1 order by to_date nulls last',
      [followUp.unitId],
    );
    expect(operators).toEqual([
      // It began to run the unit on the 25th: nobody stops before they began.
      { provider: followUp.providerId, to: '2026-11-25' },
      { provider: buyer, to: null },
    ]);

    // The old provider still reads what it wrote, and can do no more.
    expect(await plan.view()).toMatchObject({ state: 'handed-over', offers: [], rounds: [{ number: 1 }] });
    const write = await plan.person.browser.put(`/api/portal/action-plans/${plan.id}/items/${plan.requirementId}`, {
      version: 1,
      ...SPEC_ITEM,
    });
    expect(write.json().code).toBe('wrong-state');

    const bought = await planOf(t, followUp, t.m1);
    expect(bought.id).not.toBe(plan.id);
    const view = await bought.view();
    expect(view).toMatchObject({
      ...{ state: 'demanded', waitingIds: [plan.requirementId], items: [{ cause: '', version: null }] },
      earlier: { provider: view.demand.takenOverFrom, items: [{ cause: SPEC_ITEM.cause }] },
    });
    expect((await plan.person.browser.get(`/api/portal/action-plans/${bought.id}`)).statusCode).toBe(404);
    expect((await bought.person.browser.get(`/api/portal/action-plans/${plan.id}`)).statusCode).toBe(404);
    const plans = (await followUp.officer.get(`/api/follow-ups/${followUp.id}/action-plans`)).json<{ id: string }[]>();
    expect(plans.map(({ id }) => id)).toEqual([bought.id, plan.id]);
    // What was decided stays with whom it was about; the re-check that has not begun is the buyer's.
    const cases =
      'select provider_id as provider from follow_up where id = $1 or parent_id = $1 order by parent_id nulls first';
    expect(await t.asOwner(cases, [followUp.id])).toEqual([{ provider: followUp.providerId }, { provider: buyer }]);

    // The contract may be taken over again, also back.
    answered(await transfer(bought, followUp.providerId, { from: '2026-11-25' }), 200);
    expect(await bought.view()).toMatchObject({ state: 'handed-over' });
    expect((await planOf(t, followUp, t.m1, plan.person)).id).not.toBe(plan.id);
  }, 90_000);

  it('is taken over once, on a day that has come, by another registered provider of the same kind', async () => {
    const plan = await aPlan(t).demanded();
    const buyer = await aBuyer(plan, '556016-0680');
    const fieldOf = async (providerId: string, changes: object = {}) =>
      answered(await transfer(plan, providerId, changes), 400).json().errors[0].field;
    expect(await fieldOf(plan.followUp.providerId)).toBe('providerId');
    expect(await fieldOf(t.providerPerson.providerId)).toBe('providerId');
    const today = t.clock.today();
    expect(await fieldOf(buyer, { from: '2099-01-01' })).toBe('from');
    expect(await fieldOf(buyer, { from: '1990-01-01' })).toBe('from');
    expect(await fieldOf(buyer, { from: today, reason: '' })).toBe('reason');
    const { contractId, officer } = plan.followUp;
    const { version } = (await officer.get(`/api/contracts/${contractId}`)).json<{ version: number }>();
    const both = await Promise.all([1, 2].map(() => transfer(plan, buyer, { from: today, version })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await t.asOwner('select 1 from action_plan where follow_up_id = $1', [plan.followUp.id])).toHaveLength(2);
  }, 90_000);
});
