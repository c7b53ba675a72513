import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aClause, aFinding, aFollowUpView, anAssessment } from '../a-follow-up-view.js';
import { AsItWasPage } from './as-it-was-page.js';

const URL = '/api/follow-ups/u1/as-of?on=2026-11-20';

describe('a case as it was', () => {
  let fixture: ComponentFixture<AsItWasPage>;
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
    fixture = TestBed.createComponent(AsItWasPage);
    fixture.componentRef.setInput('id', 'u1');
    fixture.componentRef.setInput('datum', '2026-11-20');
    page = fixture.nativeElement;
    fixture.detectChanges();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const content = (): FollowUpView =>
    aFollowUpView({
      ...{ offers: [], missing: [], editable: false, background: 'Avtalet följs upp årligen.' },
      clauses: [aClause(), aClause({ id: 'c9', number: '9', heading: 'Bemanning' })],
      assessments: [anAssessment()],
      findings: [aFinding()],
    });

  it('says which day it is read from, and shows what the case held then with nothing to press', async () => {
    expect(page.querySelector('h1')?.textContent).toBe('Som det var fredag 20 november 2026');
    server.expectOne(URL).flush(content());
    await settle();
    expect(page.querySelector('[role=note]')?.textContent).toContain('när fredag 20 november 2026 var slut');
    const text = page.textContent ?? '';
    expect(text).toContain('Avtalet följs upp årligen.');
    expect(text).toContain('Uppfylls delvis');
    expect(text).toContain('Inte bedömd');
    expect(text).toContain('Planer saknas för två av nio');
    // To choose another day is all that can be done.
    expect([...page.querySelectorAll('button')].map((each) => each.textContent?.trim())).toEqual(['Visa dagen']);
    expect(page.querySelector('app-page-header a.btn')?.getAttribute('href')).toBe('/uppfoljningar/u1');
  });

  it('leads to another day', async () => {
    server.expectOne(URL).flush(content());
    await settle();
    const day = page.querySelector<HTMLInputElement>('input[type=date]')!;
    day.value = '2026-11-18';
    day.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/uppfoljningar/u1/som-det-var/2026-11-18');
  });

  it('says that there is nothing of a day before the case was opened', async () => {
    const problem = { status: 404, code: 'not-found', title: 'Det du söker finns inte.' };
    server.expectOne(URL).flush(problem, { status: 404, statusText: 'Not Found' });
    await settle();
    expect(page.textContent).toContain('finns inte');
  });
});
