import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SignalTimeline } from '@insyn/api-schema';
import { FOLLOW_UP_STATE_LABELS, permissionsOf, type Role } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { aSignal, aTimeline, someRecipients } from './a-signal.js';
import { RecipientsPage } from './recipients-page.js';
import { SignalListPage } from './signal-list-page.js';
import { UnitSignalsPage } from './unit-signals-page.js';

jest.setTimeout(20_000);
// jsdom has no modal dialogs of its own.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
};

const UNIT = '/api/units/unit-1/signals';

describe('the signals', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
  });
  async function signIn(roles: Role[] = ['officer']): Promise<void> {
    const read = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles, permissions: permissionsOf(roles) }));
    await read;
  }
  async function open(component: Type<unknown>, inputs: Record<string, unknown> = {}): Promise<void> {
    fixture = TestBed.createComponent(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    page = fixture.nativeElement;
    await settle();
  }
  async function openUnit(timeline: SignalTimeline = aTimeline(), inputs: Record<string, unknown> = {}): Promise<void> {
    await signIn();
    await open(UnitSignalsPage, { unitId: 'unit-1', ...inputs });
    server.expectOne(UNIT).flush(timeline);
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word))!;
  async function press(word: string): Promise<void> {
    button(word).click();
    await settle();
  }
  async function write(label: string, text: string): Promise<void> {
    const named = [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label))!;
    const field = page.querySelector<HTMLInputElement>(`#${named.htmlFor}`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await settle();
  }
  async function submit(): Promise<void> {
    page.querySelector('app-signal-form form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('stand on the unit’s timeline with kind, day and what was done', async () => {
    const handled = aSignal({
      ...{ id: 's2', title: 'Sen ankomst', kind: 'deviation', state: 'handled' },
      ...{ handledText: 'Schemat är ändrat.', handledOn: '2026-11-12' },
    });
    await openUnit(aTimeline({ signals: [aSignal(), handled] }));
    const items = [...page.querySelectorAll('app-signal-item')].map((each) => each.textContent?.replace(/\s+/g, ' '));
    expect(items[0]).toMatch(/Klagomål.*Öppen.*10 november 2026.*Uteblivna insatser/);
    expect(items[1]).toMatch(/Avvikelse.*Hanterad.*Hanterad 12 november 2026\..*Schemat är ändrat\./);
  });

  it('propose an in-depth follow-up, which opens filled in with contract, unit and kind', async () => {
    const because = '3 signaler sedan 22 maj 2026';
    await openUnit(aTimeline({ inDepth: { proposed: true, because } }));
    expect(page.querySelector('.notice')?.textContent).toContain(because);
    const link = page.querySelector<HTMLAnchorElement>('.notice a');
    expect(link?.getAttribute('href')).toBe('/uppfoljningar/ny?avtal=k1&enhet=unit-1&slag=in-depth');
  });

  it('of lex Sarah ask who may read them, say who will, and go out with those who were named', async () => {
    await openUnit(aTimeline({ signals: [] }), { ny: '1' });
    server.expectOne('/api/lex-sarah-recipients').flush([someRecipients()]);
    await settle();
    await write('Slag', 'lex-sarah');
    await write('Rubrik', 'Utebliven tillsyn');
    const choices = [...page.querySelectorAll('app-choice-list .choice')].map((each) => each.textContent?.trim());
    expect(choices).toEqual(['Karin Åberg, enhetschef', 'Per Lind']);
    expect(page.querySelector('form .notice')?.textContent).toContain('Ingen mer än du');
    await submit();
    expect(page.querySelector('app-error-summary')?.textContent).toContain('Välj minst en person');
    server.expectNone(UNIT);
    page.querySelector<HTMLInputElement>('app-choice-list input')!.click();
    await settle();
    expect(page.querySelector('form .notice')?.textContent).toContain('Maja Sandell, Karin Åberg.');
    await submit();
    const sent = server.expectOne(UNIT);
    expect(sent.request.body).toMatchObject({
      ...{ kind: 'lex-sarah', title: 'Utebliven tillsyn', receivedOn: '2026-11-22', committeeId: 'committee-1' },
      readerIds: ['account-2'],
    });
    sent.flush({ id: 's9', version: 1 });
    await settle();
    server.expectOne(UNIT).flush(aTimeline());
    await settle();
    expect(page.querySelector('app-signal-form')).toBeNull();
  });

  it('of lex Sarah propose those whom the committee’s reports go to', async () => {
    await openUnit(aTimeline({ signals: [] }), { ny: '1' });
    const recipients = [{ id: 'account-3', name: 'Per Lind', title: null }];
    server.expectOne('/api/lex-sarah-recipients').flush([someRecipients({ recipients })]);
    await settle();
    await write('Slag', 'lex-sarah');
    expect(page.querySelector('form .notice')?.textContent).toContain('Maja Sandell, Per Lind.');
  });

  it('of lex Sarah say who can read them, and are never offered to a follow-up', async () => {
    const readers = [
      { id: 'account-1', name: 'Maja Sandell' },
      { id: 'account-2', name: 'Karin Åberg' },
    ];
    await openUnit(aTimeline({ signals: [aSignal({ kind: 'lex-sarah', readers })] }));
    expect(page.querySelector('.restricted')?.textContent).toBe('Kan bara läsas av: Maja Sandell, Karin Åberg.');
    expect(button('Lägg till i en uppföljning')).toBeUndefined();
  });

  it('are handled with a word on what was done', async () => {
    await openUnit();
    await press('Markera som hanterad');
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.reason?.required).toBe(true);
    confirm.answer({ reason: 'Utföraren har bemannat om.' });
    await settle();
    expect(server.expectOne('/api/signals/s1/handle').request.body).toEqual({
      version: 1,
      text: 'Utföraren har bemannat om.',
    });
  });

  it('become evidence in a follow-up of the same unit that still takes it', async () => {
    await openUnit();
    await press('Lägg till i en uppföljning');
    const list = server.expectOne(({ url }) => url === '/api/follow-ups');
    expect(list.request.params.get('search')).toBe('Björken Lunda');
    const row = { title: 'Björken 2026', unit: 'Björken Lunda', state: 'gathering' };
    list.flush({
      items: [
        { ...row, id: 'u1' },
        { ...row, id: 'u0', title: 'Björken 2025', state: 'closed' },
        { ...row, id: 'u2', title: 'Björken Lunda norra', unit: 'Björken Lunda norra' },
      ],
      next: null,
    });
    await settle();
    expect([...page.querySelectorAll('fieldset .choice')].map((each) => each.textContent?.trim())).toEqual([
      `Björken 2026 ${FOLLOW_UP_STATE_LABELS.gathering}`,
    ]);
    page.querySelector<HTMLInputElement>('fieldset input')!.click();
    await settle();
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Lägg till')!.click();
    await settle();
    expect(server.expectOne('/api/signals/s1/attach').request.body).toEqual({ version: 1, followUpId: 'u1' });
  });

  it('are only read by one who may not write them', async () => {
    await signIn(['auditor']);
    await open(UnitSignalsPage, { unitId: 'unit-1' });
    server.expectOne(UNIT).flush(aTimeline({ committees: [] }));
    await settle();
    expect(page.querySelector('button')).toBeNull();
  });

  it('are listed by kind and state as the address says, with their unit', async () => {
    await signIn();
    await open(SignalListPage, { slag: 'complaint', lage: 'open' });
    const list = server.expectOne(({ url }) => url === '/api/signals');
    expect(list.request.params.toString()).toBe('kind=complaint&state=open');
    list.flush({ items: [aSignal()], next: null });
    await settle();
    expect(page.querySelector('app-signal-item a')?.getAttribute('href')).toBe('/signaler/enheter/unit-1');
  });

  it('of lex Sarah go to the recipients whom a manager names for the committee', async () => {
    await signIn(['manager']);
    await open(RecipientsPage);
    server
      .expectOne('/api/lex-sarah-recipients')
      .flush([
        someRecipients({ recipients: [{ id: 'account-2', name: 'Karin Åberg', title: 'enhetschef' }] }),
        someRecipients({ committee: { id: 'committee-2', name: 'Vårdnämnden' }, mayChange: false }),
      ]);
    await settle();
    const boxes = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false]);
    boxes[2]!.click();
    await settle();
    await press('Spara mottagarna');
    const sent = server.expectOne('/api/committees/committee-1/lex-sarah-recipients');
    expect(sent.request.body).toEqual({ accountIds: ['account-2', 'account-3'] });
    expect(page.querySelectorAll('section')[1]?.textContent).toContain('Nämndens chefer');
  });
});
