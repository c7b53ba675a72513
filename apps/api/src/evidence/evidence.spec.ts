import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const MEETING = {
  heldOn: '2026-11-20',
  title: 'Uppföljningsmöte',
  text: 'Anteckningar från mötet.',
  form: 'digital',
  participants: [
    { side: 'municipality', name: 'Maja Lindgren', role: 'Verksamhetsutvecklare' },
    { side: 'provider', name: 'Tove Granlund', role: 'Verksamhetschef' },
  ],
};

describe('Evidence', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
    stranger = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const post = (path: string, body: object, browser = officer): Promise<Answer> =>
    browser.post(`/api/follow-ups/${followUp.id}/${path}`, body);
  const idOf = (answer: Answer): string => answered(answer, 201).json().id;
  const find = async (id: string) => (await followUp.view()).evidence.find((evidence) => evidence.id === id);
  const fieldsOf = (answer: Answer) => {
    expect(answer.statusCode).toBe(400);
    return answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
  };

  it('of a meeting names who took part from which side, in the order written, without making them members', async () => {
    const id = idOf(await post('meetings', MEETING));
    expect(await find(id)).toMatchObject({ kind: 'meeting', heldOn: '2026-11-20', author: 'Maja Lindgren' });
    expect((await find(id))?.meeting).toMatchObject({ form: 'digital', participants: MEETING.participants });
    expect((await followUp.view()).team.map((member) => member.name)).toEqual(['Maja Lindgren']);
  });

  it('of a meeting is changed field by field, and its participants as a whole', async () => {
    const id = idOf(await post('meetings', MEETING));
    answered(await officer.patch(`/api/meetings/${id}`, { version: 1, title: 'Andra mötet' }), 200);
    expect(await find(id)).toMatchObject({ title: 'Andra mötet', text: MEETING.text, meeting: { form: 'digital' } });
    const participants = MEETING.participants.slice(1);
    answered(await officer.patch(`/api/meetings/${id}`, { version: 2, form: 'unannounced', participants }), 200);
    expect((await find(id))?.meeting).toMatchObject({ form: 'unannounced', participants });
    expect((await officer.patch(`/api/meetings/${id}`, { version: 1, title: 'Tredje' })).json().code).toBe(
      'stale-version',
    );
    expect((await officer.patch(`/api/evidence/${id}`, { version: 3, title: 'Fel väg' })).statusCode).toBe(404);
  });

  it('of a meeting may lie ahead; what was gathered has been', async () => {
    const id = idOf(await post('meetings', { ...MEETING, heldOn: '2026-12-10' }));
    expect(await find(id)).toMatchObject({ counts: false, meeting: { state: 'planned' } });
    const document = { kind: 'document', title: 'Rutin', heldOn: '2026-11-26' };
    expect(fieldsOf(await post('evidence', document))).toEqual(['heldOn']);
    idOf(await post('evidence', { ...document, heldOn: '2026-11-25' }));
  });

  it('is a document; the other kinds have more to say and routes of their own', async () => {
    const plain = { title: 'Underlag', heldOn: '2026-11-20', text: 'Text' };
    expect(await find(idOf(await post('evidence', { ...plain, kind: 'document' })))).toMatchObject({ counts: true });
    for (const kind of ['meeting', 'document-review', 'observation', 'interview', 'signal', 'information-request']) {
      expect(fieldsOf(await post('evidence', { ...plain, kind }))).toEqual(['kind']);
    }
  });

  it('is refused with what is out of bounds, each at its field', async () => {
    const [first] = MEETING.participants;
    expect(fieldsOf(await post('meetings', { ...MEETING, title: ' ' }))).toEqual(['title']);
    expect(fieldsOf(await post('meetings', { ...MEETING, text: 'x'.repeat(20_001) }))).toEqual(['text']);
    expect(fieldsOf(await post('meetings', { ...MEETING, text: 'nul\u0000' }))).toEqual(['text']);
    idOf(await post('meetings', { ...MEETING, text: 'halvt tecken \ud800' }));
    expect(fieldsOf(await post('meetings', { ...MEETING, form: 'brev' }))).toEqual(['form']);
    expect(fieldsOf(await post('meetings', { ...MEETING, participants: Array(51).fill(first) }))).toEqual([
      'participants',
    ]);
    const nameless = [{ ...first, name: '' }];
    expect(fieldsOf(await post('meetings', { ...MEETING, participants: nameless }))).toEqual(['participants[0].name']);
  });

  it('is removed with all that belongs to it, in the version that was read', async () => {
    const id = idOf(await post('meetings', MEETING));
    expect((await officer.delete(`/api/evidence/${id}?version=9`)).json().code).toBe('stale-version');
    expect((await officer.delete(`/api/evidence/${id}`)).statusCode).toBe(400);
    answered(await officer.delete(`/api/evidence/${id}?version=1`), 204);
    expect(await find(id)).toBeUndefined();
    expect(await t.asOwner('select 1 from meeting_participant where evidence_id = $1', [id])).toEqual([]);
    expect((await officer.delete(`/api/evidence/${id}?version=1`)).statusCode).toBe(404);
  });

  it('of another municipality does not exist (R20)', async () => {
    const id = idOf(await post('meetings', MEETING));
    const answers = [
      await post('meetings', MEETING, stranger),
      await post('evidence', { kind: 'document', title: 'Intrång', heldOn: '2026-11-20' }, stranger),
      await stranger.patch(`/api/meetings/${id}`, { version: 1, title: 'Intrång' }),
      await stranger.delete(`/api/evidence/${id}?version=1`),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404]);
  });
});
