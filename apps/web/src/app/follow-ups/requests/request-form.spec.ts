import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpView, RequestOptions } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RequestNew } from './request-new.js';

const SEND = '/api/follow-ups/u1/information-requests';
const OPTIONS: RequestOptions = {
  contacts: [
    { id: 'k1', name: 'Elin Berg', role: 'verksamhetschef', email: 'elin@bjorken.example' },
    { id: 'k2', name: 'Per Lund', role: '', email: null },
    { id: 'k3', name: 'Sara Ek', role: 'kvalitetsansvarig', email: 'sara@bjorken.example' },
  ],
  questionSets: [{ versionId: 'v3', name: 'Personlig assistans', number: 3, questions: 43, frozen: false }],
  proposedDue: '2026-12-07',
  questionnaireDays: 14,
};

jest.setTimeout(20_000);

describe('the form of an information request', () => {
  let fixture: ComponentFixture<RequestNew>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let went: unknown[][];

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
    went = [];
    TestBed.inject(Router).navigate = (commands) => {
      went.push([...commands]);
      return Promise.resolve(true);
    };
  });

  async function open(changes: Partial<FollowUpView> = {}, options: RequestOptions | null = OPTIONS): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ today: '2026-11-22' }));
    await loading;
    const followUp = TestBed.inject(OpenFollowUp);
    followUp.id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView(changes));
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(RequestNew);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    await settle();
    if (options) server.expectOne(`${SEND}/options`).flush(options);
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const labelled = (words: string) =>
    [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(words))!;
  const control = (words: string) => document.getElementById(labelled(words).htmlFor) as HTMLInputElement;
  async function tick(words: string): Promise<void> {
    labelled(words).querySelector('input')!.click();
    await settle();
  }
  async function write(words: string, text: string): Promise<void> {
    control(words).value = text;
    control(words).dispatchEvent(new Event('input'));
    await settle();
  }
  async function press(word: string): Promise<void> {
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word))!.click();
    await settle();
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('begins with the letter, the only question set and the day that the settings propose, and says why (R1)', async () => {
    await open();
    expect(control('Rubrik').value).toBe('Begäran om information inför uppföljning 2026');
    expect(control('Meddelande').value).toContain('Vi följer upp Björken Lunda (SUN 2022-149)');
    expect(control('Frågebatteri').value).toBe('v3');
    expect(control('Svar senast').value).toBe('2026-12-07');
    expect(page.textContent).toContain(
      '14 dagar från i dag enligt kommunens inställning, flyttat till närmaste vardag',
    );
  });

  it('disables a contact without an e-mail address and says why', async () => {
    await open();
    expect(labelled('Per Lund').querySelector('input')?.disabled).toBe(true);
    expect(labelled('Per Lund').textContent).toContain('Har ingen e-postadress');
  });

  it('names what is missing and sends nothing', async () => {
    await open();
    await press('Lägg till handling');
    await write('Svar senast', '2026-11-22');
    await send();
    expect(texts('app-error-summary li')).toEqual(
      expect.arrayContaining([
        'Välj minst en mottagare.',
        'Skriv vilken handling ni vill ha, eller ta bort raden.',
        'Välj en dag efter i dag.',
      ]),
    );
    server.expectNone(SEND);
  });

  it('says what happens before it sends, then sends once and goes to the request (R16)', async () => {
    await open();
    await tick('Elin Berg');
    await write('De som kommer', 'Maja Sandell, verksamhetsutvecklare\n\n Karin Åberg ');
    await press('Lägg till handling');
    await write('Handling 1', 'Rutin för genomförandeplaner');
    await send();
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.text).toContain(
      'Brevet registreras i SON/2026/0476/739 och mejlas till Elin Berg. Svaren ska vara inne senast 7 december 2026.',
    );
    server.expectNone(SEND);
    confirm.answer({ reason: '' });
    await settle();
    const request = server.expectOne(SEND);
    expect(request.request.body).toMatchObject({
      contactIds: ['k1'],
      questionSetVersionId: 'v3',
      visitors: ['Maja Sandell, verksamhetsutvecklare', 'Karin Åberg'],
      wantedDocuments: [{ text: 'Rutin för genomförandeplaner', required: true }],
      due: '2026-12-07',
    });
    request.flush({ id: 'r9', version: 1 });
    await settle();
    expect(went).toEqual([['/uppfoljningar', 'u1', 'informationsbegaran', 'r9']]);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('tells what the server refused at its field, and keeps what was written', async () => {
    await open();
    await tick('Elin Berg');
    await write('Rubrik', 'Egen rubrik');
    await send();
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const errors = [{ field: 'due', message: 'Dagen har redan gått.' }];
    server.expectOne(SEND).flush({ title: 'Rätta.', code: 'invalid', errors }, { status: 400, statusText: 'x' });
    await settle();
    expect(texts('app-error-summary li')).toEqual(['Dagen har redan gått.']);
    expect(control('Rubrik').value).toBe('Egen rubrik');
    expect(went).toEqual([]);
  });

  it('shows the letter as a PDF before anything is sent', async () => {
    const opened: string[] = [];
    window.open = () =>
      ({
        close: () => undefined,
        location: {
          set href(to: string) {
            opened.push(to);
          },
        },
      }) as never;
    URL.createObjectURL = () => 'blob:letter';
    URL.revokeObjectURL = () => undefined;
    await open();
    await tick('Elin Berg');
    await press('Visa brevet');
    const request = server.expectOne(`${SEND}/preview`);
    expect(request.request.body).toMatchObject({ contactIds: ['k1'] });
    request.flush(new Blob(['%PDF']));
    await settle();
    expect(opened).toEqual(['blob:letter']);
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('blob:letter');
  });

  it('opens what was half-written again after a reload', async () => {
    await open();
    await write('Rubrik', 'Halvskriven');
    fixture.destroy();
    TestBed.inject(OpenFollowUp).id.set(null);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await open();
    expect(control('Rubrik').value).toBe('Halvskriven');
  });

  it('sends the reader to the provider when no contact has an address', async () => {
    await open({}, { ...OPTIONS, contacts: [OPTIONS.contacts[1]!] });
    expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('/utforare/p1');
  });

  it('is not there before the gathering has begun', async () => {
    await open({ state: 'planned' }, null);
    expect(page.querySelector('form')).toBeNull();
    expect(page.textContent).toContain('kan inte skickas i det här läget');
  });
});
