import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PortalPlanView } from '@insyn/api-schema';
import { aPortalPlan, aRound, WHOLE_ITEM } from '../../action-plans/a-plan.js';
import { commandKeys } from '../../http/command-keys.js';
import { problems } from '../../http/problems.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aProviderSession } from '../a-request.js';
import { PlanPage } from './plan-page.js';

const URL = '/api/portal/action-plans/plan-1';

jest.setTimeout(60_000);

describe('an action plan at the provider', () => {
  let fixture: ComponentFixture<PlanPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    sessionStorage.clear();
    window.scrollTo = () => undefined;
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([commandKeys, problems])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    fixture.destroy();
    page.remove();
    jest.useRealTimers();
    sessionStorage.clear();
  });

  async function begin(): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aProviderSession());
    await loading;
    fixture = TestBed.createComponent(PlanPage);
    fixture.componentRef.setInput('planId', 'plan-1');
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await settle();
  }
  async function open(changes: Partial<PortalPlanView> = {}): Promise<void> {
    await begin();
    server.expectOne(URL).flush(aPortalPlan(changes));
    await settle();
    server.expectOne(`${URL}/read`).flush({ id: 'plan-1', version: 1 });
    await settle();
  }
  async function settle(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
  const text = () => page.textContent.replace(/\s+/g, ' ');
  const field = (place: string) => document.getElementById(`plan-k1-${place}`) as HTMLInputElement;
  async function type(place: string, value: string, event = 'input'): Promise<void> {
    field(place).value = value;
    field(place).dispatchEvent(new Event(event, { bubbles: true }));
    await settle();
  }
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent.includes(word));
    if (!button) throw new Error(`There is no button ${word}.`);
    button.click();
    await settle();
  }

  it('shows each requirement as it was demanded, with its clause and day, and the letter', async () => {
    await open();
    expect(text()).toContain('Lämna in senast måndag 21 december 2026');
    expect(text()).toContain('§ 15 Genomförandeplan');
    expect(text()).toContain('Rekommendation 1');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/portal/documents/doc-1');
  });

  it('R13: says what is missing with links to the places, and hands nothing in until then', async () => {
    await open();
    expect(text()).toContain('8 uppgifter saknas innan planen kan lämnas in');
    await press('Lämna in planen');
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.missing a')];
    expect(links).toHaveLength(8);
    expect(links[0]?.textContent).toBe('Krav 1: skriv orsaken till bristen.');
    links[0]?.click();
    expect(document.activeElement).toBe(field('cause'));
    server.expectNone(`${URL}/submit`);
  });

  it('saves itself, asks what is vague, and shows a colleague’s text beside one’s own', async () => {
    await open();
    await type('cause', 'Tidsbrist.');
    expect(text()).toContain('Vad gjorde att det kunde hända?');
    await settle(1000);
    const put = server.expectOne(`${URL}/items/k1`);
    expect(put.request.body).toMatchObject({ version: null, cause: 'Tidsbrist.', measures: [] });
    const saved = { ...WHOLE_ITEM, measures: [], cause: 'Tidsbrist.', changedBy: 'Ali Demir', version: 1 };
    put.flush({ ...saved, changedAt: '2026-11-22T13:32:00Z' });
    await settle();
    expect(text()).toContain('Sparat');

    await type('cause', 'Rutinen är okänd.');
    await settle(1000);
    const item = {
      ...saved,
      cause: 'Ullas text',
      changedBy: 'Ulla Berg',
      version: 2,
      changedAt: '2026-11-22T13:33:00Z',
    };
    const problem = { code: 'stale-version', title: 'Ulla Berg har skrivit om krav 1 under tiden.', item };
    server.expectOne(`${URL}/items/k1`).flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(text()).toContain('Ullas text');
    await press('Spara min text');
    expect(server.expectOne(`${URL}/items/k1`).request.body).toMatchObject({ version: 2, cause: 'Rutinen är okänd.' });
  });

  it('adds, moves and takes away measures by buttons, and asks for a role where a name stands', async () => {
    await open();
    const measures = () => [...page.querySelectorAll('app-measure-rows')][0]!;
    const texts = () => [...measures().querySelectorAll('textarea')].map(({ value }) => value);
    await press('Lägg till en åtgärd');
    expect(document.activeElement).toBe(field('measures-0-text'));
    await type('measures-0-text', 'Vi ska se över rutinen');
    await type('measures-0-responsible', 'Förnamn Efternamn');
    expect(measures().textContent).toContain('säger inte vad som blir annorlunda');
    expect(measures().textContent).toContain('inte en persons namn');
    await press('Lägg till en åtgärd');
    await type('measures-1-text', 'Ny rutin är beslutad');
    await press('Flytta ned');
    expect(texts()).toEqual(['Ny rutin är beslutad', 'Vi ska se över rutinen']);
    await press('Ta bort');
    expect(texts()).toEqual(['Vi ska se över rutinen']);
  });

  it('does not send half a share, and says so', async () => {
    await open();
    await type('effect-before', '7');
    expect(text()).toContain('Fyll i båda talen med siffror');
    expect(text()).toContain('9 uppgifter saknas');
    await settle(1000);
    expect(server.expectOne(`${URL}/items/k1`).request.body).toMatchObject({ effect: { before: null } });
  });

  it('is handed in once it is whole and one is sure, without a version', async () => {
    const whole = { changedBy: 'Ali Demir', changedAt: '2026-11-22T09:00:00Z', version: 1 };
    const items = aPortalPlan().items.map((item) =>
      item.kind === 'requirement' ? { ...WHOLE_ITEM, ...whole, actionId: item.actionId } : item,
    );
    await open({ items });
    expect(text()).toContain('Allt som behövs är skrivet.');
    await press('Lämna in planen');
    expect(TestBed.inject(Confirm).open()?.question.heading).toBe('Lämna in planen?');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const submit = server.expectOne(`${URL}/submit`);
    expect(submit.request.body).toEqual({});
    submit.flush({ id: 'plan-1', version: 2 });
    await settle();
    server
      .expectOne(URL)
      .flush(aPortalPlan({ state: 'submitted', offers: ['report'], editableIds: [], items, rounds: [aRound()] }));
    await settle();
    expect(text()).toContain('Planen är inlämnad. Kommunen läser den');
    expect(page.querySelector('.foot')).toBeNull();
    expect(text()).toContain('Ladda ner planen som PDF');
  });

  it('shows what goes back at its requirement, and locks what is sufficient', async () => {
    const verdicts = [
      { actionId: 'k1', verdict: 'incomplete', text: 'Skriv när.', decidedOn: '2026-12-03' } as const,
      { actionId: 'k2', verdict: 'sufficient', text: '', decidedOn: '2026-12-03' } as const,
    ];
    const rounds = [aRound({ verdicts })];
    await open({ state: 'returned', rounds, waitingIds: ['k1'], editableIds: ['k1', 'r1'] });
    const cards = [...page.querySelectorAll('app-plan-card')].map(({ textContent }) => textContent);
    expect(cards[0]).toContain('Skriv när.');
    expect(cards[0]).toContain('Behöver kompletteras');
    expect(cards[1]).toContain('Tillräcklig');
    expect(page.querySelectorAll('app-measure-rows')).toHaveLength(1);
  });

  it('reports that a requirement is remedied', async () => {
    await open({ state: 'accepted', offers: ['report'], editableIds: [], waitingIds: [] });
    await press('Anmäl som åtgärdat');
    await press('Skicka anmälan');
    expect(text()).toContain('Skriv vad som är gjort.');
    const written = page.querySelector<HTMLTextAreaElement>('app-report-form textarea')!;
    written.value = 'Rutinen är känd.';
    written.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    await press('Skicka anmälan');
    const post = server.expectOne(`${URL}/reports`);
    expect(post.request.body).toEqual({ actionId: 'k1', text: 'Rutinen är känd.', effect: null, fileIds: [] });
    post.flush({ id: 'rep-1', version: 1 });
    await settle();
    server.expectOne(URL);
  });

  it.each([
    [404, 'Sidan finns inte'],
    [500, 'Det gick inte att läsa in sidan'],
  ])('says what is wrong when it cannot be read (%i)', async (status, heading) => {
    await begin();
    server.expectOne(URL).flush({ title: 'Nej.' }, { status, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe(heading);
  });
});
