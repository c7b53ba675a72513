import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FactCheckView, FollowUpView } from '@insyn/api-schema';
import { aFactCheck, aRemark } from '../../fact-checks/a-fact-check.js';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FactCheckTab } from './fact-check-tab.js';

const LIST = '/api/follow-ups/u1/fact-checks';

jest.setTimeout(30_000);

describe('the tab of the fact check', () => {
  let fixture: ComponentFixture<FactCheckTab>;
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

  async function begin(view: Partial<FollowUpView> = {}): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession());
    await loading;
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView(view));
    await jest.advanceTimersByTimeAsync(0);
    fixture = TestBed.createComponent(FactCheckTab);
    page = fixture.nativeElement as HTMLElement;
    document.body.replaceChildren(page);
    await settle();
  }
  async function open(list: FactCheckView[], view: Partial<FollowUpView> = { state: 'fact-check' }): Promise<void> {
    await begin(view);
    server.expectOne(LIST).flush(list);
    await settle();
  }
  async function settle(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  }
  const text = () => page.textContent.replace(/\s+/g, ' ');
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent.trim().startsWith(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function write(selector: string, words: string): Promise<void> {
    const control = page.querySelector<HTMLTextAreaElement>(selector);
    if (!control) throw new Error(`No control ${selector}.`);
    control.value = words;
    control.dispatchEvent(new Event('input'));
    await settle();
  }
  const mayBeSent = (blockers: FollowUpView['missing'] = []): Partial<FollowUpView> => ({
    state: 'assessing',
    offers: [{ name: 'send-for-fact-check', blockers }],
  });
  async function options(): Promise<void> {
    const proposed = { provider: 'Björkens assistans AB', proposedDue: '2026-12-07', factCheckDays: 14, receivers: 2 };
    server.expectOne(`${LIST}/options`).flush(proposed);
    await settle();
  }

  it('stands as grey lines until it has been read, and says what is wrong when it cannot be', async () => {
    await begin({ state: 'fact-check' });
    expect(page.querySelector('app-loading')).not.toBeNull();
    server.expectOne(LIST).flush({ title: 'Nej.' }, { status: 500, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role=alert] h2')?.textContent).toBe('Det gick inte att läsa in sidan');
  });

  it('tells what a fact check is before there is one', async () => {
    await open([], { state: 'gathering', offers: [] });
    expect(text()).toContain('Utkastet har inte skickats till utföraren');
    expect(text()).toContain('När punkterna är bedömda kan utföraren kontrollera');
  });

  it('sends the draft after a question', async () => {
    await open([], mayBeSent());
    await options();
    expect(page.querySelector('app-empty-state')).toBeNull();
    expect(page.querySelector<HTMLInputElement>('input[type=date]')?.value).toBe('2026-12-07');
    await write('textarea', 'Hej!');
    await press('Skicka för faktakontroll');
    expect(TestBed.inject(Confirm).open()?.question.text).toContain('svarar senast 7 december 2026');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const sent = server.expectOne('/api/follow-ups/u1/send-for-fact-check');
    expect(sent.request.body).toEqual({ contentVersion: aFollowUpView().contentVersion, message: 'Hej!' });
    sent.flush({ id: 'k1', version: 1 });
    await settle();
    server.expectOne(LIST).flush([aFactCheck()]);
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView({ state: 'fact-check' }));
    await settle();
    expect(text()).toContain('Utföraren har utkastet');
    expect(page.querySelector('app-send-form')).toBeNull();
  });

  it('names what stops the sending, with a link to each place', async () => {
    const place = { kind: 'clause', id: 'c15' };
    await open([], mayBeSent([{ code: 'x', message: '§ 15 saknar bedömning', place }]));
    await options();
    expect(page.querySelector('app-blocker-list a')?.textContent).toContain('§ 15 saknar bedömning');
    await press('Skicka för faktakontroll');
    expect(TestBed.inject(Confirm).open()).toBeNull();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('kan inte skickas än');
  });

  it('is taken back with a reason', async () => {
    await open([aFactCheck()]);
    await press('Ta tillbaka utkastet');
    TestBed.inject(Confirm).answer({ reason: 'Fel enhet.' });
    await settle();
    const sent = server.expectOne('/api/follow-ups/u1/take-back');
    expect(sent.request.body).toEqual({ contentVersion: aFollowUpView().contentVersion, reason: 'Fel enhet.' });
  });

  it('gives more time with a reason, and asks for both', async () => {
    await open([aFactCheck()]);
    await press('Förläng svarstiden');
    await press('Förläng och meddela');
    expect(text()).toContain('Ange den nya sista dagen.');
    await write('app-extend-form input', '2026-12-18');
    await write('app-extend-form textarea', 'Sjukdom.');
    await press('Förläng och meddela');
    const sent = server.expectOne('/api/fact-checks/k1/extend');
    expect(sent.request.body).toEqual({ version: 1, due: '2026-12-18', reason: 'Sjukdom.' });
  });

  const answered = (remarks = [aRemark()], changes: Partial<FactCheckView> = {}) =>
    aFactCheck({ ...{ state: 'answered', offers: ['answer', 'take-back'], remarks, unanswered: 1 }, ...changes });

  it('answers a remark beside what it is about; the answer saves itself once it is whole', async () => {
    await open([answered()]);
    expect(text()).toContain('0 av 1 besvarade');
    expect(page.querySelector('app-remark-card details')?.textContent).toContain('Sju av nio planer är aktuella.');
    page.querySelector<HTMLInputElement>('input[value=accepted]')?.click();
    await settle(1000);
    server.expectNone({ method: 'PUT' });
    expect(text()).toContain('Vad har ändrats?');
    expect(text()).toContain('Välj om synpunkten godtas, och skriv svaret.');
    await write('app-remark-card textarea', 'Vi har rättat antalet.');
    await settle(1000);
    const put = server.expectOne({ method: 'PUT', url: `/api/fact-check-remarks/${aRemark().id}/answer` });
    expect(put.request.body).toEqual({ version: null, outcome: 'accepted', text: 'Vi har rättat antalet.' });
    put.flush({ id: aRemark().id, version: 1 });
    await settle();
    server.expectOne(LIST);
    expect(text()).toContain('Sparat');
  });

  it('shows both answers when a colleague was first', async () => {
    await open([answered()]);
    page.querySelector<HTMLInputElement>('input[value=accepted]')?.click();
    await write('app-remark-card textarea', 'Min text.');
    await settle(1000);
    const put = server.expectOne({ method: 'PUT' });
    put.flush({ code: 'stale-version', title: 'Ändrat.' }, { status: 409, statusText: 'x' });
    await settle();
    const theirs = { outcome: 'not-accepted' as const, text: 'Deras text.', answeredBy: 'Olle', version: 1 };
    const answer = { ...theirs, answeredAt: '2026-11-22T10:00:00.000Z' };
    server.expectOne(LIST).flush([answered([aRemark({ answer })])]);
    await settle();
    expect(page.querySelector('app-conflict-notice')?.textContent).toContain('Deras text.');
    await press('Spara min text');
    expect(server.expectOne({ method: 'PUT' }).request.body).toMatchObject({ version: 1, text: 'Min text.' });
  });

  it('draws the difference with words for the ear, and no space that was not there', async () => {
    const difference = {
      ...{ place: { kind: 'clause' as const, id: 'c15' }, heading: '§ 15', before: 'Sju av nio', after: 'Åtta av nio' },
      parts: [
        { kind: 'removed' as const, text: 'Sju' },
        { kind: 'added' as const, text: 'Åtta' },
        { kind: 'same' as const, text: ' av nio' },
      ],
    };
    await open([answered([], { difference: [difference], noRemarks: true })]);
    const words = page.querySelector('app-difference-list .text')?.textContent;
    expect(words).toBe('[Borttaget: Sju] [Tillagt: Åtta]  av nio');
    expect(page.querySelector('app-difference-list article del')?.textContent).toContain('Sju');
    expect(page.querySelector('app-difference-list article ins')?.textContent).toContain('Åtta');
    expect(text()).toContain('inte har några synpunkter');
  });

  it('folds earlier sendings, with why they were taken back', async () => {
    const first = aFactCheck({ id: 'k0', state: 'taken-back', takenBackReason: 'Fel enhet.', offers: [] });
    await open([aFactCheck({ number: 2 }), first]);
    const cards = [...page.querySelectorAll<HTMLDetailsElement>('details.sending')];
    expect(cards.map((card) => card.open)).toEqual([true, false]);
    expect(cards[1]?.textContent).toContain('Fel enhet.');
    expect(cards[1]?.querySelector('button')).toBeNull();
  });
});
