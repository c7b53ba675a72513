import { generateOrganisationNumber } from '@insyn/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { addUnit, contractRequest, registerProvider } from '../../test/contract-fixture.js';
import { testApp, type Browser, type TestApp } from '../../test/test-app.js';

describe('Providers', () => {
  let t: TestApp;
  let officer: Browser;
  let neighbour: Browser;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    neighbour = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const company = (seed: number, more: object = {}): object => ({
    organisationNumber: generateOrganisationNumber(seed),
    legalName: 'Björkens Omsorg AB',
    form: 'company',
    ...more,
  });
  const errorsOf = (answer: { json(): { errors?: { field: string; message: string }[] } }): Record<string, string> =>
    Object.fromEntries((answer.json().errors ?? []).map(({ field, message }) => [field, message]));

  it('registers a provider by its organisation number, however it is written', async () => {
    const digits = generateOrganisationNumber(1);
    const typed = ` 16${digits.slice(0, 6)}\u2013${digits.slice(6)} `;
    const answer = await officer.post('/api/providers', company(1, { organisationNumber: typed, note: 'Ny 2026' }));
    expect(answer.statusCode).toBe(201);
    expect(answer.json().version).toBe(1);
    const view = (await officer.get('/api/providers/' + answer.json().id)).json();
    expect(view).toMatchObject({
      legalName: 'Björkens Omsorg AB',
      organisationNumber: `${digits.slice(0, 6)}-${digits.slice(6)}`,
      form: 'company',
      note: 'Ny 2026',
      contacts: [],
      units: [],
      contracts: [],
      followUps: [],
    });
  });

  it.each([
    ['a wrong check digit', '556012-5791', /Kontrollsiffran stämmer inte/],
    ['too few digits', '556012-579', /tio siffror/],
    ['letters', 'Omsorg AB', /tio siffror/],
    ['nothing', '   ', /Fyll i fältet/],
  ])('refuses an organisation number with %s, at its field', async (_, organisationNumber, message) => {
    const answer = await officer.post('/api/providers', company(2, { organisationNumber }));
    expect(answer.statusCode).toBe(400);
    expect(String(answer.headers['content-type'])).toContain('application/problem+json');
    expect(errorsOf(answer)['organisationNumber']).toMatch(message);
  });

  it('takes a personal identity number from a sole trader only', async () => {
    const personal = { organisationNumber: '19811218-9876', legalName: 'Anns Ledsagning' };
    const asCompany = await officer.post('/api/providers', company(3, personal));
    expect(errorsOf(asCompany)['form']).toMatch(/personnummer/);
    const asSoleTrader = await officer.post('/api/providers', company(3, { ...personal, form: 'sole-trader' }));
    expect(asSoleTrader.statusCode).toBe(201);
    const companyAsTrader = await officer.post('/api/providers', company(3, { form: 'sole-trader' }));
    expect(errorsOf(companyAsTrader)['form']).toMatch(/juridisk/);
  });

  it('names every fault at its field in Swedish, unknown fields included', async () => {
    const answer = await officer.post('/api/providers', { form: 'guild', legalName: 'x'.repeat(201), owner: 'me' });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)).toEqual({
      organisationNumber: 'Fyll i fältet.',
      legalName: 'Skriv högst 200 tecken.',
      form: 'Välj ett av alternativen.',
      owner: 'Fältet är okänt.',
    });
  });

  it('attaches to a provider that another municipality has registered, without a word about it, and keeps its name', async () => {
    const first = await neighbour.post(
      '/api/providers',
      company(4, { legalName: 'Fjärilens Hemtjänst AB', note: 'Vår' }),
    );
    const second = await officer.post('/api/providers', company(4, { legalName: 'Fjärilen' }));
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual({ id: first.json().id, version: 1 });
    const view = (await officer.get('/api/providers/' + second.json().id)).json();
    expect(view.legalName).toBe('Fjärilens Hemtjänst AB');
    expect(view.note).toBe('');
  });

  it('refuses a second registration in the same municipality', async () => {
    await officer.post('/api/providers', company(5));
    const again = await officer.post('/api/providers', company(5));
    expect(again.statusCode).toBe(409);
    expect(again.json().code).toBe('duplicate');
    expect(errorsOf(again)['organisationNumber']).toBe('Utföraren är redan registrerad hos er.');
  });

  it('makes one registration of a double click, and of twenty at once', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const clicks = Array.from({ length: 20 }, () => officer.post('/api/providers', company(6), key));
    const answers = await Promise.all(clicks);
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    const id = answers[0]?.json().id;
    const events = await t.asOwner('select 1 from event where subject_id = $1', [id]);
    expect(events).toHaveLength(1);
  });

  it('does not exist for a municipality that has not registered it (R20)', async () => {
    const id = await registerProvider(neighbour, 7, 'Ängens Omsorg AB');
    const contact = { name: 'Test Testsson', role: 'Chef' };
    const unit = { name: 'Enhet', serviceTypes: ['home-care'], laws: [] };
    const attempts = [
      officer.get('/api/providers/' + id),
      officer.patch('/api/providers/' + id, { version: 1, note: 'x' }),
      officer.post(`/api/providers/${id}/contacts`, contact),
      officer.post(`/api/providers/${id}/units`, unit),
    ];
    for (const answer of await Promise.all(attempts)) expect(answer.statusCode).toBe(404);
    const list = (await officer.get('/api/providers?search=' + encodeURIComponent('Ängens'))).json();
    expect(list.items).toEqual([]);
  });

  it('keeps the note of each municipality, and refuses a change made on an old version of it', async () => {
    const id = await registerProvider(officer, 8, 'Granens Omsorg AB');
    const changed = await officer.patch('/api/providers/' + id, { version: 1, note: 'Byter chef i mars' });
    expect(changed.json()).toEqual({ id, version: 2 });
    const stale = await officer.patch('/api/providers/' + id, { version: 1, note: 'Skrevs samtidigt' });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'stale-version', version: 2, changedBy: 'Maja Lindgren' });
    expect((await officer.get('/api/providers/' + id)).json().note).toBe('Byter chef i mars');
  });

  it('lets nobody change what is the same for all municipalities', async () => {
    const id = await registerProvider(officer, 9, 'Tallens Omsorg AB');
    const answer = await officer.patch('/api/providers/' + id, { version: 1, note: '', legalName: 'Annat AB' });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)['legalName']).toBe('Fältet är okänt.');
  });

  it('keeps contacts, which are added, changed and removed on the version that was read', async () => {
    const id = await registerProvider(officer, 10, 'Lindens Omsorg AB');
    const contact = {
      name: 'Vera Ström',
      role: 'Verksamhetschef',
      email: 'vera@lindens.example',
      phone: '08-123 45 67',
    };
    const added = await officer.post(`/api/providers/${id}/contacts`, contact);
    expect(added.statusCode).toBe(201);
    const contactId = added.json().id;
    const changed = await officer.patch('/api/contacts/' + contactId, { version: 1, phone: null });
    expect(changed.json()).toEqual({ id: contactId, version: 2 });
    const view = (await officer.get('/api/providers/' + id)).json();
    expect(view.contacts).toEqual([{ ...contact, phone: null, id: contactId, version: 2 }]);
    expect((await officer.patch('/api/contacts/' + contactId, { version: 1, name: 'V' })).statusCode).toBe(409);
    expect((await officer.delete(`/api/contacts/${contactId}?version=1`)).statusCode).toBe(409);
    expect((await neighbour.delete(`/api/contacts/${contactId}?version=2`)).statusCode).toBe(404);
    expect((await officer.delete(`/api/contacts/${contactId}`)).statusCode).toBe(400);
    expect((await officer.delete(`/api/contacts/${contactId}?version=2`)).statusCode).toBe(204);
    expect((await officer.get('/api/providers/' + id)).json().contacts).toEqual([]);
  });

  it('refuses an address and a number that are none, at their fields', async () => {
    const id = await registerProvider(officer, 11, 'Asparnas Omsorg AB');
    const answer = await officer.post(`/api/providers/${id}/contacts`, {
      name: 'A',
      role: '',
      email: 'hej',
      phone: 'ring',
    });
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)['email']).toMatch(/e-postadress/);
    expect(errorsOf(answer)['phone']).toMatch(/telefonnummer/);
  });

  it('finds by a part of the name or of the number, and takes % and _ for themselves', async () => {
    await registerProvider(officer, 12, 'Hundra % Omsorg AB');
    const names = async (search: string): Promise<string[]> =>
      (await officer.get('/api/providers?search=' + encodeURIComponent(search)))
        .json()
        .items.map((item: { legalName: string }) => item.legalName);
    expect(await names('% oms')).toEqual(['Hundra % Omsorg AB']);
    expect(await names('_')).toEqual([]);
    const digits = generateOrganisationNumber(12);
    expect(await names(`${digits.slice(0, 6)}-${digits.slice(6)}`)).toEqual(['Hundra % Omsorg AB']);
    expect(await names("' or 1=1 --")).toEqual([]);
  });

  it('lists by name in Swedish order, page by page without a gap or a repeat', async () => {
    const other = await t.signIn(t.people.secondOfficer(t.m2));
    for (let seed = 100; seed < 157; seed += 1)
      await registerProvider(other, seed, `Sida ${String(seed)} ${'å'.repeat(191)}`);
    for (const [seed, name] of [
      [160, 'Öknens AB'],
      [161, 'Ädelstenens AB'],
      [162, 'Åkerns AB'],
    ] as const) {
      await registerProvider(other, seed, name);
    }
    const first = (await other.get('/api/providers')).json();
    expect(first.items).toHaveLength(50);
    const second = (await other.get('/api/providers?after=' + first.next)).json();
    expect(second.next).toBeNull();
    const names = [...first.items, ...second.items].map((item: { legalName: string }) => item.legalName);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'sv')));
    expect(names.slice(-4)).toEqual(['Åkerns AB', 'Ädelstenens AB', 'Ängens Omsorg AB', 'Öknens AB']);
  });

  it('refuses a place in the list that is none', async () => {
    for (const after of ['x', 'eyJ4IjoxfQ', Buffer.from('["a"]').toString('base64url')]) {
      expect((await officer.get('/api/providers?after=' + after)).statusCode).toBe(400);
    }
    const badId = Buffer.from('["a","b"]').toString('base64url');
    expect((await officer.get('/api/providers?after=' + badId)).statusCode).toBe(400);
  });

  it('counts contracts where the reader sees them, and units that the provider operates now', async () => {
    const id = await registerProvider(officer, 13, 'Räknarens AB');
    const unitId = await addUnit(officer, id, 'Norra');
    await officer.post('/api/contracts', contractRequest(t.m1, id, unitId, 'SON 2024-RÄKNA'));
    const rowFor = async (browser: Browser): Promise<unknown> =>
      (await browser.get('/api/providers?search=R%C3%A4knarens')).json().items[0];
    expect(await rowFor(officer)).toMatchObject({ units: 1, contracts: 1, latestFollowUp: null });
    const elsewhere = await t.signIn(t.people.secondOfficer(t.m1));
    expect(await rowFor(elsewhere)).toMatchObject({ units: 1, contracts: 0 });
    const auditor = await t.signIn(t.people.auditor(t.m1));
    expect(await rowFor(auditor)).toMatchObject({ units: 1, contracts: 1 });
    expect((await elsewhere.get('/api/providers/' + id)).json().contracts).toEqual([]);
    expect((await auditor.get('/api/providers/' + id)).json().contracts).toHaveLength(1);
  });

  it('are read by manager, registrar and auditor but written by officers only; an administrator sees none', async () => {
    const id = await registerProvider(officer, 14, 'Rollernas AB');
    for (const role of ['manager', 'registrar', 'auditor'] as const) {
      const browser = await t.signIn(t.people[role](t.m1));
      expect((await browser.get('/api/providers/' + id)).statusCode).toBe(200);
      expect((await browser.post('/api/providers', company(15))).statusCode).toBe(403);
      expect((await browser.patch('/api/providers/' + id, { version: 1, note: '' })).statusCode).toBe(403);
    }
    const administrator = await t.signIn(t.people.administrator(t.m1));
    expect((await administrator.get('/api/providers')).statusCode).toBe(403);
    expect((await t.request({ method: 'GET', url: '/api/providers' })).statusCode).toBe(401);
  });
});
