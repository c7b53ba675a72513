import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const OBSERVATION = {
  heldOn: '2026-11-20',
  title: 'Besök i matsalen',
  place: 'Matsalen',
  situation: 'Lunch',
  minutes: 45,
};

describe('An observation', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
  });
  afterAll(() => t.close());

  const post = (body: object = {}, browser = officer): Promise<Answer> =>
    browser.post(`/api/follow-ups/${followUp.id}/observations`, { ...OBSERVATION, ...body });
  const add = async (body: object = {}): Promise<string> => answered(await post(body), 201).json<{ id: string }>().id;
  const find = async (id: string) => (await followUp.view()).evidence.find((evidence) => evidence.id === id);
  const fieldsOf = (answer: Answer): string[] =>
    answered(answer, 400)
      .json<{ errors: { field: string }[] }>()
      .errors.map(({ field }) => field);

  it('says where, in what situation and for how long, and counts as evidence', async () => {
    const id = await add({ text: 'Maten serverades lugnt.' });
    expect(await find(id)).toMatchObject({
      ...{ kind: 'observation', title: 'Besök i matsalen', text: 'Maten serverades lugnt.', counts: true },
      observation: { place: 'Matsalen', situation: 'Lunch', minutes: 45 },
    });
    expect((await find(await add({ minutes: null })))?.observation?.minutes).toBeNull();
  });

  it('is refused with what is out of bounds, each at its field', async () => {
    expect(fieldsOf(await post({ place: '' }))).toEqual(['place']);
    expect(fieldsOf(await post({ situation: 'x'.repeat(501) }))).toEqual(['situation']);
    expect(fieldsOf(await post({ minutes: 0 }))).toEqual(['minutes']);
    expect(fieldsOf(await post({ minutes: 1441 }))).toEqual(['minutes']);
    expect(fieldsOf(await post({ heldOn: '2026-11-26' }))).toEqual(['heldOn']);
  });

  it('is changed field by field in the version that was read, by its own route', async () => {
    const id = await add();
    const patch = (body: object) => officer.patch(`/api/observations/${id}`, body);
    answered(await patch({ version: 1, place: 'Köket', minutes: null }), 200);
    answered(await patch({ version: 2, title: 'Besök i köket' }), 200);
    expect(await find(id)).toMatchObject({
      ...{ title: 'Besök i köket', observation: { place: 'Köket', situation: 'Lunch', minutes: null } },
    });
    expect((await patch({ version: 1, place: 'Hallen' })).json().code).toBe('stale-version');
    expect((await officer.patch(`/api/evidence/${id}`, { version: 3, title: 'Fel väg' })).statusCode).toBe(404);
    expect((await officer.patch(`/api/interviews/${id}`, { version: 3, title: 'Fel väg' })).statusCode).toBe(404);
  });

  it('that was written before place and situation were asked for is given them now', async () => {
    const id = uuidv7();
    await t.asOwner(
      `insert into evidence (municipality_id, id, follow_up_id, kind, held_on, title, created_by)
       values ($1, $2, $3, 'observation', '2026-11-01', 'Äldre besök', $4)`,
      [t.m1.id, id, followUp.id, t.people.officer(t.m1).accountId],
    );
    expect((await find(id))?.observation).toBeNull();
    answered(await officer.patch(`/api/observations/${id}`, { version: 1, place: 'Hallen' }), 200);
    expect((await find(id))?.observation).toEqual({ place: 'Hallen', situation: '', minutes: null });
  });

  it('is removed with what is special to it', async () => {
    const id = await add();
    answered(await officer.delete(`/api/evidence/${id}?version=1`), 204);
    expect(await t.asOwner('select 1 from observation where evidence_id = $1', [id])).toEqual([]);
  });

  it('of another municipality or committee does not exist (R20)', async () => {
    const id = await add();
    for (const person of [t.people.officer(t.m2), t.people.secondOfficer(t.m1)]) {
      const browser = await t.signIn(person);
      expect((await post({}, browser)).statusCode).toBe(404);
      expect((await browser.patch(`/api/observations/${id}`, { version: 1, place: 'Intrång' })).statusCode).toBe(404);
    }
    expect((await post({}, followUp.manager)).statusCode).toBe(403);
  });
});
