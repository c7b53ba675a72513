import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkView, SessionView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { MyWorkPage } from './my-work-page.js';

const WORK: MyWorkView = {
  waitingForMe: [
    {
      followUpId: 'f1',
      title: 'Hemstöd Syd AB',
      subtitle: 'hemtjänst',
      caseNumber: 'SON/2026/0391/739',
      due: '2026-11-20',
      overdueDays: 2,
      nextStep: 'Bedöm åtgärdsplanen',
      href: '/uppfoljningar/f1',
    },
  ],
  waitingForOthers: [{ followUpId: 'f2', title: 'Lindgården', due: null, who: 'Enhetschefen beslutar' }],
  year: { year: 2026, done: 21, ongoing: 9, notStarted: 6 },
  meetings: [
    {
      on: '2026-11-24',
      startsAt: '2026-11-24T12:00:00Z',
      title: 'Uppföljningsmöte, digitalt',
      unit: 'Björkens assistans',
      followUpId: 'f3',
    },
  ],
};
const NOTHING: MyWorkView = {
  waitingForMe: [],
  waitingForOthers: [],
  year: { year: 2026, done: 0, ongoing: 0, notStarted: 0 },
  meetings: [],
};

describe('the page of my work', () => {
  let fixture: ComponentFixture<MyWorkPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(changes: Partial<SessionView> = {}): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession(changes));
    await loading;
    fixture = TestBed.createComponent(MyWorkPage);
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  async function answer(body: unknown, status = 200): Promise<void> {
    server.expectOne('/api/my-work').flush(body as object, { status, statusText: String(status) });
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, ' ').trim());

  it('says that it is being read, under its heading and the day', async () => {
    await open();
    expect(texts('h1')).toEqual(['Mitt arbete']);
    expect(page.textContent).toContain('Söndag 22 november 2026, vecka 47');
    expect(page.querySelector('app-loading')?.getAttribute('aria-busy')).toBe('true');
  });

  it('shows what waits for me with its date and how late it is, then what waits for others, then numbers', async () => {
    await open();
    await answer(WORK);
    expect(texts('caption')).toEqual(['Väntar på dig', 'Väntar på andra']);
    expect(texts('app-waiting-for-me-table td.date')).toEqual(['20 nov']);
    expect(texts('td.case > :not(.number)')).toEqual(['Hemstöd Syd AB', ', hemtjänst']);
    expect(texts('td.case .number')).toEqual(['SON/2026/0391/739']);
    expect(texts('td.step')).toEqual(['Bedöm åtgärdsplanen 2 dagar försenad']);
    expect(page.querySelector('td.act a')?.getAttribute('href')).toBe('/uppfoljningar/f1');
    expect(texts('app-waiting-for-others-table tbody td')).toEqual([
      'Ingen dag',
      'Lindgården',
      'Enhetschefen beslutar',
    ]);
    expect(texts('app-year-card dd.num')).toEqual(['21 av 36', '9', '6']);
    expect(texts('app-meetings-card p')).toEqual(['Tis 24 nov 13:00 Björkens assistans Uppföljningsmöte, digitalt']);
  });

  it('puts what is late first, then the coming week, the rest, and last what has no day', async () => {
    await open();
    const [late] = WORK.waitingForMe;
    const dated = ['2026-11-29', '2026-11-30', null].map((due) => ({ ...late!, due, overdueDays: null }));
    await answer({ ...WORK, waitingForMe: [late, ...dated] });
    expect(texts('tr.group th')).toEqual(['Försenat 1', 'Inom en vecka 1', 'Senare 1', 'Utan dag 1']);
  });

  it('reads nothing for an administrator, who sees no cases, and leads to the settings', async () => {
    await open({ roles: ['administrator'], permissions: permissionsOf(['administrator']) });
    server.expectNone('/api/my-work');
    expect(page.querySelector('app-empty-state a')?.getAttribute('href')).toBe('/delegering');
  });

  it('says one day in the singular', async () => {
    await open();
    await answer({ ...WORK, waitingForMe: [{ ...WORK.waitingForMe[0], overdueDays: 1 }] });
    expect(texts('.overdue')).toEqual(['1 dag försenad']);
  });

  it('offers the first step when there is nothing at all', async () => {
    await open();
    await answer(NOTHING);
    expect(page.textContent).toContain('Inget väntar, och inget är påbörjat');
    expect(page.querySelector('app-empty-state a')?.getAttribute('href')).toBe('/uppfoljningar/ny');
  });

  it('offers no new follow-up to one who may not begin any', async () => {
    await open({ roles: ['auditor'], permissions: permissionsOf(['auditor']) });
    await answer(NOTHING);
    expect(page.querySelector('a[href="/uppfoljningar/ny"]')).toBeNull();
  });

  it('says why it could not be read, and reads again when asked', async () => {
    await open();
    await answer({ title: 'Något gick fel hos oss.', requestId: 'req-7' }, 500);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Något gick fel hos oss.');
    expect(page.textContent).toContain('req-7');
    page.querySelector<HTMLButtonElement>('app-error-state button')!.click();
    fixture.detectChanges();
    await answer(WORK);
    expect(texts('caption')).toContain('Väntar på dig');
  });

  it('tells one who may not see it so, without offering to try again', async () => {
    await open();
    await answer({ title: 'Du har inte behörighet till det här.' }, 403);
    expect(texts('app-error-state h2')).toEqual(['Du har inte behörighet']);
    expect(page.querySelector('app-error-state button')).toBeNull();
  });
});
