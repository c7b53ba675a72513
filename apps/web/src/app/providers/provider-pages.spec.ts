import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProviderListItem, ProviderView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { commandKeys } from '../http/command-keys.js';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { ProviderListPage } from './provider-list-page.js';
import { ProviderNewPage } from './provider-new-page.js';
import { ProviderPage } from './provider-page.js';

const ROW: ProviderListItem = {
  id: 'p1',
  legalName: 'Söderängs Omsorg AB',
  organisationNumber: '556012-5790',
  form: 'company',
  units: 2,
  contracts: 1,
  latestFollowUp: { id: 'f1', year: 2026, outcome: 'approved' },
};
const PROVIDER: ProviderView = {
  id: 'p1',
  legalName: 'Söderängs Omsorg AB',
  organisationNumber: '556012-5790',
  form: 'company',
  note: 'Bytte ägare 2025.',
  version: 3,
  contacts: [{ id: 'k1', name: 'Eva Exempel', role: 'chef', email: null, phone: '08-1234567', version: 7 }],
  units: [
    { id: 'u1', name: 'Gruppbostaden', serviceTypes: ['group-home'], laws: ['LSS 9 § 9'], places: 6, version: 1 },
  ],
  contracts: [{ id: 'a1', reference: 'SUN 2022-149', startsOn: '2023-01-01', latestEnd: '2028-12-31' }],
  followUps: [],
};

describe('the pages of providers', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    HTMLDialogElement.prototype.showModal = () => undefined;
  });

  async function open(type: Type<unknown>, inputs: Record<string, unknown> = {}, mayWrite = true): Promise<void> {
    const loading = TestBed.inject(Session).load();
    const roles = mayWrite ? (['officer'] as const) : (['auditor'] as const);
    server.expectOne('/api/session').flush(aSession({ roles: [...roles], permissions: permissionsOf([...roles]) }));
    await loading;
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
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, ' ').trim());
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === name)!;
  function write(label: string, value: string): void {
    const id = [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label))!.htmlFor;
    const control = document.getElementById(id) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event('input'));
    control.dispatchEvent(new Event('blur'));
  }
  async function send(): Promise<void> {
    page.querySelector('form.form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  describe('the list', () => {
    it('says that it is being read, under its heading', async () => {
      await open(ProviderListPage);
      expect(texts('h1')).toEqual(['Utförare']);
      expect(page.querySelector('app-loading')).not.toBeNull();
    });

    it('shows each provider with its units, contracts and latest follow-up, and reads on from the last', async () => {
      await open(ProviderListPage);
      await answer('/api/providers', { items: [ROW], next: 'c1' });
      expect(texts('tbody td')).toEqual([
        'Söderängs Omsorg AB556012-5790, Aktiebolag eller annat bolag',
        '2 enheter',
        '1 avtal',
        'Söderängs Omsorg AB, 2026Godkänd',
      ]);
      button('Visa fler').click();
      await answer('/api/providers?after=c1', { items: [{ ...ROW, id: 'p2', legalName: 'Almgården' }], next: null });
      expect(texts('td.name a')).toEqual(['Söderängs Omsorg AB', 'Almgården']);
      expect(button('Visa fler')).toBeUndefined();
    });

    it('asks for what the address looks for, and offers all of them when nothing is found', async () => {
      await open(ProviderListPage, { search: 'björk' });
      await answer('/api/providers?search=bj%C3%B6rk', { items: [], next: null });
      expect(page.textContent).toContain('Ingen utförare stämmer med sökningen');
      expect(button('Visa alla utförare')).toBeDefined();
    });

    it('offers the first step to one who may take it, and to nobody else', async () => {
      await open(ProviderListPage);
      await answer('/api/providers', { items: [], next: null });
      expect(texts('app-empty-state a')).toEqual(['Registrera den första utföraren']);
      fixture.destroy();
      await open(ProviderListPage, {}, false);
      await answer('/api/providers', { items: [], next: null });
      expect(page.querySelector('a[href="/utforare/ny"]')).toBeNull();
    });

    it('says why it could not be read, and reads again when asked', async () => {
      await open(ProviderListPage);
      await answer('/api/providers', { title: 'Något gick fel hos oss.' }, 500);
      expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
      button('Försök igen').click();
      fixture.detectChanges();
      await answer('/api/providers', { items: [ROW], next: null });
      expect(texts('td.name a')).toEqual(['Söderängs Omsorg AB']);
    });
  });

  describe('a new provider', () => {
    it('tells a wrong check digit at the field and sends nothing', async () => {
      await open(ProviderNewPage);
      write('Organisationsnummer', '556012-5791');
      write('Namn', 'Söderängs Omsorg AB');
      await send();
      expect(texts('app-field .error-text')).toEqual([
        'Kontrollsiffran stämmer inte. Kontrollera att numret är rätt skrivet.',
      ]);
      server.expectNone('/api/providers');
    });

    it('refuses a personal identity number for anyone but a sole trader', async () => {
      await open(ProviderNewPage);
      write('Organisationsnummer', '900101-0017');
      write('Namn', 'Assistans Exempel');
      await send();
      expect(texts('app-field .error-text')).toEqual([
        'Numret är ett personnummer. Välj Enskild firma, eller rätta numret.',
      ]);
    });

    it('leads to the provider when it is registered already, and keeps what was typed', async () => {
      await open(ProviderNewPage);
      write('Organisationsnummer', '556012-5790');
      write('Namn', 'Söderängs Omsorg AB');
      await send();
      const message = 'Utföraren är redan registrerad hos er.';
      const errors = [{ field: 'organisationNumber', message }];
      await answer('/api/providers', { code: 'duplicate', title: message, errors, id: 'p1' }, 409);
      await settle();
      expect(texts('app-field .error-text')).toEqual([message]);
      expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('/utforare/p1');
      expect(page.querySelector('input')?.value).toBe('556012-5790');
    });

    it('goes to the provider once it is registered, under a key that makes a repeat harmless', async () => {
      const went: unknown[] = [];
      await open(ProviderNewPage);
      TestBed.inject(Router).navigate = (commands) => Promise.resolve(went.push(commands) > 0);
      write('Organisationsnummer', '556012-5790');
      write('Namn', ' Söderängs Omsorg AB ');
      await send();
      const request = server.expectOne('/api/providers');
      expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
      expect(request.request.body).toEqual({
        organisationNumber: '556012-5790',
        legalName: 'Söderängs Omsorg AB',
        form: 'company',
        note: '',
      });
      request.flush({ id: 'p9', version: 1 });
      await settle();
      expect(went).toEqual([['/utforare', 'p9']]);
    });
  });

  describe('a provider', () => {
    it('shows units, contracts, follow-ups, contacts and the note, and leads to a new contract', async () => {
      await open(ProviderPage, { id: 'p1' });
      await answer('/api/providers/p1', PROVIDER);
      expect(texts('h1')).toEqual(['Söderängs Omsorg AB']);
      expect(texts('caption')).toEqual(['Enheter med tjänster, lagrum och platser', 'Avtal', 'Uppföljningar']);
      expect(page.textContent).toContain('Bytte ägare 2025.');
      expect(page.textContent).toContain('Inte följd upp än');
      expect(page.querySelector('[actions]')?.getAttribute('href')).toBe('/avtal/nytt?utforare=p1');
    });

    it('lets one who may not write read only', async () => {
      await open(ProviderPage, { id: 'p1' }, false);
      await answer('/api/providers/p1', PROVIDER);
      expect(page.querySelectorAll('app-resource-view button').length).toBe(0);
    });

    it('says that it is not there, under a heading of its own', async () => {
      await open(ProviderPage, { id: 'p1' });
      await answer('/api/providers/p1', { title: 'Utföraren finns inte.' }, 404);
      expect(texts('h1')).toEqual(['Utförare']);
      expect(page.querySelector('[role=alert]')?.textContent).toContain('Utföraren finns inte.');
    });

    it('removes a contact only after a question, by the version that was read', async () => {
      await open(ProviderPage, { id: 'p1' });
      await answer('/api/providers/p1', PROVIDER);
      button('Ta bort Eva Exempel').click();
      expect(TestBed.inject(Confirm).open()?.question.heading).toBe('Ta bort kontakten?');
      TestBed.inject(Confirm).answer({ reason: '' });
      await settle();
      await answer('/api/contacts/k1?version=7', null);
      await answer('/api/providers/p1', { ...PROVIDER, contacts: [] });
      expect(page.textContent).toContain('Inga kontakter.');
    });

    it('adds a unit with its services, and says what is missing', async () => {
      await open(ProviderPage, { id: 'p1' });
      await answer('/api/providers/p1', PROVIDER);
      button('Ny enhet').click();
      fixture.detectChanges();
      write('Namn', 'Hemtjänst Syd');
      await send();
      expect(texts('fieldset .error-text')).toEqual(['Välj minst en tjänst.']);
      page.querySelectorAll<HTMLInputElement>('fieldset input')[1]!.click();
      write('Lagrum', 'SoL, LSS 9 § 2');
      await send();
      const request = server.expectOne('/api/providers/p1/units');
      expect(request.request.body).toEqual({
        name: 'Hemtjänst Syd',
        serviceTypes: ['home-care'],
        laws: ['SoL', 'LSS 9 § 2'],
        places: null,
      });
      request.flush({ id: 'u2', version: 1 });
      await settle();
      expect(page.querySelector('dialog')).toBeNull();
    });

    it('shows both texts when someone else changed the note meanwhile', async () => {
      await open(ProviderPage, { id: 'p1' });
      await answer('/api/providers/p1', PROVIDER);
      button('Ändra anteckningen').click();
      fixture.detectChanges();
      write('Anteckning', 'Min text.');
      await send();
      await answer('/api/providers/p1', { code: 'stale', title: 'Någon annan har ändrat.' }, 409);
      await answer('/api/providers/p1', { ...PROVIDER, note: 'Deras text.', version: 4 });
      expect(texts('app-conflict-notice .texts p')).toEqual(['Min text.', 'Deras text.']);
      button('Spara min text').click();
      const request = server.expectOne('/api/providers/p1');
      expect(request.request.body).toEqual({ version: 4, note: 'Min text.' });
    });
  });
});
