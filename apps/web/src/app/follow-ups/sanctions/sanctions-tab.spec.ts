import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpSanctionsView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { aListedSanction, followUpSanctions } from '../../sanctions/a-sanction.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { SanctionsTab } from './sanctions-tab.js';

const URL = '/api/follow-ups/u1/sanctions';

jest.setTimeout(20_000);

describe('the sanctions of a case', () => {
  let fixture: ComponentFixture<SanctionsTab>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'pafoljder/:id', children: [] }]),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: ['manager'], permissions: permissionsOf(['manager']) }));
    await loading;
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView({ state: 'remedying' }));
  });

  function begin(krav?: string): void {
    fixture = TestBed.createComponent(SanctionsTab);
    if (krav !== undefined) fixture.componentRef.setInput('krav', krav);
    page = fixture.nativeElement;
    fixture.detectChanges();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(changes: Partial<FollowUpSanctionsView> = {}, krav?: string): Promise<void> {
    begin(krav);
    server.expectOne(URL).flush(followUpSanctions(changes));
    await settle();
  }
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  async function press(word: string): Promise<void> {
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === word)!.click();
    await settle();
  }
  function choice(words: string): HTMLInputElement {
    const label = [...page.querySelectorAll('label.choice')].find((each) => each.textContent?.includes(words));
    return label!.querySelector('input')!;
  }
  async function choose(words: string): Promise<void> {
    choice(words).click();
    await settle();
  }
  function field(label: string): HTMLInputElement {
    const found = [...page.querySelectorAll('app-field label')].find((each) =>
      each.textContent?.trim().startsWith(label),
    );
    return document.getElementById((found as HTMLLabelElement).htmlFor) as HTMLInputElement;
  }
  async function write(label: string, words: string): Promise<void> {
    const control = [...page.querySelectorAll('app-field')].find((each) => each.textContent?.trim().startsWith(label))!;
    const input = control.querySelector<HTMLInputElement>('input, textarea')!;
    input.value = words;
    input.dispatchEvent(new Event('input'));
    await settle();
  }
  async function submit(yes = true): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    TestBed.inject(Confirm).answer(yes ? { reason: '' } : null);
    await settle();
  }
  const decisions = () => server.match({ method: 'POST', url: URL });

  it('says that it is being read, then which step is next, and lists what has been decided', async () => {
    begin();
    expect(page.querySelector('app-loading')).not.toBeNull();
    server.expectOne(URL).flush(followUpSanctions({ sanctions: [aListedSanction()] }));
    await settle();
    expect(text('[aria-labelledby=next-step-heading]')).toContain('Vite');
    expect(texts('tbody a')).toEqual(['Vite']);
    expect(page.querySelector('app-decide-form')).toBeNull();
  });

  it('decides the next step on what remains, after a question, and leads to the sanction', async () => {
    await open();
    await press('Besluta om påföljd');
    expect([choice('Ta fram en rutin').checked, choice('Vite').checked]).toEqual([true, true]);
    expect(texts('label.choice').some((words) => words?.includes('Hävning') || words?.includes('Dokumentera'))).toBe(
      false,
    );
    await write('Belopp', '12 500');
    await write('Så är beloppet', '2 procent av 625 000 kr');
    await write('Skäl', 'Rutinen saknas fortfarande.');
    await submit(false);
    expect(decisions()).toEqual([]);
    await submit();
    const [sent] = decisions();
    expect(sent!.request.body).toEqual({
      ...{ ladderVersion: 4, stepId: 's2', actionIds: ['r15'], grounds: 'Rutinen saknas fortfarande.' },
      ...{ severe: false, severeReason: '', amount: 12_500, amountBasis: '2 procent av 625 000 kr' },
    });
    sent!.flush({ id: 'x1', version: 1 });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/pafoljder/x1');
    expect(sessionStorage.length).toBe(0);
  });

  it('opens all steps and what still has time to a severe case, with its reason and the committee’s decision', async () => {
    await open({}, 'r15');
    await choose('Fallet är så allvarligt');
    await choose('Dokumentera löpande');
    await choose('Hävning');
    await write('Skäl', 'Fara för brukarna.');
    await submit();
    expect(texts('.summary li')).toEqual([
      'Skriv varför fallet är så allvarligt att steg hoppas över.',
      'Ange vilken dag nämnden beslutade.',
      'Ange nämndens beslut, till exempel § 41.',
    ]);
    await write('Varför är fallet', 'Tillsyn har uteblivit.');
    await write('Nämnden beslutade', '2026-11-20');
    await write('Nämndens beslut', 'SON § 41');
    await submit();
    const [sent] = decisions();
    expect(sent!.request.body).toMatchObject({
      ...{ stepId: 's3', actionIds: ['r15', 'r8'], severe: true, severeReason: 'Tillsyn har uteblivit.', amount: null },
      committeeDecision: { decidedOn: '2026-11-20', reference: 'SON § 41' },
    });
  });

  it('says what is missing at its field, and sends nothing', async () => {
    await open({}, 'r15');
    await choose('Ta fram en rutin');
    await write('Belopp', '0');
    await submit();
    expect(texts('.summary li')).toEqual([
      'Välj minst ett krav.',
      'Ange beloppet i hela kronor, från 1 kr till 100 000 000 kr.',
      'Skriv hur beloppet har beräknats.',
      'Skriv skälen för påföljden.',
    ]);
    expect(decisions()).toEqual([]);
    expect(field('Belopp').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the words and reads anew when the ladder was changed meanwhile', async () => {
    await open({}, 'r15');
    await choose('Skriftlig varning');
    await write('Skäl', 'Rutinen saknas.');
    await submit();
    const problem = { code: 'stale-version', title: 'Uppgifterna har ändrats av Olle Sandahl.' };
    decisions()[0]!.flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    server.expectOne({ method: 'GET', url: URL }).flush(followUpSanctions({ ladderVersion: 6 }));
    await settle();
    expect(texts('.summary li')).toEqual(['Uppgifterna har ändrats av Olle Sandahl.']);
    await submit();
    expect(decisions()[0]!.request.body).toMatchObject({ ladderVersion: 6, grounds: 'Rutinen saknas.', stepId: 's1' });
  });

  it.each<[string, Partial<FollowUpSanctionsView>, string]>([
    ['an officer', { mayDecide: false }, 'En enhetschef i nämnden beslutar om påföljd.'],
    ['nothing remains', { grounds: [] }, 'Inget krav kvarstår'],
    [
      'the manager is in the team',
      { blockers: [{ code: 'decider-in-team', message: 'Du ingår i teamet', place: { kind: 'follow-up' } }] },
      'Du ingår i teamet',
    ],
    ['all steps are taken', { proposedStepId: null }, 'Alla steg i trappan är tagna.'],
    ['the contract has no ladder', { steps: [], proposedStepId: null }, 'Avtalet har ingen påföljdstrappa'],
    [
      'the unit is the municipality’s own',
      { contract: { id: 'a1', reference: 'U 1', kind: 'assignment' }, steps: [] },
      'Egen regi har inga påföljder',
    ],
  ])('says why nothing can be decided where it is so: %s', async (_case, changes, words) => {
    await open(changes);
    expect(page.textContent?.replace(/\s+/g, ' ')).toContain(words);
    if (changes.proposedStepId !== null) expect(texts('button')).toEqual([]);
  });

  it('asks a manager who has not declared about conflict of interest first, and is read anew then', async () => {
    const message = 'Du har inte intygat att du saknar jäv';
    await open({ blockers: [{ code: 'conflict-undeclared', message, place: { kind: 'follow-up' } }] });
    expect(text('.notice.warning')).toContain(message);
    page.querySelector<HTMLInputElement>('app-declare-conflict input')!.click();
    await settle();
    const sent = server.expectOne('/api/follow-ups/u1/conflict-declaration');
    expect(sent.request.body).toEqual({ hasConflict: false });
    sent.flush(aFollowUpView({ state: 'remedying' }));
    await settle();
    server.expectOne(URL).flush(followUpSanctions());
    await settle();
    expect(texts('button')).toEqual(['Besluta om påföljd']);
  });

  it('says so when it could not be read', async () => {
    begin();
    server.expectOne(URL).flush({ title: 'Nej.' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
  });
});
