import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PortalTask } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aTask } from '../a-request.js';
import { TasksPage } from './tasks-page.js';

describe('what a provider has to do', () => {
  let fixture: ComponentFixture<TasksPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(TasksPage);
    page = fixture.nativeElement;
    fixture.detectChanges();
  });
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function show(...tasks: PortalTask[]): Promise<void> {
    server.expectOne('/api/portal/tasks').flush(tasks);
    await settle();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const days = () => [...page.querySelectorAll('.when b')].map((each) => each.textContent);

  it('stands as grey lines until it has been read', () => {
    expect(page.querySelector('[role=status]')?.textContent).toBe('Läser in …');
  });

  it('comes from all municipalities, with what is left of the time and how far the answering has come', async () => {
    await show(
      aTask({ id: 'r0', municipality: 'Norrbo kommun', due: '2026-11-20', daysLeft: -2 }),
      aTask({ id: 'r3', daysLeft: 0 }),
      aTask({ id: 'r4', daysLeft: 1 }),
      aTask({ returned: 2, state: 'returned' }),
    );
    expect(days()).toEqual(['Svarsdagen har passerat', 'Sista dagen är i dag', '1 dag kvar', '3 dagar kvar']);
    expect(text()).toContain('4 väntar på svar, varav 1 efter svarsdagen');
    expect(text()).toContain('Norrbo kommun · Björken Lunda');
    expect(text()).toContain('12 av 40 besvarade');
    expect(text()).toContain('2 svar att komplettera');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/informationsbegaran/r0');
  });

  it('has what is done below, by its state', async () => {
    await show(aTask(), aTask({ id: 'r2', state: 'closed', daysLeft: null }));
    const done = page.querySelector('section')!;
    expect(done.querySelector('h2')?.textContent).toBe('Klart');
    expect(done.textContent).toContain('Avslutad');
    expect(days()).toEqual(['3 dagar kvar']);
  });

  it('names each kind, leads to its page and says where it stands in its own words', async () => {
    await show(
      aTask({ kind: 'action-plan', id: 'a1', state: 'returned', answered: 1, asked: 3, returned: 2 }),
      aTask({ kind: 'fact-check', id: 'f1', state: 'sent', asked: 0, answered: 0 }),
      aTask({ kind: 'sanction', id: 's1', state: 'upheld', daysLeft: null }),
    );
    const links = [...page.querySelectorAll('li a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/atgardsplan/a1', '/faktakontroll/f1', '/pafoljd/s1']);
    expect(text()).toContain('Åtgärdsplan · Lunda kommun');
    expect(text()).toContain('1 av 3 krav klara att lämna in');
    expect(text()).toContain('2 krav att göra om');
    expect(text()).toContain('Påföljd · Lunda kommun');
    expect(text()).toContain('Står fast');
    // Nothing is counted of a fact check.
    expect(page.querySelectorAll('progress')).toHaveLength(1);
  });

  it('says that nothing waits when all is done', async () => {
    await show(aTask({ state: 'answered', daysLeft: null }));
    expect(text()).toContain('Inget väntar på er just nu.');
  });

  it('says what belongs here when there is nothing', async () => {
    await show();
    expect(text()).toContain('Inget att göra än');
    expect(text()).toContain('Ni får ett mejl när något kommer.');
  });

  it.each([
    [403, 'Du har inte behörighet', false],
    [500, 'Det gick inte att läsa in sidan', true],
  ])('says what is wrong when it cannot be read (%i)', async (status, heading, again) => {
    server.expectOne('/api/portal/tasks').flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
    expect(page.querySelector('button') !== null).toBe(again);
  });

  it('is read again after a lost network', async () => {
    server.expectOne('/api/portal/tasks').error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Ingen kontakt med Insyn');
    page.querySelector('button')!.click();
    await settle();
    await show(aTask());
    expect(days()).toEqual(['3 dagar kvar']);
  });
});
