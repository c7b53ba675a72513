import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, PASSWORD, testApp, type TestApp } from '../../test/test-app.js';

describe('Signing in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('tells the client who is signed in, where, and what the person may do', async () => {
    const officer = await t.signIn(t.people.officer(t.m1));
    const session = (await officer.get('/api/session')).json();
    expect(session.account.name).toBe('Maja Lindgren');
    expect(session.municipality).toEqual({ id: t.m1.id, name: 'Ekbacka kommun' });
    expect(session.roles).toEqual(['officer']);
    expect(session.committees).toEqual([{ id: t.m1.committeeId, name: 'Socialnämnden' }]);
    expect(session.permissions).toContain('follow-up.write');
    expect(session.today).toBe('2026-11-25');
  });

  it('says the same of an unknown account and a wrong password', async () => {
    const wrong = { email: t.people.officer(t.m1).email, password: 'fel' };
    const unknown = { email: 'ingen@ekbacka.example', password: 'fel' };
    const answers = [wrong, unknown].map((payload) => t.request({ method: 'POST', url: '/api/sessions', payload }));
    const [first, second] = await Promise.all(answers);
    expect(first?.statusCode).toBe(401);
    const withoutId = (answer: Answer | undefined): unknown => ({ ...answer?.json<object>(), requestId: '' });
    expect(withoutId(first)).toEqual(withoutId(second));
    expect(first?.json().title).toBe('E-postadressen eller lösenordet stämmer inte.');
  });

  it('sets a cookie that scripts and other sites cannot use, and keeps only a hash of its token', async () => {
    const person = t.people.registrar(t.m1);
    const payload = { email: person.email.toUpperCase(), password: PASSWORD };
    const answer = await t.request({ method: 'POST', url: '/api/sessions', payload });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^insyn=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = cookie.slice('insyn='.length).split(';')[0] ?? '';
    const kept = await t.asOwner<{ found: boolean }>(
      "select bool_or(position($1 in s::text) > 0 or sid_hash = sha256(convert_to($1, 'UTF8'))) as found from session s",
      [token],
    );
    expect(kept[0]?.found).toBe(false);
  });

  it('gives a new token at sign-in and ends the session that the browser had', async () => {
    const before = await t.signIn(t.people.manager(t.m1));
    const payload = { email: t.people.manager(t.m1).email, password: PASSWORD };
    const again = await before.request({ method: 'POST', url: '/api/sessions', payload });
    expect(again.statusCode).toBe(200);
    expect(String(again.headers['set-cookie'])).not.toContain(before.cookie);
    expect((await before.get('/api/session')).statusCode).toBe(401);
  });

  it('ends at signing out', async () => {
    const browser = await t.signIn(t.people.auditor(t.m1));
    expect((await browser.delete('/api/session')).statusCode).toBe(204);
    expect((await browser.get('/api/session')).statusCode).toBe(401);
  });

  it('puts a suspended person out at the next request, and in again never', async () => {
    const person = t.people.secondOfficer(t.m1);
    const browser = await t.signIn(person);
    await t.asOwner('update account set suspended_at = now() where id = $1', [person.accountId]);
    expect((await browser.get('/api/session')).statusCode).toBe(401);
    const payload = { email: person.email, password: PASSWORD };
    expect((await t.request({ method: 'POST', url: '/api/sessions', payload })).statusCode).toBe(401);
  });

  it('ends after an hour without a request, and after twelve hours with them', async () => {
    const idle = await t.signIn(t.people.officer(t.m2));
    const busy = await t.signIn(t.people.manager(t.m2));
    for (let half = 0; half < 23; half += 1) {
      t.clock.advance({ minutes: 30 });
      expect((await busy.get('/api/session')).statusCode).toBe(200);
    }
    expect((await idle.get('/api/session')).statusCode).toBe(401);
    t.clock.advance({ minutes: 31 });
    expect((await busy.get('/api/session')).statusCode).toBe(401);
  });

  it('writes nothing for requests within a minute', async () => {
    const browser = await t.signIn(t.people.registrar(t.m2));
    const seen = (): Promise<{ at: string }[]> =>
      t.asOwner('select max(xmin::text::bigint)::text as at from session where account_id = $1', [
        t.people.registrar(t.m2).accountId,
      ]);
    const before = await seen();
    await browser.get('/api/session');
    await browser.get('/api/session');
    expect(await seen()).toEqual(before);
    t.clock.advance({ minutes: 2 });
    await browser.get('/api/session');
    expect(await seen()).not.toEqual(before);
  });

  it('is slowed down after eight wrong attempts on an account, also for the right password', async () => {
    const { email } = t.people.administrator(t.m2);
    const attempt = (password: string): ReturnType<TestApp['request']> =>
      t.request({ method: 'POST', url: '/api/sessions', payload: { email, password } });
    for (let count = 0; count < 8; count += 1) expect((await attempt('fel')).statusCode).toBe(401);
    const refused = await attempt(PASSWORD);
    expect(refused.statusCode).toBe(429);
    expect(refused.json().title).toMatch(/För många försök/);
    expect(refused.headers['retry-after']).toBe('900');
    t.clock.advance({ minutes: 16 });
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
  });

  it('is refused when another site sends the request', async () => {
    const payload = { email: t.people.officer(t.m1).email, password: PASSWORD };
    const send = (headers: Record<string, string>): ReturnType<TestApp['request']> =>
      t.request({ method: 'POST', url: '/api/sessions', payload, headers });
    expect((await send({ origin: 'https://elak.example' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });
});
