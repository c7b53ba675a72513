import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { commandKeys } from './command-keys.js';
import { Problem } from './problem.js';
import { problems } from './problems.js';

const KEY = 'Idempotency-Key';
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a request', () => {
  let http: HttpClient;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([commandKeys, problems])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  const post = (command: object) =>
    firstValueFrom(http.post('/api/providers', command)).catch((error: unknown) => error);

  it('carries the same key when a command that failed is sent again, so that it is carried out once', async () => {
    const command = { name: 'Hemstöd Syd AB' };
    const first = post(command);
    const sent = server.expectOne('/api/providers');
    sent.error(new ProgressEvent('error'));
    await first;
    const second = post(command);
    const again = server.expectOne('/api/providers');
    expect(again.request.headers.get(KEY)).toBe(sent.request.headers.get(KEY));
    expect(again.request.headers.get(KEY)).toMatch(/^[0-9a-f-]{36}$/);
    again.flush({ id: '1' });
    await second;
  });

  it('carries a key of its own for each command', async () => {
    const both = [post({ name: 'A' }), post({ name: 'A' })];
    const sent = server.match('/api/providers');
    expect(new Set(sent.map(({ request }) => request.headers.get(KEY))).size).toBe(2);
    for (const request of sent) request.flush({});
    await Promise.all(both);
  });

  it('carries no key when it only reads', async () => {
    const read = firstValueFrom(http.get('/api/providers'));
    const sent = server.expectOne('/api/providers');
    expect(sent.request.headers.has(KEY)).toBe(false);
    sent.flush([]);
    await read;
  });

  it('fails with the title, the fields and the blockers that the server gave', async () => {
    const failing = post({ name: '' });
    server.expectOne('/api/providers').flush(
      {
        title: 'Uppgifterna behöver rättas.',
        code: 'invalid-input',
        errors: [{ field: 'name', message: 'Skriv utförarens namn.' }],
        blockers: [{ code: 'R6', message: '§ 15 saknar bedömning', place: { kind: 'clause', id: 'c15' } }],
        requestId: 'req-7',
      },
      { status: 400, statusText: 'Bad Request' },
    );
    const problem = (await failing) as Problem;
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 400,
      code: 'invalid-input',
      title: 'Uppgifterna behöver rättas.',
      requestId: 'req-7',
    });
    expect(problem.errors).toEqual([{ field: 'name', message: 'Skriv utförarens namn.' }]);
    expect(problem.blockers[0]?.place).toEqual({ kind: 'clause', id: 'c15' });
  });

  it('fails in Swedish when no answer comes', async () => {
    const failing = post({});
    server.expectOne('/api/providers').error(new ProgressEvent('error'));
    const problem = (await failing) as Problem;
    expect(problem.offline).toBe(true);
    expect(problem.title).toContain('Kontrollera nätet');
  });

  it('waits for signing in again when the session has ended, and then goes on with the same key', async () => {
    const session = TestBed.inject(Session);
    const sending = post({ name: 'Lindgården' });
    const refused = server.expectOne('/api/providers');
    refused.flush({ title: 'Du behöver logga in.' }, { status: 401, statusText: 'Unauthorized' });
    expect(session.lost()).toBe(true);

    const signingIn = session.signIn('maja@lunda.example', 'hemligt');
    server.expectOne('/api/sessions').flush(null);
    await settled();
    server.expectOne('/api/session').flush(aSession());
    await signingIn;
    await settled();
    const again = server.expectOne('/api/providers');
    expect(again.request.headers.get(KEY)).toBe(refused.request.headers.get(KEY));
    again.flush({ id: '7' });
    expect(await sending).toEqual({ id: '7' });
    expect(session.lost()).toBe(false);
  });

  it('fails when the reader leaves instead of signing in again', async () => {
    const sending = post({});
    server.expectOne('/api/providers').flush(null, { status: 401, statusText: 'Unauthorized' });
    TestBed.inject(Session).giveUp();
    expect(await sending).toMatchObject({ status: 401 });
  });
});
