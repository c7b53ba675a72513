import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DelegationDecisions, DelegationRegister } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  errors: { field: string; message: string }[];
}

describe('The delegation register', () => {
  let t: TestApp;
  let registrar: Browser;
  let administrator: Browser;
  beforeAll(async () => {
    t = await testApp();
    registrar = await t.signIn(t.people.registrar(t.m1));
    administrator = await t.signIn(t.people.administrator(t.m1));
  });
  afterAll(() => t.close());

  const aDelegation = (changes: object = {}) => ({
    ...{ committeeId: t.m1.committeeId, accountId: t.people.manager(t.m1).accountId, matter: 'judgement' },
    ...{ point: '4.3', reference: 'SON 2026-01-20 § 7', decidedOn: '2026-01-20', validFrom: '2026-02-01' },
    ...{ validTo: '2026-12-31', ...changes },
  });
  const add = (changes: object = {}, browser = registrar) => browser.post('/api/delegations', aDelegation(changes));
  const added = async (changes: object = {}) => answered(await add(changes), 201).json<{ id: string }>().id;
  const register = async (browser = registrar) => (await browser.get('/api/delegations')).json<DelegationRegister>();
  const rowOf = async (id: string) => (await register()).delegations.find((delegation) => delegation.id === id);
  const fields = (answer: Answer) => answer.json<Refusal>().errors.map(({ field }) => field);

  it('says who may decide what, from when to when, and by which decision of the committee', async () => {
    const id = await added();
    expect(await rowOf(id)).toEqual({
      ...{ id, committeeId: t.m1.committeeId, matter: 'judgement', point: '4.3', reference: 'SON 2026-01-20 § 7' },
      holder: { id: t.people.manager(t.m1).accountId, name: 'Karin Wester', title: 'Enhetschef' },
      ...{ decidedOn: '2026-01-20', validFrom: '2026-02-01', validTo: '2026-12-31' },
      ...{ revokedOn: null, revokeReason: null, standing: 'running', version: 1 },
    });
    const { committees } = await register();
    expect(committees.map(({ name, editable }) => [name, editable])).toEqual([['Socialnämnden', true]]);
    expect(committees[0]?.holders.map(({ name }) => name)).toEqual(['Karin Wester', 'Maja Lindgren', 'Sara Nyberg']);
  });

  it('tells what has ended, and what has not begun, on the day that it is read', async () => {
    const [ended, coming] = [await added({ validTo: '2026-11-24' }), await added({ validFrom: '2026-11-26' })];
    const today = await added({ validFrom: '2026-11-25', validTo: '2026-11-25' });
    expect([await rowOf(ended), await rowOf(coming), await rowOf(today)].map((row) => row?.standing)).toEqual([
      ...['ended', 'coming', 'running'],
    ]);
  });

  it('takes no delegation that ends before it begins, comes before its decision, or is held by a stranger', async () => {
    expect(fields(await add({ validTo: '2026-01-31' }))).toEqual(['validTo']);
    expect(fields(await add({ validFrom: '2026-01-19' }))).toEqual(['validFrom']);
    expect(fields(await add({ decidedOn: '2026-11-26', validFrom: '2026-11-26' }))).toEqual(['decidedOn']);
    for (const accountId of [uuidv7(), t.people.manager(t.m2).accountId, t.people.secondManager(t.m1).accountId]) {
      expect([accountId, ...fields(await add({ accountId }))]).toEqual([accountId, 'accountId']);
    }
    for (const committeeId of [uuidv7(), t.m2.committeeId, t.m1.otherCommitteeId]) {
      expect([committeeId, ...fields(await add({ committeeId }))]).toEqual([committeeId, 'committeeId']);
    }
  });

  it('lets one be revoked once, from today at the earliest', async () => {
    const id = await added();
    const revoke = (body: object) =>
      registrar.post(`/api/delegations/${id}/revoke`, { version: 1, on: '2026-11-25', reason: 'Ny chef.', ...body });
    expect(fields(await revoke({ on: '2026-11-24' }))).toEqual(['on']);
    expect((await revoke({ version: 7 })).json<Refusal>().code).toBe('stale-version');
    answered(await revoke({}), 200);
    expect(await rowOf(id)).toMatchObject({ standing: 'revoked', revokedOn: '2026-11-25', revokeReason: 'Ny chef.' });
    expect((await revoke({ version: 2 })).json<Refusal>().code).toBe('already-revoked');
  });

  it('is kept by registrar and administrator, and read by the others of the committee', async () => {
    answered(await add({}, administrator), 201);
    for (const who of ['officer', 'manager', 'auditor'] as const) {
      const browser = await t.signIn(t.people[who](t.m1));
      const { committees, delegations } = await register(browser);
      expect([who, delegations.length > 0, committees.some(({ editable }) => editable)]).toEqual([who, true, false]);
      expect([who, (await add({}, browser)).statusCode]).toEqual([who, 403]);
    }
    const stranger = await register(await t.signIn(t.people.manager(t.m2)));
    expect(stranger.delegations).toEqual([]);
  });
});

describe('The decisions made on delegation', () => {
  let t: TestApp;
  let registrar: Browser;
  let url: string;
  beforeAll(async () => {
    t = await testApp();
    registrar = await t.signIn(t.people.registrar(t.m1));
    url = `/api/committees/${t.m1.committeeId}`;
    const settings = { version: 1, delegatedMatters: ['judgement'] };
    answered(await registrar.patch(`${url}/decision-settings`, settings), 200);
    const held = { committeeId: t.m1.committeeId, accountId: t.people.manager(t.m1).accountId, matter: 'judgement' };
    const decision = { reference: 'SON 2026-01-20 § 7', decidedOn: '2026-01-20', validFrom: '2026-02-01' };
    answered(await registrar.post('/api/delegations', { ...held, ...decision }), 201);
  });
  afterAll(() => t.close());

  const decisions = async () =>
    answered(await registrar.get(`${url}/delegation-decisions`), 200).json<DelegationDecisions>();
  const report = (meetingOn: string) => registrar.post(`${url}/delegation-reports`, { meetingOn });

  it('make the list for the committee’s next meeting by themselves, and are reported once', async () => {
    expect((await report('2026-12-15')).json<Refusal>().code).toBe('nothing-to-report');
    const cases: AssessedFixture[] = [await aFollowUp(t).approved(), await aFollowUp(t).approved()];
    const ids = cases.map(({ id }) => id);
    const before = await decisions();
    expect(before.unreported.map(({ followUpId }) => followUpId)).toEqual(ids);
    expect(before.unreported[0]).toMatchObject({ reference: 'SON 2026-01-20 § 7', decidedBy: 'Karin Wester' });
    expect((await report('2026-11-24')).json<Refusal>().errors[0]?.field).toBe('meetingOn');
    answered(await report('2026-12-15'), 201);
    const after = await decisions();
    expect(after.unreported).toEqual([]);
    expect(after.reports).toMatchObject([{ meetingOn: '2026-12-15', reportedBy: 'Sara Nyberg' }]);
    expect(after.reports[0]?.decisions.map(({ followUpId }) => followUpId)).toEqual(ids);
    expect((await report('2026-12-16')).json<Refusal>().code).toBe('nothing-to-report');
  });

  it('reported twice at once stand in one report', async () => {
    await aFollowUp(t).approved();
    const answers = await Promise.all([report('2027-01-19'), report('2027-01-19')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  it('are not shown to an administrator, who sees no cases', async () => {
    const administrator = await t.signIn(t.people.administrator(t.m1));
    expect((await administrator.get(`${url}/delegation-decisions`)).statusCode).toBe(403);
    expect((await administrator.post(`${url}/delegation-reports`, { meetingOn: '2026-12-15' })).statusCode).toBe(404);
  });
});
