import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailState } from '@insyn/domain';
import PostalMime from 'postal-mime';
import { SmtpCatcher } from '../../test/smtp-catcher.js';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';
import { MAIL_ATTEMPTS, MailSendingService } from './mail-sending.service.js';
import { type NewMail, queueMail } from './queue-mail.js';

const SECRET = 'det-hemliga-ordet';
const INVITATION: NewMail = {
  kind: 'invitation',
  to: { address: 'tove@bjorken.example', name: 'Tove Carlmark' },
  subject: 'Inbjudan',
  text: 'Välkommen. Öppna {link}',
  secret: SECRET,
};

interface Row {
  state: MailState;
  attempts: number;
  lastError: string | null;
  handedOverAt: Date | null;
  sentAt: Date | null;
  secret: string | null;
}

/** Puts a mail in the queue as a job of the municipality does. */
function queue(t: TestApp, mail: Partial<NewMail> = {}, municipalityId = t.m1.id): Promise<string> {
  return t.db.jobs(municipalityId, (tx) => queueMail(tx, { ...INVITATION, ...mail }));
}

async function rowOf(t: TestApp, id: string): Promise<Row> {
  const [row] = await t.asOwner<Row>(
    `select state, attempts, last_error as "lastError", handed_over_at as "handedOverAt", sent_at as "sentAt", secret
     from mail where id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('There is no such mail.');
  return row;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 200; waited += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('It did not come to that within ten seconds.');
}

const jobsOf = (t: TestApp, id: string) =>
  runSql<{ state: string; retryCount: number; startsLater: boolean; said: string }>(
    t.database.superuserUrl,
    `select state::text as state, retry_count as "retryCount", start_after > now() as "startsLater",
       data::text || coalesce(output::text, '') as said
     from pgboss.job where name = 'send-mail' and data->>'mailId' = $1`,
    [id],
  );

describe('A mail over SMTP', () => {
  const server = new SmtpCatcher();
  let t: TestApp;
  let sending: MailSendingService;
  beforeAll(async () => {
    await server.start();
    t = await testApp({ settings: { SMTP_URL: server.url, MAIL_FROM: 'insyn@ekbacka.example' } });
    sending = t.app.get(MailSendingService);
  }, 60_000);
  afterEach(async () => {
    await t.asOwner("update mail set state = 'failed' where state = 'waiting'");
    await server.stop();
    server.manner = 'takes';
    server.caught.length = 0;
    server.begun = 0;
    await server.start();
  });
  afterAll(async () => {
    await t.close();
    await server.stop();
  });

  /** Tries once more; tells whether it is to be tried again. */
  const tryOnce = (id: string): Promise<string> =>
    sending.send(t.m1.id, id).then(
      () => 'done',
      (error: Error) => String(error),
    );

  it('is delivered once by the job of the transaction that queued it, from the municipality, and its secret is gone', async () => {
    const id = await queue(t);
    await until(async () => (await rowOf(t, id)).state === 'sent');
    expect(server.caught).toHaveLength(1);
    const email = await server.last();
    expect(email.from).toMatchObject({ name: 'Ekbacka kommun', address: 'insyn@ekbacka.example' });
    expect(email.text).toContain('/utforare/inbjudan#' + SECRET);
    expect(await rowOf(t, id)).toMatchObject({ attempts: 1, lastError: null, secret: null });
    expect((await rowOf(t, id)).sentAt).not.toBeNull();
    expect(await tryOnce(id)).toBe('done');
    expect(server.begun).toBe(1);
  });

  it('does not exist when its transaction was rolled back', async () => {
    const failed = t.db.jobs(t.m1.id, async (tx) => {
      await queueMail(tx, { ...INVITATION, subject: 'Ångrat' });
      await tx.flush();
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await t.asOwner("select 1 from mail where subject = 'Ångrat'")).toEqual([]);
    expect(server.caught).toEqual([]);
  });

  it('waits while the server is down, says why, and is delivered when it is up again', async () => {
    await server.stop();
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    expect(await rowOf(t, id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'E-postservern svarar inte.',
    });
    expect(await jobsOf(t, id)).toMatchObject([{ retryCount: 0, startsLater: true }]);
    await server.start();
    await runSql(t.database.superuserUrl, "update pgboss.job set start_after = now() where name = 'send-mail'");
    await until(async () => (await rowOf(t, id)).state === 'sent');
    expect(server.caught).toHaveLength(1);
    expect(await rowOf(t, id)).toMatchObject({ attempts: 2, lastError: null });
  });

  it('tells neither the queue nor the log to whom it goes or what it says', async () => {
    await server.stop();
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    const [job] = await jobsOf(t, id);
    expect(job?.said).not.toMatch(/tove|Välkommen|Inbjudan|hemliga/i);
    expect(await tryOnce(id)).toBe('MailWaits: The mail waits: not-begun.');
  });

  it('is given up after the last attempt, and its job ends', async () => {
    await server.stop();
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    await t.asOwner('update mail set attempts = $2 where id = $1', [id, MAIL_ATTEMPTS - 2]);
    expect(await tryOnce(id)).toMatch(/MailWaits/);
    expect(await tryOnce(id)).toBe('done');
    expect(await rowOf(t, id)).toMatchObject({ state: 'failed', attempts: MAIL_ATTEMPTS });
    await server.start();
    expect(await tryOnce(id)).toBe('done');
    expect(server.begun).toBe(0);
  });

  it.each(['refuses-receiver', 'refuses-message'] as const)('fails at once at a server that %s', async (manner) => {
    server.manner = manner;
    const id = await queue(t);
    await until(async () => (await rowOf(t, id)).state === 'failed');
    expect(await rowOf(t, id)).toMatchObject({ attempts: 1, lastError: expect.stringMatching(/tog inte emot/) });
    await until(async () => (await jobsOf(t, id))[0]?.state === 'completed');
  });

  it('waits and is not held for handed over at a server that takes it later', async () => {
    server.manner = 'postpones-message';
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    expect(await rowOf(t, id)).toMatchObject({ state: 'waiting', handedOverAt: null });
    server.manner = 'takes';
    expect(await tryOnce(id)).toBe('done');
    expect(server.caught).toHaveLength(1);
  });

  it.each(['dies-in-message', 'dies-before-answer'] as const)(
    'is uncertain, and not sent again by itself, when the server %s',
    async (manner) => {
      server.manner = manner;
      const id = await queue(t);
      await until(async () => (await rowOf(t, id)).state === 'uncertain');
      const row = await rowOf(t, id);
      expect(row.handedOverAt).not.toBeNull();
      expect(row).toMatchObject({ secret: SECRET, sentAt: null });
      await until(async () => (await jobsOf(t, id))[0]?.state === 'completed');
      server.manner = 'takes';
      expect(await tryOnce(id)).toBe('done');
      expect(server.begun).toBe(1);
    },
  );

  it('is uncertain when the process was killed after it had been handed over', async () => {
    await server.stop();
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    await t.asOwner('update mail set handed_over_at = now() where id = $1', [id]);
    await server.start();
    expect(await tryOnce(id)).toBe('done');
    expect(await rowOf(t, id)).toMatchObject({ state: 'uncertain' });
    expect(server.begun).toBe(0);
  });

  it('is delivered once when two workers try it at once', async () => {
    await server.stop();
    const id = await queue(t);
    await until(async () => (await jobsOf(t, id))[0]?.state === 'retry');
    await server.start();
    await Promise.all(Array.from({ length: 4 }, () => tryOnce(id)));
    expect(server.caught).toHaveLength(1);
    await until(async () => (await rowOf(t, id)).state === 'sent');
  });

  it('goes to the address that an account has when it is sent', async () => {
    const { accountId } = t.providerPerson;
    await t.asOwner("update account set email = 'ny.adress@bjorken.example' where id = $1", [accountId]);
    const id = await queue(t, { to: { accountId } });
    await until(async () => (await rowOf(t, id)).state === 'sent');
    expect(server.caught[0]?.to).toEqual(['ny.adress@bjorken.example']);
  });

  it('fails at once for an account that is suspended and for an address that is none', async () => {
    const { accountId } = t.people.auditor(t.m1);
    await t.asOwner('update account set suspended_at = now() where id = $1', [accountId]);
    const ids = [await queue(t, { to: { accountId } }), await queue(t, { to: { address: 'a@b, c@d', name: '' } })];
    for (const id of ids) await until(async () => (await rowOf(t, id)).state === 'failed');
    expect(server.begun).toBe(0);
  });

  it('takes no receiver from a line break in what a person wrote', async () => {
    const id = await queue(t, {
      to: { address: 'tove@bjorken.example', name: 'Tove\r\nBcc: tjuv@example.net' },
      subject: 'Hej\nBcc: tjuv@example.net',
    });
    await until(async () => (await rowOf(t, id)).state === 'sent');
    expect(server.caught[0]?.to).toEqual(['tove@bjorken.example']);
    expect((await server.last()).bcc).toBeUndefined();
  });

  it('keeps its secret in the demo municipality, where it is shown', async () => {
    await t.asOwner('update municipality set demo = true where id = $1', [t.m2.id]);
    const id = await queue(t, {}, t.m2.id);
    await until(async () => (await rowOf(t, id)).state === 'sent');
    expect((await rowOf(t, id)).secret).toBe(SECRET);
  });
});

describe('A mail without a mail server', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  }, 60_000);
  afterAll(() => t.close());

  it('is a file that its owner alone can read, the same file however often it is tried', async () => {
    const id = await queue(t);
    await until(async () => (await rowOf(t, id)).state === 'sent');
    const folder = join(t.dataDir, 'mail');
    const name = `2026-11-25-${id}.eml`;
    expect(readdirSync(folder)).toEqual([name]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const first = readFileSync(join(folder, name));
    expect((await PostalMime.parse(first)).text).toContain('/utforare/inbjudan#' + SECRET);
    await t.asOwner("update mail set state = 'waiting', sent_at = null, secret = $2 where id = $1", [id, SECRET]);
    await t.app.get(MailSendingService).send(t.m1.id, id);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name)).equals(first)).toBe(true);
  });
});
