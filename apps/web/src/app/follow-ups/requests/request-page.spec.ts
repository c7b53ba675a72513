import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RequestView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aContact, aRequest, anAnswer, anAnswerFile } from '../../information-requests/a-request.js';
import { aQuestion } from '../../questions/a-question.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RequestPage } from './request-page.js';

const REQUEST = '/api/information-requests/r1';

jest.setTimeout(30_000);

describe('the page of an information request', () => {
  let fixture: ComponentFixture<RequestPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(changes: Partial<RequestView> = {}, status = 200): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await loading;
    const followUp = TestBed.inject(OpenFollowUp);
    followUp.id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView());
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(RequestPage);
    fixture.componentRef.setInput('requestId', 'r1');
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    await settle();
    expect(page.querySelector('app-loading')).not.toBeNull();
    const body = status === 200 ? aRequest(changes) : { title: 'Begäran finns inte.' };
    server.expectOne(REQUEST).flush(body, { status, statusText: 'x' });
    await settle();
  }
  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function confirmed(reason = ''): Promise<void> {
    TestBed.inject(Confirm).answer({ reason });
    await settle();
  }
  async function write(id: string, text: string): Promise<void> {
    const control = document.getElementById(id) as HTMLTextAreaElement;
    control.value = text;
    control.dispatchEvent(new Event('input'));
    await settle();
  }
  const told = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text }) => text);
  const sent = (name: string) => server.expectOne(`${REQUEST}/${name}`);

  it('shows each answer with where it came from, what was sent, and the rounds with their seals', async () => {
    await open({ answers: [anAnswer({ source: 'earlier', sourceNote: 'Uppföljning 2025, inlämnad 2025-03-04' })] });
    expect(texts('.source')[0]).toContain(
      'Hämtad från tidigare omgång: Uppföljning 2025, inlämnad 2025-03-04, Elin Berg 19 nov 14:30',
    );
    expect(page.querySelector('app-request-facts a')?.getAttribute('href')).toBe('/api/documents/d1');
    expect(texts('app-request-history article')[0]).toContain('Inlämning 1');
    expect(texts('app-request-history article')[0]).toContain('4f2a9c1e');
    expect(texts('app-request-history dd')).toEqual(['Nej Se bilagan']);
  });

  it('says that nothing has come yet, and why it could not be read', async () => {
    await open({ state: 'sent', submissions: [], answers: [], startedAt: null, answeredAt: null, offers: [] });
    expect(page.querySelector('app-empty-state')?.textContent).toContain('Inga svar än');
    expect(page.textContent).not.toContain('Inget svar');
    const folded = page.querySelector<HTMLDetailsElement>('app-request-answers details')!;
    expect([folded.open, folded.querySelectorAll('li').length]).toEqual([false, 2]);
    expect(folded.textContent).toContain('Har alla en aktuell plan?');
    fixture.destroy();
    TestBed.inject(OpenFollowUp).id.set(null);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await open({}, 404);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Begäran finns inte.');
  });

  it('returns single questions, each with what is missing, after a question', async () => {
    await open();
    await press('Återlämna frågor');
    const form = () => page.querySelector('app-return-form form')!;
    form().dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('app-error-summary li')).toEqual(['Markera minst en fråga som ska kompletteras.']);
    document.getElementById('return-q2')!.click();
    await settle();
    form().dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('app-error-summary li')).toEqual(['Skriv vad som ska kompletteras i fråga 2.5.']);
    await write('return-q2-comment', ' Ange siffran för hela året. ');
    form().dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(TestBed.inject(Confirm).open()?.question.text).toContain('fråga 2.5');
    await confirmed();
    const request = sent('return');
    expect(request.request.body).toEqual({
      version: 7,
      questions: [{ questionId: 'q2', comment: 'Ange siffran för hela året.' }],
    });
    request.flush({ id: 'r1', version: 8 });
    await settle();
    server.expectOne(REQUEST).flush(aRequest({ state: 'returned', offers: ['withdraw'], version: 8 }));
    await settle();
    expect(page.querySelector('app-return-form')).toBeNull();
    expect(texts('.head app-chip')).toEqual(['Återlämnad för komplettering']);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('makes a finding of what an answer proposes, on the clause that the question names and with the request as evidence', async () => {
    await open();
    expect(texts('app-proposed-findings article')[0]).toContain('Fråga 2.4: Nej');
    await press('Gör iakttagelse');
    page.querySelector('app-finding-form form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const request = server.expectOne('/api/follow-ups/u1/findings');
    expect(request.request.body).toMatchObject({
      kind: 'deficiency',
      severity: 'serious',
      title: 'Alla har inte en aktuell plan',
      clauseIds: ['c15'],
      evidenceIds: ['e9'],
    });
  });

  it('asks which clause when the question names none in the scope', async () => {
    const [first, ...others] = aRequest().questions;
    await open({ questions: [{ ...first!, clauseNumber: '99' }, ...others] });
    await press('Gör iakttagelse');
    expect(page.querySelector('app-finding-form')).toBeNull();
    expect(page.textContent).toContain('Välj först vilken avtalspunkt iakttagelsen gäller.');
    const select = document.getElementById('proposed-clause') as HTMLSelectElement;
    select.value = 'c17';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(page.querySelector('app-finding-form')).not.toBeNull();
  });

  it('closes on the version that was read, and tells when another was first', async () => {
    await open();
    await press('Avsluta');
    const request = sent('close');
    expect(request.request.body).toEqual({ version: 7 });
    request.flush({ title: 'Någon annan har ändrat.', code: 'stale-version' }, { status: 409, statusText: 'x' });
    await settle();
    server.expectOne(REQUEST).flush(aRequest({ version: 8 }));
    await settle();
    await press('Avsluta');
    expect(sent('close').request.body).toEqual({ version: 8 });
  });

  it('withdraws only with a reason that the provider reads', async () => {
    await open();
    await press('Återkalla');
    expect(TestBed.inject(Confirm).open()?.question.reason?.required).toBe(true);
    await confirmed('Skickad till fel enhet');
    expect(sent('withdraw').request.body).toEqual({ version: 7, reason: 'Skickad till fel enhet' });
  });

  it('decides about more time with a reason, to the day that was asked for or another', async () => {
    await open({
      state: 'answering',
      offers: ['answer', 'withdraw'],
      extensions: [
        {
          id: 'x1',
          wantedDue: '2026-12-04',
          reason: 'Chefen är sjuk.',
          askedAt: '2026-11-18T08:00:00.000Z',
          askedBy: 'Elin Berg',
          decision: null,
          newDue: null,
          decisionReason: '',
          version: 1,
        },
      ],
    });
    const form = page.querySelector('app-extension-card form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('app-error-summary li')).toEqual(['Skriv skälet till beslutet.']);
    const reason = page.querySelector<HTMLTextAreaElement>('app-extension-card textarea')!;
    await write(reason.id, 'Skälet räcker.');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(server.expectOne('/api/due-extensions/x1/decision').request.body).toEqual({
      version: 1,
      decision: 'granted',
      newDue: '2026-12-04',
      reason: 'Skälet räcker.',
    });
  });

  it('saves what the officer writes for the provider, and stops the submission with exactly what is missing', async () => {
    await open({
      state: 'answering',
      answers: [],
      submissions: [],
      proposedFindings: [],
      offers: ['answer', 'submit'],
    });
    await press('Fyll i åt utföraren');
    expect(page.textContent).toContain('Ifylld av kommunen åt utföraren');
    page.querySelector<HTMLInputElement>('app-on-behalf-question input[type=radio]')!.click();
    await press('Lämna in åt utföraren');
    const saved = server.expectOne(`${REQUEST}/answers/q1`);
    expect(saved.request.body).toEqual({ value: { kind: 'yes-no', yes: true }, comment: '', version: null });
    saved.flush(anAnswer({ source: 'on-behalf', version: 1 }));
    await settle();
    const missing = [
      { place: 'question' as const, id: 'q2', number: '2.5', text: 'Hur många?', problem: 'Svar saknas' },
    ];
    for (const each of server.match(REQUEST))
      each.flush(aRequest({ state: 'answering', offers: ['answer', 'submit'], missing }));
    await settle();
    expect(texts('app-error-summary li')).toEqual(['2.5 Hur många? – svar saknas']);
    server.expectNone(`${REQUEST}/submit`);
  });

  it('takes a file away that the officer added, after a question', async () => {
    const { questions, letter } = aRequest();
    let files = [
      anAnswerFile('f1', { questionId: null, wantedDocumentId: 'd1' }),
      anAnswerFile('f2', { questionId: 'q3', wantedDocumentId: null }),
    ];
    const changes: Partial<RequestView> = {
      ...{ state: 'answering', submissions: [], proposedFindings: [], offers: ['answer', 'submit'] },
      questions: [...questions, aQuestion({ id: 'q3', number: '3.1', kind: 'file', text: 'Försäkringsbevis' })],
      letter: { ...letter, wantedDocuments: [{ id: 'd1', text: 'Ledningssystem', required: true }] },
    };
    await open({ ...changes, files });
    await press('Fyll i åt utföraren');
    for (const id of ['f1', 'f2']) {
      [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(`${id}.pdf`))!.click();
      await settle();
      expect(TestBed.inject(Confirm).open()?.question.text).toBe(`${id}.pdf`);
      await confirmed();
      server.expectOne({ method: 'DELETE', url: `/api/answer-files/${id}` }).flush(null);
      await settle();
      files = files.filter((file) => file.id !== id);
      server.expectOne(REQUEST).flush(aRequest({ ...changes, files }));
      await settle();
      expect(page.textContent).not.toContain(`${id}.pdf`);
    }
    expect(told()).toEqual(['Filen är borttagen', 'Filen är borttagen']);
  });

  it('sends a mail again that failed, to the one whom it did not reach, and says that it waits', async () => {
    await open({ contacts: [aContact('failed')] });
    await press('Skicka igen');
    server.expectOne('/api/mails/m7').flush({ id: 'm7', version: 3 });
    await settle();
    const request = server.expectOne('/api/mails/m7/resend');
    expect(request.request.body).toEqual({ version: 3 });
    request.flush({ id: 'm7', version: 4 });
    await settle();
    expect(told()).toEqual(['Mejlet till Elin Berg står i kö för att skickas igen']);
    server.expectOne(REQUEST).flush(aRequest({ contacts: [aContact('waiting')] }));
    await settle();
    expect(page.querySelector('.again')).toBeNull();
  });

  it('says why a mail was not sent again, and asks first when it may have arrived', async () => {
    await open({ contacts: [aContact('uncertain')] });
    await press('Skicka igen');
    server.expectNone('/api/mails/m7');
    expect(TestBed.inject(Confirm).open()?.question.text).toBe('Kom det första fram får Elin Berg det två gånger.');
    await confirmed();
    server.expectOne('/api/mails/m7').flush({ id: 'm7', version: 3 });
    await settle();
    const problem = { title: 'Mejlet har redan skickats.', code: 'mail-not-resendable' };
    server.expectOne('/api/mails/m7/resend').flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(told()).toEqual(['Mejlet har redan skickats.']);
  });
});
