import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadlineItem, Page, SessionView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { DeadlineListPage } from './deadline-list-page.js';

function aDeadline(changes: Partial<DeadlineItem> = {}): DeadlineItem {
  return {
    ...{ id: 'd1', kind: 'action-plan', followUpId: 'f1', caseNumber: 'SON/2026/0391/739', title: 'Hemstöd Syd 2026' },
    ...{ subject: null, provider: 'Hemstöd Syd AB', unit: 'Björken', due: '2026-12-22', daysLeft: 30, state: 'open' },
    ...{ baseDate: '2026-11-22', rule: '30 dagar från 22 november 2026', setBy: 'rule', reason: null },
    ...{ escalatedOn: null, waitsFor: 'provider', href: '/uppfoljningar/f1/atgardsplan', warning: null },
    ...{ mayMove: true, version: 1, ...changes },
  };
}

describe('the page of deadlines', () => {
  let fixture: ComponentFixture<DeadlineListPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    // jsdom has no modal dialogs.
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
  });

  async function open(role: 'officer' | 'manager' | 'auditor' = 'officer', inputs: object = {}): Promise<void> {
    const loading = TestBed.inject(Session).load();
    const changes: Partial<SessionView> = { permissions: [...permissionsOf([role])] };
    server.expectOne('/api/session').flush(aSession(changes));
    await loading;
    fixture = TestBed.createComponent(DeadlineListPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function answer(query: string, items: DeadlineItem[]): Promise<void> {
    const body: Page<DeadlineItem> = { items, next: null };
    server.expectOne(`/api/deadlines?${query}`).flush(body);
    await settle();
  }
  const textsOf = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const button = (label: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(label))!;

  it('shows an officer the own ones first: the day, of what and by which rule, the case and who is waited for', async () => {
    await open();
    await answer('scope=mine&state=open', [
      aDeadline({ due: '2026-11-20', daysLeft: -2, escalatedOn: '2026-11-21' }),
      aDeadline({ id: 'd2', kind: 'recheck', waitsFor: 'municipality', warning: 'Avtalet går ut 1 december 2026.' }),
      aDeadline({ id: 'd3', kind: 'information-request', subject: 'Frågor', mayMove: false, daysLeft: 0 }),
    ]);
    expect(textsOf('.scopes a')).toEqual(['Mina', 'Nämndens', 'Eskalerade']);
    expect(page.querySelector('.scopes [aria-current=page]')?.textContent).toContain('Mina');
    expect(textsOf('td.date')).toEqual(['20 nov 20262 dagar försenad', '22 dec 2026om 30 dagar', '22 dec 2026i dag']);
    expect(textsOf('td.what')).toEqual([
      'Åtgärdsplan 30 dagar från 22 november 2026 Eskalerad 21 nov',
      'Återkontroll 30 dagar från 22 november 2026 Avtalet går ut 1 december 2026.',
      'InformationsbegäranFrågor 30 dagar från 22 november 2026',
    ]);
    expect(textsOf('td.case')[0]).toBe('Hemstöd Syd AB, Björken SON/2026/0391/739');
    expect(textsOf('td:nth-child(4)')).toEqual(
      ['Utföraren', 'Kommunen', 'Utföraren'].map((who) => `Väntar på: ${who}`),
    );
    expect(page.querySelector('td.what a')?.getAttribute('href')).toBe('/uppfoljningar/f1/atgardsplan');
    expect(page.querySelectorAll('td.act button')).toHaveLength(2);
  });

  it('shows a manager first what is escalated, and says so calmly when nothing is', async () => {
    await open('manager');
    await answer('scope=escalated&state=open', []);
    expect(textsOf('.scopes a')).toEqual(['Eskalerade', 'Nämndens', 'Mina']);
    expect(page.textContent).toContain('Inget är eskalerat');
  });

  it('is narrowed by what the address says', async () => {
    await open('auditor', { urval: 'namnden', slag: 'recheck', lage: 'met' });
    await answer('scope=committee&state=met&kind=recheck', []);
    expect(textsOf('.scopes a')).toEqual(['Nämndens', 'Eskalerade']);
    expect(page.textContent).toContain('Ingen tidsfrist stämmer med urvalet');
  });

  it('moves a deadline to a day, with the reason, and reads the list anew', async () => {
    await open();
    await answer('scope=mine&state=open', [aDeadline()]);
    button('Flytta').click();
    await settle();
    expect(page.querySelector('dialog h2')?.textContent).toBe('Flytta sista dag för åtgärdsplan');
    button('Flytta sista dag').click();
    await settle();
    expect(textsOf('dialog .error-text')).toEqual(['Välj en dag.', 'Skriv varför dagen flyttas.']);
    fill('input[type=date]', '2027-01-11');
    fill('textarea', ' Verksamhetschefen är sjuk. ');
    button('Flytta sista dag').click();
    await settle();
    const sent = server.expectOne('/api/deadlines/d1/move');
    expect(sent.request.body).toEqual({ version: 1, due: '2027-01-11', reason: 'Verksamhetschefen är sjuk.' });
    sent.flush({ id: 'd1', version: 2 });
    await settle();
    await answer('scope=mine&state=open', [aDeadline({ due: '2027-01-11', version: 2 })]);
    expect(page.querySelector('dialog')).toBeNull();
  });

  it('counts a deadline from another date, and says what the server refuses at its field', async () => {
    await open();
    await answer('scope=mine&state=open', [aDeadline()]);
    button('Flytta').click();
    await settle();
    fill('dialog select', 'rebase');
    await settle();
    fill('input[type=date]', '2026-12-01');
    fill('textarea', 'Delgavs senare.');
    button('Flytta sista dag').click();
    await settle();
    const sent = server.expectOne('/api/deadlines/d1/rebase');
    expect(sent.request.body).toEqual({ version: 1, baseDate: '2026-12-01', reason: 'Delgavs senare.' });
    const errors = [{ field: 'baseDate', message: 'Ange ett datum som finns.' }];
    sent.flush(
      { status: 400, code: 'invalid', title: 'Uppgifterna är inte giltiga.', errors },
      { status: 400, statusText: 'Bad Request' },
    );
    await settle();
    expect(textsOf('dialog .error-text')).toContain('Ange ett datum som finns.');
  });

  function fill(selector: string, value: string, event = 'input'): void {
    const control = page.querySelector<HTMLInputElement>(selector)!;
    control.value = value;
    control.dispatchEvent(new Event(event));
    fixture.detectChanges();
  }
});
