import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Toasts } from '../../ui/toasts.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { TeamCard } from './team-card.js';

const CANDIDATES = [
  { id: 'account-1', name: 'Maja Sandell', title: 'verksamhetsutvecklare' },
  { id: 'account-3', name: 'Ylva Rosengren', title: 'jurist' },
];

describe('the team of a follow-up', () => {
  let fixture: ComponentFixture<TeamCard>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(view: FollowUpView = aFollowUpView()): Promise<void> {
    fixture = TestBed.createComponent(TeamCard);
    fixture.componentRef.setInput('view', view);
    page = fixture.nativeElement;
    document.body.append(page);
    fixture.detectChanges();
    if (view.editable) server.expectOne('/api/team-candidates').flush(CANDIDATES);
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === word)!;
  const read = async (view: FollowUpView) => {
    server.expectOne({ method: 'GET', url: '/api/follow-ups/u1' }).flush(view);
    await settle();
  };
  const sentTeam = () => server.expectOne({ method: 'PATCH', url: '/api/follow-ups/u1' });

  it('names who is in it, and says that none of them may approve (R10)', async () => {
    await open();
    expect([...page.querySelectorAll('li > span')].map((each) => each.textContent)).toEqual([
      'Maja Sandell',
      'Karin Åberg',
    ]);
    expect(text()).toContain('Den som ingår i teamet kan inte godkänna bedömningen.');
  });

  it('asks those in it about conflict of interest, and says who has not answered (R10)', async () => {
    const session = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await session;
    const { declarations } = aFollowUpView();
    await open(aFollowUpView({ declarations: declarations.filter(({ accountId }) => accountId !== 'account-1') }));
    expect([...page.querySelectorAll('li app-chip')].map((each) => each.textContent?.trim())).toEqual([
      ...['Har inte svarat om jäv', 'Inte jävig'],
    ]);
    page.querySelector<HTMLInputElement>('app-declare-conflict input')!.dispatchEvent(new Event('change'));
    await settle();
    const sent = server.expectOne('/api/follow-ups/u1/conflict-declaration');
    expect(sent.request.body).toEqual({ hasConflict: false });
  });

  it('names those who have left the case, and does not offer to take them in again', async () => {
    const declared = { accountId: 'account-3', name: 'Ylva Rosengren', hasConflict: true, lifted: false };
    await open(aFollowUpView({ declarations: [{ ...declared, declaredAt: '2026-11-20T09:00:00.000Z' }] }));
    expect(text()).toContain('Har anmält jäv och lämnat ärendet: Ylva Rosengren');
    expect(page.querySelector('select')).toBeNull();
  });

  it('takes in one more of those who are not in it, onto the team as it is now', async () => {
    await open();
    const select = page.querySelector('select')!;
    expect([...select.options].map((each) => each.textContent?.trim())).toEqual([
      'Välj person',
      'Ylva Rosengren, jurist',
    ]);
    select.value = 'account-3';
    select.dispatchEvent(new Event('change'));
    button('Lägg till').click();
    await settle();
    await read(aFollowUpView({ version: 9, team: [{ id: 'account-2', name: 'Karin Åberg' }] }));
    const sent = sentTeam();
    expect(sent.request.body).toEqual({ teamIds: ['account-2', 'account-3'], version: 9 });
    sent.flush({ id: 'u1', version: 10 });
    await settle();
    expect(TestBed.inject(Toasts).shown().at(-1)?.text).toBe('Ylva Rosengren ingår nu i teamet');
  });

  it('asks who, when nobody is chosen', async () => {
    await open();
    button('Lägg till').click();
    await settle();
    expect(page.querySelector('.error-text')?.textContent).toBe('Välj vem som ska läggas till.');
    server.expectNone('/api/follow-ups/u1');
  });

  it('says why the server took nobody in', async () => {
    await open();
    page.querySelector('select')!.value = 'account-3';
    page.querySelector('select')!.dispatchEvent(new Event('change'));
    button('Lägg till').click();
    await settle();
    await read(aFollowUpView());
    const message = 'Någon av personerna arbetar inte i nämnden som äger ärendet.';
    sentTeam().flush(
      { title: 'Rätta uppgifterna.', code: 'invalid', errors: [{ field: 'teamIds', message }] },
      { status: 400, statusText: 'Bad Request' },
    );
    await settle();
    expect(page.querySelector('.error-text')?.textContent).toBe(message);
  });

  it('takes one out, and keeps the focus on the card', async () => {
    await open();
    button('Ta bort Karin Åberg').click();
    await settle();
    await read(aFollowUpView());
    const sent = sentTeam();
    expect(sent.request.body).toEqual({ teamIds: ['account-1'], version: 4 });
    sent.flush({ id: 'u1', version: 5 });
    await settle();
    expect(document.activeElement?.id).toBe('team-heading');
  });

  it('is changed even where a text saved itself in between', async () => {
    await open();
    button('Ta bort Karin Åberg').click();
    await settle();
    await read(aFollowUpView());
    sentTeam().flush({ title: 'Ändrat av Maja Sandell.', code: 'changed' }, { status: 409, statusText: 'Conflict' });
    await settle();
    await read(aFollowUpView({ version: 5 }));
    expect(sentTeam().request.body).toEqual({ teamIds: ['account-1'], version: 5 });
  });

  it('keeps the last one, and says what to do first', async () => {
    await open(aFollowUpView({ team: [{ id: 'account-1', name: 'Maja Sandell' }] }));
    const only = button('Ta bort Maja Sandell');
    expect(only.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(only.getAttribute('aria-describedby')!)?.textContent).toContain(
      'Någon måste ingå i teamet.',
    );
    only.click();
    await settle();
    server.expectNone('/api/follow-ups/u1');
  });

  it('is only read once the case is sent, and by those who may not change it', async () => {
    await open(aFollowUpView({ editable: false }));
    expect(text()).toContain('Karin Åberg');
    expect(page.querySelector('button, select')).toBeNull();
  });
});
