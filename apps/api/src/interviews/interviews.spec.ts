import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const INTERVIEW = {
  heldOn: '2026-11-20',
  title: 'Samtal om maten',
  respondents: 'customer',
  persons: 4,
  form: 'on-site',
};

describe('An interview', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
    const participants = [{ side: 'provider', name: 'Tove Granlund', role: 'Verksamhetschef' }];
    const meeting = { heldOn: '2026-11-18', title: 'Möte', form: 'digital', participants };
    answered(await officer.post(`/api/follow-ups/${followUp.id}/meetings`, meeting), 201);
    const contact = { name: 'Sigrid Hallström', role: 'Samordnare' };
    answered(await officer.post(`/api/providers/${followUp.providerId}/contacts`, contact), 201);
  });
  afterAll(() => t.close());

  const post = (body: object = {}, browser = officer): Promise<Answer> =>
    browser.post(`/api/follow-ups/${followUp.id}/interviews`, { ...INTERVIEW, ...body });
  const add = async (body: object = {}): Promise<string> => answered(await post(body), 201).json<{ id: string }>().id;
  const find = async (id: string) => (await followUp.view()).evidence.find((evidence) => evidence.id === id);
  const errorsOf = (answer: Answer) =>
    answered(answer, 400).json<{ errors: { field: string; message: string }[] }>().errors;
  const fieldsOf = (answer: Answer): string[] => errorsOf(answer).map(({ field }) => field);

  it('says with which group, how many and in what form', async () => {
    const id = await add({ text: 'Två av fyra är nöjda med maten. Verksamhetschefen känner till det.' });
    expect(await find(id)).toMatchObject({
      ...{ kind: 'interview', title: 'Samtal om maten', counts: true },
      interview: { respondents: 'customer', persons: 4, form: 'on-site' },
    });
  });

  it('never takes a name that the case knows, nor a number or an address that leads to a person', async () => {
    const texts: [string, string][] = [
      ['Tove Granlund var med.', 'Tove Granlund'],
      ['Granlund svarade att maten är god.', 'Granlund'],
      ['Enligt sigrid är det lugnt.', 'sigrid'],
      ['Hon är född 19121212-1212.', 'personnummer'],
      ['Ring 070-123 45 67.', 'telefonnummer'],
      ['Skriv till anna@example.se.', 'e-postadress'],
    ];
    for (const [text, told] of texts) {
      const [error, ...more] = errorsOf(await post({ text }));
      expect([text, error?.field, more]).toEqual([text, 'text', []]);
      expect(error?.message).toContain(told);
    }
    expect(fieldsOf(await post({ title: 'Samtal med Tove Granlund', text: 'Sigrid Hallström.' }))).toEqual([
      'title',
      'text',
    ]);
    const id = await add();
    expect(fieldsOf(await officer.patch(`/api/interviews/${id}`, { version: 1, text: 'Granlund sa så.' }))).toEqual([
      'text',
    ]);
    expect(await find(id)).toMatchObject({ text: '', version: 1 });
  });

  it('knows the names of its own case and not of another’s', async () => {
    const other = await aFollowUp(t).gathering();
    const body = { ...INTERVIEW, text: 'Granlund och Hallström är orter också.' };
    answered(await officer.post(`/api/follow-ups/${other.id}/interviews`, body), 201);
  });

  it('is refused with what is out of bounds, each at its field', async () => {
    expect(fieldsOf(await post({ respondents: 'neighbour' }))).toEqual(['respondents']);
    expect(fieldsOf(await post({ persons: 0 }))).toEqual(['persons']);
    expect(fieldsOf(await post({ persons: 501 }))).toEqual(['persons']);
    expect(fieldsOf(await post({ form: 'letter' }))).toEqual(['form']);
    expect(fieldsOf(await post({ heldOn: '2026-11-26' }))).toEqual(['heldOn']);
  });

  it('is changed field by field in the version that was read, by its own route', async () => {
    const id = await add();
    answered(await officer.patch(`/api/interviews/${id}`, { version: 1, persons: 5, form: 'phone' }), 200);
    expect((await find(id))?.interview).toEqual({ respondents: 'customer', persons: 5, form: 'phone' });
    expect((await officer.patch(`/api/interviews/${id}`, { version: 1, persons: 6 })).json().code).toBe(
      'stale-version',
    );
    expect((await officer.patch(`/api/evidence/${id}`, { version: 2, text: 'Granlund.' })).statusCode).toBe(404);
    answered(await officer.delete(`/api/evidence/${id}?version=2`), 204);
    expect(await t.asOwner('select 1 from interview where evidence_id = $1', [id])).toEqual([]);
  });

  it('that was written before the group was asked for is given all of it at once', async () => {
    const id = uuidv7();
    await t.asOwner(
      `insert into evidence (municipality_id, id, follow_up_id, kind, held_on, title, created_by)
       values ($1, $2, $3, 'interview', '2026-11-01', 'Äldre samtal', $4)`,
      [t.m1.id, id, followUp.id, t.people.officer(t.m1).accountId],
    );
    const patch = (body: object) => officer.patch(`/api/interviews/${id}`, { version: 1, ...body });
    expect(fieldsOf(await patch({ persons: 3 }))).toEqual(['respondents', 'form']);
    answered(await patch({ persons: 3, respondents: 'staff', form: 'digital' }), 200);
    expect((await find(id))?.interview).toEqual({ persons: 3, respondents: 'staff', form: 'digital' });
  });

  it('of another municipality or committee does not exist (R20)', async () => {
    const id = await add();
    for (const person of [t.people.officer(t.m2), t.people.secondOfficer(t.m1)]) {
      const browser = await t.signIn(person);
      expect((await post({}, browser)).statusCode).toBe(404);
      expect((await browser.patch(`/api/interviews/${id}`, { version: 1, persons: 9 })).statusCode).toBe(404);
    }
  });
});
