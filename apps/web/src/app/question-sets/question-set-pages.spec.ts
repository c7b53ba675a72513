import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { QuestionSetListItem } from '@insyn/api-schema';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { QuestionSetListPage } from './question-set-list-page.js';
import { QuestionSetNewPage } from './question-set-new-page.js';

const ROW: QuestionSetListItem = {
  id: 's1',
  name: 'Personlig assistans',
  serviceType: 'personal-assistance',
  archived: false,
  versionNumber: 3,
  frozen: true,
  questions: 43,
  updatedAt: '2026-11-20T09:00:00.000Z',
};

jest.setTimeout(20_000);

describe('the pages of question sets', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let went: unknown[][];

  beforeEach(() => {
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
    server.expectOne('/api/session').flush(aSession());
    await loading;
    fixture = TestBed.createComponent(type);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
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
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('lists each set with its service, version and questions', async () => {
    await open(QuestionSetListPage);
    expect(page.querySelector('app-loading')).not.toBeNull();
    await answer('/api/question-sets', { items: [ROW], next: null });
    expect(texts('tbody td')).toEqual([
      'Personlig assistansPersonlig assistans',
      'Version 3Skickad, ändras inte',
      '43 frågor',
      '20 nov 10:00',
    ]);
  });

  it('narrows to a service and to those that are archived', async () => {
    await open(QuestionSetListPage, { tjanst: 'home-care', arkiverade: 'ja' });
    await answer('/api/question-sets?serviceType=home-care&archived=true', { items: [], next: null });
    expect(texts('app-empty-state .heading')).toEqual(['Inget frågebatteri stämmer med urvalet']);
  });

  it('offers the first step when there is none, and says why they could not be read', async () => {
    await open(QuestionSetListPage);
    await answer('/api/question-sets', { items: [], next: null });
    expect(texts('app-empty-state a')).toEqual(['Lägg upp det första frågebatteriet']);
    fixture.destroy();
    await open(QuestionSetListPage, { search: 'x' });
    await answer('/api/question-sets?search=x', { title: 'Något gick fel hos oss.' }, 500);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
  });

  it('makes a set of a shipped one, with its name and service', async () => {
    await open(QuestionSetNewPage);
    await send();
    expect(texts('app-error-summary li')).toContain('Välj vad frågebatteriet ska börja med.');
    page.querySelector<HTMLInputElement>('input[value="ready/home-care"]')!.click();
    await settle();
    await send();
    const request = server.expectOne('/api/question-sets');
    expect(request.request.body).toEqual({
      name: 'Hemtjänst',
      serviceType: 'home-care',
      copyOf: { ready: 'home-care' },
    });
    request.flush({ id: 's9', version: 1 });
    await settle();
    expect(went).toEqual([['/fragebatterier', 's9']]);
  });
});
