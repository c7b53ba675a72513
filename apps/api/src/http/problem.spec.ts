import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProbeModule } from '../../test/probe.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

describe('An answer that is not a success', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp({ extraParts: [ProbeModule] });
  });
  afterAll(() => t.close());

  const post = (payload: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    t.request({ method: 'POST', url: '/api/probe/body', payload, headers });

  it('names every field that is wrong, in Swedish', async () => {
    const answer = await post({ name: 'x'.repeat(11), verdict: 'maybe', items: [{ count: 1 }, { count: 0 }], more: 1 });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = answer.json();
    expect(problem).toMatchObject({
      type: 'about:blank',
      status: 400,
      code: 'invalid',
      title: 'Uppgifterna är inte giltiga.',
    });
    expect(problem.requestId).toBe(answer.headers['x-request-id']);
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { field: 'name', message: 'Texten får ha högst 10 tecken.' },
        { field: 'verdict', message: 'Välj ett av de tillåtna värdena.' },
        { field: 'items[1].count', message: 'Värdet får inte vara mindre än 1.' },
        { field: 'more', message: 'Fältet är okänt.' },
      ]),
    );
    expect(problem.errors).toHaveLength(4);
  });

  it('is 400 for JSON that cannot be read', async () => {
    const answer = await t.request({
      method: 'POST',
      url: '/api/probe/body',
      payload: '{"name":',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ status: 400, title: 'Begäran kunde inte läsas.' });
  });

  it.each([[21], [400_000]])('is 400 for JSON that is nested %d levels deep', async (levels) => {
    const answer = await t.request({
      method: 'POST',
      url: '/api/probe/body',
      payload: '{"name":' + '['.repeat(levels) + ']'.repeat(levels) + '}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('is 413 for a body over one megabyte and 415 for a type we do not read', async () => {
    expect((await post({ name: 'x'.repeat(1_100_000) })).json()).toMatchObject({ status: 413, code: 'too-large' });
    const answer = await t.request({
      method: 'POST',
      url: '/api/probe/body',
      payload: '<a/>',
      headers: { 'content-type': 'application/xml' },
    });
    expect(answer.json()).toMatchObject({ status: 415 });
  });

  it('carries the blockers of a rule with their places', async () => {
    const answer = await t.request({ url: '/api/probe/rule' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'no-judgement',
      title: 'Bedömning saknas.',
      blockers: [{ message: '§ 15 saknar bedömning', place: { kind: 'clause', id: 'x' } }],
    });
  });

  it('tells nothing of a fault of ours but its request id', async () => {
    const answer = await t.request({ url: '/api/probe/fault' });
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json()).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
    expect(answer.body).not.toContain('secret');
  });

  it('is 404 for an address that does not exist and 400 for an id that is none', async () => {
    expect((await t.request({ url: '/api/no-such-thing' })).json()).toMatchObject({ status: 404, code: 'not-found' });
    expect((await t.request({ url: '/api/probe/ids/1' })).json()).toMatchObject({ status: 400 });
    expect((await t.request({ url: '/api/probe/ids/%ff' })).json()).toMatchObject({ status: 400 });
  });

  it('is refused where the route says nothing about who it is for', async () => {
    const manager = await t.signIn(t.people.manager(t.m1));
    expect((await manager.get('/api/probe/unmarked')).statusCode).toBe(403);
    expect((await t.request({ url: '/api/probe/unmarked' })).statusCode).toBe(403);
  });

  it('is 401 without a session and 403 without the permission', async () => {
    expect((await t.request({ url: '/api/probe/audit' })).json()).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
    const officer = await t.signIn(t.people.officer(t.m1));
    expect((await officer.get('/api/probe/audit')).json()).toMatchObject({ status: 403, code: 'forbidden' });
    const auditor = await t.signIn(t.people.auditor(t.m1));
    expect((await auditor.get('/api/probe/audit')).statusCode).toBe(200);
  });

  it.each(['/api/probe/audit/', '/api//probe/audit', '/api/probe/%61udit', '/API/probe/audit', '/api/probe/audit%2f'])(
    'does not let %s past the guard',
    async (url) => {
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await t.request({ method, url });
        expect([401, 404]).toContain(answer.statusCode);
      }
    },
  );

  it('is 409 with what changed and by whom when the version is stale', async () => {
    const officer = await t.signIn(t.people.officer(t.m1));
    const manager = await t.signIn(t.people.manager(t.m1));
    const url = '/api/probe/committees/' + t.m1.committeeId + '/rename';
    expect((await manager.post(url, { name: 'Omsorgsnämnden', version: 1 })).json()).toEqual({ version: 2 });
    const stale = await officer.post(url, { name: 'Nämnden', version: 1 });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'stale-version',
      version: 2,
      changedBy: 'Karin Wester',
      change: 'Nämnd omdöpt',
      title: 'Uppgifterna har ändrats av Karin Wester sedan du öppnade dem. Läs in dem igen.',
    });
  });

  it('is 404 for a change of another municipality’s row (R20)', async () => {
    const stranger = await t.signIn(t.people.officer(t.m2));
    const url = '/api/probe/committees/' + t.m1.committeeId + '/rename';
    expect((await stranger.post(url, { name: 'Stulen', version: 1 })).statusCode).toBe(404);
  });

  it('comes with headers that keep other sites and scripts out', async () => {
    const { headers } = await t.request({ url: '/api/health' });
    expect(String(headers['content-security-policy'])).toMatch(/script-src 'self'(;|$)/);
    expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'");
    // A file is looked at from the page's memory; nothing of an address is ever framed, and no plug-in runs.
    expect(String(headers['content-security-policy'])).toContain('frame-src blob:;');
    expect(String(headers['content-security-policy'])).toContain("img-src 'self' data: blob:;");
    expect(String(headers['content-security-policy'])).toContain("object-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });
});
