import { XhrFactory } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Attachments } from './attachments.js';

/** The browser's request, answered by the spec: what it sends cannot be seen otherwise, nor its progress driven. */
class Sent extends EventTarget {
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  url = '';
  body: FormData | null = null;
  status = 0;
  statusText = '';
  response = '';
  responseText = '';
  responseType = '';
  responseURL = '';
  withCredentials = false;
  timeout = 0;
  readyState = 1;

  open(_method: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  getAllResponseHeaders(): string {
    return '';
  }
  getResponseHeader(): null {
    return null;
  }
  abort(): void {
    this.readyState = 0;
  }
  send(body: FormData): void {
    this.body = body;
  }

  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total }));
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.response = this.responseText = JSON.stringify(body);
    this.dispatchEvent(new ProgressEvent('load'));
  }
}

describe('the files of a case', () => {
  let fixture: ComponentFixture<Attachments>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let sent: Sent[];

  beforeEach(() => {
    sent = [];
    const build = () => {
      const request = new Sent();
      sent.push(request);
      return request;
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        { provide: XhrFactory, useValue: { build } },
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
    TestBed.inject(OpenFollowUp).id.set('u1');
    fixture = TestBed.createComponent(Attachments);
    fixture.componentRef.setInput('attachments', []);
    fixture.componentRef.setInput('evidenceId', 'e1');
    fixture.componentRef.setInput('editable', true);
    page = fixture.nativeElement;
    fixture.detectChanges();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView());
  });

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function choose(...files: File[]): Promise<void> {
    const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    field.dispatchEvent(new Event('change'));
    await settle();
  }
  const plan = () => new File(['%PDF-1.7'], 'rutin.pdf', { type: 'application/pdf' });
  const errors = () => [...page.querySelectorAll('[role=alert]')].map((each) => each.textContent?.trim());

  it('are sent with what they belong to, and the case is read anew when they have arrived', async () => {
    await choose(plan());
    const [request] = sent;
    expect(request!.url).toBe('/api/follow-ups/u1/attachments');
    expect(request!.body?.get('evidenceId')).toBe('e1');
    expect((request!.body?.get('file') as File).name).toBe('rutin.pdf');
    expect(request!.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    request!.answer(201, { id: 'file-1' });
    await settle();
    server.expectOne('/api/follow-ups/u1');
    expect(page.querySelector('progress')).toBeNull();
  });

  it('say how far they have come', async () => {
    await choose(plan());
    sent[0]!.progress(30, 120);
    await settle();
    expect(page.querySelector('label')?.textContent).toContain('rutin.pdf');
    expect(page.querySelector('progress')?.value).toBe(25);
  });

  it('are sent one after another', async () => {
    await choose(plan(), new File(['a;b'], 'svar.csv'));
    expect(sent).toHaveLength(1);
    sent[0]!.answer(201, { id: 'file-1' });
    await settle();
    expect(sent).toHaveLength(2);
    expect((sent[1]!.body?.get('file') as File).name).toBe('svar.csv');
  });

  it('are told of by name when the server refuses one', async () => {
    await choose(plan());
    sent[0]!.answer(400, { title: 'Filen är inte av det slag som namnet säger.', code: 'wrong-content' });
    await settle();
    expect(errors()).toEqual(['rutin.pdf: Filen är inte av det slag som namnet säger.']);
    server.expectNone('/api/follow-ups/u1');
  });

  it('are never sent when they are empty, too large or of a kind that is not taken', async () => {
    const large = plan();
    Object.defineProperty(large, 'size', { value: 25 * 1024 * 1024 + 1 });
    await choose(new File([], 'tom.pdf'), new File(['MZ'], 'program.exe'), large);
    expect(errors()).toEqual([
      'tom.pdf: Filen är tom.',
      'program.exe: Filen är av ett slag som inte tas emot.',
      'rutin.pdf: Filen är större än 25 MB.',
    ]);
    expect(sent).toEqual([]);
  });

  it('wait for signing in again when the session has ended, and are then sent with the same key', async () => {
    const session = TestBed.inject(Session);
    await choose(plan());
    sent[0]!.answer(401, { title: 'Du behöver logga in.' });
    await settle();
    expect(session.lost()).toBe(true);
    const signingIn = session.signIn('maja@lunda.example', 'hemligt');
    server.expectOne('/api/sessions').flush(null);
    await settle();
    server.expectOne('/api/session').flush(aSession());
    await signingIn;
    await settle();
    expect(sent).toHaveLength(2);
    expect(sent[1]!.headers.get('Idempotency-Key')).toBe(sent[0]!.headers.get('Idempotency-Key'));
  });

  it('can be read but not added to once the content is frozen (R11)', async () => {
    const file = { id: 'file-1', fileName: 'rutin.pdf', size: 123_400, href: '/api/attachments/file-1' };
    fixture.componentRef.setInput('attachments', [file]);
    fixture.componentRef.setInput('editable', false);
    await settle();
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/api/attachments/file-1');
    expect(page.querySelector('li')?.textContent).toContain('123 kB');
    expect(page.querySelector('input')).toBeNull();
  });
});
