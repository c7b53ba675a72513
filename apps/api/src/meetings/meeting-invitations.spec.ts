import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Browser, type TestApp, testApp } from '../../test/test-app.js';

const MEETING = {
  heldOn: '2026-12-01',
  title: 'Möte; om "planer", m.m.\nBEGIN:VEVENT',
  form: 'digital',
  startsAt: '2026-12-01T08:00:00Z',
  endsAt: '2026-12-01T09:30:00Z',
  link: 'https://mote.example/abc',
  agenda: [{ text: 'Genomförandeplaner' }, { text: 'Övrigt' }],
  participants: [
    { side: 'municipality', name: 'Maja Lindgren', role: 'Utvecklare', email: 'maja@ekbacka.example' },
    {
      side: 'provider',
      name: 'Tove "T" Granlund\r\nATTENDEE:mailto:x@y.example',
      role: 'Chef',
      email: 'tove@omsorg.example',
    },
    { side: 'provider', name: 'Ulla Berg', role: 'Samordnare' },
  ],
};

interface Mail {
  to: string;
  subject: string;
  text: string;
  file: { fileName: string; mediaType: string; text: string };
}

/** The properties of a calendar file, unfolded; a name that comes twice has both values. */
function parsed(text: string): Record<string, string[]> {
  const properties: Record<string, string[]> = {};
  for (const line of text.replace(/\r\n[\t ]/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;(?:"(?:[^"])*"|[^":])*)?:(.*)$/s.exec(line) ?? [];
    if (name !== '') properties[name] = [...(properties[name] ?? []), value];
  }
  return properties;
}

describe('The invitation to a meeting', () => {
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
  const post = (id: string, act: string, body: object) => officer.post(`/api/meetings/${id}/${act}`, body);
  /** The mails about a meeting, oldest first. */
  const mails = (id: string): Promise<Mail[]> =>
    t.asOwner<Mail & Record<string, unknown>>(
      `select to_address as "to", subject, text, attachments -> 0 as file from mail
       where kind = 'meeting-invitation' and attachments -> 0 ->> 'fileName' = $1 order by id`,
      [`mote-${id}.ics`],
    );

  it('is one mail to each participant with an address, with a calendar file that says the same', async () => {
    const id = await add();
    answered(await post(id, 'invite', { version: 1 }), 200);
    const sent = await mails(id);
    expect(sent.map(({ to }) => to)).toEqual(['maja@ekbacka.example', 'tove@omsorg.example']);
    expect(sent[0]?.subject).toContain('Kallelse: Möte; om "planer", m.m. BEGIN:VEVENT, tisdag 1 december 2026');
    expect(sent[0]?.text).toContain('Tid: tisdag 1 december 2026 kl. 09:00–10:30');
    expect(sent[0]?.text).toContain('https://mote.example/abc');
    expect(sent[0]?.text).toContain('1. Genomförandeplaner');
    expect(sent[0]?.file.mediaType).toBe('text/calendar; charset=utf-8; method=REQUEST');
    const file = parsed(sent[0]?.file.text ?? '');
    expect(file).toMatchObject({
      METHOD: ['REQUEST'],
      UID: [`${id}@insyn`],
      SEQUENCE: ['0'],
      DTSTART: ['20261201T080000Z'],
      DTEND: ['20261201T093000Z'],
      DTSTAMP: ['20261125T090000Z'],
      SUMMARY: ['Möte\\; om "planer"\\, m.m. BEGIN:VEVENT'],
      LOCATION: ['https://mote.example/abc'],
      DESCRIPTION: ['https://mote.example/abc\\nGenomförandeplaner\\nÖvrigt'],
      ORGANIZER: ['MAILTO:officer@ekbacka.example'],
      ATTENDEE: ['mailto:maja@ekbacka.example', 'mailto:tove@omsorg.example'],
      STATUS: ['CONFIRMED'],
    });
    expect(file['BEGIN']).toEqual(['VCALENDAR', 'VEVENT']);
    expect(sent[0]?.file.text).not.toContain('VALARM');
    const view = (await followUp.view()).evidence.find((item) => item.id === id);
    expect(view?.meeting?.invitedAt).toBe('2026-11-25T09:00:00.000Z');
  });

  it('is never sent silently: a change says that an update is due, and the update has the next number', async () => {
    const id = await add();
    answered(await post(id, 'invite', { version: 1 }), 200);
    const patch = async (body: object) => answered(await officer.patch(`/api/meetings/${id}`, body), 200).json();
    expect(await patch({ version: 2, text: 'Ta med planerna.' })).toEqual({
      id,
      version: 3,
      invitationOutdated: false,
    });
    const later = { startsAt: '2026-12-02T08:00:00Z', endsAt: '2026-12-02T09:00:00Z' };
    expect(await patch({ version: 3, ...later })).toEqual({ id, version: 4, invitationOutdated: true });
    expect(await mails(id)).toHaveLength(2);
    answered(await post(id, 'invite', { version: 4 }), 200);
    const update = (await mails(id)).at(-1);
    expect(update?.subject).toMatch(/^Ändrat möte: .*onsdag 2 december 2026$/);
    expect(parsed(update?.file.text ?? '')).toMatchObject({
      ...{ METHOD: ['REQUEST'], UID: [`${id}@insyn`], SEQUENCE: ['1'], DTSTART: ['20261202T080000Z'] },
    });
  });

  it('is taken back from who is no longer among the participants', async () => {
    const id = await add();
    answered(await post(id, 'invite', { version: 1 }), 200);
    answered(
      await officer.patch(`/api/meetings/${id}`, { version: 2, participants: MEETING.participants.slice(0, 1) }),
      200,
    );
    answered(await post(id, 'invite', { version: 3 }), 200);
    const last = (await mails(id)).slice(2).map(({ to, file }) => [to, parsed(file.text)['METHOD']?.[0]]);
    expect(last).toEqual([
      ['maja@ekbacka.example', 'REQUEST'],
      ['tove@omsorg.example', 'CANCEL'],
    ]);
    answered(await post(id, 'cancel', { version: 4, reason: 'Sjukdom.' }), 200);
    expect((await mails(id)).slice(4).map(({ to }) => to)).toEqual(['maja@ekbacka.example']);
  });

  it('is cancelled with the reason, for those who were invited', async () => {
    const id = await add();
    answered(await post(id, 'invite', { version: 1 }), 200);
    expect((await officer.delete(`/api/evidence/${id}?version=2`)).json().code).toBe('evidence-registered');
    answered(await post(id, 'cancel', { version: 2, reason: 'Verksamhetschefen är sjuk.' }), 200);
    const [, , first, second, ...more] = await mails(id);
    expect([first?.to, second?.to, more]).toEqual(['maja@ekbacka.example', 'tove@omsorg.example', []]);
    expect(first?.subject).toMatch(/^Inställt möte: /);
    expect(first?.text).toContain('Verksamhetschefen är sjuk.');
    expect(first?.file.mediaType).toBe('text/calendar; charset=utf-8; method=CANCEL');
    expect(parsed(first?.file.text ?? '')).toMatchObject({
      ...{ METHOD: ['CANCEL'], UID: [`${id}@insyn`], SEQUENCE: ['1'], STATUS: ['CANCELLED'] },
    });
  });

  it('of a meeting that nobody was invited to is cancelled without a mail', async () => {
    const id = await add();
    answered(await post(id, 'cancel', { version: 1, reason: 'Dubbelbokat.' }), 200);
    expect(await mails(id)).toEqual([]);
  });

  it('needs a time that has not been, somebody to invite and the version that was read; a refusal sends nothing', async () => {
    const timeless = await add({ startsAt: null, endsAt: null });
    expect((await post(timeless, 'invite', { version: 1 })).json().code).toBe('meeting-without-time');
    const alone = await add({ participants: MEETING.participants.slice(2) });
    expect((await post(alone, 'invite', { version: 1 })).json().code).toBe('nobody-to-invite');
    const past = {
      heldOn: '2026-11-25',
      startsAt: '2026-11-25T07:00:00Z',
      endsAt: '2026-11-25T08:00:00Z',
      state: 'planned',
    };
    const over = await add(past);
    expect((await post(over, 'invite', { version: 1 })).json().code).toBe('meeting-has-been');
    const id = await add();
    expect((await post(id, 'invite', { version: 7 })).json().code).toBe('stale-version');
    for (const one of [timeless, alone, over, id]) expect(await mails(one)).toEqual([]);
  });

  it('is sent once when the button is pressed twice', async () => {
    const id = await add();
    const key = { 'idempotency-key': 'kallelse-tryckt-tva-ganger' };
    const [one, two] = await Promise.all([
      officer.post(`/api/meetings/${id}/invite`, { version: 1 }, key),
      officer.post(`/api/meetings/${id}/invite`, { version: 1 }, key),
    ]);
    expect([one.statusCode, two.statusCode]).toContain(200);
    expect(await mails(id)).toHaveLength(2);
  });

  it('to an unannounced visit does not reach the provider', async () => {
    const id = await add({ form: 'unannounced' });
    answered(await post(id, 'invite', { version: 1 }), 200);
    const sent = await mails(id);
    expect(sent.map(({ to }) => to)).toEqual(['maja@ekbacka.example']);
    expect(parsed(sent[0]?.file.text ?? '')['ATTENDEE']).toEqual(['mailto:maja@ekbacka.example']);
  });

  it('says summer or winter time on the night when the clock is put back', async () => {
    const night = { heldOn: '2027-10-31', startsAt: '2027-10-31T00:30:00Z', endsAt: '2027-10-31T01:15:00Z' };
    const id = await add(night);
    answered(await post(id, 'invite', { version: 1 }), 200);
    const [mail] = await mails(id);
    expect(mail?.text).toContain('söndag 31 oktober 2027 kl. 02:30 (sommartid)–02:15 (normaltid)');
    expect(parsed(mail?.file.text ?? '')).toMatchObject({ DTSTART: ['20271031T003000Z'], DTEND: ['20271031T011500Z'] });
  });
});
