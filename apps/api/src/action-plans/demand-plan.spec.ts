import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { aPlan, planOf } from '../../test/plan-factory.js';
import { aProviderPerson } from '../../test/request-factory.js';
import { aContact } from '../../test/sendable-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('The demand for an action plan', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  async function approve({ id, manager, view }: AssessedFixture): Promise<void> {
    answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await view();
    answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
  }

  it('goes out with the approval: frozen, with a deadline (R1), a registered letter (R16), mail and an event', async () => {
    const followUp = await aFollowUp(t).deciding();
    await aContact(followUp.officer, followUp.providerId, 'Ulla Berg');
    const person = await aProviderPerson(t, followUp.providerId, { primary: true });
    await approve(followUp);
    const plan = await planOf(t, followUp, t.m1, person);
    const view = await plan.view();
    expect(view).toMatchObject({
      ...{ state: 'demanded', sentOn: '2026-11-25', due: '2026-12-28', offers: ['write', 'submit', 'report'] },
      ...{ municipality: 'Ekbacka kommun', earlier: null, lifted: [], rounds: [], reports: [], readAt: null },
      document: { title: expect.stringMatching(/^Krav om åtgärdsplan: /) },
      waitingIds: [plan.requirementId],
    });
    // Thirty days after 25 November is 25 December, a holiday; then a weekend.
    expect(view.demand).toMatchObject({
      ...{ committee: 'Socialnämnden', outcomeLabel: 'Godkänd med anmärkning', due: '2026-12-28', takenOverFrom: null },
      ...{ approvedOn: '2026-11-25', recheckDue: '2027-02-25', address: 'http://localhost:3000/utforare' },
      sender: { name: 'Karin Wester' },
      requirements: [
        {
          ...{ actionId: plan.requirementId, number: 1, due: '2027-02-01' },
          text: 'Ta fram en rutin för introduktion av ny personal',
          clauses: [{ number: '§ 15', heading: 'Bemanning' }],
        },
      ],
      recommendations: [],
    });
    const [deadline] = await t.asOwner(
      `select kind, due::text as due, state, provider_id = $2 as "isProviders" from deadline where subject_id = $1`,
      [plan.id, followUp.providerId],
    );
    expect(deadline).toEqual({ kind: 'action-plan', due: '2026-12-28', state: 'open', isProviders: true });
    const records = await t.asOwner(
      `select direction, public_title as title, internal from record where follow_up_id = $1 and public_title like 'Krav%'`,
      [followUp.id],
    );
    expect(records).toEqual([
      {
        direction: 'out',
        title: expect.stringMatching(/^Krav om åtgärdsplan om .*, uppföljning 2026$/),
        internal: false,
      },
    ]);
    const mails = await t.asOwner<{ account: boolean; text: string; secret: boolean }>(
      `select to_account_id is not null as account, text, secret is not null or text like '%{link}%' as secret
       from mail where follow_up_id = $1 and kind = 'action-plan-demand' order by id`,
      [followUp.id],
    );
    // The person with an account signs in; the contact without one gets a link of their own.
    expect(mails.map(({ account, secret }) => [account, secret])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(mails[0]?.text).toContain('Lämna in planen senast måndag 28 december 2026.');
    const events = await t.asOwner(`select kind from event where subject_id = $1 and kind like 'action-plan.%'`, [
      plan.id,
    ]);
    expect(events).toEqual([{ kind: 'action-plan.demanded' }]);
    expect(await t.asOwner(`select 1 from issued_document where subject_id = $1`, [plan.id])).toHaveLength(1);
  });

  it('is one however many approve at once, and none where nothing is required', async () => {
    const followUp = await aFollowUp(t).deciding();
    const { id, manager } = followUp;
    answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await followUp.view();
    const both = await Promise.all([1, 2].map(() => manager.post(`/api/follow-ups/${id}/approve`, { contentVersion })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await t.asOwner('select 1 from action_plan where follow_up_id = $1', [id])).toHaveLength(1);

    const without = await aFollowUp(t).readyToSubmit();
    answered(await without.officer.delete(`/api/actions/${without.requirementId}?version=1`), 204);
    const content = await without.view();
    const outcome = (await without.officer.get(`/api/follow-ups/${without.id}/judgement-proposal`)).json().outcome;
    const proposal = { contentVersion: content.contentVersion, outcome, text: 'Bra.', noFactCheckReason: 'Vid mötet.' };
    answered(await without.officer.post(`/api/follow-ups/${without.id}/submit`, proposal), 200);
    await approve(without);
    expect((await without.view()).state).toBe('closed');
    expect(await t.asOwner('select 1 from action_plan where follow_up_id = $1', [without.id])).toEqual([]);
  });

  it('says once that somebody has read it', async () => {
    const plan = await aPlan(t).demanded();
    const url = `/api/portal/action-plans/${plan.id}/read`;
    await Promise.all([plan.person.browser.post(url), plan.person.browser.post(url)]);
    const first = (await plan.view()).readAt;
    t.clock.advance({ minutes: 5 });
    answered(await plan.person.browser.post(url), 200);
    expect((await plan.view()).readAt).toBe(first);
    const events = "select 1 from event where subject_id = $1 and kind = 'action-plan.read'";
    expect(await t.asOwner(events, [plan.id])).toHaveLength(1);
  });
});
