import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { outputToObservable } from '@angular/core/rxjs-interop';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { problems } from '../http/problems.js';
import { aSession } from './a-session.js';
import { SignInForm } from './sign-in-form.js';

describe('signing in', () => {
  let fixture: ComponentFixture<SignInForm>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SignInForm);
    page = fixture.nativeElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  const control = (type: string) => page.querySelector<HTMLInputElement>(`input[type=${type}]`)!;
  function write(type: string, text: string): void {
    control(type).value = text;
    control(type).dispatchEvent(new Event('input'));
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }

  it('begins in the field for the e-mail address, with no complaint', () => {
    expect(document.activeElement).toBe(control('email'));
    expect(page.querySelector('.error-text, .summary')).toBeNull();
  });

  it('says what to write, at the field and in a list whose links lead there', async () => {
    await send();
    server.expectNone('/api/sessions');
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.summary a')];
    expect(links.map((link) => link.textContent)).toEqual([
      'Skriv din e-postadress, till exempel namn@kommun.se.',
      'Skriv ditt lösenord.',
    ]);
    const password = control('password');
    expect(password.getAttribute('aria-invalid')).toBe('true');
    const error = document.getElementById(password.getAttribute('aria-describedby')!);
    expect(error?.textContent).toBe('Skriv ditt lösenord.');
    links[1]!.click();
    expect(document.activeElement).toBe(password);
  });

  it('keeps what was typed and says why when the password is wrong', async () => {
    write('email', 'maja@lunda.example');
    write('password', 'fel');
    await send();
    server
      .expectOne('/api/sessions')
      .flush({ title: 'E-postadressen eller lösenordet stämmer inte.' }, { status: 401, statusText: 'Unauthorized' });
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('E-postadressen eller lösenordet stämmer inte.');
    expect(control('email').value).toBe('maja@lunda.example');
  });

  it('lets the right one in', async () => {
    const signedIn = firstValueFrom(outputToObservable(fixture.componentInstance.signedIn));
    write('email', ' maja@lunda.example ');
    write('password', 'hemligt');
    await send();
    const sent = server.expectOne('/api/sessions');
    expect(sent.request.body).toEqual({ email: 'maja@lunda.example', password: 'hemligt' });
    sent.flush(null);
    await new Promise((resolve) => setTimeout(resolve));
    server.expectOne('/api/session').flush(aSession());
    await expect(signedIn).resolves.toBeUndefined();
  });
});
