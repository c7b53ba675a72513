import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { aRequest, type RequestFixture } from '../../test/request-factory.js';
import { PASSWORD, testApp, type TestApp } from '../../test/test-app.js';
import { hashOfToken } from './invite.js';

const OVER = {
  ...{ status: 410, code: 'invitation-over' },
  title: 'Länken gäller inte längre. Logga in om du redan har ett konto, eller be om en ny inbjudan.',
};

describe('A single-use link to the portal', () => {
  let t: TestApp;
  let request: RequestFixture;
  beforeAll(async () => {
    t = await testApp();
    request = await aRequest(t).sent();
  });
  afterAll(() => t.close());

  /** An invitation of the officer's, with its token. */
  async function invited(email: string, providerId = request.providerId, name = 'Siv Bergman') {
    const id = uuidv7();
    const token = randomBytes(32).toString('base64url');
    await t.asOwner(
      `insert into provider_invitation (municipality_id, id, provider_id, request_id, email, name, token_hash, expires_at,
         invited_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[t.m1.id, id, providerId, providerId === request.providerId ? request.id : null, email, name],
        ...[hashOfToken(token), new Date(t.clock.now().getTime() + 14 * 86_400_000), t.people.officer(t.m1).accountId],
      ],
    );
    return { id, token, email };
  }
  const post = (path: string, payload: object, headers = {}) =>
    t.request({ method: 'POST', url: `/api/portal/invitations/${path}`, payload, headers });
  const lookUp = (token: string) => post('look-up', { token });
  const accept = (token: string, body: object = {}, headers = {}) =>
    post('accept', { token, name: 'Siv Bergman', password: 'ett nytt långt lösenord', ...body }, headers);
  const counts = async () => {
    const [row] = await t.asOwner<{ accounts: number; memberships: number; sessions: number }>(
      `select (select count(*)::int from account) as accounts, (select count(*)::int from membership) as memberships,
         (select count(*)::int from session) as sessions`,
    );
    return row;
  };

  it('says whom it is for before anything is done', async () => {
    const { token, email } = await invited('siv@utforare.example');
    const before = await counts();
    expect((await lookUp(token)).json()).toEqual({
      ...{ provider: (await request.view()).provider.name, municipality: 'Ekbacka kommun', email, name: 'Siv Bergman' },
      ...{ hasAccount: false, expiresAt: '2026-12-09T09:00:00.000Z' },
    });
    expect(await counts()).toEqual(before);
  });

  it('gives an account, a place with the provider and a session, in the history of the municipality, once', async () => {
    const { id, token } = await invited('anna@utforare.example');
    const answer = await accept(token, { name: 'Anna Falk' });
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^insyn=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.json()).toMatchObject({
      account: { name: 'Anna Falk', email: 'anna@utforare.example' },
      providers: [{ id: request.providerId }],
    });
    const browser = t.browser(String(answer.headers['set-cookie']).split(';')[0] ?? '');
    expect((await browser.get('/api/portal/tasks')).json()).toMatchObject([{ kind: 'request', id: request.id }]);
    expect((await browser.get('/api/follow-ups')).statusCode).toBe(403);
    const [event] = await t.asOwner<{ kind: string; who: string; content: { summary: string } }>(
      `select e.kind, a.name as who, v.content from event e join event_value v on v.event_id = e.id
         join account a on a.id = e.account_id where e.subject_id = $1 and e.municipality_id = $2`,
      [id, t.m1.id],
    );
    expect(event).toMatchObject({ kind: 'provider-invitation.accepted', who: 'Anna Falk' });
    expect(event?.content.summary).not.toContain('Anna');
    const before = await counts();
    expect((await accept(token)).json()).toMatchObject(OVER);
    expect((await lookUp(token)).json()).toMatchObject(OVER);
    expect(await counts()).toEqual(before);
    const signedIn = await t.request({
      ...{ method: 'POST', url: '/api/sessions' },
      payload: { email: 'anna@utforare.example', password: 'ett nytt långt lösenord' },
    });
    expect(signedIn.json()).toMatchObject({ municipality: null, roles: ['provider'] });
  });

  it('makes the first person of a provider its primary contact, and the next one not', async () => {
    const other = await aRequest(t, { municipality: t.m2 }).sent();
    await t.asOwner('delete from membership where provider_id = $1', [other.providerId]);
    for (const email of ['forst@utforare.example', 'sedan@utforare.example']) {
      expect((await accept((await invited(email, other.providerId)).token)).statusCode).toBe(200);
    }
    const rows = await t.asOwner<{ email: string; primary: boolean }>(
      `select a.email, m.is_primary as primary from membership m join account a on a.id = m.account_id
       where m.provider_id = $1 order by m.id`,
      [other.providerId],
    );
    expect(rows).toEqual([
      { email: 'forst@utforare.example', primary: true },
      { email: 'sedan@utforare.example', primary: false },
    ]);
  });

  it('that has ended, was withdrawn, is unknown, or is for a suspended account: the same plain words', async () => {
    const ended = await invited('a@utforare.example');
    await t.asOwner('update provider_invitation set expires_at = $2 where id = $1', [ended.id, t.clock.now()]);
    const withdrawn = await invited('b@utforare.example');
    await t.asOwner('update provider_invitation set revoked_at = now() where id = $1', [withdrawn.id]);
    const suspended = await invited(t.people.auditor(t.m2).email);
    await t.asOwner('update account set suspended_at = now() where id = $1', [t.people.auditor(t.m2).accountId]);
    const unknown = randomBytes(32).toString('base64url');
    const before = await counts();
    for (const token of [ended.token, withdrawn.token, suspended.token, unknown, '']) {
      const [seen, taken] = [await lookUp(token), await accept(token, { password: PASSWORD })];
      expect([seen.json(), taken.json()]).toEqual([expect.objectContaining(OVER), expect.objectContaining(OVER)]);
    }
    expect(await counts()).toEqual(before);
  });

  it('used by two at once lets one in', async () => {
    const { token } = await invited('tva@utforare.example');
    const both = await Promise.all([accept(token, { name: 'Ett' }), accept(token, { name: 'Två' })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
    const rows = await t.asOwner("select 1 from account where email = 'tva@utforare.example'");
    expect(rows).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['eleven characters', { password: 'elva tecken' }, 'password'],
    ['the address itself', { password: 'Svag@utforare.example' }, 'password'],
    ['nothing', { password: '' }, 'password'],
    ['no name', { name: ' ' }, 'name'],
  ])('does not take %s for a new account, and can be used after that', async (_case, body, field) => {
    const { token } = await invited('svag@utforare.example');
    const refused = await accept(token, body);
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, field]);
    expect((await lookUp(token)).statusCode).toBe(200);
  });

  it('for an address that has an account asks for its password, and adds the provider to it', async () => {
    const person = t.people.secondManager(t.m1);
    const { token } = await invited(person.email);
    expect((await lookUp(token)).json()).toMatchObject({ hasAccount: true });
    const wrong = await accept(token, { password: 'ett nytt långt lösenord' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'wrong-credentials']);
    const answer = await accept(token, { name: '', password: PASSWORD });
    expect(answer.json()).toMatchObject({ account: { id: person.accountId, name: person.name } });
    const signIn = (door?: string) =>
      t.request({
        method: 'POST',
        url: '/api/sessions',
        payload: { email: person.email, password: PASSWORD, ...(door && { door }) },
      });
    expect((await signIn()).json()).toMatchObject({ municipality: { id: t.m1.id }, roles: ['manager'] });
    expect((await signIn('staff')).json()).toMatchObject({ municipality: { id: t.m1.id } });
    const atProvider = await signIn('provider');
    expect(atProvider.json()).toMatchObject({ municipality: null, roles: ['provider'] });
    const browser = t.browser(String(atProvider.headers['set-cookie']).split(';')[0] ?? '');
    expect((await browser.get('/api/portal/session')).json()).toMatchObject({
      providers: [{ id: request.providerId }],
    });
    expect((await browser.get('/api/follow-ups')).statusCode).toBe(403);
  });

  it('opens no door that one has no place behind', async () => {
    const signIn = (email: string, door: string) =>
      t.request({ method: 'POST', url: '/api/sessions', payload: { email, password: PASSWORD, door } });
    expect((await signIn(t.people.officer(t.m1).email, 'provider')).json()).toMatchObject({
      status: 403,
      code: 'no-such-door',
    });
    expect((await signIn(t.providerPerson.email, 'staff')).json()).toMatchObject({ status: 403, code: 'no-such-door' });
    expect((await signIn(t.providerPerson.email, 'annan')).statusCode).toBe(400);
  });

  it('ends the session that the browser had, and never takes its cookie over', async () => {
    const { token } = await invited('byter@utforare.example');
    const before = await t.signIn(t.people.registrar(t.m2));
    const answer = await accept(token, {}, { cookie: before.cookie });
    expect(String(answer.headers['set-cookie'])).not.toContain(before.cookie);
    expect((await before.get('/api/session')).statusCode).toBe(401);
  });

  it('is slowed down: guesses at one account’s password through its link, and many tries from one place', async () => {
    t.clock.advance({ minutes: 16 });
    const { token } = await invited(t.people.registrar(t.m1).email);
    const wrong = async () => (await accept(token, { password: 'fel lösenord helt' })).statusCode;
    const tries = [];
    for (let count = 0; count < 9; count += 1) tries.push(await wrong());
    expect(tries).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429]);
    t.clock.advance({ minutes: 16 });
    const guesses = [];
    for (let count = 0; count < 61; count += 1)
      guesses.push((await lookUp(randomBytes(32).toString('base64url'))).statusCode);
    expect([guesses.filter((status) => status === 410).length, guesses.at(-1)]).toEqual([60, 429]);
  });

  it('is refused when another site sends it', async () => {
    t.clock.advance({ minutes: 16 });
    const { token } = await invited('annan@utforare.example');
    expect((await accept(token, {}, { origin: 'https://elak.example' })).statusCode).toBe(403);
  });
});
