import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { BlockerView, FollowUpView, JudgementView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ApprovalForm } from './approval-form.js';

const CASE = '/api/follow-ups/u1';
const proposed: JudgementView = {
  id: 'j1',
  followUpId: 'u1',
  outcome: 'approved-with-remarks',
  proposedOutcome: 'approved-with-remarks',
  departureReason: null,
  noPlanReason: null,
  text: 'Godtagbart.',
  status: 'proposed',
  author: 'Maja Sandell',
  authorId: 'account-1',
  contentVersion: 12,
  proposedAt: '2026-11-22T10:00:00.000Z',
  decidedBy: null,
  decidedOn: null,
  ground: null,
  grounds: [],
  unmetReasons: [],
  comments: [],
};
const undeclared: BlockerView = {
  code: 'conflict-undeclared',
  message: 'Du har inte svarat om jäv',
  place: { kind: 'conflict' },
};
const wrote: BlockerView = {
  code: 'author',
  message: 'Du har själv skrivit bedömningen',
  place: { kind: 'judgement' },
};

function deciding(blockers: BlockerView[] = [], changes: Partial<FollowUpView> = {}): FollowUpView {
  return aFollowUpView({
    state: 'deciding',
    editable: false,
    missing: [],
    judgements: [proposed],
    offers: [
      { name: 'approve', blockers },
      { name: 'return', blockers: [] },
    ],
    ...changes,
  });
}

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the form where a manager decides', () => {
  let fixture: ComponentFixture<ApprovalForm>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let confirm: Confirm;

  beforeEach(() => {
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
    confirm = TestBed.inject(Confirm);
  });

  async function open(view: FollowUpView = deciding()): Promise<void> {
    TestBed.inject(OpenFollowUp).id.set(view.id);
    fixture = TestBed.createComponent(ApprovalForm);
    fixture.componentRef.setInput('view', view);
    page = fixture.nativeElement;
    fixture.detectChanges();
    server.expectOne(CASE).flush(view);
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === word);
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function answer(confirmed: boolean): Promise<void> {
    confirm.answer(confirmed ? { reason: '' } : null);
    await settle();
  }
  const errors = () => [...page.querySelectorAll('app-error-summary li')].map((each) => each.textContent?.trim());
  async function comment(place: string, text: string): Promise<void> {
    const select = page.querySelector('select')!;
    select.value = place;
    select.dispatchEvent(new Event('change'));
    const area = page.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await settle();
  }

  it('asks about conflict of interest first, and does not approve before that is answered (R10)', async () => {
    await open(deciding([undeclared]));
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Godkänn')!;
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(page.querySelector(`#${button.getAttribute('aria-describedby')}`)?.textContent).toContain('Intyga');
    await press('Godkänn');
    expect(confirm.open()).toBeNull();
    expect(page.querySelector('input:checked')).toBeNull();
    page.querySelectorAll('input')[0]!.dispatchEvent(new Event('change'));
    await settle();
    expect(server.expectOne(`${CASE}/conflict-declaration`).request.body).toEqual({ hasConflict: false });
  });

  it('sends a declared conflict of interest (R10)', async () => {
    await open(deciding([undeclared]));
    page.querySelectorAll('input')[1]!.dispatchEvent(new Event('change'));
    await settle();
    expect(confirm.open()?.question.text).toContain('Du lämnar teamet genast');
    server.expectNone(`${CASE}/conflict-declaration`);
    confirm.answer({ reason: 'Min bror driver verksamheten.' });
    await settle();
    expect(server.expectOne(`${CASE}/conflict-declaration`).request.body).toEqual({
      ...{ hasConflict: true, reason: 'Min bror driver verksamheten.' },
    });
  });

  it('says why one who wrote the judgement may not approve it, and sends nothing (R10)', async () => {
    await open(deciding([wrote]));
    expect(page.querySelector('#approval-blockers')?.textContent).toContain('Du har själv skrivit bedömningen');
    await press('Godkänn');
    expect(confirm.open()).toBeNull();
    server.expectNone(`${CASE}/approve`);
  });

  it('tells what an approval leads to, and sends the version that was read once it is confirmed', async () => {
    await open();
    await press('Godkänn');
    expect(confirm.open()?.question.heading).toBe('Godkänn bedömningen ”Godkänd med anmärkning”?');
    expect(confirm.open()?.question.text).toContain('1 krav går till utföraren och en återkontroll bokas');
    server.expectNone(`${CASE}/approve`);
    await answer(true);
    const sent = server.expectOne(`${CASE}/approve`);
    expect(sent.request.body).toEqual({ contentVersion: 12 });
    sent.flush(deciding([], { state: 'remedying', contentVersion: 13 }));
    await settle();
    expect(TestBed.inject(OpenFollowUp).view()?.state).toBe('remedying');
    expect(TestBed.inject(Toasts).shown().at(-1)?.text).toBe('Bedömningen är godkänd');
  });

  it('tells that the case is closed when nothing is required of the provider', async () => {
    await open(deciding([], { actions: [] }));
    await press('Godkänn');
    expect(confirm.open()?.question.text).toContain('Rapporten förseglas och ärendet avslutas.');
    await answer(false);
    server.expectNone(`${CASE}/approve`);
  });

  it('says at the form why the server refused', async () => {
    await open();
    await press('Godkänn');
    await answer(true);
    const refusal = { title: 'Uppföljningen har ändrats sedan du läste den.', code: 'stale-content' };
    server.expectOne(`${CASE}/approve`).flush(refusal, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(errors()).toEqual([refusal.title]);
  });

  it('returns the judgement with a comment on the place that it is about', async () => {
    await open();
    await press('Återlämna');
    await comment('finding:f1', '  Vilka två ärenden gäller det?  ');
    await press('Återlämna till handläggaren');
    expect(server.expectOne(`${CASE}/return`).request.body).toEqual({
      contentVersion: 12,
      comments: [{ place: { kind: 'finding', id: 'f1' }, text: 'Vilka två ärenden gäller det?' }],
    });
  });

  it('does not return it without a word about why', async () => {
    await open();
    await press('Återlämna');
    await press('Återlämna till handläggaren');
    expect(errors()).toEqual(['Skriv minst en kommentar om vad som ska ändras.']);
    server.expectNone(`${CASE}/return`);
  });

  it('has the comments after a reload of the page, and no longer once they are sent', async () => {
    await open();
    await press('Återlämna');
    await comment('clause:c15', 'Skriv hur många.');
    fixture.destroy();
    TestBed.inject(OpenFollowUp).id.set(null);
    await open();
    expect(page.querySelector('textarea')?.value).toBe('Skriv hur många.');
    await press('Återlämna till handläggaren');
    server.expectOne(`${CASE}/return`).flush(deciding([], { state: 'assessing', contentVersion: 13 }));
    await settle();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });
});
