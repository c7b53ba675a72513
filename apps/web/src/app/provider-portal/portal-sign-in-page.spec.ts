import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../http/problems.js';
import { aProviderSession } from './a-request.js';
import { PortalSignInPage } from './portal-sign-in-page.js';

describe('signing in at the provider’s door', () => {
  let fixture: ComponentFixture<PortalSignInPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(till?: string): Promise<void> {
    fixture = TestBed.createComponent(PortalSignInPage);
    if (till !== undefined) fixture.componentRef.setInput('till', till);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    await fixture.whenStable();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function send(): Promise<void> {
    for (const [type, text] of [
      ['email', 'ali@bjorken.example'],
      ['password', 'ett långt lösenord'],
    ]) {
      const field = page.querySelector<HTMLInputElement>(`input[type=${type}]`)!;
      field.value = text!;
      field.dispatchEvent(new Event('input'));
    }
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  async function signedIn(): Promise<void> {
    server.expectOne('/api/sessions').flush(null);
    await settle();
    server.expectOne('/api/session').flush(aProviderSession());
    await settle();
  }

  it.each([
    ['to what is to be done', undefined, '/att-gora'],
    ['to the page that was asked for', '/informationsbegaran/r1', '/informationsbegaran/r1'],
    ['nowhere outside', '//elsewhere.example/att-gora', '/att-gora'],
    ['nowhere outside, with a protocol', 'https://elsewhere.example', '/att-gora'],
  ])('leads %s', async (_name, till, url) => {
    await open(till);
    await send();
    await signedIn();
    expect(TestBed.inject(Router).url).toBe(url);
  });

  it('stays, and says why, when the password is wrong', async () => {
    await open('/personer');
    await send();
    const problem = { title: 'E-postadressen eller lösenordet stämmer inte.', code: 'wrong-credentials' };
    server.expectOne('/api/sessions').flush(problem, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(page.textContent).toContain('E-postadressen eller lösenordet stämmer inte.');
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('tells one without an account how to get one', async () => {
    await open();
    expect(page.textContent).toContain('Du får en länk i ett mejl');
  });
});
