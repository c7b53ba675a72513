import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpListItem, RoundView } from '@insyn/api-schema';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { aRequestRow } from './a-request.js';
import { RoundListPage } from './round-list-page.js';
import { RoundNewPage } from './round-new-page.js';
import { RoundPage } from './round-page.js';

const followUp = (id: string, committee = 'Socialnämnden'): FollowUpListItem => ({
  id,
  title: `Uppföljning ${id}`,
  caseNumber: `SON/2026/${id}`,
  kind: 'planned',
  year: 2026,
  state: 'gathering',
  provider: `Utförare ${id}`,
  unit: 'Enheten',
  committee,
  outcome: null,
  decisionDue: null,
  recheckDue: null,
});
const ROUND: RoundView = {
  id: 'o1',
  name: 'Hemtjänst, tertial 3',
  createdAt: '2026-11-06T08:00:00.000Z',
  counts: { sent: 2, read: 1, started: 1, answered: 1, overdue: 1 },
  requests: [
    aRequestRow(),
    aRequestRow({
      id: 'r2',
      provider: 'Hemstöd Syd AB',
      state: 'sent',
      readAt: null,
      startedAt: null,
      answeredAt: null,
      late: true,
      answered: 0,
      mailFailed: true,
    }),
  ],
};

jest.setTimeout(20_000);

describe('the pages of rounds', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let went: unknown[][];

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    went = [];
    TestBed.inject(Router).navigate = (commands) => {
      went.push([...commands]);
      return Promise.resolve(true);
    };
  });

  async function open(type: Type<unknown>, inputs: Record<string, unknown> = {}): Promise<void> {
    const loading = TestBed.inject(Session).load();
    const [home, away] = [
      { id: 'committee-1', name: 'Socialnämnden' },
      { id: 'committee-2', name: 'Äldrenämnden' },
    ];
    const reads = { role: 'auditor' as const, committees: [{ id: 'committee-3', name: 'Kulturnämnden' }] };
    const memberships = [{ role: 'officer' as const, committees: [home, away] }, reads];
    server.expectOne('/api/session').flush(aSession({ committees: [home, away, ...reads.committees], memberships }));
    await loading;
    fixture = TestBed.createComponent(type);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    }
  }
  async function answer(url: string, body: unknown, status = 200): Promise<void> {
    server.expectOne((request) => request.urlWithParams === url).flush(body as object, { status, statusText: 'x' });
    await settle();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const labelled = (words: string) =>
    [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(words))!;
  async function tick(words: string): Promise<void> {
    labelled(words).querySelector('input')!.click();
    await settle();
  }
  async function send(): Promise<void> {
    page.querySelector('form.form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const options = {
    contacts: [],
    questionSets: [{ versionId: 'v3', name: 'Hemtjänst', number: 1, questions: 30, frozen: true }],
    proposedDue: '2026-12-07',
    questionnaireDays: 14,
  };

  it('lists the rounds with how many have answered, and offers the first one', async () => {
    await open(RoundListPage);
    await answer('/api/request-rounds', {
      items: [
        { id: 'o1', name: 'Hemtjänst, tertial 3', createdAt: '2026-11-06T08:00:00.000Z', requests: 12, answered: 7 },
      ],
      next: null,
    });
    expect(texts('tbody td')).toEqual(['Hemtjänst, tertial 3', '6 nov 09:00', '7 av 12 har svarat']);
    fixture.destroy();
    await open(RoundListPage);
    await answer('/api/request-rounds', { items: [], next: null });
    expect(texts('app-empty-state a')).toEqual(['Skicka den första omgången']);
    fixture.destroy();
    await open(RoundListPage);
    await answer('/api/request-rounds', { title: 'Något gick fel hos oss.' }, 500);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
  });

  it('shows who has answered, who is late and whom the mail did not reach', async () => {
    await open(RoundPage, { id: 'o1' });
    await answer('/api/request-rounds/o1', ROUND);
    expect(texts('.counts div')).toEqual(['Skickade2', 'Läst1', 'Påbörjat1', 'Svarat1', 'Försenade1']);
    expect(texts('.name a')).toEqual(['Björkens assistans AB', 'Hemstöd Syd AB']);
    expect(texts('.state')[1]).toContain('Ett mejl kom inte fram');
    expect(texts('.progress')[1]).toBe('Inte läst än');
    fixture.componentRef.setInput('lage', 'sena');
    await settle();
    expect(texts('.name a')).toEqual(['Hemstöd Syd AB']);
  });

  it('sends the same request in all the chosen cases, after telling how many letters it is', async () => {
    await open(RoundNewPage);
    await answer('/api/follow-ups?state=gathering&year=2026', { items: [followUp('1'), followUp('2')], next: null });
    expect(texts('#follow-ups-count b')).toEqual(['Ingen uppföljning är vald']);
    await tick('Alla som visas');
    await answer('/api/follow-ups/1/information-requests/options', options);
    expect(texts('#follow-ups-count b')).toEqual(['2 uppföljningar är valda']);
    await send();
    expect(texts('app-error-summary li')).toEqual(['Skriv vad omgången ska heta.']);
    const name = document.getElementById(labelled('Namn').htmlFor) as HTMLInputElement;
    name.value = 'Tertial 3';
    name.dispatchEvent(new Event('input'));
    await send();
    expect(TestBed.inject(Confirm).open()?.question.text).toContain('2 brev registreras i sina ärenden');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const request = server.expectOne('/api/request-rounds');
    expect(request.request.body).toMatchObject({
      name: 'Tertial 3',
      followUpIds: ['1', '2'],
      questionSetVersionId: 'v3',
      due: '2026-12-07',
    });
    const message = 'Uppföljning 2: Utförare 2 har ingen kontaktperson med e-postadress.';
    const errors = [{ field: 'followUpIds.1', message }];
    request.flush({ title: 'Inget är skickat.', code: 'invalid', errors }, { status: 400, statusText: 'x' });
    await settle();
    expect(texts('app-error-summary li')).toEqual([message]);
    expect(went).toEqual([]);
  });

  it('offers the cases of the committees where one writes, and no others', async () => {
    await open(RoundNewPage);
    const rows = [followUp('1'), followUp('2', 'Kulturnämnden')];
    await answer('/api/follow-ups?state=gathering&year=2026', { items: rows, next: null });
    expect(texts('app-follow-up-chooser .rows .choice').map((text) => text?.split(',')[0])).toEqual([
      'Alla som visas (1)',
      'Uppföljning 1 Utförare 1',
    ]);
  });

  it('stops a round over two committees before it is sent', async () => {
    await open(RoundNewPage);
    const rows = [followUp('1'), followUp('2', 'Äldrenämnden')];
    await answer('/api/follow-ups?state=gathering&year=2026', { items: rows, next: null });
    await tick('Alla som visas');
    await answer('/api/follow-ups/1/information-requests/options', options);
    await send();
    expect(texts('app-error-summary li')[0]).toContain('olika nämnder');
    server.expectNone('/api/request-rounds');
  });
});
