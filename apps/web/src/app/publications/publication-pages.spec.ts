import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicationView, ScreenHitView } from '@insyn/api-schema';
import { problems } from '../http/problems.js';
import { Confirm } from '../ui/confirm.js';
import { PublicationListPage } from './publication-list-page.js';
import { PublicationPage } from './publication-page.js';

const aHit = (id: string, changes: Partial<ScreenHitView> = {}): ScreenHitView => ({
  id,
  kind: 'phone',
  place: 'Bedömning § 15',
  excerpt: 'Ring 08-123 45 67 på kvällen.',
  start: 5,
  end: 17,
  advice: 'Maskera telefonnumret.',
  settlement: null,
  replacement: null,
  reason: null,
  settledBy: null,
  settledAt: null,
  version: 1,
  ...changes,
});
const SETTLED = {
  settlement: 'masked',
  reason: 'Privat.',
  settledBy: 'Maja',
  settledAt: '2026-11-20T09:20:00Z',
} as const;
const aPublication = (changes: Partial<PublicationView> = {}): PublicationView => ({
  id: 'x1',
  followUpId: 'f1',
  title: 'Gruppbostaden',
  caseNumber: 'SON/2026/0391/739',
  reportVersion: 1,
  outcome: 'approved',
  state: 'waiting',
  approvedOn: '2026-11-18',
  publishedOn: null,
  unsettled: 2,
  version: 4,
  screenedAt: '2026-11-20T09:12:00Z',
  hits: [aHit('h1', SETTLED), aHit('h2'), aHit('h3', { place: 'Bakgrund' })],
  approvedBy: null,
  approvedAt: null,
  ground: null,
  right: null,
  publishedBy: null,
  publicHref: null,
  pdfReady: false,
  withdrawnReason: null,
  may: { screen: null, approve: '2 träffar är inte avgjorda.', publish: 'Inte godkänd.', withdraw: 'Inte publicerad.' },
  ...changes,
});

describe('the pages of publications', () => {
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
    document.body.append(page);
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
  async function show(changes: Partial<PublicationView> = {}): Promise<void> {
    open(PublicationPage, { id: 'x1' });
    await answer('/api/publications/x1', aPublication(changes));
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, ' ').trim());
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === name)!;
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  describe('the list', () => {
    it('says that it is being read, then shows where each report stands and how many hits are left', async () => {
      open(PublicationListPage);
      expect(texts('h1')).toEqual(['Publicerat']);
      expect(page.querySelector('app-loading')).not.toBeNull();
      await answer('/api/publications', { items: [aPublication()], next: null });
      expect(texts('tbody td')).toEqual([
        'GruppbostadenSON/2026/0391/739, version 1',
        'Väntar2 träffar att avgöra',
        'Godkänd',
        'Beslutad 2026-11-18',
        'Inte än publicerad',
      ]);
    });

    it('is narrowed by the state in the address, and only by one that there is', async () => {
      open(PublicationListPage, { state: 'published' });
      await answer('/api/publications?state=published', { items: [], next: null });
      expect(page.textContent).toContain('Ingen rapport har det läget');
      fixture.destroy();
      open(PublicationListPage, { state: 'nonsense' });
      await answer('/api/publications', { items: [], next: null });
      expect(page.textContent).toContain('Här samlas rapporterna');
    });

    it('says why it could not be read', async () => {
      open(PublicationListPage);
      await answer('/api/publications', { title: 'Något gick fel hos oss.' }, 500);
      expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
    });
  });

  describe('a publication', () => {
    it('begins with the screen, and runs it on the version that was read (R17)', async () => {
      await show({ screenedAt: null, hits: [], unsettled: 0 });
      expect(texts('li.now')).toEqual(['Granska inte körd']);
      button('Kör granskningen').click();
      const request = server.expectOne('/api/publications/x1/screen');
      expect(request.request.body).toEqual({ version: 4 });
      request.flush({ id: 'x1', version: 5 });
      await settle();
      server.expectOne('/api/publications/x1');
    });

    it('shows the first open hit in its sentence, marked, with how far the work has come', async () => {
      await show();
      expect(texts('mark')).toEqual(['08-123 45 67']);
      expect(texts('#hits-settled')).toEqual(['1 av 3 avgjorda']);
      expect(texts('nav.card .done, nav.card .open')).toEqual(['Maskad', 'Att avgöra', 'Att avgöra']);
      expect(texts('app-screen-hit-card h3')).toEqual(['Telefonnummer, Bedömning § 15']);
    });

    it('asks for a choice and a reason, and for the words of a generalised one', async () => {
      await show();
      await send();
      expect(texts('.summary li')).toEqual(['Välj vad som ska hända med texten.', 'Skriv varför.']);
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
      await settle();
      expect(texts('.summary li').sort()).toEqual(['Skriv vad som ska stå i stället.', 'Skriv varför.']);
      server.expectNone('/api/screen-hits/h2');
    });

    it('settles a hit by the keys and goes on to the next open one', async () => {
      await show();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
      const reason = page.querySelector('textarea')!;
      reason.value = 'Privat nummer.';
      reason.dispatchEvent(new Event('input'));
      await send();
      const request = server.expectOne('/api/screen-hits/h2');
      expect(request.request.body).toEqual({
        version: 1,
        settlement: 'masked',
        replacement: null,
        reason: 'Privat nummer.',
      });
      request.flush({ id: 'h2', version: 2 });
      await settle();
      const hits = [aHit('h1', SETTLED), aHit('h2', SETTLED), aHit('h3', { place: 'Bakgrund' })];
      await answer('/api/publications/x1', aPublication({ hits, unsettled: 1 }));
      expect(texts('app-screen-hit-card h3')).toEqual(['Telefonnummer, Bakgrund']);
      expect(document.activeElement?.tagName).toBe('H3');
      expect(texts('#hits-settled')).toEqual(['2 av 3 avgjorda']);
    });

    it('says why it cannot be approved yet, beside the button that then does nothing', async () => {
      await show();
      const approve = button('Godkänn publicering');
      expect(approve.getAttribute('aria-disabled')).toBe('true');
      const reason = document.getElementById(approve.getAttribute('aria-describedby')!);
      expect(reason?.textContent).toBe('2 träffar är inte avgjorda.');
      approve.click();
      expect(TestBed.inject(Confirm).open()).toBeNull();
    });

    it('tells the manager before pressing that a delegation is missing, or by which one it is approved (R10)', async () => {
      const text = 'Du har ingen delegation som gäller i dag för att godkänna publiceringen.';
      const may = { ...aPublication().may, approve: text };
      await show({ unsettled: 0, right: { holds: false, text }, may });
      expect(texts('.notice.warning')).toEqual([text]);
      expect(button('Godkänn publicering').getAttribute('aria-disabled')).toBe('true');
      fixture.destroy();
      const holds = { holds: true, text: 'Du godkänner publiceringen på delegation enligt SON § 7.' };
      await show({ unsettled: 0, right: holds, may: { ...may, approve: null } });
      expect(texts('p.notice:not(.warning)')).toEqual([holds.text]);
      expect(button('Godkänn publicering').getAttribute('aria-disabled')).toBeNull();
    });

    it('cites by what right it was approved, when and by whom', async () => {
      const decided = {
        approvedBy: 'Karin Wester',
        approvedAt: '2026-11-21T09:00:00Z',
        ground: 'Fattat på delegation enligt SON § 7',
      };
      await show({ state: 'approved', unsettled: 0, pdfReady: true, ...decided });
      expect(texts('dl.facts dd')).toEqual([
        expect.stringMatching(/av Karin Wester.*Fattat på delegation enligt SON § 7/),
      ]);
    });

    it('waits for the rendered report and reads until it is ready', async () => {
      const may = { ...aPublication().may, publish: 'Rapporten skapas fortfarande.' };
      await show({ state: 'approved', unsettled: 0, may });
      expect(page.textContent).toContain('Den offentliga rapporten skapas.');
      await new Promise((resolve) => setTimeout(resolve, 2100));
      fixture.detectChanges();
      const ready = { state: 'approved', unsettled: 0, pdfReady: true, may: { ...may, publish: null } } as const;
      await answer('/api/publications/x1', aPublication(ready));
      expect(button('Publicera').getAttribute('aria-disabled')).toBeNull();
    });

    it('is withdrawn with a reason, after a question (R19)', async () => {
      const may = { screen: '-', approve: '-', publish: '-', withdraw: null };
      const publicHref = '/rapporter/lunda/gruppbostaden';
      await show({ state: 'published', publishedOn: '2026-11-21', unsettled: 0, pdfReady: true, publicHref, may });
      expect(page.querySelector(`a.btn[href="${publicHref}.pdf"]`)).not.toBeNull();
      button('Dra tillbaka').click();
      expect(TestBed.inject(Confirm).open()?.question.reason?.required).toBe(true);
      TestBed.inject(Confirm).answer({ reason: 'Fel enhet.' });
      await settle();
      const request = server.expectOne('/api/publications/x1/withdraw');
      expect(request.request.body).toEqual({ version: 4, reason: 'Fel enhet.' });
    });
  });
});
