import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkView } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { aRequest } from '../../test/request-factory.js';
import { DeadlineWatchService } from '../deadlines/deadline-watch.service.js';
import { meetDeadline, setDeadline } from '../deadlines/deadlines.js';
import { type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('"Mitt arbete"', () => {
  let t: TestApp;
  let officer: Browser;
  let manager: Browser;

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    manager = await t.signIn(t.people.manager(t.m1));
  });
  afterAll(() => t.close());

  const workOf = async (browser: Browser) => answered(await browser.get('/api/my-work'), 200).json<MyWorkView>();

  it('shows an officer the team’s cases by date, each with its next step; a late one says by how much', async () => {
    const planned = await aFollowUp(t, { body: { decisionDue: '2026-12-20' } }).planned();
    const gathering = await aFollowUp(t).gathering();
    const assessing = await aFollowUp(t, { body: { decisionDue: '2026-11-23' } }).assessing();
    for (const number of ['§ 7', '§ 8']) {
      const body = {
        clauseIds: [assessing.clauseIds[number]],
        version: null,
        verdict: 'met',
        text: '',
        evidenceIds: [],
      };
      answered(await officer.put(`/api/follow-ups/${assessing.id}/assessments`, body), 200);
    }
    const ready = await aFollowUp(t, { body: { decisionDue: '2026-12-01' } }).readyToSubmit();
    const { waitingForMe } = await workOf(officer);
    expect(waitingForMe.map((item) => [item.followUpId, item.due, item.overdueDays, item.nextStep])).toEqual([
      [assessing.id, '2026-11-23', 2, 'Bedöm §§ 15 och 23'],
      [ready.id, '2026-12-01', null, 'Lämna till beslut'],
      [planned.id, '2026-12-20', null, 'Starta uppföljningen'],
      [gathering.id, null, null, 'Samla underlag'],
    ]);
    expect(waitingForMe[0]?.subtitle).toMatch(/^Enhet \d+, personlig assistans$/);
    expect(waitingForMe.map((item) => item.href)).toEqual([
      `/uppfoljningar/${assessing.id}/bedomning`,
      `/uppfoljningar/${ready.id}/beslut`,
      `/uppfoljningar/${planned.id}`,
      `/uppfoljningar/${gathering.id}/underlag`,
    ]);
  });

  it('hands a case over to the manager of the committee when it waits for a decision', async () => {
    const { id } = await aFollowUp(t, { body: { decisionDue: '2026-12-04' } }).deciding();
    expect((await workOf(manager)).waitingForMe).toMatchObject([
      { followUpId: id, nextStep: 'Besluta om bedömningen' },
    ]);
    const { waitingForMe, waitingForOthers } = await workOf(officer);
    expect(waitingForMe.map((item) => item.followUpId)).not.toContain(id);
    expect(waitingForOthers).toMatchObject([{ followUpId: id, who: 'Enhetschefen beslutar om bedömningen' }]);
    const otherManager = await t.signIn(t.people.secondManager(t.m1));
    expect((await workOf(otherManager)).waitingForMe).toEqual([]);
  });

  it('leads the manager to the publication once the judgement is approved, and tells the officer what remains', async () => {
    const { id } = await aFollowUp(t, { municipality: t.m2 }).approved();
    const [publishing] = (await workOf(await t.signIn(t.people.manager(t.m2)))).waitingForMe;
    expect(publishing).toMatchObject({ followUpId: id, nextStep: 'Godkänn publiceringen' });
    expect(publishing?.href).toMatch(/^\/publicerat\/[0-9a-f-]{36}$/);
    const [recheck] = await t.asOwner<{ id: string }>('select id from follow_up where parent_id = $1', [id]);
    const own = await workOf(await t.signIn(t.people.officer(t.m2)));
    expect(own.waitingForMe).toMatchObject([
      { due: '2027-02-25', nextStep: 'Starta återkontrollen', href: `/uppfoljningar/${recheck?.id ?? ''}` },
    ]);
    expect(own.waitingForOthers).toMatchObject([
      { followUpId: id, due: '2026-12-28', who: 'Utföraren tar fram en åtgärdsplan' },
    ]);
    await t.asOwner("update action_plan set state = 'submitted' where follow_up_id = $1", [id]);
    const judging = await workOf(await t.signIn(t.people.officer(t.m2)));
    expect(judging.waitingForMe).toContainEqual(
      expect.objectContaining({ nextStep: 'Bedöm åtgärdsplanen', href: `/uppfoljningar/${id}/atgardsplan` }),
    );
    expect(judging.waitingForOthers).toEqual([]);
    await t.asOwner("update action_plan set state = 'demanded' where follow_up_id = $1", [id]);
    expect((await workOf(await t.signIn(t.people.registrar(t.m2)))).waitingForMe).toEqual([]);
  });

  it('counts the year and lists the meetings to come', async () => {
    const { id } = await aFollowUp(t).gathering();
    const meeting = { heldOn: '2026-12-02', title: 'Besök', form: 'at-provider', participants: [] };
    answered(await officer.post(`/api/follow-ups/${id}/meetings`, meeting), 201);
    const { year, meetings } = await workOf(officer);
    expect(year).toEqual({ year: 2026, done: 0, ongoing: 5, notStarted: 1 });
    expect(meetings).toEqual([
      { on: '2026-12-02', startsAt: null, title: 'Besök', unit: expect.stringMatching(/^Enhet /), followUpId: id },
    ]);
  });

  it('tells the team of answers that came, of more time asked for and of time that is out; the rest waits for the provider', async () => {
    const second = { people: { ...t.people, officer: t.people.secondOfficer, manager: t.people.secondManager } };
    const other = Object.create(t, { people: { value: second.people } }) as TestApp;
    const municipality = { ...t.m1, committeeId: t.m1.otherCommitteeId };
    const wishes = { municipality, sentOn: '2026-11-02', due: '2026-12-07' } as const;
    const arrived = await aRequest(other, { ...wishes, title: 'Svar' }).answered();
    const longer = await aRequest(other, { ...wishes, title: 'Mer tid' }).sent();
    const asked = { wantedDue: '2026-12-20', reason: 'Sjukdom.' };
    await longer.person.browser.post(`/api/portal/requests/${longer.id}/extensions`, asked);
    const late = await aRequest(other, { ...wishes, title: 'Sen', due: '2026-11-23' as const }).sent();
    const out = await aRequest(other, { ...wishes, title: 'Ute' }).sent();
    const { waitingForMe, waitingForOthers } = await workOf(await t.signIn(t.people.secondOfficer(t.m1)));
    const ofRequests = waitingForMe.filter(({ href }) => href.includes('/informationsbegaran/'));
    expect(ofRequests.map(({ nextStep, due, overdueDays }) => [nextStep, due, overdueDays])).toEqual([
      ['Svarstiden har gått ut för ”Sen”', '2026-11-23', 2],
      ['Besluta om längre svarstid för ”Mer tid”', '2026-12-07', null],
      ['Läs svaren på ”Svar”', null, null],
    ]);
    expect(ofRequests.map(({ href }) => href)).toEqual(
      [late, longer, arrived].map(({ id, followUp }) => `/uppfoljningar/${followUp.id}/informationsbegaran/${id}`),
    );
    expect(waitingForOthers).toMatchObject([{ followUpId: out.followUp.id, due: '2026-12-07' }]);
    expect((await workOf(officer)).waitingForMe.map(({ nextStep }) => nextStep).join()).not.toContain('”Sen”');
  });

  it('leaves a decision that was handed over to the manager who is to make it', async () => {
    const { id } = await aFollowUp(t, { body: { decisionDue: '2026-12-03' } }).deciding();
    const handOver = (to: string | null) => t.asOwner('update follow_up set decider_id = $2 where id = $1', [id, to]);
    await handOver(t.people.secondManager(t.m1).accountId);
    expect((await workOf(manager)).waitingForMe.map(({ followUpId }) => followUpId)).not.toContain(id);
    await handOver(t.people.manager(t.m1).accountId);
    expect((await workOf(manager)).waitingForMe).toContainEqual(
      expect.objectContaining({ followUpId: id, nextStep: 'Besluta om bedömningen, som har lämnats över till dig' }),
    );
  });

  it('tells the officer of remarks to answer, and of the provider as long as it checks the facts', async () => {
    const { id, followUp } = await aFactCheck(t).sent();
    const stepsOf = async () => {
      const { waitingForMe, waitingForOthers } = await workOf(officer);
      const own = waitingForMe.filter(({ followUpId }) => followUpId === followUp.id);
      const others = waitingForOthers.filter(({ followUpId }) => followUpId === followUp.id);
      return [own.map(({ nextStep, href }) => [nextStep, href]), others.map(({ who }) => who)];
    };
    expect(await stepsOf()).toEqual([[], ['Utföraren kontrollerar fakta']]);
    await t.asOwner("update fact_check set state = 'answered' where id = $1", [id]);
    expect(await stepsOf()).toEqual([
      [['Lämna till beslut efter faktakontrollen', `/uppfoljningar/${followUp.id}/beslut`]],
      [],
    ]);
    await t.asOwner(
      `insert into fact_check_remark (municipality_id, id, fact_check_id, provider_id, place_kind, place_id, text, changed_by)
       select municipality_id, gen_random_uuid(), id, provider_id, 'section', 'summary', 'Fel antal.', created_by
       from fact_check where id = $1`,
      [id],
    );
    expect(await stepsOf()).toEqual([
      [['Besvara en synpunkt på utkastet', `/uppfoljningar/${followUp.id}/faktakontroll`]],
      [],
    ]);
  });

  it('shows the manager what was escalated, until it is done', async () => {
    const { id } = await aFollowUp(t).gathering();
    const subjectId = await t.db.jobs(t.m1.id, async (tx) => {
      const subject = { followUpId: id, subjectId: tx.newId(), kind: 'plan-evaluation' } as const;
      await setDeadline(tx, { ...subject, baseDate: '2026-11-16', amount: 3, unit: 'days' });
      return subject.subjectId;
    });
    const escalated = async () =>
      (await workOf(manager)).waitingForMe.filter((item) => item.followUpId === id).map(({ nextStep }) => nextStep);
    expect(await escalated()).toEqual([]);
    await t.app.get(DeadlineWatchService).watch();
    expect(await escalated()).toEqual(['Ta upp förseningen: bedömning av åtgärdsplan']);
    expect((await workOf(officer)).waitingForMe.map(({ nextStep }) => nextStep)).not.toContain((await escalated())[0]);
    await t.db.jobs(t.m1.id, (tx) => meetDeadline(tx, 'plan-evaluation', subjectId));
    expect(await escalated()).toEqual([]);
  });

  it('is empty for an auditor, and holds nothing of another municipality (R20)', async () => {
    const auditor = await workOf(await t.signIn(t.people.auditor(t.m1)));
    expect([auditor.waitingForMe, auditor.waitingForOthers]).toEqual([[], []]);
    const stranger = await workOf(await t.signIn(t.people.officer(t.m2)));
    expect(stranger).toMatchObject({ meetings: [], year: { done: 1, ongoing: 0, notStarted: 0 } });
    expect((await (await t.signIn(t.people.administrator(t.m1))).get('/api/my-work')).statusCode).toBe(403);
  });
});
