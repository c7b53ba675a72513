import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpView, RecheckView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { aRecheckAction, aRecheckView } from './a-recheck-view.js';
import { RecheckTab } from './recheck-tab.js';

const CASE = '/api/follow-ups/r1';
const JUDGED = `${CASE}/recheck/actions/k15`;

jest.setTimeout(20_000);

describe('the page where a re-check judges requirements', () => {
  let fixture: ComponentFixture<RecheckTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    const http = [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()];
    TestBed.configureTestingModule({ providers: [provideRouter([]), ...http, OpenFollowUp] });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(changes: Partial<RecheckView> = {}, of: Partial<FollowUpView> = {}): Promise<void> {
    const followUp = TestBed.inject(OpenFollowUp);
    followUp.id.set('r1');
    TestBed.tick();
    const held = { id: 'r1', parentId: 'u1', kind: 're-check' as const, actions: [], ...of };
    server.expectOne(CASE).flush(aFollowUpView(held));
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(RecheckTab);
    page = fixture.nativeElement;
    await settle();
    server.expectOne(`${CASE}/recheck`).flush(aRecheckView(changes));
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const words = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  async function type(control: Element | null | undefined, value: string): Promise<void> {
    if (!(control instanceof HTMLInputElement) && !(control instanceof HTMLTextAreaElement))
      throw new Error('No field.');
    control.value = value;
    control.dispatchEvent(new Event('input'));
    control.dispatchEvent(new Event('blur'));
    await settle();
  }
  const answer = (body: object) => ({ ...aRecheckAction(), updatedBy: 'Maja Sandell', version: 2, ...body });

  it('shows each requirement with what it is about, the plan and what the provider reported', async () => {
    await open();
    const card = words('app-recheck-action');
    expect(card).toContain('Krav 1 (§ 15)');
    expect(card).toContain('Säkerställ att varje person har en aktuell plan.');
    expect(card).toContain('Gå igenom alla planer');
    expect(card).toMatch(/Effekt enligt utföraren: 9 av 9/);
    expect(page.querySelector('a[href="/api/action-plan-files/file-1"]')?.textContent).toBe('planer.pdf');
  });

  it('links to its root and to the evidence that was there before', async () => {
    await open();
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/uppfoljningar/u1', '/uppfoljningar/u1/underlag#evidence-e1']));
  });

  it('saves the verdict at once, by mouse or by key', async () => {
    await open();
    page.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]?.click();
    await settle();
    const sent = server.expectOne(JUDGED);
    expect([sent.request.method, sent.request.body]).toEqual([
      'PUT',
      { version: 1, verdict: 'remains', note: '', before: null, after: null, evidenceIds: [] },
    ]);
    sent.flush(answer({ verdict: 'remains' }));
    await settle();
    server.match(() => true).forEach((request) => request.flush(null, { status: 503, statusText: 'x' }));
    const key = new KeyboardEvent('keydown', { key: '1', bubbles: true });
    page.querySelector('app-recheck-action section')?.dispatchEvent(key);
    await settle();
    expect(server.expectOne(JUDGED).request.body).toMatchObject({ version: 2, verdict: 'verified' });
  });

  it('sends a count once both its numbers are there, and says what is wrong with it', async () => {
    await open();
    const [k, n] = page.querySelectorAll('.counts input');
    await type(k, '9');
    expect(words('.counts')).toContain('Fyll i båda talen, med hela tal.');
    expect(server.expectOne(JUDGED).request.body).toMatchObject({ before: null });
    await type(n, '5');
    expect(words('.counts')).toContain('Antalet kan inte vara fler än alla.');
  });

  it('ticks the re-check’s own evidence, and not what only is planned', async () => {
    const [review, meeting] = aFollowUpView().evidence;
    if (!review || !meeting) throw new Error('The sample has evidence.');
    await open({}, { evidence: [review, { ...meeting, counts: false }] });
    const boxes = page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]');
    expect(boxes).toHaveLength(1);
    boxes[0]?.click();
    await type(page.querySelector('textarea'), 'Alla nio planer är aktuella.');
    expect(server.expectOne(JUDGED).request.body).toMatchObject({
      evidenceIds: [review.id],
      note: 'Alla nio planer är aktuella.',
    });
  });

  it('shows both texts where a colleague was first, and keeps one’s own until one has chosen', async () => {
    await open();
    await type(page.querySelector('textarea'), 'Min text');
    server
      .expectOne(JUDGED)
      .flush(
        { code: 'stale-version', status: 409, title: 'Ändrad av en annan.' },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    const theirs = aRecheckAction({ note: 'Kollegans text', version: 5 });
    server.match(`${CASE}/recheck`).forEach((request) => request.flush(aRecheckView({ actions: [theirs] })));
    await settle();
    expect(words('app-conflict-notice')).toMatch(/Min text.*Kollegans text/);
    page.querySelector<HTMLButtonElement>('app-conflict-notice button')?.click();
    await settle();
    expect(server.expectOne(JUDGED).request.body).toMatchObject({ note: 'Min text', version: 5 });
  });

  it('only shows what was found to one who may not judge', async () => {
    const found = aRecheckAction({
      ...{ state: 'verified', verdict: 'verified', note: 'Alla planer är aktuella.' },
      ...{ before: { k: 7, n: 9 }, after: { k: 9, n: 9 }, evidenceIds: ['e1'] },
    });
    await open({ editable: false, actions: [found] });
    expect(page.querySelector('textarea, input')).toBeNull();
    expect(words('.found')).toMatch(
      /Åtgärdat.*Alla planer är aktuella\..*Före: 7 av 9.*Efter: 9 av 9.*Granskning av planer/,
    );
  });

  it('says that the contract ends before it, that it has not begun, and when nothing is open', async () => {
    await open(
      { contractEndsBefore: true, contractEndsOn: '2026-12-31', editable: false, actions: [] },
      { state: 'planned' },
    );
    expect(words('.notice.warning')).toContain('torsdag 31 december 2026');
    expect(words('.notice:not(.warning)')).toContain('när återkontrollen har startats');
    expect(words('app-empty-state')).toContain('Inga öppna krav');
  });

  it('tells of an error and reads anew', async () => {
    TestBed.inject(OpenFollowUp).id.set('r1');
    TestBed.tick();
    server.expectOne(CASE).flush(aFollowUpView({ id: 'r1', kind: 're-check' }));
    fixture = TestBed.createComponent(RecheckTab);
    page = fixture.nativeElement;
    await settle();
    expect(page.querySelector('app-loading')).not.toBeNull();
    server
      .expectOne(`${CASE}/recheck`)
      .flush({ title: 'Fel', status: 500, code: 'internal' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('app-error-state')).not.toBeNull();
  });
});
