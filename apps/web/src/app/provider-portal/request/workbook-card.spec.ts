import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../../http/problems.js';
import { aRequest } from '../a-request.js';
import { OpenRequest } from './open-request.js';
import { WorkbookCard } from './workbook-card.js';

describe('answering in a sheet', () => {
  let fixture: ComponentFixture<WorkbookCard>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenRequest],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(WorkbookCard);
    fixture.componentRef.setInput('view', aRequest());
    page = fixture.nativeElement;
    await settle();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function choose(file: File): Promise<void> {
    const field = page.querySelector('input')!;
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    field.dispatchEvent(new Event('change'));
    await settle();
  }
  const sent = () => server.expectOne({ method: 'POST', url: '/api/portal/requests/r1/import' });

  it('has the sheet to download as Excel and CSV', () => {
    expect([...page.querySelectorAll('a')].map((each) => each.getAttribute('href'))).toEqual([
      '/api/portal/requests/r1/template?format=xlsx',
      '/api/portal/requests/r1/template?format=csv',
    ]);
  });

  it('tells of each cell that is wrong, and that nothing was read', async () => {
    await choose(new File(['x'], 'svar.xlsx'));
    const faults = [{ cell: 'D7', questionNumber: '2.1', message: '10 kan inte vara fler än 9' }];
    sent().flush({ saved: 0, unchanged: 0, faults });
    await settle();
    expect([...page.querySelectorAll('tbody td')].map((each) => each.textContent)).toEqual(Object.values(faults[0]!));
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Inget är inläst');
  });

  it('tells how many answers were read', async () => {
    await choose(new File(['x'], 'svar.csv'));
    const request = sent();
    expect((request.request.body as FormData).get('file')).toBeInstanceOf(File);
    request.flush({ saved: 12, unchanged: 3, faults: [] });
    await settle();
    expect(page.querySelector('.notice')?.textContent).toBe('12 svar lästes in. 3 var oförändrade.');
  });

  it('says why a file was refused', async () => {
    await choose(new File(['x'], 'svar.xlsx'));
    sent().flush({ title: 'Filen innehåller makron.' }, { status: 400, statusText: 'Bad Request' });
    await settle();
    expect(page.querySelector('.error-text')?.textContent).toBe('Filen innehåller makron.');
  });

  it('never sends what is no sheet', async () => {
    await choose(new File(['x'], 'svar.docx'));
    server.expectNone('/api/portal/requests/r1/import');
    expect(page.querySelector('.error-text')?.textContent).toBe('Välj mallen som XLSX eller CSV.');
  });
});
