import { Location } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { InvitationView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aProviderSession } from '../a-request.js';
import { InvitationPage } from './invitation-page.js';

const LOOK_UP = '/api/portal/invitations/look-up';
const ACCEPT = '/api/portal/invitations/accept';

describe('an invitation', () => {
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'inbjudan', component: InvitationPage },
          { path: 'att-gora', children: [] },
        ]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  async function open(changes: Partial<InvitationView> = {}): Promise<void> {
    await follow();
    const request = server.expectOne(LOOK_UP);
    expect(request.request.body).toEqual({ token: 'hemlig-kod' });
    request.flush({
      ...{ provider: 'Björkens assistans AB', municipality: 'Lunda kommun', email: 'ali@bjorken.example' },
      ...{ name: 'Ali Demir', hasAccount: false, expiresAt: '2026-12-06T10:00:00.000Z', ...changes },
    });
    await settle();
  }
  async function follow(url = '/inbjudan#hemlig-kod'): Promise<void> {
    await harness.navigateByUrl(url);
    page = harness.routeNativeElement!;
    await settle();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  async function send(password: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement>('input[type=password]')!;
    field.value = password;
    field.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('is taken out of the address at once, so that it lies in no history', async () => {
    await follow();
    expect(TestBed.inject(Location).path(true)).toBe('/inbjudan');
    server.expectOne(LOOK_UP);
  });

  it('says who invites whom', async () => {
    await open();
    expect(page.querySelector('h1')?.textContent).toContain('Björkens assistans AB');
    expect(text()).toContain('Lunda kommun följer upp er verksamhet');
    expect(text()).toContain('ali@bjorken.example');
  });

  it('makes an account with a name and a new password, and leads to what is to be done', async () => {
    await open();
    await send('tre gröna björkar');
    const request = server.expectOne(ACCEPT);
    expect(request.request.body).toEqual({ token: 'hemlig-kod', name: 'Ali Demir', password: 'tre gröna björkar' });
    request.flush({});
    await settle();
    server.expectOne('/api/session').flush(aProviderSession());
    await settle();
    expect(TestBed.inject(Router).url).toBe('/att-gora');
  });

  it('asks for a password that is long enough', async () => {
    await open();
    await send('björk');
    server.expectNone(ACCEPT);
    expect(text()).toContain('Lösenordet ska ha minst 12 tecken.');
  });

  it('asks for the password of an account that is there already', async () => {
    await open({ hasAccount: true });
    expect(page.querySelector('input[autocomplete=name]')).toBeNull();
    await send('fel');
    server
      .expectOne(ACCEPT)
      .flush({ title: 'E-postadressen eller lösenordet stämmer inte.' }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(page.querySelector('.summary')?.textContent).toContain('lösenordet stämmer inte');
    await send('rätt lösenord');
    server.expectOne(ACCEPT);
  });

  it('that is used, revoked or too old says what to do', async () => {
    await follow();
    server.expectOne(LOOK_UP).flush({ title: 'Över.', code: 'invitation-over' }, { status: 410, statusText: 'Gone' });
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Länken gäller inte längre');
    expect(text()).toContain('skicka en ny inbjudan');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/logga-in');
  });

  it('that ends while its form stands open says the same', async () => {
    await open();
    await send('tre gröna björkar');
    server.expectOne(ACCEPT).flush({ title: 'Över.', code: 'invitation-over' }, { status: 410, statusText: 'Gone' });
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Länken gäller inte längre');
  });

  it('is looked up again after a lost network', async () => {
    await follow();
    server.expectOne(LOOK_UP).error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Ingen kontakt med Insyn');
    page.querySelector('button')!.click();
    server.expectOne(LOOK_UP);
  });

  it('without its secret asks for nothing, and says to open the mail', async () => {
    await follow('/inbjudan');
    server.expectNone(LOOK_UP);
    expect(page.querySelector('h1')?.textContent).toBe('Öppna länken i mejlet');
  });
});
