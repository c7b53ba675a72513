import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { permissionsOf, type Role } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Shell } from './shell.js';

describe('the frame', () => {
  let fixture: ComponentFixture<Shell>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'logga-in', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function openAs(role: Role): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: [role], permissions: permissionsOf([role]) }));
    await loading;
    fixture = TestBed.createComponent(Shell);
    page = fixture.nativeElement;
    await fixture.whenStable();
  }
  const places = () => [...page.querySelectorAll('nav a')].map((link) => link.textContent?.trim());

  it('shows an officer the places of the work, who they are and for which municipality', async () => {
    await openAs('officer');
    expect(places()).toEqual([
      ...[
        'Mitt arbete',
        'Uppföljningar',
        'Tidsfrister',
        'Avtal',
        'Utförare',
        'Frågebatterier',
        'Omgångar',
        'Utskick',
        'Signaler',
      ],
      ...['Delegering', 'Publicerat'],
    ]);
    expect(page.querySelector('.who')?.textContent).toContain('Maja Sandell');
    expect(page.querySelector('.brand')?.textContent).toContain('Lunda kommun');
  });

  it('shows an administrator, who sees no cases, none of their places', async () => {
    await openAs('administrator');
    expect(places()).toEqual(['Mitt arbete', 'Delegering']);
  });

  it('lets the keyboard skip to the content', async () => {
    await openAs('officer');
    document.body.append(page);
    page.querySelector<HTMLAnchorElement>('.skip')!.click();
    expect(document.activeElement).toBe(page.querySelector('main'));
  });

  it('opens and closes its menu, and says so', async () => {
    await openAs('officer');
    const toggle = page.querySelector<HTMLButtonElement>('.menu-toggle')!;
    toggle.click();
    await fixture.whenStable();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    page.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await fixture.whenStable();
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
  });

  it('says so when the network is lost', async () => {
    await openAs('officer');
    window.dispatchEvent(new Event('offline'));
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toContain('inte ansluten');
    window.dispatchEvent(new Event('online'));
  });

  it('leaves no unsaved text behind at sign-out', async () => {
    await openAs('officer');
    sessionStorage.setItem('insyn.draft.account-1.assessment/15', '"Sju av nio"');
    page.querySelector<HTMLButtonElement>('.who button')!.click();
    server.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await new Promise((resolve) => setTimeout(resolve));
    expect(sessionStorage.length).toBe(0);
    expect(TestBed.inject(Router).url).toBe('/logga-in');
  });
});
