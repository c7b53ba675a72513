import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { aClause, CONTRACT, PROVIDER } from './a-contract.js';
import { ClauseImportPage } from './clause-import/clause-import-page.js';
import { ContractEditPage } from './contract-form/contract-edit-page.js';
import { ContractNewPage } from './contract-form/contract-new-page.js';
import { ContractListPage } from './contract-list-page.js';
import { ContractPage } from './contract-page.js';

describe('the pages of contracts', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
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
  function control(label: string): HTMLInputElement {
    const found = [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label));
    return document.getElementById(found!.htmlFor) as HTMLInputElement;
  }
  function write(label: string, value: string): void {
    control(label).value = value;
    control(label).dispatchEvent(new Event('input'));
    control(label).dispatchEvent(new Event('blur'));
    fixture.detectChanges();
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  describe('the list', () => {
    it('says that it is being read, then shows each contract with its period and clauses', async () => {
      await open(ContractListPage);
      expect(page.querySelector('app-loading')).not.toBeNull();
      const { id, legalName } = CONTRACT.provider;
      await answer('/api/contracts', { items: [{ ...CONTRACT, provider: { id, legalName }, clauses: 3 }], next: null });
      expect(texts('tbody td')).toEqual([
        'SUN 2022-149Avtal, Upphandling (LOU)',
        'Söderängs Omsorg AB Gruppbostad',
        '2023-01-01 – 2026-12-31 längst till 2027-12-31',
        '3 avtalspunkter',
      ]);
    });

    it('offers the first step when there is none, and says why it could not be read', async () => {
      await open(ContractListPage);
      await answer('/api/contracts', { items: [], next: null });
      expect(texts('app-empty-state a')).toEqual(['Lägg upp det första avtalet']);
      fixture.destroy();
      await open(ContractListPage, { search: 'x' });
      await answer('/api/contracts?search=x', { title: 'Något gick fel hos oss.' }, 500);
      expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
    });
  });

  describe('a contract', () => {
    it('shows its clauses by focus area, in their natural order', async () => {
      await open(ContractPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      expect(texts('caption')).toEqual(['Dokumentation 2', 'Bemanning 1']);
      expect(texts('td.number')).toEqual(['4.9', '4.10', 'M1']);
      expect(texts('.critical')).toEqual(['Kritisk']);
      expect(texts('td app-chip')).toEqual(['Krav', 'Krav', 'Mervärde']);
      expect(page.querySelector('a[href="/uppfoljningar/ny?avtal=a1"]')).not.toBeNull();
    });

    it('says that a frozen version is followed by the next when something is changed', async () => {
      await open(ContractPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      expect(texts('.notice')[0]).toMatch(/Version 2 är fryst.*skapas version 3/);
      button('Ny avtalspunkt').click();
      fixture.detectChanges();
      write('Nummer', '4.9.');
      await send();
      expect(texts('app-field .error-text')).toEqual([
        'Nummer 4.9 finns redan i avtalet.',
        'Skriv avtalspunktens text, eller åtminstone en rubrik.',
      ]);
      write('Nummer', '4.11');
      write('Text', 'En ny punkt.');
      await send();
      const request = server.expectOne('/api/contracts/a1/clauses');
      expect(request.request.body).toMatchObject({ clauseSetVersion: 5, number: '4.11', text: 'En ny punkt.' });
      request.flush({ id: 'c', version: 1, clauseSetId: 's2', clauseSetNumber: 3, clauseSetVersion: 1 });
      await settle();
      expect(page.querySelector('dialog')).toBeNull();
    });

    it('offers nothing to write to one who may only read', async () => {
      await open(ContractPage, { id: 'a1' }, false);
      await answer('/api/contracts/a1', { ...CONTRACT, editable: false });
      expect(page.querySelectorAll('button, a.btn').length).toBe(0);
    });

    it.each([
      ['the page', ContractPage],
      ['its form', ContractEditPage],
      ['the reading of clauses', ClauseImportPage],
    ])('of a committee where one does not write offers nothing to write: %s', async (_name, type) => {
      await open(type, { id: 'a1' });
      const elsewhere = { id: 'committee-2', name: 'Omsorgsnämnden' };
      await answer('/api/contracts/a1', { ...CONTRACT, committee: elsewhere, editable: false });
      expect(page.querySelector('form, button, a.btn')).toBeNull();
    });
  });

  describe('a contract being written', () => {
    it('begins with the provider it came from, its only unit and that unit’s services', async () => {
      await open(ContractNewPage, { utforare: 'p1' });
      fixture.detectChanges();
      await answer('/api/providers/p1', PROVIDER);
      await settle();
      expect(page.querySelector('app-provider-picker b')?.textContent).toBe('Söderängs Omsorg AB');
      const ticked = [...page.querySelectorAll<HTMLInputElement>('input:checked')];
      expect(ticked.map((box) => box.parentElement?.textContent?.trim())).toEqual(['Gruppbostaden', 'Gruppbostad']);
    });

    it('tells at the field at once what does not hold together in the period', async () => {
      await open(ContractNewPage, { utforare: 'p1' });
      await answer('/api/providers/p1', PROVIDER);
      write('Börjar', '2027-01-01');
      write('Slutar', '2026-12-31');
      expect(texts('app-field .error-text')).toEqual(['Avtalet kan inte sluta innan det börjar.']);
      write('Slutar', '2028-12-31');
      button('Lägg till förlängning').click();
      fixture.detectChanges();
      expect(page.textContent).toContain('Med alla förlängningar slutar avtalet 2029-12-31');
      write('Sista möjliga', '2029-06-30');
      control('Förlängning 1').dispatchEvent(new Event('blur'));
      fixture.detectChanges();
      expect(texts('app-field .error-text')).toEqual(['Förlängningen går förbi sista möjliga slutdatum.']);
      button('Använd 2029-12-31').click();
      fixture.detectChanges();
      expect(texts('app-field .error-text')).toEqual([]);
    });

    it('is changed on the version that was read, and a taken reference is told at its field', async () => {
      const went: unknown[] = [];
      await open(ContractEditPage, { id: 'a1' });
      TestBed.inject(Router).navigate = (commands) => Promise.resolve(went.push(commands) > 0);
      await answer('/api/contracts/a1', CONTRACT);
      await answer('/api/providers/p1', PROVIDER);
      write('Beteckning', 'SUN 2022-150');
      await send();
      const request = server.expectOne('/api/contracts/a1');
      expect(request.request.body).toMatchObject({ version: 2, reference: 'SUN 2022-150', extensionMonths: [12] });
      const message = 'Det finns redan ett avtal med den beteckningen.';
      const body = { code: 'reference-taken', title: message, errors: [{ field: 'reference', message }] };
      request.flush(body, { status: 409, statusText: 'x' });
      await settle();
      expect(texts('app-field .error-text')).toEqual([message]);
      write('Beteckning', 'SUN 2022-151');
      await send();
      await answer('/api/contracts/a1', { id: 'a1', version: 3 });
      expect(went).toEqual([['/avtal', 'a1']]);
    });
  });

  describe('reading in clauses', () => {
    const rows = () => page.querySelector('textarea')!;
    function paste(text: string): void {
      rows().value = text;
      rows().dispatchEvent(new Event('input'));
    }

    it('names what is wrong by row and column, and offers nothing to save', async () => {
      await open(ClauseImportPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      paste('4.10;x');
      await send();
      const errors = [{ row: 3, column: 'number', code: 'number-duplicate', message: 'Nummer 4.10 finns redan.' }];
      await answer('/api/contracts/a1/clauses/preview', { csv: '4.10;x', clauses: [], errors });
      expect(texts('.problems tbody td')).toEqual(['Rad 3', 'Nummer', 'Nummer 4.10 finns redan.']);
      expect(button('Läs in avtalspunkten')).toBeUndefined();
    });

    it('shows what the rows give before it is saved, into the place of those there are if so chosen', async () => {
      await open(ClauseImportPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      expect(texts('.notice')[0]).toContain('Det du läser in blir version 3.');
      paste('4.11;Rubrik;Text');
      page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
      await send();
      const preview = server.expectOne('/api/contracts/a1/clauses/preview');
      expect(preview.request.body).toEqual({ csv: '4.11;Rubrik;Text', replace: true });
      preview.flush({ csv: '', clauses: [aClause('4.11', 'Dokumentation')], errors: [] });
      await settle();
      expect(page.textContent).toContain('De 3 avtalspunkter som finns i dag ersätts.');
      button('Läs in avtalspunkten').click();
      const request = server.expectOne('/api/contracts/a1/clauses/import');
      expect(request.request.body).toEqual({ clauseSetVersion: 5, csv: '4.11;Rubrik;Text', replace: true });
    });

    function takeFile(name: string, csv: string): File {
      const file = new File([csv], name, { type: 'text/csv' });
      const input = control('CSV-fil');
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      input.dispatchEvent(new Event('change'));
      return file;
    }

    it('reads a file that is chosen: its rows can be mended, and what they give is shown', async () => {
      await open(ClauseImportPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      const file = takeFile('avtalspunkter.csv', '4.11;Rubrik;Text');
      const sent = server.expectOne('/api/contracts/a1/clauses/preview-file');
      expect((sent.request.body as FormData).get('file')).toBe(file);
      sent.flush({ csv: '4.11;Rubrik;Text', clauses: [aClause('4.11', 'Dokumentation')], errors: [] });
      await settle();
      expect(rows().value).toBe('4.11;Rubrik;Text');
      expect(texts('p[role=status]')[0]).toContain('avtalspunkter.csv är läst.');
      expect(texts('app-import-preview h2')).toEqual(['En avtalspunkt kan läsas in']);
      button('Läs in avtalspunkten').click();
      const request = server.expectOne('/api/contracts/a1/clauses/import');
      expect(request.request.body).toEqual({ clauseSetVersion: 5, csv: '4.11;Rubrik;Text', replace: false });
    });

    it('says why a file cannot be read, and keeps the rows that stood there', async () => {
      await open(ClauseImportPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      paste('4.11;Rubrik;Text');
      takeFile('stor.csv', 'x');
      await answer(
        '/api/contracts/a1/clauses/preview-file',
        { title: 'Filen är för stor. Högst 5 MB kan läsas in.', code: 'too-large' },
        413,
      );
      expect(texts('[role=alert]')).toEqual(['Filen är för stor. Högst 5 MB kan läsas in.']);
      expect(rows().value).toBe('4.11;Rubrik;Text');
      expect(page.querySelector('app-import-preview')).toBeNull();
    });

    it('forgets what was read when the rows are changed', async () => {
      await open(ClauseImportPage, { id: 'a1' });
      await answer('/api/contracts/a1', CONTRACT);
      paste('4.11;Rubrik;Text');
      await send();
      await answer('/api/contracts/a1/clauses/preview', { csv: '', clauses: [aClause('4.11', '')], errors: [] });
      paste('4.12;Rubrik;Text');
      fixture.detectChanges();
      expect(page.querySelector('app-import-preview')).toBeNull();
    });
  });
});
