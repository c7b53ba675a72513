import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { PortalRequestView, SubmissionView } from '@insyn/api-schema';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { anAnswer, aProviderSession, aRequest } from '../a-request.js';
import { RequestPage } from './request-page.js';

export const URL_OF_REQUEST = '/api/portal/requests/r1';

// The first page of a spec compiles the templates of every kind of question.
jest.setTimeout(30_000);

/** For specs: the page of a request, its server and its clock. */
export class RequestPageProbe {
  readonly server: HttpTestingController;
  private fixture!: ComponentFixture<RequestPage>;
  page!: HTMLElement;

  constructor() {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    sessionStorage.clear();
    window.scrollTo = () => undefined;
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    this.server = TestBed.inject(HttpTestingController);
  }

  /** The page before its request has been read. */
  async begin(): Promise<void> {
    const loading = TestBed.inject(Session).load();
    this.server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    this.fixture = TestBed.createComponent(RequestPage);
    this.fixture.componentRef.setInput('requestId', 'r1');
    this.page = this.fixture.nativeElement as HTMLElement;
    document.body.append(this.page);
    await this.settle();
  }

  async open(view: PortalRequestView = aRequest()): Promise<void> {
    await this.begin();
    this.server.expectOne(URL_OF_REQUEST).flush(view);
    await this.settle();
    this.server.expectOne({ method: 'POST', url: `${URL_OF_REQUEST}/read` }).flush({ id: 'r1', version: 4 });
    await this.settle();
  }

  close(): void {
    this.fixture.destroy();
    this.page.remove();
    jest.useRealTimers();
    sessionStorage.clear();
  }

  async settle(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    this.fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    this.fixture.detectChanges();
  }

  text(): string {
    return this.page.textContent.replace(/\s+/g, ' ');
  }

  press(word: string): void {
    const buttons = [...this.page.querySelectorAll('button')];
    const found = buttons.find((each) => each.textContent.replace(/\s+/g, ' ').trim().startsWith(word));
    if (!found) throw new Error(`There is no button ${word}.`);
    found.click();
  }

  /** The answer to a question that is on its way; there must be exactly one. */
  sent(questionId: string): TestRequest {
    return this.server.expectOne({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/${questionId}` });
  }

  nothingSent(questionId: string): void {
    this.server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/${questionId}` });
  }

  radio(yes: boolean): HTMLInputElement | undefined {
    return this.page.querySelectorAll<HTMLInputElement>('input[type=radio]')[yes ? 0 : 1];
  }

  async say(yes: boolean): Promise<void> {
    this.radio(yes)?.click();
    await this.settle();
  }

  async write(id: string, words: string): Promise<void> {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`No field ${id}.`);
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await this.settle();
  }

  missing(): string[] {
    return [...this.page.querySelectorAll('.missing li')].map((each) => each.textContent.trim());
  }

  asked(): string[] {
    return [...this.page.querySelectorAll('.question .number')].map((each) => each.textContent);
  }
}

/** For specs: a request with every answer and document that it asks for. */
export function aCompleteRequest(): PortalRequestView {
  return aRequest({
    state: 'answering',
    answers: [anAnswer(), anAnswer({ id: 'a3', questionId: 'q3', value: { kind: 'share', n: 7, of: 9 } })],
    files: [
      {
        ...{ id: 'f1', questionId: null, wantedDocumentId: 'w1', fileName: 'rutin.pdf', mediaType: 'application/pdf' },
        ...{ size: 1000, sha256: 'a'.repeat(64), uploadedAt: '2026-11-22T10:00:00.000Z', href: '/f1' },
      },
    ],
  });
}

/** For specs: a round of those answers. */
export function aSubmission(changes: Partial<SubmissionView> = {}): SubmissionView {
  return {
    ...{ id: 's1', number: 1, submittedBy: 'Ali Demir', submittedAt: '2026-11-22T11:00:00.000Z', late: false },
    ...{ onBehalf: false, seal: 'b'.repeat(64), returned: [], receipt: null },
    answers: aCompleteRequest().answers.map(({ questionId, value, comment, source, sourceNote }) => ({
      ...{ questionId, value, comment, source, sourceNote },
    })),
    ...changes,
  };
}
