import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionPlanView, PortalPlanView, PortalTask } from '@insyn/api-schema';
import { answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { SPEC_ITEM } from '../../test/plan-factory.js';
import { approvedWithTwo, OTHER_REQUIREMENT, progressOf, recheckOf } from '../../test/recheck-fixture.js';
import { aProviderPerson, type ProviderPerson } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

type Root = AssessedFixture & { otherId: string };

describe('The action plan for what remains after a re-check', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const plansOf = async ({ id, officer }: AssessedFixture) =>
    answered(await officer.get(`/api/follow-ups/${id}/action-plans`), 200).json<ActionPlanView[]>();
  const newest = async (root: AssessedFixture) => {
    const [plan] = await plansOf(root);
    if (plan === undefined) throw new Error('No plan is demanded.');
    return plan;
  };
  const read = async ({ browser }: ProviderPerson, planId: string) =>
    answered(await browser.get(`/api/portal/action-plans/${planId}`), 200).json<PortalPlanView>();

  /** Writes both parts, or those that are demanded, and hands the plan in. */
  async function handIn(person: ProviderPerson, planId: string): Promise<void> {
    const { demand, editableIds } = await read(person, planId);
    for (const { actionId } of demand.requirements.filter((one) => editableIds.includes(one.actionId))) {
      const url = `/api/portal/action-plans/${planId}/items/${actionId}`;
      answered(await person.browser.put(url, { version: null, ...SPEC_ITEM }), 200);
    }
    answered(await person.browser.post(`/api/portal/action-plans/${planId}/submit`), 200);
  }

  async function accept(root: AssessedFixture): Promise<void> {
    const { id, version, waitingIds } = await newest(root);
    const verdicts = waitingIds.map((actionId) => ({ actionId, verdict: 'sufficient', text: '' }));
    answered(await root.officer.post(`/api/action-plans/${id}/judge`, { version, verdicts }), 200);
  }

  /** Holds the re-check that is booked: the first requirement is remedied, the other remains. */
  async function recheck(root: Root, submission: object = {}) {
    const booked = await recheckOf(root);
    const meeting = await booked.assessing();
    const shares = { before: { k: 5, n: 9 }, after: { k: 6, n: 9 }, evidenceIds: [meeting] };
    answered(await booked.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
    answered(await booked.judge(root.otherId, 'remains', { note: 'Ingen är utsedd.', ...shares }), 200);
    answered(await booked.submit(submission), 200);
    return booked;
  }

  async function approvedWithPerson(): Promise<{ root: Root; person: ProviderPerson }> {
    const root = await approvedWithTwo(t);
    return { root, person: await aProviderPerson(t, root.providerId, { primary: true }) };
  }

  it('is demanded with the approval: only what remains, with what was found, a letter, a record, mail and a day', async () => {
    const { root, person } = await approvedWithPerson();
    const before = await newest(root);
    answered(await (await recheck(root)).approve(), 200);
    const [plan, earlier, ...more] = await plansOf(root);
    expect([plan?.state, earlier?.id, earlier?.state, more]).toEqual(['demanded', before.id, 'superseded', []]);
    expect(plan?.demand).toMatchObject({
      ...{ approvedOn: '2026-11-25', recheckDue: '2027-02-25', recheck: { number: 1, approvedOn: '2026-11-25' } },
      ...{ due: '2026-12-28', outcomeLabel: 'Godkänd med anmärkning', recommendations: [], takenOverFrom: null },
      requirements: [
        {
          ...{ actionId: root.otherId, number: 1, text: OTHER_REQUIREMENT },
          found: { text: 'Ingen är utsedd.', before: { k: 5, n: 9 }, after: { k: 6, n: 9 } },
        },
      ],
    });
    expect(plan?.document?.title).toMatch(/^Krav om ny åtgärdsplan: /);
    const records = await t.asOwner(
      `select direction, public_title as title from record where follow_up_id = $1 and public_title like 'Krav om ny%'`,
      [root.id],
    );
    expect(records).toEqual([
      { direction: 'out', title: expect.stringMatching(/^Krav om ny åtgärdsplan om .*, uppföljning 2026$/) },
    ]);
    const mails = await t.asOwner<{ subject: string; text: string }>(
      `select subject, text from mail where follow_up_id = $1 and kind = 'action-plan-demand' order by id desc limit 1`,
      [root.id],
    );
    expect(mails[0]?.subject).toContain('begär en ny åtgärdsplan');
    expect(mails[0]?.text).toContain('gjort återkontroll 1 av');
    const deadlines = await t.asOwner(
      `select subject_id = $2 as "isNew", state, due::text from deadline where follow_up_id = $1 and kind = 'action-plan'
       order by id`,
      [root.id, plan?.id],
    );
    expect(deadlines).toEqual([
      { isNew: false, state: 'cancelled', due: '2026-12-28' },
      { isNew: true, state: 'open', due: '2026-12-28' },
    ]);
    const tasks = answered(await person.browser.get('/api/portal/tasks'), 200).json<PortalTask[]>();
    expect(tasks.filter(({ kind }) => kind === 'action-plan').map(({ id, state }) => [id, state])).toEqual([
      [plan?.id, 'demanded'],
      [before.id, 'superseded'],
    ]);
  });

  it('moves what remains to planned when it is sufficient (R14), and is demanded anew when that did not do either', async () => {
    const { root, person } = await approvedWithPerson();
    answered(await (await recheck(root)).approve(), 200);
    await handIn(person, (await newest(root)).id);
    await accept(root);
    const other = (await progressOf(root)).actions.find(({ actionId }) => actionId === root.otherId);
    expect([other?.state, other?.moves.at(-1)?.from]).toEqual(['planned', 'remains']);
    const second = await recheckOf(root);
    const meeting = await second.assessing();
    answered(await second.judge(root.otherId, 'remains', { evidenceIds: [meeting] }), 200);
    answered(await second.submit(), 200);
    answered(await second.approve(), 200);
    const plans = await plansOf(root);
    expect(plans.map(({ state, demand, rounds }) => [state, demand.recheck?.number ?? 0, rounds.length])).toEqual([
      ['demanded', 2, 0],
      ['superseded', 1, 1],
      ['superseded', 0, 0],
    ]);
    expect(plans[0]?.earlier?.items.map(({ actionId, cause }) => [actionId, cause])).toEqual([
      [root.otherId, SPEC_ITEM.cause],
    ]);
  });

  it.each(['submitted', 'accepted'] as const)(
    'takes the place of one that is %s, whose rounds stay readable and in which nothing more can be done',
    async (state) => {
      const { root, person } = await approvedWithPerson();
      const { id } = await newest(root);
      await handIn(person, id);
      if (state === 'accepted') await accept(root);
      expect((await newest(root)).state).toBe(state);
      answered(await (await recheck(root)).approve(), 200);
      const old = await read(person, id);
      expect([old.state, old.offers, old.editableIds, old.rounds.length]).toEqual(['superseded', [], [], 1]);
      const again = await person.browser.post(`/api/portal/action-plans/${id}/submit`);
      expect([again.statusCode, again.json().code]).toEqual([409, 'wrong-state']);
      const seen = (await plansOf(root)).find((plan) => plan.id === id);
      expect([seen?.offers, seen?.judgeBy, seen?.rounds[0]?.items.length]).toEqual([[], null, 2]);
      const [plan] = await plansOf(root);
      expect((await read(person, plan?.id ?? '')).earlier?.items).toHaveLength(2);
    },
  );

  it('is not demanded where the officer says why, and the plan that stands goes on', async () => {
    const { root } = await approvedWithPerson();
    const noPlanReason = 'Planen räcker. Åtgärden är försenad och klar i januari.';
    const held = await recheck(root, { noPlanReason });
    expect((await held.view()).judgements.at(-1)?.noPlanReason).toBe(noPlanReason);
    answered(await held.approve(), 200);
    expect((await plansOf(root)).map(({ state }) => state)).toEqual(['demanded']);
    const events = await t.asOwner(
      `select v.content ->> 'summary' as summary from event e join event_value v on v.event_id = e.id
       where e.follow_up_id = $1 and e.kind = 'action-plan.not-demanded'`,
      [root.id],
    );
    expect(events).toEqual([{ summary: `Begärde ingen ny åtgärdsplan: ${noPlanReason}` }]);
  });

  it('is demanded anew for a requirement that was verified, opened again, and remains at the next re-check', async () => {
    const { root } = await approvedWithPerson();
    answered(await (await recheck(root)).approve(), 200);
    const verified = (await progressOf(root)).actions.find(({ actionId }) => actionId === root.requirementId);
    const reason = 'Rutinen används inte längre.';
    const reopened = { version: verified?.version, reason };
    answered(await root.officer.post(`/api/actions/${root.requirementId}/reopen`, reopened), 200);
    expect((await newest(root)).demand.requirements.map(({ actionId }) => actionId)).toEqual([root.otherId]);
    const second = await recheckOf(root);
    expect((await second.recheck()).actions.map(({ actionId, state }) => [actionId, state])).toEqual([
      [root.requirementId, 'open'],
      [root.otherId, 'remains'],
    ]);
    const meeting = await second.assessing();
    answered(await second.judge(root.requirementId, 'remains', { evidenceIds: [meeting] }), 200);
    answered(await second.judge(root.otherId, 'verified', { evidenceIds: [meeting] }), 200);
    answered(await second.submit(), 200);
    answered(await second.approve(), 200);
    expect((await newest(root)).demand.requirements.map(({ actionId }) => actionId)).toEqual([root.requirementId]);
  });

  it('has no reason to be left out where nothing remains, and the case is closed without one', async () => {
    const root = await approvedWithTwo(t);
    const booked = await recheckOf(root);
    const meeting = await booked.assessing();
    for (const id of [root.requirementId, root.otherId]) {
      answered(await booked.judge(id, 'verified', { evidenceIds: [meeting] }), 200);
    }
    const refused = await booked.submit({ noPlanReason: 'Behövs inte.' });
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'noPlanReason']);
    answered(await booked.submit(), 200);
    answered(await booked.approve(), 200);
    expect((await plansOf(root)).map(({ state }) => state)).toEqual(['accepted']);
  });
});
