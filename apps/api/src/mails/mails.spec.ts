import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailListItem, MailView, Page } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { sendNow } from '../../test/sent-mail.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';
import { type NewMail, queueMail } from './queue-mail.js';

const SECRET = 'det-hemliga-ordet';

describe('The list of mail', () => {
  let t: TestApp;
  let followUpId: string;
  let officer: Browser;
  let secondOfficer: Browser;
  beforeAll(async () => {
    t = await testApp();
    const followUp = await aFollowUp(t).gathering();
    followUpId = followUp.id;
    officer = followUp.officer;
    secondOfficer = await t.signIn(t.people.secondOfficer(t.m1));
  }, 60_000);
  afterAll(() => t.close());

  /** A mail whose job has been done. */
  async function aMail(changes: Partial<NewMail> = {}, municipalityId = t.m1.id): Promise<string> {
    const id = await t.db.jobs(municipalityId, (tx) =>
      queueMail(tx, {
        ...{ kind: 'invitation', subject: 'Inbjudan', text: 'Öppna {link}.', secret: SECRET, followUpId },
        to: { address: 'tove@bjorken.example', name: 'Tove Carlmark' },
        ...changes,
      }),
    );
    await sendNow(t, municipalityId, id);
    return id;
  }
  const failed = async (changes: Partial<NewMail> = {}): Promise<string> => {
    const id = await aMail(changes);
    const text = "update mail set state = 'failed', sent_at = null, secret = $2, last_error = 'Fel.' where id = $1";
    await t.asOwner(text, [id, SECRET]);
    return id;
  };
  const list = async (browser: Browser, query = ''): Promise<MailListItem[]> =>
    answered(await browser.get('/api/mails' + query), 200).json<Page<MailListItem>>().items;
  const view = async (browser: Browser, id: string): Promise<MailView> =>
    answered(await browser.get('/api/mails/' + id), 200).json<MailView>();

  it('shows a mail of the case to those of its committee alone (R20)', async () => {
    const id = await aMail();
    const [kept] = await t.asOwner<{ attempts: number }>('select attempts from mail where id = $1', [id]);
    expect(kept?.attempts).toBeGreaterThan(0);
    expect(await list(officer)).toContainEqual(
      expect.objectContaining({ id, to: 'Tove Carlmark <tove@bjorken.example>', state: 'sent', ...kept }),
    );
    expect(await list(secondOfficer)).toEqual([]);
    expect((await secondOfficer.get('/api/mails/' + id)).statusCode).toBe(404);
    expect(await list(await t.signIn(t.people.officer(t.m2)))).toEqual([]);
    expect((await (await t.signIn(t.people.officer(t.m2))).get('/api/mails/' + id)).statusCode).toBe(404);
  });

  it('shows a mail of no case to all who read mail in any committee of the municipality', async () => {
    const id = await aMail({ followUpId: null, subject: 'Utan ärende' });
    expect((await list(officer)).map((mail) => mail.id)).toContain(id);
    expect(await list(secondOfficer)).toMatchObject([{ id, followUp: null }]);
    expect((await (await t.signIn(t.people.officer(t.m2))).get('/api/mails/' + id)).statusCode).toBe(404);
  });

  it('shows no single-use link, whether the mail has gone or not', async () => {
    for (const id of [await aMail(), await failed()]) {
      const { text } = await view(officer, id);
      expect(text).toContain('/utforare/inbjudan#••••.');
      expect(text).not.toContain(SECRET);
    }
    expect((await officer.get('/api/mails')).body).not.toContain(SECRET);
  });

  it('shows the links of the demo municipality, so that an invitation can be tried', async () => {
    await t.asOwner('update municipality set demo = true where id = $1', [t.m2.id]);
    const id = await aMail({ followUpId: null }, t.m2.id);
    expect((await view(await t.signIn(t.people.officer(t.m2)), id)).text).toContain('/utforare/inbjudan#' + SECRET);
  });

  it('names the person of a provider whose account the mail went to, and not the account’s address', async () => {
    const id = await aMail({ to: { accountId: t.providerPerson.accountId } });
    const [mail] = await list(officer);
    expect(mail).toMatchObject({ id, to: t.providerPerson.name });
  });

  it('lets a failed mail be sent again by an officer of the case, once', async () => {
    const id = await failed();
    const { version, mayResend } = await view(officer, id);
    expect(mayResend).toBe(true);
    const saved = answered(await officer.post(`/api/mails/${id}/resend`, { version }), 200).json<{ version: number }>();
    expect(saved.version).toBe(version + 1);
    expect((await officer.post(`/api/mails/${id}/resend`, { version })).statusCode).toBe(409);
    for (let tries = 0; tries < 200 && (await view(officer, id)).state === 'waiting'; tries += 1) await sleep(50);
    expect(await view(officer, id)).toMatchObject({ state: 'sent', attempts: 1, mayResend: false });
    const events = await t.asOwner("select 1 from event where subject_id = $1 and kind = 'mail.resent'", [id]);
    expect(events).toHaveLength(1);
  });

  it('refuses to send again what has gone, what is stale, and what belongs to another committee (R20)', async () => {
    const sent = await aMail();
    const { version } = await view(officer, sent);
    expect((await officer.post(`/api/mails/${sent}/resend`, { version })).json()).toMatchObject({
      status: 409,
      title: 'Mejlet har redan skickats.',
    });
    const id = await failed();
    expect((await officer.post(`/api/mails/${id}/resend`, { version: 99 })).statusCode).toBe(409);
    expect((await secondOfficer.post(`/api/mails/${id}/resend`, { version: 1 })).statusCode).toBe(404);
    const registrar = await t.signIn(t.people.registrar(t.m1));
    expect((await registrar.post(`/api/mails/${id}/resend`, { version: 1 })).statusCode).toBe(403);
    expect((await view(registrar, id)).mayResend).toBe(false);
  });

  it('can be narrowed to a case and to a state, and comes a page at a time with the newest first', async () => {
    const id = await failed({ subject: 'Som inte gick' });
    const narrowed = await list(officer, `?state=failed&followUpId=${followUpId}`);
    expect(narrowed[0]).toMatchObject({ id, lastError: 'Fel.' });
    expect(new Set(narrowed.map(({ state }) => state))).toEqual(new Set(['failed']));
    for (let made = 0; made < 51; made += 1) await aMail({ subject: `Nummer ${made}` });
    const first = (await officer.get('/api/mails')).json<Page<MailListItem>>();
    expect(first.items).toHaveLength(50);
    expect(first.items[0]?.subject).toBe('Nummer 50');
    const second = await list(officer, '?after=' + String(first.next));
    expect(second[0]?.subject).toBe('Nummer 0');
  }, 30_000);
});
