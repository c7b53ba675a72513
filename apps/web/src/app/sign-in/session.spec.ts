import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionView } from '@insyn/api-schema';
import { problems } from '../http/problems.js';
import { aSession } from './a-session.js';
import { Session } from './session.js';

describe('a session', () => {
  let session: Session;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    session = TestBed.inject(Session);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    jest.useRealTimers();
    server.verify();
  });

  async function loadWith(view: SessionView): Promise<void> {
    const loading = session.load();
    server.expectOne('/api/session').flush(view);
    await loading;
  }
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  it('is nobody until someone has signed in', async () => {
    const loading = session.load();
    server.expectOne('/api/session').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(await loading).toBeNull();
    expect(session.view()).toBeNull();
    expect(session.lost()).toBe(false);
    expect(session.can('follow-up.read')).toBe(false);
  });

  it('knows what its person may do', async () => {
    await loadWith(aSession());
    expect(session.can('follow-up.write')).toBe(true);
    expect(session.can('follow-up.decide')).toBe(false);
  });

  it('knows what its person may do in each committee: the roles of two do not add up', async () => {
    const [home, away] = [
      { id: 'committee-1', name: 'Socialnämnden' },
      { id: 'committee-2', name: 'Omsorgsnämnden' },
    ];
    const memberships: SessionView['memberships'] = [
      { role: 'officer', committees: [home] },
      { role: 'manager', committees: [away] },
      { role: 'auditor', committees: [home, away] },
    ];
    await loadWith(aSession({ committees: [home, away], memberships }));
    expect(session.canIn('follow-up.write', home.id)).toBe(true);
    expect(session.canIn('follow-up.write', away.id)).toBe(false);
    expect(session.canIn('follow-up.decide', home.id)).toBe(false);
    expect(session.canIn('follow-up.decide', away.id)).toBe(true);
    expect(session.committeesWhere('follow-up.read')).toEqual([home, away]);
    expect(session.canIn('follow-up.write', 'committee-3')).toBe(false);
  });

  it('warns five minutes before it ends, and asks to sign in again when it has ended', async () => {
    await loadWith(aSession({ expiresAt: inMinutes(30) }));
    session['activeSinceRead'] = false;
    await jest.advanceTimersByTimeAsync(24.9 * 60_000);
    expect(session.warning()).toBe(false);
    await jest.advanceTimersByTimeAsync(0.2 * 60_000);
    expect(session.warning()).toBe(true);
    expect(session.lost()).toBe(false);
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(session.warning()).toBe(false);
    expect(session.lost()).toBe(true);
  });

  it('does not warn one whose work has kept it alive', async () => {
    await loadWith(aSession({ expiresAt: inMinutes(30) }));
    session.noteActivity();
    await jest.advanceTimersByTimeAsync(25.1 * 60_000);
    server.expectOne('/api/session').flush(aSession({ expiresAt: inMinutes(30) }));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.warning()).toBe(false);
  });

  it('forgets who it was after signing out', async () => {
    await loadWith(aSession());
    const leaving = session.signOut();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await leaving;
    expect(session.view()).toBeNull();
  });
});
