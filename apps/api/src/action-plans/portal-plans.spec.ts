import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanFileView } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aPlan, type PlanFixture, SPEC_ITEM } from '../../test/plan-factory.js';
import { aProviderPerson } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedPlansService } from './received-plans.service.js';

describe('An action plan at the provider’s door', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const save = (plan: PlanFixture, change: object, browser = plan.person.browser) =>
    browser.put(`/api/portal/action-plans/${plan.id}/items/${plan.requirementId}`, {
      ...{ version: null, ...SPEC_ITEM, ...change },
    });
  const countOf = async (text: string, id: string) => (await t.asOwner(text, [id])).length;

  it('is saved as it is written, with who and when', async () => {
    const plan = await aPlan(t).demanded();
    const first = answered(await save(plan, { cause: ' Ingen <b>rutin</b> finns. ' }), 200).json();
    expect(first).toMatchObject({
      ...{ cause: 'Ingen <b>rutin</b> finns.', version: 1, changedBy: 'Tove Granlund', kind: 'requirement' },
      ...{ measures: SPEC_ITEM.measures, effect: SPEC_ITEM.effect },
    });
    // Sent again as after a broken line, it is the same and no conflict.
    expect(answered(await save(plan, { cause: 'Ingen <b>rutin</b> finns.' }), 200).json()).toEqual(first);
    const empty = { how: '', followUpOn: null, measure: '', before: null, target: null };
    const half = { version: 1, cause: '', measures: [{ text: '', responsible: '', due: null }], effect: empty };
    expect(answered(await save(plan, half), 200).json()).toMatchObject({ ...half, version: 2 });
    expect((await plan.view()).gaps.map(({ field }) => field)).toEqual([
      ...['cause', 'measures.0.text', 'measures.0.responsible', 'measures.0.due'],
      ...['effect.how', 'effect.followUpOn'],
    ]);
  });

  it('keeps both texts of two colleagues apart: the later one is told what the first wrote', async () => {
    const plan = await aPlan(t).demanded();
    const colleague = await aProviderPerson(t, plan.person.providerId, { name: 'Ulla Berg' });
    answered(await save(plan, {}), 200);
    const both = await Promise.all([
      save(plan, { version: 1, cause: 'Min text' }),
      save(plan, { version: 1, cause: 'Ullas text' }, colleague.browser),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = both.find(({ statusCode }) => statusCode === 409)?.json();
    const stored = (await plan.view()).items[0];
    expect(refused).toMatchObject({ code: 'stale-version', version: 2, item: { cause: stored?.cause } });
    expect(refused.title).toMatch(/har skrivit om krav 1 under tiden/);
  });

  it.each<[string, object, string]>([
    ['more found than there are', { effect: { ...SPEC_ITEM.effect, before: { k: 6, n: 5 } } }, 'effect.before'],
    [
      'a share with something more in it',
      { effect: { ...SPEC_ITEM.effect, target: { k: 1, n: 2, x: 1 } } },
      'effect.target',
    ],
    ['a share that is no number', { effect: { ...SPEC_ITEM.effect, target: { k: '1', n: 2 } } }, 'effect.target'],
    ['a day that does not exist', { measures: [{ ...SPEC_ITEM.measures[0], due: '2027-02-30' }] }, 'measures[0].due'],
    ['twenty-one measures', { measures: Array.from({ length: 21 }, () => SPEC_ITEM.measures[0]) }, 'measures'],
    ['a text that is too long', { cause: 'x'.repeat(4_001) }, 'cause'],
    ['a sign that cannot be stored', { cause: 'a\0b' }, 'cause'],
    ['no effect at all', { effect: null }, 'effect'],
    ['a list for an effect', { effect: [] }, 'effect'],
    ['a measure that is none', { measures: ['rutin'] }, 'measures[0]'],
    ['a field of somebody else’s', { state: 'accepted' }, 'state'],
  ])('refuses %s at its field', async (_case, change, field) => {
    const plan = (refusing ??= await aPlan(t).demanded());
    const { errors } = answered(await save(plan, change), 400).json<{ errors: { field: string }[] }>();
    expect(errors.map((error) => error.field)).toContain(field);
  });
  let refusing: PlanFixture | undefined;

  it('R13: is not handed in with gaps, and says exactly which; nothing is frozen', async () => {
    const plan = await aPlan(t).demanded();
    answered(await save(plan, { measures: [], effect: { ...SPEC_ITEM.effect, followUpOn: null } }), 200);
    const refused = answered(await plan.submit(), 409).json();
    expect(refused).toMatchObject({ code: 'plan-incomplete', errors: (await plan.view()).gaps });
    expect(refused.errors).toEqual([
      { actionId: plan.requirementId, field: 'measures', message: 'Krav 1: lägg till minst en åtgärd.' },
      { actionId: plan.requirementId, field: 'effect.followUpOn', message: expect.stringContaining('Krav 1') },
    ]);
    expect(await plan.view()).toMatchObject({ state: 'demanded', rounds: [] });
  });

  it('is handed in sealed, drawn up and locked; a job registers it (R16), sets the day to judge it and tells the officer', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    answered(await plan.submit(), 200);
    const view = await plan.view();
    expect(view).toMatchObject({ state: 'submitted', offers: ['report'], editableIds: [], gaps: [] });
    expect(view.rounds).toMatchObject([
      {
        ...{
          number: 1,
          submittedBy: 'Tove Granlund',
          late: false,
          verdicts: [],
          seal: expect.stringMatching(/^[\da-f]{64}$/),
        },
        items: [{ actionId: plan.requirementId, cause: SPEC_ITEM.cause, measures: SPEC_ITEM.measures }],
        document: { title: expect.stringMatching(/^Åtgärdsplan: /) },
      },
    ]);
    expect((await save(plan, { version: 1, cause: 'Efteråt' })).json().code).toBe('wrong-state');

    await plan.received();
    await Promise.all([plan.received(), plan.received()]);
    const received = `select 1 from record where follow_up_id = $1 and direction = 'in' and public_title like 'Åtgärdsplan om%'`;
    expect(await countOf(received, plan.followUp.id)).toBe(1);
    const told = "select 1 from mail where follow_up_id = $1 and kind = 'plan-submitted'";
    expect(await countOf(told, plan.followUp.id)).toBe(1);
    // Fourteen days from 25 November.
    expect(await plan.staffView()).toMatchObject({ judgeBy: '2026-12-09', state: 'submitted', items: [] });
    const met = "select 1 from deadline where subject_id = $1 and kind = 'action-plan' and state = 'met'";
    expect(await countOf(met, plan.id)).toBe(1);
  });

  it('is one round however often it is handed in at once', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    const both = await Promise.all([plan.submit(), plan.submit()]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await plan.view()).rounds).toHaveLength(1);
    expect(
      await countOf(
        `select 1 from issued_document d join action_plan_round s on s.id = d.subject_id
      where s.plan_id = $1`,
        plan.id,
      ),
    ).toBe(1);
  });

  it('is marked as late after its day, and not refused', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    await t.asOwner("update deadline set due = '2026-11-24' where subject_id = $1 and kind = 'action-plan'", [plan.id]);
    expect(await plan.staffView()).toMatchObject({ late: true });
    answered(await plan.submit(), 200);
    expect((await plan.view()).rounds).toMatchObject([{ late: true }]);
  });

  describe('its files', () => {
    const send = (plan: PlanFixture, fields: Record<string, string>, name = 'rutin.pdf') =>
      sendFile(plan.person.browser, `/api/portal/action-plans/${plan.id}/files`, { name, bytes: PDF, fields });

    it('are kept with their hash, for both sides, and taken away while the plan is written', async () => {
      const plan = await aPlan(t).demanded();
      const { requirementId: actionId } = plan;
      const file = answered(await send(plan, { actionId }), 201).json<PlanFileView>();
      expect(file).toMatchObject({ actionId, fileName: 'rutin.pdf', size: PDF.length, forReport: false });
      expect(file.sha256).toMatch(/^[\da-f]{64}$/);
      expect((await plan.person.browser.get(file.href)).rawPayload.equals(PDF)).toBe(true);
      await plan.write();
      answered(await plan.submit(), 200);
      const [round] = (await plan.staffView()).rounds;
      expect(round?.files).toMatchObject([{ id: file.id, actionId, fileName: 'rutin.pdf', sha256: file.sha256 }]);
      const asOfficer = await plan.followUp.officer.get(round?.files[0]?.href ?? '');
      expect(asOfficer.rawPayload.equals(PDF)).toBe(true);
      const url = `/api/portal/action-plan-files/${file.id}`;
      expect((await plan.person.browser.delete(url)).json().code).toBe('wrong-state');

      const returned = await aPlan(t).returned();
      const other = answered(await send(returned, { actionId: returned.requirementId }), 201).json<PlanFileView>();
      answered(await returned.person.browser.delete(`/api/portal/action-plan-files/${other.id}`), 204);
      expect((await returned.view()).files).toEqual([]);
    }, 90_000);

    it('and what is being written are not the municipality’s to read or to be told of before they are handed in', async () => {
      const plan = await aPlan(t).demanded();
      const { requirementId: actionId, followUp } = plan;
      const kept = answered(await send(plan, { actionId }, 'utkast.pdf'), 201).json<PlanFileView>();
      const gone = answered(await send(plan, { actionId }, 'fel.pdf'), 201).json<PlanFileView>();
      answered(await plan.person.browser.delete(`/api/portal/action-plan-files/${gone.id}`), 204);
      await plan.write();
      await plan.write({ cause: 'Ingen har ansvaret.' });
      const forReport = { actionId, forReport: 'true' };
      const ofReport = answered(await send(plan, forReport, 'bevis.pdf'), 201).json<PlanFileView>();
      const statusOf = async ({ id }: PlanFileView) =>
        (await followUp.officer.get(`/api/action-plan-files/${id}`)).statusCode;
      const told = async () => {
        const history = await followUp.officer.get(`/api/follow-ups/${followUp.id}/history`);
        const { items } = answered(history, 200).json<{ items: { kind: string }[] }>();
        return items.map(({ kind }) => kind).filter((kind) => /^action-(plan|report)/.test(kind));
      };
      expect(await Promise.all([kept, gone, ofReport].map(statusOf))).toEqual([404, 404, 404]);
      expect(await told()).toEqual(['action-plan.demanded']);
      // It has happened all the same, and the chain holds it (R22).
      const events = `select kind from event where subject_kind like 'action-plan-%' and subject_id = any ($1)`;
      expect(await t.asOwner(events, [[kept.id, gone.id, ofReport.id]])).toHaveLength(4);

      answered(await plan.submit(), 200);
      expect(await Promise.all([kept, gone, ofReport].map(statusOf))).toEqual([200, 404, 404]);
      expect(await told()).toEqual(['action-plan.submitted', 'action-plan.demanded']);
      const report = { actionId, text: 'Rutinen är känd.', effect: null, fileIds: [ofReport.id] };
      answered(await plan.person.browser.post(`/api/portal/action-plans/${plan.id}/reports`, report), 201);
      expect(await Promise.all([kept, gone, ofReport].map(statusOf))).toEqual([200, 404, 200]);
    }, 90_000);

    it('are refused for what the demand does not name, what they are not, and a plan that is handed in', async () => {
      const plan = await aPlan(t).submitted();
      expect((await send(plan, { actionId: plan.id })).statusCode).toBe(404);
      expect((await send(plan, {})).json().errors[0].field).toBe('actionId');
      expect((await send(plan, { actionId: plan.requirementId })).json().code).toBe('wrong-state');
      expect((await send(plan, { actionId: plan.requirementId, forReport: 'true' }, 'rutin.exe')).statusCode).toBe(415);
      expect((await plan.view()).files).toEqual([]);
    }, 90_000);
  });

  it('answers recommendations without being held by them (R14)', async () => {
    const plan = await aPlan(t).demanded();
    const recommendation = await addRecommendation(t, plan);
    await plan.write();
    const url = `/api/portal/action-plans/${plan.id}/items/${recommendation}`;
    const body = { version: null, ...SPEC_ITEM, answer: 'Vi prövar det i vår.' };
    const saved = answered(await plan.person.browser.put(url, body), 200).json();
    // Of a recommendation nothing but its answer is kept.
    expect(saved).toMatchObject({ kind: 'recommendation', cause: '', measures: [], answer: 'Vi prövar det i vår.' });
    answered(await plan.submit(), 200);
    await t.app.get(ReceivedPlansService).receive(t.m1.id, plan.id);
    const { actions } = await plan.staffView();
    expect(actions.find(({ actionId }) => actionId === recommendation)).toMatchObject({ state: 'answered' });
  });
});

/** A recommendation in the demand, put in as the owner, since approval froze the actions. */
async function addRecommendation(t: TestApp, plan: PlanFixture): Promise<string> {
  const [action] = await t.asOwner<{ id: string }>(
    `insert into action (municipality_id, id, follow_up_id, kind, text, state, position)
     values ($1, gen_random_uuid(), $2, 'recommendation', 'Pröva nya arbetssätt.', 'open', 9) returning id`,
    [t.m1.id, plan.followUp.id],
  );
  const id = action?.id ?? '';
  const demanded = [
    { actionId: id, number: 1, text: 'Pröva nya arbetssätt.', clauses: [], due: null, effectMeasure: '' },
  ];
  await t.asOwner("update action_plan set demand = jsonb_set(demand, '{recommendations}', $2) where id = $1", [
    plan.id,
    JSON.stringify(demanded),
  ]);
  return id;
}
