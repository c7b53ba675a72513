import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingNotes, MeetingNoteView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('The notes of a meeting', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let maja: Browser;
  let olle: Browser;
  let meetingId: string;
  let itemId: string;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    maja = followUp.officer;
    const colleague = t.people.secondOfficer(t.m1);
    await t.asOwner(
      `insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, 'officer')`,
      [uuidv7(), colleague.accountId, t.m1.id, t.m1.committeeId],
    );
    olle = await t.signIn(colleague);
    const meeting = {
      heldOn: '2026-11-25',
      title: 'Möte',
      form: 'digital',
      participants: [],
      agenda: [{ text: 'Planer' }],
    };
    meetingId = answered(await maja.post(`/api/follow-ups/${followUp.id}/meetings`, meeting), 201).json().id;
    const view = (await followUp.view()).evidence.find(({ id }) => id === meetingId);
    itemId = view?.meeting?.agenda[0]?.id ?? '';
  });
  afterAll(() => t.close());

  const body = (change: object = {}) => ({
    ...{ evidenceId: meetingId, text: 'Rutinen ses över.', writtenAt: '2026-11-25T08:59:00Z', version: null },
    ...change,
  });
  const put = (id: string, change: object = {}, browser = maja): Promise<Answer> =>
    browser.put(`/api/meeting-notes/${id}`, body(change));
  const write = async (change: object = {}, browser = maja): Promise<MeetingNoteView> =>
    answered(await put(uuidv7(), change, browser), 200).json<MeetingNoteView>();
  const read = async (since?: string, browser = maja): Promise<MeetingNotes> =>
    answered(
      await browser.get(`/api/meetings/${meetingId}/notes${since === undefined ? '' : `?since=${since}`}`),
      200,
    ).json<MeetingNotes>();

  it('written by two at once are all kept, each with its author', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `Samtidig ${index}`);
    const answers = await Promise.all(
      texts.map((text, index) => put(uuidv7(), { text }, index % 2 === 0 ? maja : olle)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    const { notes } = await read(undefined, olle);
    const seen = notes.filter(({ text }) => text.startsWith('Samtidig'));
    expect(seen.map(({ text }) => text).sort()).toEqual(texts);
    expect(seen.filter(({ author, mine }) => author === 'Olle Sandahl' && mine)).toHaveLength(4);
    expect(seen.filter(({ author, mine }) => author === 'Maja Lindgren' && !mine)).toHaveLength(4);
  });

  it('sent twice are one note, however the first answer was lost', async () => {
    const id = uuidv7();
    const [first, second] = await Promise.all([put(id), put(id)]);
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.json()).toEqual(first.json());
    t.clock.advance({ minutes: 5 });
    expect(answered(await put(id), 200).json()).toEqual(first.json());
    expect(await t.asOwner('select version from meeting_note where id = $1', [id])).toEqual([{ version: 1 }]);
  });

  it('are changed by their author in the version that was read, and never overwritten', async () => {
    const { id } = await write();
    const [one, two] = await Promise.all([
      put(id, { text: 'Från datorn.', version: 1 }),
      put(id, { text: 'Från telefonen.', version: 1 }),
    ]);
    expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409]);
    const kept = one.statusCode === 200 ? 'Från datorn.' : 'Från telefonen.';
    const { notes } = await read();
    expect(notes.find((note) => note.id === id)).toMatchObject({ text: kept, version: 2 });
    expect((await put(id, { text: 'Som ny.' })).json()).toMatchObject({ code: 'stale-version', version: 2 });
    expect((await put(uuidv7(), { version: 3 })).statusCode).toBe(404);
  });

  it('are nobody else’s: a colleague neither changes nor removes them, and no author can be given', async () => {
    const { id } = await write();
    expect((await put(id, { text: 'Omskriven.', version: 1 }, olle)).statusCode).toBe(403);
    expect((await put(id, {}, olle)).statusCode).toBe(403);
    expect((await olle.delete(`/api/meeting-notes/${id}?version=1`)).statusCode).toBe(403);
    const forged = await put(uuidv7(), { authorId: t.people.manager(t.m1).accountId });
    expect(forged.statusCode).toBe(400);
  });

  it('keep the time they were written at for a day, and never one that has not come', async () => {
    const now = t.clock.now().getTime();
    const hour = 3_600_000;
    const at = (hours: number) => new Date(now + hours * hour).toISOString();
    expect((await write({ writtenAt: at(-23) })).writtenAt).toBe(at(-23));
    expect((await write({ writtenAt: at(-25) })).writtenAt).toBe(at(0));
    expect((await write({ writtenAt: at(1) })).writtenAt).toBe(at(0));
  });

  it('are read since the last answer: what was received after it, and what was removed', async () => {
    const early = await write({ text: 'Tidig.' });
    t.clock.advance({ minutes: 2 });
    const { now } = await read();
    t.clock.advance({ minutes: 2 });
    expect(await read(now)).toMatchObject({ notes: [], removed: [] });
    const late = await write({ text: 'Sen.', writtenAt: new Date(t.clock.now().getTime() - 7_200_000).toISOString() });
    answered(await maja.delete(`/api/meeting-notes/${early.id}?version=1`), 204);
    const news = await read(now, olle);
    expect(news.notes.map(({ id }) => id)).toEqual([late.id]);
    expect(news.removed).toEqual([early.id]);
    expect((await read()).notes.some(({ id }) => id === early.id)).toBe(false);
    answered(await maja.delete(`/api/meeting-notes/${early.id}?version=1`), 204);
    expect((await put(early.id, { text: 'Åter.', version: 2 })).json()).toMatchObject({ code: 'note-removed' });
    expect((await maja.get(`/api/meetings/${meetingId}/notes?since=igår`)).statusCode).toBe(400);
  });

  it('stand under an item of the agenda, and stay notes when the item goes', async () => {
    const { id } = await write({ agendaItemId: itemId });
    expect((await put(uuidv7(), { agendaItemId: uuidv7() })).json()).toMatchObject({
      errors: [{ field: 'agendaItemId' }],
    });
    const same = { version: 1, agenda: [{ text: 'Nytt först' }, { text: 'Planer' }] };
    answered(await maja.patch(`/api/meetings/${meetingId}`, same), 200);
    expect((await read()).notes.find((note) => note.id === id)).toMatchObject({ agendaItemId: itemId });
    answered(await maja.patch(`/api/meetings/${meetingId}`, { version: 2, agenda: [] }), 200);
    expect((await read()).notes.find((note) => note.id === id)).toMatchObject({ agendaItemId: null });
  });

  it('count as content that was changed, and are counted on the meeting', async () => {
    const before = await followUp.view();
    await write();
    const after = await followUp.view();
    expect(after.contentVersion).toBeGreaterThan(before.contentVersion);
    const notesOf = (view: typeof after) => view.evidence.find(({ id }) => id === meetingId)?.meeting?.notes ?? 0;
    expect(notesOf(after)).toBe(notesOf(before) + 1);
  });

  it('cannot be written in a meeting that one does not see (R20)', async () => {
    const stranger = await t.signIn(t.people.officer(t.m2));
    const { id } = await write();
    expect((await put(uuidv7(), {}, stranger)).statusCode).toBe(404);
    expect((await put(id, { text: 'Intrång.', version: 1 }, stranger)).statusCode).toBe(404);
    expect((await stranger.delete(`/api/meeting-notes/${id}?version=1`)).statusCode).toBe(404);
    expect((await read()).notes.find((note) => note.id === id)).toMatchObject({ version: 1 });
  });
});
