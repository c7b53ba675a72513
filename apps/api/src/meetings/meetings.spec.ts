import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceView, MeetingView } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const MEETING = {
  heldOn: '2026-12-01',
  title: 'Uppföljningsmöte',
  form: 'at-provider',
  startsAt: '2026-12-01T08:00:00Z',
  endsAt: '2026-12-01T09:30:00Z',
  place: 'Storgatan 1',
  participants: [
    { side: 'municipality', name: 'Maja Lindgren', role: 'Verksamhetsutvecklare', email: 'maja@ekbacka.example' },
    { side: 'provider', name: 'Tove Granlund', role: 'Verksamhetschef', email: 'tove@omsorg.example' },
    { side: 'provider', name: 'Ulla Berg', role: 'Samordnare' },
  ],
};

describe('A meeting', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
  });
  afterAll(() => t.close());

  const add = async (body: object = {}): Promise<string> =>
    answered(await officer.post(`/api/follow-ups/${followUp.id}/meetings`, { ...MEETING, ...body }), 201).json<{
      id: string;
    }>().id;
  const refused = async (body: object): Promise<string[]> =>
    answered(await officer.post(`/api/follow-ups/${followUp.id}/meetings`, { ...MEETING, ...body }), 400)
      .json<{ errors: { field: string }[] }>()
      .errors.map(({ field }) => field);
  const evidence = async (id: string): Promise<EvidenceView> => {
    const found = (await followUp.view()).evidence.find((item) => item.id === id);
    if (found === undefined) throw new Error('There is no such meeting.');
    return found;
  };
  const meeting = async (id: string): Promise<MeetingView> => {
    const { meeting: found } = await evidence(id);
    if (found === null) throw new Error('The evidence is no meeting.');
    return found;
  };
  const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;

  it('is planned with its hours, place and agenda, and proves nothing until it is held (R6, R12)', async () => {
    const agenda = [{ text: 'Genomförandeplaner', clauseId: followUp.clauseIds['§ 7'] }, { text: 'Övrigt' }];
    const id = await add({ agenda, link: 'https://mote.example/abc?x=1' });
    expect(await evidence(id)).toMatchObject({ heldOn: '2026-12-01', counts: false });
    expect(await meeting(id)).toMatchObject({
      ...{ state: 'planned', startsAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-01T09:30:00.000Z' },
      ...{ place: 'Storgatan 1', link: 'https://mote.example/abc?x=1', invitedAt: null, notes: 0, minutes: null },
      agenda: [
        { text: 'Genomförandeplaner', clauseId: followUp.clauseIds['§ 7'] },
        { text: 'Övrigt', clauseId: null },
      ],
    });
  });

  it('ends after it begins, on the day it is said to be, with a real link and real addresses', async () => {
    expect(await refused({ endsAt: '2026-12-01T08:00:00Z' })).toEqual(['endsAt']);
    expect(await refused({ endsAt: '2026-12-01T07:00:00Z' })).toEqual(['endsAt']);
    expect(await refused({ endsAt: null })).toEqual(['endsAt']);
    expect(await refused({ startsAt: null })).toEqual(['startsAt']);
    expect(await refused({ heldOn: '2026-12-02' })).toEqual(['heldOn']);
    expect(await refused({ startsAt: '2026-12-01 09:00' })).toEqual(['startsAt']);
    expect(await refused({ startsAt: '2026-02-30T09:00:00Z' })).toEqual(['startsAt']);
    expect(await refused({ link: 'javascript:alert(1)' })).toEqual(['link']);
    expect(await refused({ state: 'cancelled' })).toEqual(['state']);
    expect(await refused({ state: 'held' })).toEqual(['heldOn']);
    const [first] = MEETING.participants;
    expect(await refused({ participants: [{ ...first, email: 'maja(snabel-a)ekbacka' }] })).toEqual([
      'participants[0].email',
    ]);
    expect(await refused({ agenda: [{ text: '' }] })).toEqual(['agenda[0].text']);
    const other = await aFollowUp(t).gathering();
    expect(await refused({ agenda: [{ text: 'Planer', clauseId: other.clauseIds['§ 7'] }] })).toEqual(['agenda']);
  });

  it('takes its day from Swedish time, and lasts over the hour that comes twice on the night of 25 October', async () => {
    const night = { startsAt: '2027-10-30T22:30:00Z', endsAt: '2027-10-30T23:30:00Z', heldOn: '2027-10-31' };
    expect(await evidence(await add(night))).toMatchObject({ heldOn: '2027-10-31' });
    // 02:30 summer time to 02:15 winter time is 45 minutes, though the clock went back.
    const twice = { startsAt: '2026-10-25T02:30:00+02:00', endsAt: '2026-10-25T02:15:00+01:00', heldOn: '2026-10-25' };
    const held = await meeting(await add(twice));
    expect([held.startsAt, held.endsAt]).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z']);
    expect(
      await refused({ ...twice, startsAt: '2026-10-25T02:15:00+01:00', endsAt: '2026-10-25T02:30:00+02:00' }),
    ).toEqual(['endsAt']);
  });

  it('later today is planned, and earlier today was held, unless it is said otherwise', async () => {
    const at = (from: string, to: string) => ({ heldOn: '2026-11-25', startsAt: from, endsAt: to });
    const later = at('2026-11-25T13:00:00Z', '2026-11-25T14:00:00Z');
    expect((await meeting(await add(later))).state).toBe('planned');
    expect((await meeting(await add(at('2026-11-25T07:00:00Z', '2026-11-25T08:00:00Z')))).state).toBe('held');
    expect((await meeting(await add({ ...later, state: 'held' }))).state).toBe('held');
  });

  it('is held when its day has come, and counts from then on', async () => {
    const id = await add();
    expect(codeOf(await officer.post(`/api/meetings/${id}/hold`, { version: 1 }))).toBe('meeting-ahead');
    answered(await officer.patch(`/api/meetings/${id}`, { version: 1, startsAt: null, endsAt: null }), 200);
    answered(await officer.patch(`/api/meetings/${id}`, { version: 2, heldOn: '2026-11-25' }), 200);
    answered(await officer.post(`/api/meetings/${id}/hold`, { version: 3 }), 200);
    expect(await evidence(id)).toMatchObject({ counts: true, meeting: { state: 'held' } });
    expect(codeOf(await officer.post(`/api/meetings/${id}/hold`, { version: 4 }))).toBe('meeting-not-planned');
    const ahead = await officer.patch(`/api/meetings/${id}`, { version: 4, heldOn: '2026-12-24' });
    expect(ahead.json()).toMatchObject({ status: 400, errors: [{ field: 'heldOn' }] });
  });

  it('is cancelled with a reason and changed no more', async () => {
    const id = await add();
    expect((await officer.post(`/api/meetings/${id}/cancel`, { version: 1, reason: ' ' })).statusCode).toBe(400);
    answered(await officer.post(`/api/meetings/${id}/cancel`, { version: 1, reason: 'Sjukdom.' }), 200);
    expect(await evidence(id)).toMatchObject({ counts: false, meeting: { state: 'cancelled' } });
    for (const act of ['hold', 'invite']) {
      expect(codeOf(await officer.post(`/api/meetings/${id}/${act}`, { version: 2 }))).toBe('meeting-not-planned');
    }
    expect(codeOf(await officer.patch(`/api/meetings/${id}`, { version: 2, title: 'Nytt' }))).toBe(
      'meeting-not-planned',
    );
    answered(await officer.delete(`/api/evidence/${id}?version=2`), 204);
  });

  it('keeps who came, whatever else is changed in the list of participants', async () => {
    const id = await add();
    const [maja, tove, ulla] = (await meeting(id)).participants;
    const participants = [
      { id: maja?.id, attended: true },
      { id: tove?.id, attended: false },
    ];
    const ticked = answered(await officer.put(`/api/meetings/${id}/attendance`, { participants }), 200);
    expect(ticked.json()).toEqual({ id, version: 1 });
    const [first] = MEETING.participants;
    const second = { side: 'provider', name: 'Tove Granlund', role: 'Verksamhetschef' };
    const changed = [{ ...first, role: 'Utredare' }, second, { side: 'provider', name: 'Nils Ask', role: 'Chef' }];
    answered(await officer.patch(`/api/meetings/${id}`, { version: 1, participants: changed }), 200);
    const after = (await meeting(id)).participants;
    expect(after.map(({ name, role, email, attended }) => [name, role, email, attended])).toEqual([
      ['Maja Lindgren', 'Utredare', 'maja@ekbacka.example', true],
      ['Tove Granlund', 'Verksamhetschef', 'tove@omsorg.example', false],
      ['Nils Ask', 'Chef', null, null],
    ]);
    expect([after[0]?.id, after[1]?.id]).toEqual([maja?.id, tove?.id]);
    const gone = { participants: [{ id: ulla?.id, attended: true }] };
    expect((await officer.put(`/api/meetings/${id}/attendance`, gone)).statusCode).toBe(400);
  });

  it('has its minutes drawn up once held, registered, and drawn up anew after a change (R16)', async () => {
    const id = await add({
      heldOn: '2026-11-25',
      startsAt: null,
      endsAt: null,
      state: 'planned',
      agenda: [{ text: 'Planer' }],
    });
    expect(codeOf(await officer.post(`/api/meetings/${id}/minutes`))).toBe('meeting-not-held');
    answered(await officer.post(`/api/meetings/${id}/hold`, { version: 1 }), 200);
    const agendaItemId = (await meeting(id)).agenda[0]?.id;
    const note = {
      evidenceId: id,
      agendaItemId,
      text: 'Planerna ses över.',
      writtenAt: '2026-11-25T08:00:00Z',
      version: null,
    };
    answered(await officer.put('/api/meeting-notes/0198c7e2-0000-7000-8000-0000000000aa', note), 200);
    const first = answered(await officer.post(`/api/meetings/${id}/minutes`), 201).json<{ id: string }>();
    expect(first).toEqual({ id: expect.any(String), title: 'Minnesanteckningar 2026-11-25', href: null });
    answered(await officer.patch(`/api/meetings/${id}`, { version: 2, text: 'Kort möte.' }), 200);
    const second = answered(await officer.post(`/api/meetings/${id}/minutes`), 201).json<{ id: string }>();
    expect((await meeting(id)).minutes).toMatchObject({ id: second.id });
    const rows = await t.asOwner(
      `select d.id, d.content, r.direction, r.public_title as title, r.counterpart
       from issued_document d join record r on r.municipality_id = d.municipality_id and r.id = d.record_id
       where d.subject_id = $1 order by d.id`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        id: first.id,
        direction: 'drawn-up',
        title: 'Minnesanteckningar 2026-11-25',
        counterpart: 'Socialnämnden',
        content: {
          text: '',
          agenda: [{ text: 'Planer', notes: [{ author: 'Maja Lindgren', text: 'Planerna ses över.' }] }],
          participants: [{ name: 'Maja Lindgren', attended: null }, {}, {}],
        },
      },
      { id: second.id, direction: 'drawn-up', content: { text: 'Kort möte.' } },
    ]);
    expect(codeOf(await officer.delete(`/api/evidence/${id}?version=3`))).toBe('evidence-registered');
  });

  it('is proposed an agenda of what is open in the follow-up', async () => {
    const open = await aFollowUp(t).readyToSubmit();
    const propose = async () =>
      answered(await open.officer.get(`/api/follow-ups/${open.id}/agenda-proposal`), 200).json<{
        items: { text: string; clauseId: string | null; place: { kind: string; id: string } }[];
      }>().items;
    expect(await propose()).toEqual([
      {
        ...{ text: 'Krav: Ta fram en rutin för introduktion av ny personal (senast 1 februari 2027)', clauseId: null },
        place: { kind: 'action', id: open.requirementId },
      },
    ]);
    const fresh = await aFollowUp(t).gathering();
    const { items } = answered(await officer.get(`/api/follow-ups/${fresh.id}/agenda-proposal`), 200).json();
    expect(items.map(({ text }: { text: string }) => text)).toEqual([
      ...['§ 7 Genomförandeplan: underlag', '§ 8 Dokumentation: underlag', '§ 15 Bemanning: underlag'],
      '§ 23 Handledning: underlag',
    ]);
    expect(items[0]).toMatchObject({ clauseId: fresh.clauseIds['§ 7'], place: { kind: 'clause' } });
  });

  it('that is only planned is no proof of a clause, so the clause stays on the proposed agenda', async () => {
    const open = await aFollowUp(t).assessing();
    const url = `/api/follow-ups/${open.id}`;
    const { id } = answered(await officer.post(`${url}/meetings`, MEETING), 201).json<{ id: string }>();
    const assessment = { clauseIds: [open.clauseIds['§ 7']], version: null, verdict: 'met', text: 'Bra.' };
    answered(await officer.put(`${url}/assessments`, { ...assessment, evidenceIds: [id] }), 200);
    const { items } = answered(await officer.get(`${url}/agenda-proposal`), 200).json();
    expect(items[0].text).toBe('§ 7 Genomförandeplan: underlag');
  });

  it('belongs to its committee: others do not find it, and who only reads does not change it (R10, R20)', async () => {
    const id = await add();
    const stranger = await t.signIn(t.people.officer(t.m2));
    const next = await t.signIn(t.people.secondOfficer(t.m1));
    const auditor = await t.signIn(t.people.auditor(t.m1));
    for (const browser of [stranger, next]) {
      expect((await browser.get(`/api/meetings/${id}/notes`)).statusCode).toBe(404);
      expect((await browser.post(`/api/meetings/${id}/invite`, { version: 1 })).statusCode).toBe(404);
      expect((await browser.get(`/api/follow-ups/${followUp.id}/agenda-proposal`)).statusCode).toBe(404);
    }
    expect((await auditor.get(`/api/meetings/${id}/notes`)).statusCode).toBe(200);
    expect((await auditor.post(`/api/meetings/${id}/invite`, { version: 1 })).statusCode).toBe(403);
    expect((await followUp.manager.post(`/api/meetings/${id}/minutes`)).statusCode).toBe(403);
  });
});
