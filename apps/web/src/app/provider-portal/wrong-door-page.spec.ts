import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { WrongDoorPage } from './wrong-door-page.js';

describe('the provider’s door for one who answers for no provider', () => {
  let fixture: ComponentFixture<WrongDoorPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await loading;
    fixture = TestBed.createComponent(WrongDoorPage);
    page = fixture.nativeElement;
    fixture.detectChanges();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }

  it('says who is signed in, and leads the staff to their own', () => {
    expect(page.textContent).toContain('Du är inloggad som Maja Sandell');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/app');
  });

  it('lets another person sign in instead', async () => {
    page.querySelector('button')!.click();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await settle();
    expect(TestBed.inject(Session).view()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/logga-in');
  });

  it('says so when signing out fails, and stays', async () => {
    page.querySelector('button')!.click();
    server
      .expectOne({ method: 'DELETE', url: '/api/session' })
      .flush({ title: 'Något gick fel hos oss.' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('app-toast-region')?.textContent).toContain('Något gick fel hos oss.');
    expect(TestBed.inject(Router).url).toBe('/');
  });
});
