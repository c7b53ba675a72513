import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import contracts from '../contracts/contracts.routes.js';
import followUps from '../follow-ups/follow-ups.routes.js';
import { problems } from '../http/problems.js';
import providers from '../providers/providers.routes.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from './confirm.js';

jest.setTimeout(20_000);

@Component({ selector: 'app-elsewhere', template: '' })
class Elsewhere {}

describe('a half-written form', () => {
  let harness: RouterTestingHarness;
  let server: HttpTestingController;
  let confirm: Confirm;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'avtal', children: contracts },
            { path: 'utforare', children: providers },
            { path: 'uppfoljningar', children: followUps },
            { path: 'annat', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    confirm = TestBed.inject(Confirm);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await loading;
    harness = await RouterTestingHarness.create();
  });

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  async function openAndWrite(url: string): Promise<void> {
    await harness.navigateByUrl(url);
    await settle();
    const box = harness.routeNativeElement!.querySelector<HTMLInputElement>(
      'form input:not([type=search], [type=radio], [type=checkbox])',
    )!;
    box.value = '2026';
    box.dispatchEvent(new Event('input'));
    await settle();
  }
  async function leave(): Promise<string> {
    void TestBed.inject(Router).navigateByUrl('/annat');
    await settle();
    return TestBed.inject(Router).url;
  }
  const closingIsAskedAbout = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it.each(['/avtal/nytt', '/utforare/ny', '/uppfoljningar/ny'])(
    'at %s asks before one leaves the page, and stays when one turns back',
    async (url) => {
      await openAndWrite(url);
      expect(closingIsAskedAbout()).toBe(true);
      expect(await leave()).toBe(url);
      expect(confirm.open()?.question.heading).toBe('Lämna utan att spara?');
      confirm.answer(null);
      await settle();
      expect(TestBed.inject(Router).url).toBe(url);
    },
  );

  it('is left when one confirms it', async () => {
    await openAndWrite('/utforare/ny');
    await leave();
    confirm.answer({ reason: '' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/annat');
    expect(closingIsAskedAbout()).toBe(false);
  });

  it('is left without a question when nothing has been written in it', async () => {
    await harness.navigateByUrl('/avtal/nytt?utforare=');
    await settle();
    expect(closingIsAskedAbout()).toBe(false);
    expect(await leave()).toBe('/annat');
  });

  it('is left without a question once it is saved', async () => {
    await openAndWrite('/utforare/ny');
    const page = harness.routeNativeElement!;
    const [number, name] = page.querySelectorAll<HTMLInputElement>('input:not([type=radio])');
    number!.value = '556012-5790';
    name!.value = 'Söderängs Omsorg AB';
    for (const box of [number!, name!]) box.dispatchEvent(new Event('input'));
    await settle();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    server.expectOne({ method: 'POST', url: '/api/providers' }).flush({ id: 'p9', version: 1 });
    await settle();
    await settle();
    expect(confirm.open()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/utforare/p9');
  });

  it('does not hold back one who has signed out', async () => {
    await openAndWrite('/utforare/ny');
    const leaving = TestBed.inject(Session).signOut();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await leaving;
    expect(await leave()).toBe('/annat');
  });
});
