import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ActionPlanView } from '@insyn/api-schema';
import { aRound, aStaffPlan } from '../../action-plans/a-plan.js';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { PlanTab } from './plan-tab.js';

const LIST = '/api/follow-ups/u1/action-plans';

jest.setTimeout(60_000);

describe('the tab of the action plan', () => {
  let fixture: ComponentFixture<PlanTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  async function begin(): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await loading;
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView({ state: 'remedying' }));
    await jest.advanceTimersByTimeAsync(0);
    await show();
  }
  async function show(): Promise<void> {
    fixture = TestBed.createComponent(PlanTab);
    page = fixture.nativeElement as HTMLElement;
    document.body.replaceChildren(page);
    await settle();
  }
  async function open(...plans: ActionPlanView[]): Promise<void> {
    await begin();
    server.expectOne(LIST).flush(plans);
    await settle();
  }
  async function settle(): Promise<void> {
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
  const text = () => page.textContent.replace(/\s+/g, ' ');
  async function choose(id: string): Promise<void> {
    document.getElementById(id)?.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  }
  async function press(word: string): Promise<void> {
    [...page.querySelectorAll('button')].find((each) => each.textContent.includes(word))?.click();
    await settle();
  }

  it('judges every requirement of the round beside its plan, all at once', async () => {
    await open(aStaffPlan());
    expect(text()).toContain('Bedöm planen senast tisdag 15 december 2026');
    expect(text()).toContain('Före: 7 av 9, mål: 9 av 9 aktuella planer');
    await press('Godta planen');
    expect(text()).toContain('Bedöm krav 1.');
    await choose('bedom-k1-sufficient');
    await choose('bedom-k2-incomplete');
    await press('Lämna tillbaka planen');
    expect(text()).toContain('Skriv vad som behöver kompletteras.');
    const why = document.getElementById('bedom-k2-text') as HTMLTextAreaElement;
    why.value = 'Skriv när.';
    why.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    await press('Lämna tillbaka planen');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const judged = server.expectOne('/api/action-plans/plan-1/judge');
    expect(judged.request.body).toEqual({
      version: 2,
      verdicts: [
        { actionId: 'k1', verdict: 'sufficient', text: '' },
        { actionId: 'k2', verdict: 'incomplete', text: 'Skriv när.' },
      ],
      due: '2026-12-16',
    });
  });

  it('keeps what is written about a round until it is sent', async () => {
    await open(aStaffPlan());
    await choose('bedom-k1-rejected');
    const why = document.getElementById('bedom-k1-text') as HTMLTextAreaElement;
    why.value = 'Rör inte bristen.';
    why.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    fixture.destroy();
    await show();
    server.expectOne(LIST).flush([aStaffPlan()]);
    await settle();
    expect((document.getElementById('bedom-k1-text') as HTMLTextAreaElement).value).toBe('Rör inte bristen.');
  });

  it('shows rounds, verdicts, reports and what was handed over; a reader is offered nothing', async () => {
    const verdict = { actionId: 'k1', verdict: 'incomplete', text: 'Skriv när.', decidedOn: '2026-12-03' } as const;
    const report = {
      ...{ id: 'rep-1', actionId: 'k1', text: 'Rutinen är känd.', effect: { k: 9, n: 9 }, reportedBy: 'Ali Demir' },
      ...{ reportedAt: '2027-01-20T09:00:00Z', settled: true, files: [] },
    };
    const rounds = [aRound({ verdicts: [verdict] }), aRound({ id: 'round-2', number: 2 })];
    await open(
      aStaffPlan({ state: 'accepted', offers: [], judgeBy: null, rounds, reports: [report], waitingIds: [] }),
      aStaffPlan({ id: 'plan-0', state: 'handed-over', offers: [], judgeBy: null }),
    );
    expect(text()).toContain('Omgång 2 lämnades in');
    expect(page.querySelector('details summary')?.textContent).toContain('Omgång 1');
    expect(text()).toContain('Läget då: 9 av 9');
    expect(text()).toContain('Överlämnad till ny utförare');
    expect(page.querySelectorAll('form')).toHaveLength(0);
  });

  it('moves the day with a reason', async () => {
    await open(aStaffPlan({ state: 'demanded', rounds: [], judgeBy: null, offers: ['move-due'] }));
    expect(text()).toContain('Det utföraren skriver syns här när planen är inlämnad.');
    await press('Ändra svarstiden');
    await press('Ändra och meddela');
    expect(text()).toContain('Ange den nya sista dagen.');
    const [due, reason] = page.querySelectorAll<HTMLInputElement>(
      'app-move-due-form input, app-move-due-form textarea',
    );
    for (const [control, value] of [
      [due!, '2027-01-11'],
      [reason!, 'Sjukdom.'],
    ] as const) {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await settle();
    await press('Ändra och meddela');
    const moved = server.expectOne('/api/action-plans/plan-1/due');
    expect(moved.request.body).toEqual({ due: '2027-01-11', reason: 'Sjukdom.' });
  });

  describe('and a plan that came on paper', () => {
    const file = { id: 'file-1', fileName: 'inskannad.pdf', size: 2_000, sha256: 'cd'.repeat(32) };
    const waiting = aStaffPlan({
      ...{ state: 'demanded', rounds: [], judgeBy: null, offers: ['register', 'move-due'], waitingIds: ['k1'] },
    });
    const control = (id: string) => document.getElementById(id) as HTMLInputElement;
    async function type(id: string, value: string, event = 'input'): Promise<void> {
      control(id).value = value;
      control(id).dispatchEvent(new Event(event, { bubbles: true }));
      await settle();
    }
    async function enter(): Promise<void> {
      await open(waiting);
      await press('Registrera inkommen plan');
      await type('inkom-dag', '2026-11-20', 'change');
      const scan = new File(['%PDF'], 'inskannad.pdf', { type: 'application/pdf' });
      Object.defineProperty(control('inkom-fil'), 'files', { value: [scan] });
      control('inkom-fil').dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
      server.expectOne('/api/action-plans/plan-1/incoming-file').flush(file);
      await settle();
      await type('plan-k1-cause', 'Rutinen är okänd.');
      await press('Lägg till en åtgärd');
      await type('plan-k1-measures-0-text', 'Ny rutin är beslutad');
      await type('plan-k1-measures-0-responsible', 'Enhetschef');
      await type('plan-k1-measures-0-due', '2027-01-15', 'change');
      await type('plan-k1-effect-how', 'Stickprov');
      await type('plan-k1-effect-followUpOn', '2027-02-01', 'change');
    }
    async function send(): Promise<void> {
      page.querySelector('app-register-plan-form form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    }

    it('R13: is entered in the same form as the portal’s; what is missing is said with its place', async () => {
      jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue({ reason: '' });
      await open(waiting);
      await press('Registrera inkommen plan');
      await send();
      const faults = [...page.querySelectorAll('app-register-plan-form .summary li')].map((each) =>
        each.textContent.trim(),
      );
      expect(faults.slice(0, 3)).toEqual([
        'Ange vilken dag planen kom.',
        'Lägg till den inkomna handlingen.',
        'Krav 1: skriv orsaken till bristen.',
      ]);
      expect(page.querySelector('#inkom-fil-fel')?.textContent).toBe('Lägg till den inkomna handlingen.');
      server.expectNone('/api/action-plans/plan-1/incoming');
    });

    it('is registered with the document, the day and the way it came', async () => {
      jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue({ reason: '' });
      await enter();
      await send();
      const sent = server.expectOne('/api/action-plans/plan-1/incoming');
      expect(sent.request.body).toMatchObject({
        ...{ channel: 'paper', arrivedOn: '2026-11-20', fileId: 'file-1', replacesDraftOf: null },
        items: [
          { actionId: 'k1', cause: 'Rutinen är okänd.' },
          { actionId: 'r1', answer: '' },
        ],
      });
      sent.flush({ id: 'plan-1', version: 2 });
      await settle();
      expect(page.querySelector('app-register-plan-form')).toBeNull();
    });

    it('is kept in the tab, and replaces what the provider writes in the portal only when the officer says so', async () => {
      const ask = jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue({ reason: '' });
      await enter();
      await send();
      const title = 'Utföraren skriver på planen i portalen, senast 22 november 2026 kl. 10.12.';
      const changedAt = '2026-11-22T09:12:00.000Z';
      server
        .expectOne('/api/action-plans/plan-1/incoming')
        .flush({ code: 'plan-being-written', title, changedAt }, { status: 409, statusText: 'Conflict' });
      await settle();
      expect(ask).toHaveBeenLastCalledWith(expect.objectContaining({ text: title, tone: 'danger' }));
      const again = server.expectOne('/api/action-plans/plan-1/incoming');
      expect(again.request.body).toMatchObject({ replacesDraftOf: changedAt });
      expect(JSON.stringify(sessionStorage)).toContain('Rutinen är okänd.');
    });

    it('says how and when it came, and who entered it', async () => {
      const incoming = {
        channel: 'paper' as const,
        ...{ arrivedOn: '2026-11-20', enteredBy: 'Karin Wester', enteredOn: '2026-11-22' },
        file: { ...file, href: '/api/action-plan-files/file-1' },
      };
      await open(aStaffPlan({ rounds: [aRound({ incoming, submittedBy: 'Björkens assistans AB' })] }));
      expect(text()).toContain(
        'inkom på papper fredag 20 november 2026, införd söndag 22 november 2026 av Karin Wester (kommunen)',
      );
      expect(page.querySelector('a[href="/api/action-plan-files/file-1"]')?.textContent).toBe('Handlingen som kom in');
    });
  });

  it('says when none is demanded', async () => {
    await open();
    expect(text()).toContain('Ingen åtgärdsplan är begärd');
  });

  it('stands as grey lines until it has been read, and says when it cannot be', async () => {
    await begin();
    expect(page.querySelector('[role=status]')?.textContent).toBe('Läser in …');
    server.expectOne(LIST).flush({ title: 'Nej.' }, { status: 500, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe('Det gick inte att läsa in sidan');
  });
});
