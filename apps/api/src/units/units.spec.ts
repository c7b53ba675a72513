import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addUnit, registerProvider } from '../../test/contract-fixture.js';
import { testApp, type Browser, type TestApp } from '../../test/test-app.js';

describe('Units', () => {
  let t: TestApp;
  let officer: Browser;
  let providerId: string;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    providerId = await registerProvider(officer, 1, 'Björkens Omsorg AB');
  });
  afterAll(() => t.close());

  it('are operated by the provider from the day they are added', async () => {
    const unit = { name: 'Norra', serviceTypes: ['group-home', 'daily-activities'], laws: ['LSS 9 § 9'], places: 6 };
    const added = await officer.post(`/api/providers/${providerId}/units`, unit);
    expect(added.statusCode).toBe(201);
    const view = (await officer.get('/api/providers/' + providerId)).json();
    expect(view.units).toEqual([{ ...unit, id: added.json().id, version: 1 }]);
    const operators = await t.asOwner<{ from_date: string }>(
      'select from_date::text, to_date from unit_operator where unit_id = $1',
      [added.json().id],
    );
    expect(operators).toEqual([{ from_date: '2026-11-25', to_date: null }]);
  });

  it('change on the version that was read, and keep what is not given', async () => {
    const id = await addUnit(officer, providerId, 'Södra');
    const changed = await officer.patch('/api/units/' + id, { version: 1, places: 12 });
    expect(changed.json()).toEqual({ id, version: 2 });
    const stale = await officer.patch('/api/units/' + id, { version: 1, name: 'Västra' });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'stale-version',
      changedBy: 'Maja Lindgren',
      change: 'Ändrade en enhet',
    });
    const units = (await officer.get('/api/providers/' + providerId)).json().units;
    expect(units.find((unit: { id: string }) => unit.id === id)).toMatchObject({
      name: 'Södra',
      places: 12,
      version: 2,
    });
  });

  it('name each fault at its field', async () => {
    const wrong = { name: ' ', serviceTypes: [], laws: ['x'.repeat(61)], places: 1.5 };
    const answer = await officer.post(`/api/providers/${providerId}/units`, wrong);
    expect(answer.statusCode).toBe(400);
    const errors = answer.json().errors as { field: string; message: string }[];
    expect(errors.map(({ field }) => field).sort()).toEqual(['laws', 'name', 'places', 'serviceTypes']);
    expect(errors.find(({ field }) => field === 'serviceTypes')?.message).toBe('Välj minst ett.');
    const unknown = { name: 'A', serviceTypes: ['spa', 'spa'], laws: [] };
    expect((await officer.post(`/api/providers/${providerId}/units`, unknown)).statusCode).toBe(400);
  });

  it('of another municipality do not exist (R20)', async () => {
    const neighbour = await t.signIn(t.people.officer(t.m2));
    const id = await addUnit(officer, providerId, 'Östra');
    expect((await neighbour.patch('/api/units/' + id, { version: 1, name: 'Tagen' })).statusCode).toBe(404);
  });
});
