import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { aProviderSession, aRequest } from '../a-request.js';
import { LexSarahPage } from './lex-sarah-page.js';

describe('a lex Sarah notice of the provider', () => {
  let fixture: ComponentFixture<LexSarahPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'informationsbegaran/:requestId', children: [] }]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    begin();
  });
  afterEach(() => sessionStorage.clear());

  function begin(): void {
    fixture = TestBed.createComponent(LexSarahPage);
    fixture.componentRef.setInput('requestId', 'r1');
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(): Promise<void> {
    server.expectOne('/api/portal/requests/r1').flush(aRequest());
    await settle();
  }
  function write(index: number, words: string): void {
    const field = page.querySelectorAll<HTMLInputElement>('form input, form textarea')[index]!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const notices = () => server.match({ method: 'POST', url: '/api/portal/lex-sarah' });

  it('says to which municipality and about which unit it goes, and who reads it', async () => {
    expect(page.querySelector('app-loading')).not.toBeNull();
    await open();
    expect(page.querySelector('.prose')?.textContent).toMatch(/Lunda kommun.*Björken Lunda.*utsedda/s);
  });

  it('is sent with its day, title and text', async () => {
    await open();
    write(1, 'Utebliven insats');
    write(2, 'En insats uteblev en kväll.');
    await send();
    const [sent] = notices();
    const words = { receivedOn: '2026-11-22', title: 'Utebliven insats', text: 'En insats uteblev en kväll.' };
    expect(sent!.request.body).toEqual({ requestId: 'r1', ...words });
    sent!.flush({ id: 's1', version: 1 });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/informationsbegaran/r1');
    expect(sessionStorage.length).toBe(0);
  });

  it('says what is missing, and that a day cannot lie ahead', async () => {
    await open();
    write(0, '2026-11-23');
    await send();
    expect([...page.querySelectorAll('.summary li')].map((each) => each.textContent?.trim())).toEqual([
      'Dagen har inte varit än.',
      'Skriv vad det gäller.',
      'Skriv vad som har hänt.',
    ]);
    expect(notices()).toEqual([]);
  });

  it('keeps its words through a lost network and a reload', async () => {
    await open();
    write(1, 'Utebliven insats');
    write(2, 'En insats uteblev.');
    await send();
    notices()[0]!.error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('.summary')?.textContent).toContain('Det går inte att nå Insyn');
    fixture.destroy();
    begin();
    await open();
    expect(page.querySelector('textarea')?.value).toBe('En insats uteblev.');
  });

  it.each([
    [404, 'Sidan finns inte'],
    [403, 'Du har inte behörighet'],
  ])('is not offered about a request that is not one’s own (%i)', async (status, heading) => {
    server.expectOne('/api/portal/requests/r1').flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
    expect(page.querySelector('form')).toBeNull();
  });
});
