import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problems } from '../http/problems.js';
import { Session } from '../sign-in/session.js';
import { Toasts } from '../ui/toasts.js';
import { aProviderSession } from './a-request.js';
import { PortalShell } from './portal-shell.js';

describe('the frame of the provider’s pages', () => {
  let fixture: ComponentFixture<PortalShell>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'logga-in', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    fixture = TestBed.createComponent(PortalShell);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    await settle();
  });
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const signOut = () => page.querySelector<HTMLButtonElement>('header button')!.click();

  it('shows where one can go, who one is, and for which providers one answers', async () => {
    expect([...page.querySelectorAll('nav a')].map((link) => link.textContent?.trim())).toEqual([
      'Att göra',
      'Personer',
    ]);
    const providers = [
      { id: 'p1', name: 'Björkens assistans AB' },
      { id: 'p2', name: 'Hemstöd Syd AB' },
    ];
    server.expectOne('/api/portal/session').flush({ providers });
    await settle();
    const me = page.querySelector('.me')?.textContent;
    expect(me).toContain('Björkens assistans AB, Hemstöd Syd AB');
    expect(me).toContain('Ali Demir');
  });

  it('stands, with the name of the person alone, when the providers cannot be read', async () => {
    server.expectOne('/api/portal/session').flush({ title: 'Fel.' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('.me')?.textContent?.trim()).toBe('Ali Demir');
  });

  it('lets the keyboard skip to the content', () => {
    page.querySelector<HTMLAnchorElement>('.skip')!.click();
    expect(document.activeElement).toBe(page.querySelector('main'));
  });

  it('says so while the network is lost', async () => {
    expect(page.querySelector('.offline')).toBeNull();
    window.dispatchEvent(new Event('offline'));
    await settle();
    expect(page.querySelector('[role=status] .offline')?.textContent).toContain('inte ansluten');
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(page.querySelector('.offline')).toBeNull();
  });

  it('leaves no unsaved answer behind at sign-out, and leads to the sign-in page', async () => {
    sessionStorage.setItem('insyn.draft.account-9.answer/r1/q1', '"Sju av nio"');
    signOut();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await settle();
    expect(sessionStorage.length).toBe(0);
    expect(TestBed.inject(Router).url).toBe('/logga-in');
  });

  it('keeps one signed in, with what is unsaved, when signing out fails', async () => {
    sessionStorage.setItem('insyn.draft.account-9.answer/r1/q1', '"Sju av nio"');
    signOut();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).error(new ProgressEvent('error'));
    await settle();
    expect(sessionStorage.length).toBe(1);
    expect(TestBed.inject(Toasts).shown()).toHaveLength(1);
    expect(TestBed.inject(Session).view()).not.toBeNull();
  });
});
