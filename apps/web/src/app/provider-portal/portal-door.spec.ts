import { PlatformLocation } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { routes } from '../app.routes.js';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { aProviderSession } from './a-request.js';

describe('the two doors', () => {
  let server: HttpTestingController;
  let router: Router;

  function openAt(base: string): void {
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    jest.spyOn(TestBed.inject(PlatformLocation), 'getBaseHrefFromDOM').mockReturnValue(base);
    server = TestBed.inject(HttpTestingController);
    router = TestBed.inject(Router);
  }
  beforeEach(() => sessionStorage.clear());

  async function go(url: string, session: object | null): Promise<string> {
    const going = router.navigateByUrl(url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [asked] = server.match('/api/session');
    if (session) asked?.flush(session);
    else asked?.flush(null, { status: 401, statusText: 'Unauthorized' });
    await going;
    return router.url;
  }

  it('lead one who answers for a provider to what is to be done', async () => {
    openAt('/utforare/');
    expect(await go('/', aProviderSession())).toBe('/att-gora');
  });

  it('let one who is not signed in do so first, and then go where they meant to', async () => {
    openAt('/utforare/');
    expect(await go('/informationsbegaran/r1', null)).toBe('/logga-in?till=%2Finformationsbegaran%2Fr1');
  });

  it('let anyone open an invitation', async () => {
    openAt('/utforare/');
    expect(await go('/inbjudan', null)).toBe('/inbjudan');
  });

  it('tell the staff that this one is not theirs', async () => {
    openAt('/utforare/');
    expect(await go('/', aSession())).toBe('/fel-ingang');
  });

  it('keep the staff’s pages at the staff’s', async () => {
    openAt('/app/');
    expect(await go('/', aSession())).toBe('/mitt-arbete');
  });
});
