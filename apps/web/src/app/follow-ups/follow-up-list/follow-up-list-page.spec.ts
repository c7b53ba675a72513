import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpListItem } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { FollowUpListPage } from './follow-up-list-page.js';

const row = (id: string, changes: Partial<FollowUpListItem> = {}): FollowUpListItem => ({
  id,
  title: 'Björkens assistans 2026',
  caseNumber: 'SON/2026/0476/739',
  kind: 'planned',
  year: 2026,
  state: 'assessing',
  provider: 'Björkens assistans AB',
  unit: 'Björken Lunda',
  committee: 'Socialnämnden',
  outcome: null,
  decisionDue: '2026-12-15',
  recheckDue: null,
  ...changes,
});

describe('the list of follow-ups', () => {
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'uppfoljningar', component: FollowUpListPage }], withComponentInputBinding()),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(url = '/uppfoljningar', role: 'officer' | 'auditor' = 'officer'): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: [role], permissions: permissionsOf([role]) }));
    await loading;
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    harness.detectChanges();
    page = harness.routeNativeElement!;
  }
  async function answer(body: object, status = 200): Promise<string> {
    const request = server.expectOne((sent) => sent.url === '/api/follow-ups');
    request.flush(body, { status, statusText: String(status) });
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
    return request.request.params.toString();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === word)!;

  it('says that it is being read', async () => {
    await open();
    expect(page.querySelector('app-loading')?.getAttribute('aria-busy')).toBe('true');
  });

  it('shows title, provider, case number, state, outcome and the last day', async () => {
    await open();
    await answer({
      items: [row('u1'), row('u2', { state: 'remedying', outcome: 'not-approved', recheckDue: '2027-02-22' })],
      next: null,
    });
    expect(text()).toContain('Björkens assistans AB, Björken Lunda, 2026');
    expect(text()).toContain('SON/2026/0476/739');
    expect(text()).toContain('15 dec beslut');
    expect(text()).toContain('Inte godkänd 22 feb');
    expect(page.querySelector('td a')?.getAttribute('href')).toBe('/uppfoljningar/u1');
    expect(page.querySelector('table caption')).not.toBeNull();
  });

  it('offers the first step when there is none, but not to one who may not begin any', async () => {
    await open();
    await answer({ items: [], next: null });
    expect(page.querySelector('app-empty-state a')?.getAttribute('href')).toBe('/uppfoljningar/ny');
  });

  it('says why it could not be read, and reads again when asked', async () => {
    await open();
    await answer({ title: 'Något gick fel hos oss.' }, 500);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
    button('Försök igen').click();
    harness.detectChanges();
    await answer({ items: [row('u1')], next: null });
    expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('reads its filters from the address and writes them back there', async () => {
    await open('/uppfoljningar?search=Björken&state=assessing&year=2026');
    expect(await answer({ items: [], next: null })).toBe('search=Bj%C3%B6rken&state=assessing&year=2026');
    expect(text()).toContain('Inget stämmer med urvalet');
    const state = page.querySelectorAll('select')[0]!;
    state.value = '';
    state.dispatchEvent(new Event('change'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe('/uppfoljningar?search=Bj%C3%B6rken&year=2026');
    harness.detectChanges();
    await answer({ items: [row('u1')], next: null });
  });

  it('reads on from where the page ended', async () => {
    await open();
    await answer({ items: [row('u1')], next: 'key-1' });
    button('Visa fler').click();
    expect(await answer({ items: [row('u2')], next: null })).toBe('after=key-1');
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(button('Visa fler')).toBeUndefined();
  });
});
