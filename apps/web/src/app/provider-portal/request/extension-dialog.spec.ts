import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { Toasts } from '../../ui/toasts.js';
import { aProviderSession, aRequest } from '../a-request.js';
import { ExtensionDialog } from './extension-dialog.js';

describe('asking for more time', () => {
  let fixture: ComponentFixture<ExtensionDialog>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    fixture = TestBed.createComponent(ExtensionDialog);
    fixture.componentRef.setInput('view', aRequest());
    page = fixture.nativeElement;
    await settle();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function send(wantedDue: string, reason: string): Promise<void> {
    const fields = page.querySelectorAll<HTMLInputElement>('input, textarea');
    for (const [index, value] of [wantedDue, reason].entries()) {
      fields[index]!.value = value;
      fields[index]!.dispatchEvent(new Event('input'));
    }
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const faults = () => [...page.querySelectorAll('.summary li')].map((each) => each.textContent?.trim());
  const URL_OF_EXTENSIONS = '/api/portal/requests/r1/extensions';

  it('sends the day and the reason', async () => {
    await send('2026-12-04', 'Chefen är sjuk.');
    const sent = server.expectOne(URL_OF_EXTENSIONS);
    expect(sent.request.body).toEqual({ wantedDue: '2026-12-04', reason: 'Chefen är sjuk.' });
    sent.flush({ id: 'e1', version: 1 });
    await settle();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toBe('Begäran om längre svarstid är skickad');
  });

  it('asks for a reason and for a day after the present one', async () => {
    await send('2026-11-24', '');
    expect(faults()).toEqual([
      'Den nya tiden ska gå ut efter den nuvarande, 25 november 2026.',
      'Skriv varför ni behöver mer tid.',
    ]);
    server.expectNone(URL_OF_EXTENSIONS);
  });

  it('keeps what is written when it cannot be sent', async () => {
    await send('2026-12-04', 'Chefen är sjuk.');
    server.expectOne(URL_OF_EXTENSIONS).error(new ProgressEvent('error'));
    await settle();
    expect(faults()[0]).toContain('Det går inte att nå Insyn');
    expect(page.querySelector('textarea')?.value).toBe('Chefen är sjuk.');
  });
});
