import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MailView } from '@insyn/api-schema';
import { problems } from '../http/problems.js';
import { Confirm } from '../ui/confirm.js';
import { MailListPage } from './mail-list-page.js';
import { MailPage } from './mail-page.js';

const MAIL: MailView = {
  id: 'm1',
  kind: 'invitation',
  to: 'Elin Berg <elin@bjorken.example>',
  subject: 'Lunda kommun ber om information',
  state: 'failed',
  attempts: 5,
  lastError: 'E-postservern kunde inte nås.',
  createdAt: '2026-11-20T09:00:00.000Z',
  sentAt: null,
  followUp: { id: 'u1', title: 'Björkens assistans 2026' },
  text: 'Hej!\n\nhttps://insyn.example/utforare/inbjudan#••••',
  attachments: [],
  mayResend: true,
  version: 3,
};

describe('the pages of mail', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
  });

  function open(type: Type<unknown>, inputs: Record<string, unknown> = {}): void {
    fixture = TestBed.createComponent(type);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function answer(url: string, body: unknown, status = 200): Promise<void> {
    server.expectOne((request) => request.urlWithParams === url).flush(body as object, { status, statusText: 'x' });
    await settle();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());

  it('lists mail with its state, and the error in plain words', async () => {
    open(MailListPage);
    expect(page.querySelector('app-loading')).not.toBeNull();
    await answer('/api/mails', { items: [MAIL], next: null });
    expect(texts('.subject .under')).toEqual(['Inbjudan, Björkens assistans 2026']);
    expect(texts('.state')[0]).toContain('Kunde inte skickas');
    expect(texts('.state')[0]).toContain('E-postservern kunde inte nås.');
  });

  it('narrows to a state and a case, and tells an empty list from a fault', async () => {
    open(MailListPage, { lage: 'failed', arende: 'u1' });
    await answer('/api/mails?state=failed&followUpId=u1', { items: [], next: null });
    expect(texts('app-empty-state .heading')).toEqual(['Inget utskick stämmer med urvalet']);
    open(MailListPage);
    await answer('/api/mails', { items: [], next: null });
    expect(texts('app-empty-state .heading')).toEqual(['Inget är skickat än']);
    open(MailListPage, { lage: 'sent' });
    await answer('/api/mails?state=sent', { title: 'Något gick fel hos oss.' }, 500);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
  });

  it('shows the text with its link masked, and sends again at once what never left', async () => {
    open(MailPage, { id: 'm1' });
    await answer('/api/mails/m1', MAIL);
    expect(texts('.text')[0]).toContain('#••••');
    expect(page.textContent).toContain('Länken är dold');
    page.querySelector<HTMLButtonElement>('.notice button')!.click();
    await settle();
    expect(server.expectOne('/api/mails/m1/resend').request.body).toEqual({ version: 3 });
  });

  it('asks before it sends again what may have arrived', async () => {
    open(MailPage, { id: 'm1' });
    await answer('/api/mails/m1', { ...MAIL, state: 'uncertain' });
    page.querySelector<HTMLButtonElement>('.notice button')!.click();
    await settle();
    server.expectNone('/api/mails/m1/resend');
    expect(TestBed.inject(Confirm).open()?.question.text).toContain('två gånger');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    server.expectOne('/api/mails/m1/resend');
  });

  it('offers nothing to one who may not send again', async () => {
    open(MailPage, { id: 'm1' });
    await answer('/api/mails/m1', { ...MAIL, mayResend: false });
    expect(page.querySelector('.notice button')).toBeNull();
  });
});
