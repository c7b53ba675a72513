import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aContract, addUnit, contractRequest, registerProvider } from '../../test/contract-fixture.js';
import { testApp, type Answer, type Browser, type TestApp } from '../../test/test-app.js';

describe('Contracts', () => {
  let t: TestApp;
  let officer: Browser;
  let neighbour: Browser;
  let providerId: string;
  let unitId: string;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    neighbour = await t.signIn(t.people.officer(t.m2));
    providerId = await registerProvider(officer, 1, 'Björkens Omsorg AB');
    unitId = await addUnit(officer, providerId, 'Norra');
  });
  afterAll(() => t.close());

  const sound = (reference: string, more: object = {}): object => ({
    ...contractRequest(t.m1, providerId, unitId, reference),
    ...more,
  });
  const create = (reference: string, more: object = {}): Promise<Answer> =>
    officer.post('/api/contracts', sound(reference, more));
  const errorsOf = (answer: Answer): Record<string, string> =>
    Object.fromEntries(
      (answer.json().errors as { field: string; message: string }[]).map(({ field, message }) => [field, message]),
    );

  it('are made with provider, units, period and an empty first version of the clauses', async () => {
    const answer = await create('SON 2024-149');
    expect(answer.statusCode).toBe(201);
    const view = (await officer.get('/api/contracts/' + answer.json().id)).json();
    expect(view).toMatchObject({
      reference: 'SON 2024-149',
      kind: 'contract',
      regime: 'LOU',
      committee: { id: t.m1.committeeId, name: 'Socialnämnden' },
      provider: { id: providerId, legalName: 'Björkens Omsorg AB' },
      units: [{ id: unitId, name: 'Norra' }],
      startsOn: '2024-03-01',
      endsOn: '2026-02-28',
      extensionMonths: [12, 12],
      latestEnd: '2028-02-29',
      serviceTypes: ['personal-assistance'],
      version: 1,
      clauseSet: { number: 1, frozen: false, version: 1, clauses: [] },
      followUps: [],
    });
    expect(view.provider.organisationNumber).toMatch(/^\d{6}-\d{4}$/);
    const history = await t.asOwner<{ kind: string }>('select kind from event where subject_id = $1', [
      answer.json().id,
    ]);
    expect(history).toEqual([{ kind: 'contract.created' }]);
  });

  it('cannot end before they start', async () => {
    const answer = await create('A', { startsOn: '2026-03-01', endsOn: '2026-02-28', extensionMonths: [] });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)).toEqual({ endsOn: 'Avtalet kan inte sluta innan det börjar.' });
  });

  it('cannot have their latest end before their end', async () => {
    const answer = await create('A', { latestEnd: '2026-02-27', extensionMonths: [] });
    expect(errorsOf(answer)).toEqual({ latestEnd: 'Sista möjliga slutdatum kan inte ligga före avtalets slut.' });
  });

  it('cannot be extended past the latest end; an option need not reach it', async () => {
    const answer = await create('A', { latestEnd: '2027-12-31' });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)).toEqual({ 'extensionMonths[1]': 'Förlängningen går förbi sista möjliga slutdatum.' });
    expect((await create('Option som inte når', { latestEnd: '2030-12-31' })).statusCode).toBe(201);
  });

  it.each([
    ['startsOn', '2026-02-29'],
    ['endsOn', '2026-2-1'],
    ['latestEnd', '0001-01-01'],
    ['startsOn', null],
    ['extensionMonths', [0]],
    ['extensionMonths', ['12']],
    ['extensionMonths', Array.from({ length: 11 }, () => 1)],
    ['serviceTypes', []],
    ['serviceTypes', ['spa']],
    ['unitIds', []],
    ['unitIds', 'not-a-list'],
    ['kind', 'lease'],
    ['regime', 'lou'],
    ['reference', '  '],
    ['reference', 'x'.repeat(61)],
    ['reference', 'a\0b'],
    ['committeeId', '1 or 1=1'],
    ['sanctions', []],
  ])('are refused with a fault at %s when it is %j', async (field, value) => {
    const answer = await create('A', { [field]: value });
    expect(answer.statusCode).toBe(400);
    expect(Object.keys(errorsOf(answer)).join()).toContain(field);
  });

  it('need a committee of the officer, a registered provider and units that the provider operates', async () => {
    const other = await aContract(neighbour, t.m2, 50);
    const strangers = await create('A', { committeeId: t.m2.committeeId, unitIds: [other.unitId] });
    expect(strangers.statusCode).toBe(400);
    expect(errorsOf(strangers)).toEqual({
      committeeId: 'Välj en av dina nämnder.',
      unitIds: 'Välj enheter som drivs av utföraren.',
    });
    expect(errorsOf(await create('A', { committeeId: t.m1.otherCommitteeId }))).toHaveProperty('committeeId');
    expect(errorsOf(await create('A', { providerId: other.providerId }))).toHaveProperty('providerId');
    const elsewhere = await registerProvider(officer, 2, 'Granens Omsorg AB');
    expect(errorsOf(await create('A', { providerId: elsewhere }))).toHaveProperty('unitIds');
  });

  it('have a reference that no other contract of the municipality has', async () => {
    await create('SON 2024-7');
    const again = await create(' SON 2024-7 ');
    expect(again.statusCode).toBe(409);
    expect(again.json().code).toBe('reference-taken');
    expect(errorsOf(again)).toEqual({ reference: 'Det finns redan ett avtal med den beteckningen.' });
  });

  it('are made once by a double click', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const request = sound('SON 2024-DUBBEL');
    const [first, second] = await Promise.all([1, 2].map(() => officer.post('/api/contracts', request, key)));
    expect([first?.statusCode, second?.statusCode]).toEqual([201, 201]);
    expect(second?.json()).toEqual(first?.json());
    const rows = await t.asOwner("select 1 from contract where reference = 'SON 2024-DUBBEL'");
    expect(rows).toHaveLength(1);
  });

  it('change on the version that was read, and what is not given stays', async () => {
    const id = (await create('SON 2024-8')).json().id;
    const changed = await officer.patch('/api/contracts/' + id, { version: 1, extensionMonths: [24], regime: 'LOV' });
    expect(changed.json()).toEqual({ id, version: 2 });
    const stale = await officer.patch('/api/contracts/' + id, { version: 1, endsOn: '2020-01-01' });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'stale-version',
      version: 2,
      changedBy: 'Maja Lindgren',
      change: 'Ändrade avtalet SON 2024-8',
    });
    const view = (await officer.get('/api/contracts/' + id)).json();
    expect(view).toMatchObject({ regime: 'LOV', extensionMonths: [24], endsOn: '2026-02-28', version: 2 });
  });

  it('must hold together also after a change of one date', async () => {
    const id = (await create('SON 2024-9')).json().id;
    const answer = await officer.patch('/api/contracts/' + id, { version: 1, startsOn: '2026-03-01' });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)).toHaveProperty('endsOn');
  });

  it('change provider and units together', async () => {
    const id = (await create('SON 2024-10')).json().id;
    const heir = await registerProvider(officer, 3, 'Arvtagarens Omsorg AB');
    const alone = await officer.patch('/api/contracts/' + id, { version: 1, providerId: heir });
    expect(errorsOf(alone)).toHaveProperty('unitIds');
    const heirUnit = await addUnit(officer, heir, 'Södra');
    const both = await officer.patch('/api/contracts/' + id, { version: 1, providerId: heir, unitIds: [heirUnit] });
    expect(both.statusCode).toBe(200);
    const view = (await officer.get('/api/contracts/' + id)).json();
    expect(view.provider.legalName).toBe('Arvtagarens Omsorg AB');
    expect(view.units).toEqual([{ id: heirUnit, name: 'Södra' }]);
  });

  it('keep their earlier provider as party for the time that was followed up', async () => {
    const { contractId, providerId: earlier, unitId: place } = await aContract(officer, t.m1, 40);
    await t.asOwner(
      `insert into follow_up (municipality_id, id, committee_id, contract_id, unit_id, provider_id, clause_set_id, kind,
         year, state, case_number, title, created_by)
       select $1, $2, $3, $4, $5, $6, s.id, 'planned', 2025, 'gathering', 'SON/2025/0001/739', 'Uppföljning 2025', $7
       from clause_set s where s.contract_id = $4`,
      [t.m1.id, uuidv7(), t.m1.committeeId, contractId, place, earlier, t.people.officer(t.m1).accountId],
    );
    const heirUnit = await addUnit(officer, providerId, 'Östra');
    const patch = { version: 1, providerId, unitIds: [heirUnit] };
    expect((await officer.patch('/api/contracts/' + contractId, patch)).statusCode).toBe(200);
    const parties = await t.asOwner(
      `select provider_id, from_date::text, to_date::text from contract_party where contract_id = $1 order by from_date`,
      [contractId],
    );
    expect(parties).toEqual([
      { provider_id: earlier, from_date: '2024-03-01', to_date: '2026-11-24' },
      { provider_id: providerId, from_date: '2026-11-25', to_date: null },
    ]);
    const view = (await officer.get('/api/contracts/' + contractId)).json();
    expect(view.provider.id).toBe(providerId);
    expect(view.followUps).toMatchObject([{ title: 'Uppföljning 2025', year: 2025, caseNumber: 'SON/2025/0001/739' }]);
    const before = (await officer.get('/api/providers/' + earlier)).json();
    expect(before.contracts).toMatchObject([{ id: contractId }]);
    expect(before.followUps).toMatchObject([{ title: 'Uppföljning 2025', outcome: null }]);
  });

  it('are listed, and shown one at a time, by one statement each', async () => {
    const id = (await create('SON 2024-EN')).json().id;
    const read = jest.spyOn(t.db, 'read');
    try {
      await officer.get('/api/contracts');
      await officer.get('/api/contracts/' + id);
      await officer.get('/api/providers');
      await officer.get('/api/providers/' + providerId);
      const names = read.mock.calls.map(([, statement]) => statement.name);
      expect(names).toEqual(['contract-list', 'contract-view', 'provider-list', 'provider-view']);
    } finally {
      read.mockRestore();
    }
  });

  it('of another municipality or committee do not exist, for reading and for writing (R20)', async () => {
    const id = (await create('SON 2024-11')).json().id;
    const colleague = await t.signIn(t.people.secondOfficer(t.m1));
    for (const browser of [neighbour, colleague]) {
      expect((await browser.get('/api/contracts/' + id)).statusCode).toBe(404);
      expect((await browser.patch('/api/contracts/' + id, { version: 1, reference: 'X' })).statusCode).toBe(404);
      const list = (await browser.get('/api/contracts?search=2024-11')).json();
      expect(list.items).toEqual([]);
    }
    expect((await officer.get('/api/contracts/' + uuidv7())).statusCode).toBe(404);
  });

  it('are read by manager, registrar and auditor but written by officers only; an administrator sees none', async () => {
    const id = (await create('SON 2024-12')).json().id;
    for (const role of ['manager', 'registrar', 'auditor'] as const) {
      const browser = await t.signIn(t.people[role](t.m1));
      expect((await browser.get('/api/contracts/' + id)).statusCode).toBe(200);
      expect((await browser.patch('/api/contracts/' + id, { version: 1, reference: 'X' })).statusCode).toBe(403);
      expect((await browser.post('/api/contracts', sound('X'))).statusCode).toBe(403);
    }
    const secondManager = await t.signIn(t.people.secondManager(t.m1));
    expect((await secondManager.get('/api/contracts/' + id)).statusCode).toBe(404);
    const administrator = await t.signIn(t.people.administrator(t.m1));
    expect((await administrator.get('/api/contracts')).statusCode).toBe(403);
  });

  it('are listed by reference, page by page, and found by reference or provider', async () => {
    const other = await aContract(neighbour, t.m2, 60);
    const request = contractRequest(t.m2, other.providerId, other.unitId, '');
    for (let number = 100; number < 153; number += 1) {
      await neighbour.post('/api/contracts', { ...request, reference: 'L ' + String(number) });
    }
    const first = (await neighbour.get('/api/contracts?search=L%201')).json();
    expect(first.items).toHaveLength(50);
    const second = (await neighbour.get(`/api/contracts?search=L%201&after=${first.next}`)).json();
    const references = [...first.items, ...second.items].map((item: { reference: string }) => item.reference);
    expect(references).toEqual(Array.from({ length: 53 }, (_, index) => 'L ' + String(100 + index)));
    expect(second.next).toBeNull();
    expect(first.items[0]).toEqual({
      id: expect.any(String),
      reference: 'L 100',
      kind: 'contract',
      regime: 'LOU',
      provider: { id: other.providerId, legalName: 'Omsorgsbolaget 60 AB' },
      serviceTypes: ['personal-assistance'],
      startsOn: '2024-03-01',
      endsOn: '2026-02-28',
      latestEnd: '2028-02-29',
      clauses: 0,
    });
    const byProvider = (await neighbour.get('/api/contracts?search=bolaget%2060')).json();
    expect(byProvider.items).toHaveLength(50);
    const view = (await neighbour.get('/api/providers/' + other.providerId)).json();
    const byNumber = (await neighbour.get('/api/contracts?search=' + view.organisationNumber)).json();
    expect(byNumber.items).toHaveLength(50);
    expect((await neighbour.get('/api/contracts?search=%25')).json().items).toEqual([]);
    expect((await neighbour.get('/api/contracts?sort=reference')).statusCode).toBe(400);
  });
});
