import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PortalRequestView } from '@insyn/api-schema';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { anAnswer, aProviderSession, aRequest } from '../a-request.js';
import { RequestPage } from './request-page.js';

const URL_OF_REQUEST = '/api/portal/requests/r1';

describe('a request at the provider', () => {
  let fixture: ComponentFixture<RequestPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
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
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
  });
  afterEach(() => {
    fixture.destroy();
    page.remove();
    jest.useRealTimers();
    sessionStorage.clear();
  });

  async function begin(): Promise<void> {
    fixture = TestBed.createComponent(RequestPage);
    fixture.componentRef.setInput('requestId', 'r1');
    page = fixture.nativeElement;
    document.body.append(page);
    await settle(0);
  }
  async function open(view: PortalRequestView = aRequest()): Promise<void> {
    await begin();
    server.expectOne(URL_OF_REQUEST).flush(view);
    await settle(0);
    server.expectOne({ method: 'POST', url: `${URL_OF_REQUEST}/read` }).flush({ id: 'r1', version: 4 });
    await settle(0);
  }
  async function settle(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) =>
      each.textContent?.replace(/\s+/g, ' ').trim().startsWith(word),
    )!;
  const answer = (id: string) => server.expectOne({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/${id}` });
  const radio = (index: number) => page.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]!;
  async function say(yes: boolean): Promise<void> {
    radio(yes ? 0 : 1).click();
    await settle(0);
  }
  async function write(id: string, words: string): Promise<void> {
    const field = document.getElementById(id) as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await settle(0);
  }
  const missing = () => [...page.querySelectorAll('.missing li')].map((each) => each.textContent?.trim());
  const asked = () => [...page.querySelectorAll('.question .number')].map((each) => each.textContent);
  const complete = () =>
    aRequest({
      state: 'answering',
      answers: [anAnswer(), anAnswer({ id: 'a3', questionId: 'q3', value: { kind: 'share', n: 7, of: 9 } })],
      files: [
        {
          ...{
            id: 'f1',
            questionId: null,
            wantedDocumentId: 'w1',
            fileName: 'rutin.pdf',
            mediaType: 'application/pdf',
          },
          ...{ size: 1000, sha256: 'a'.repeat(64), uploadedAt: '2026-11-22T10:00:00.000Z', href: '/f1' },
        },
      ],
    });

  it('stands as grey lines until it has been read', async () => {
    await begin();
    expect(page.querySelector('[role=status]')?.textContent).toBe('Läser in …');
    server.expectOne(URL_OF_REQUEST);
  });

  it.each([
    [404, 'Sidan finns inte'],
    [403, 'Du har inte behörighet'],
    [500, 'Det gick inte att läsa in sidan'],
  ])('says what is wrong when it cannot be read (%i)', async (status, heading) => {
    await begin();
    server.expectOne(URL_OF_REQUEST).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle(0);
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });

  it('has the letter, the day to answer by and what is missing, and tells the municipality that it was read', async () => {
    await open();
    expect(text()).toContain('Svara senast onsdag 25 november 2026');
    expect(text()).toContain('3 dagar kvar');
    expect(text()).toContain('Vi följer upp avtalet.');
    expect(page.querySelector<HTMLAnchorElement>('a[href="/api/portal/documents/d1"]')?.textContent).toContain('PDF');
    expect(missing()).toEqual([
      '1.1 Finns skriftliga rutiner? Svar saknas',
      '2.1 Hur många har plan? Svar saknas',
      'Rutin för avvikelser Handlingen saknas',
    ]);
  });

  it('leads from what is missing to where it is answered', async () => {
    await open();
    page.querySelectorAll<HTMLAnchorElement>('.missing a')[2]!.click();
    expect(document.activeElement).toBe(document.getElementById('handling-w1'));
  });

  it('asks the question that an answer brings with it at once, and saves one after the other', async () => {
    await open();
    expect(asked()).toEqual(['1.1', '2.1']);
    await say(false);
    expect(asked()).toEqual(['1.1', '1.1b', '2.1']);
    await write('svar-q2', 'Rutin för lex Sarah');
    await settle(1000);
    server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/q2` });
    const first = answer('q1');
    expect(first.request.body).toMatchObject({
      value: { kind: 'yes-no', yes: false },
      version: null,
      source: 'provider',
    });
    first.flush(anAnswer({ value: { kind: 'yes-no', yes: false } }));
    await settle(0);
    answer('q2').flush(anAnswer({ id: 'a2', questionId: 'q2', value: { kind: 'text', text: 'Rutin för lex Sarah' } }));
    await settle(0);
    expect(page.querySelector('.foot app-saved-indicator')?.textContent).toMatch(/^Sparat \d\d:\d\d$/);
  });

  it('keeps what is written without a network, and sends it once when it is back', async () => {
    await open();
    await say(true);
    await settle(1000);
    answer('q1').error(new ProgressEvent('error'));
    await settle(0);
    expect(page.querySelector('.foot')?.textContent).toContain('Inte sparat än. Texten finns kvar här.');
    expect(sessionStorage.getItem('insyn.draft.account-9.answer/r1/q1')).toContain('"yes":true');
    window.dispatchEvent(new Event('offline'));
    await settle(0);
    window.dispatchEvent(new Event('online'));
    await settle(0);
    answer('q1').flush(anAnswer());
    await settle(20_000);
    server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/q1` });
    expect(sessionStorage.length).toBe(0);
  });

  it('has what was written and never saved after a reload, and sends it', async () => {
    const written = {
      value: { kind: 'yes-no', yes: false },
      comment: '',
      source: 'provider',
      sourceNote: '',
      version: null,
    };
    sessionStorage.setItem('insyn.draft.account-9.answer/r1/q1', JSON.stringify(written));
    await open();
    expect(radio(1).checked).toBe(true);
    await settle(1000);
    expect(answer('q1').request.body).toMatchObject({ value: { kind: 'yes-no', yes: false } });
  });

  it('names the version of what it changes, also twice in a row', async () => {
    await open(aRequest({ state: 'answering', answers: [anAnswer({ version: 3 })] }));
    await say(false);
    await settle(1000);
    const first = answer('q1');
    expect(first.request.body).toMatchObject({ version: 3 });
    await say(true);
    first.flush(anAnswer({ value: { kind: 'yes-no', yes: false }, version: 4 }));
    await settle(2000);
    expect(answer('q1').request.body).toMatchObject({ version: 4, value: { kind: 'yes-no', yes: true } });
  });

  describe('when a colleague has answered the same question', () => {
    beforeEach(async () => {
      await open(aRequest({ state: 'answering', answers: [anAnswer({ version: 1 })] }));
      await say(false);
      await settle(1000);
      const theirs = anAnswer({ comment: 'Reviderad i våras.', changedBy: 'Eva Lind', version: 2 });
      answer('q1').flush(
        { title: 'Frågan har besvarats av Eva Lind under tiden.', code: 'stale-version', answer: theirs },
        { status: 409, statusText: 'Conflict' },
      );
      await settle(0);
    });

    it('shows both answers', () => {
      const notice = page.querySelector('app-conflict-notice')!.textContent!;
      expect(notice).toContain('Eva Lind');
      expect(notice).toMatch(/Din text.*Nej.*Det som är sparat.*Ja.*Reviderad i våras\./s);
    });

    it('saves one’s own on top of the colleague’s when one says so', async () => {
      button('Spara min text').click();
      await settle(0);
      expect(answer('q1').request.body).toMatchObject({ value: { kind: 'yes-no', yes: false }, version: 2 });
    });

    it('keeps the colleague’s when one says so, and sends nothing', async () => {
      button('Behåll det sparade').click();
      await settle(5000);
      server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/q1` });
      expect(radio(0).checked).toBe(true);
      expect(text()).toContain('Eva Lind');
    });
  });

  it('offers an earlier answer with its source and date, and takes it only when one says so', async () => {
    const earlier = {
      ...{ questionId: 'q3', value: { kind: 'share' as const, n: 5, of: 9 }, comment: '' },
      ...{ source: 'Lunda kommun, Uppföljning 2025', submittedOn: '2025-03-04' },
    };
    await open(aRequest({ earlier: [earlier] }));
    expect(page.querySelector('.offer')?.textContent).toContain('Lunda kommun, Uppföljning 2025, inlämnat 4 mars 2025');
    await settle(5000);
    server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/q3` });
    button('Använd svaret').click();
    await settle(0);
    expect(answer('q3').request.body).toMatchObject({
      value: { kind: 'share', n: 5, of: 9 },
      source: 'earlier',
      sourceNote: 'Lunda kommun, Uppföljning 2025, inlämnat 4 mars 2025',
    });
    expect(page.querySelector('.offer')).toBeNull();
  });

  it('never sends an answer outside its bounds, and says what is wrong', async () => {
    await open();
    await write('svar-q3', '10');
    await write('svar-q3-av', '9');
    await settle(1000);
    server.expectNone({ method: 'PUT', url: `${URL_OF_REQUEST}/answers/q3` });
    expect(text()).toContain('10 kan inte vara fler än 9');
    expect(missing()).toContain('2.1 Hur många har plan? 10 kan inte vara fler än 9');
  });

  it('is not handed in while something is missing: the list takes the focus', async () => {
    await open();
    button('Lämna in svaren').click();
    await settle(0);
    expect(document.activeElement).toBe(page.querySelector('.missing'));
    server.expectNone({ method: 'POST', url: `${URL_OF_REQUEST}/submit` });
  });

  it('is handed in once, after a question, and is then read anew', async () => {
    await open(complete());
    expect(text()).toContain('Allt som behövs är besvarat');
    const confirm = TestBed.inject(Confirm);
    button('Lämna in svaren').click();
    button('Lämna').click();
    await settle(0);
    expect(confirm.open()?.question.heading).toBe('Lämna in svaren?');
    confirm.answer({ reason: '' });
    await settle(0);
    const sent = server.expectOne({ method: 'POST', url: `${URL_OF_REQUEST}/submit` });
    expect(sent.request.body).toEqual({ version: 4 });
    sent.flush({ id: 'r1', version: 5 });
    await settle(0);
    const submission = {
      ...{ id: 's1', number: 1, submittedBy: 'Ali Demir', submittedAt: '2026-11-22T11:00:00.000Z', late: false },
      ...{ onBehalf: false, seal: 'b'.repeat(64), answers: [], returned: [] },
      receipt: { id: 'd2', title: 'Kvittens', href: '/api/portal/documents/d2' },
    };
    const now = { ...complete(), state: 'answered' as const, editable: false, submissions: [submission] };
    server.expectOne(URL_OF_REQUEST).flush(now);
    await settle(0);
    expect(page.querySelector<HTMLAnchorElement>('a[href="/api/portal/documents/d2"]')?.textContent).toContain(
      'kvittensen',
    );
    expect(page.querySelector('.foot')).toBeNull();
    expect(page.querySelector('input')).toBeNull();
    expect(text()).toContain('7 av 9');
  });

  it('is not handed in when the network is lost, and says which answer is not saved', async () => {
    await open(complete());
    await write('svar-q3', '8');
    button('Lämna in svaren').click();
    await settle(0);
    answer('q3').error(new ProgressEvent('error'));
    await settle(0);
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('svaret på fråga 2.1 kunde inte sparas');
    expect(TestBed.inject(Confirm).open()).toBeNull();
  });

  it('has only the returned questions open, first, with what the municipality wrote', async () => {
    const submission = {
      ...{ id: 's1', number: 1, submittedBy: 'Ali Demir', submittedAt: '2026-11-22T11:00:00.000Z', late: false },
      ...{ onBehalf: false, seal: 'b'.repeat(64), receipt: null },
      answers: complete().answers.map(({ questionId, value, comment, source, sourceNote }) => ({
        ...{ questionId, value, comment, source, sourceNote },
      })),
      returned: [{ questionId: 'q1', comment: 'Vi saknar datum.', createdAt: '2026-11-22T12:00:00.000Z' }],
    };
    await open({
      ...complete(),
      state: 'returned',
      returned: [{ questionId: 'q1', comment: 'Vi saknar datum.' }],
      submissions: [submission],
    });
    expect(asked()).toEqual(['1.1', '2.1']);
    expect(page.querySelector('.question')?.textContent).toContain('Vi saknar datum.');
    expect(page.querySelectorAll('.question fieldset')).toHaveLength(1);
    expect(page.querySelector('details.rest')?.textContent).toContain('7 av 9');
    await say(false);
    expect(asked().slice(0, 2)).toEqual(['1.1', '1.1b']);
  });

  it('says that the day has passed, and is still handed in', async () => {
    await open(aRequest({ due: '2026-11-20' }));
    expect(text()).toContain('Ni kan fortfarande lämna in svaren');
    expect(button('Lämna in svaren')).toBeDefined();
  });
});
