import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DecisionBasis, FollowUpView } from '@insyn/api-schema';
import { permissionsOf, type Role } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { aDecisionBasis } from './a-decision-basis.js';
import { DecisionBasisView } from './decision-basis.js';

const CASE = '/api/follow-ups/u1';
const BASIS = `${CASE}/decision-basis`;

jest.setTimeout(20_000);

describe('what a decision stands on', () => {
  let fixture: ComponentFixture<DecisionBasisView>;
  let page: HTMLElement;
  let server: HttpTestingController;

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
  });

  async function open(basis: DecisionBasis = aDecisionBasis(), role: Role = 'manager'): Promise<void> {
    const session = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: [role], permissions: permissionsOf([role]) }));
    await session;
    const decides = role === 'manager';
    const view: FollowUpView = aFollowUpView({
      ...{ state: 'deciding', editable: false },
      offers: decides ? [{ name: 'approve', blockers: [] }] : [],
    });
    fixture = TestBed.createComponent(DecisionBasisView);
    fixture.componentRef.setInput('view', view);
    fixture.componentRef.setInput('decides', decides);
    page = fixture.nativeElement;
    fixture.detectChanges();
    expect(page.querySelector('app-loading')).not.toBeNull();
    server.expectOne(BASIS).flush(basis);
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const rows = () =>
    [...page.querySelectorAll('app-basis-comparison [aria-labelledby=changes-caption] tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()).join(' | '),
    );
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }

  it('compares with the round before, in words beside the marks, what has got worse first', async () => {
    await open();
    expect(rows()).toEqual([
      '§ 15 Genomförandeplaner | Uppfylls delvis | Uppfylls inte | ▼ Sämre',
      '§ 17 Avvikelser | Uppfylls inte | Uppfylls | ▲ Bättre',
    ]);
    await press('Visa även oförändrade punkter');
    expect(rows()).toHaveLength(3);
    expect(text('app-basis-comparison .notice')).toContain('§ 15 Genomförandeplaner uppfylldes inte heller 2025.');
    expect(page.querySelectorAll('app-basis-comparison table').length).toBe(2);
  });

  it('says that there is nothing to compare with in the first round of a contract', async () => {
    await open(aDecisionBasis({ previous: null, changes: [], repeated: [], figures: [] }));
    expect(text('app-basis-comparison')).toContain('ingen tidigare beslutad uppföljning');
  });

  it('shows the provider’s remarks with what each was answered', async () => {
    const remark = { id: 'r1', placeKind: 'clause', place: '§ 15 Genomförandeplaner', text: 'Åtta av nio.' };
    const answer = { accepted: true, text: 'Rättat.', by: 'Maja Sandell' };
    const factCheck = { sentOn: '2026-11-02', state: 'closed', noRemarks: false, remarks: [{ ...remark, answer }] };
    await open(aDecisionBasis({ factCheck }));
    expect(text('app-basis-remarks article')).toBe('§ 15 GenomförandeplanerÅtta av nio.Godtas Rättat. Maja Sandell');
  });

  it('tells by what right one decides, and that one who holds no delegation has none today (R10)', async () => {
    const delegation = { id: 'd1', point: '4.3', reference: 'SON 2026-01-20 § 7', validTo: '2026-12-31' };
    await open(aDecisionBasis({ delegated: true, delegation }));
    expect(text('app-basis-right')).toContain(
      'Du beslutar på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7, till och med 31 december 2026.',
    );
  });

  it('lets a manager lift a declared conflict of interest with a reason, and nobody else', async () => {
    const conflict = { accountId: 'account-9', name: 'Ola Berg', hasConflict: true, lifted: false };
    const declarations = [{ ...conflict, declaredAt: '2026-11-20T09:00:00.000Z', reason: 'Syskon till chefen.' }];
    await open(aDecisionBasis({ declarations }));
    const said = [...page.querySelectorAll('app-basis-right li:first-child > *')].map((each) =>
      each.textContent?.trim(),
    );
    expect(said).toEqual(['Ola Berg', 'Jävig, lämnade ärendet', 'Syskon till chefen.', 'Häv anmälan Ola Berg']);
    await press('Häv anmälan');
    TestBed.inject(Confirm).answer({ reason: 'Uppdraget är slut.' });
    await settle();
    const sent = server.expectOne(`${CASE}/conflict-declarations/account-9/lift`);
    expect(sent.request.body).toEqual({ reason: 'Uppdraget är slut.' });
  });

  it('puts a matter of the committee’s own before it, with a first sentence to go on', async () => {
    await open(aDecisionBasis({ reserved: true, mayRegisterDecision: true }));
    expect(text('#committee-heading')).toBe('Socialnämnden beslutar själv');
    const proposal = page.querySelector<HTMLTextAreaElement>('app-committee-matter textarea')!;
    proposal.value = 'Nämnden godkänner inte verksamheten.';
    proposal.dispatchEvent(new Event('input'));
    page.querySelector('app-committee-matter form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne(`${CASE}/official-letter`);
    expect(sent.request.body).toEqual({ proposal: 'Nämnden godkänner inte verksamheten.' });
    sent.flush({ id: 'doc', version: 1 });
    await settle();
    expect(server.match(BASIS)).toHaveLength(1);
  });

  it('lets a registrar register what the committee decided, never a day to come', async () => {
    await open(aDecisionBasis({ reserved: true, mayRegisterDecision: true }), 'registrar');
    expect(page.querySelector('app-approval-form')).toBeNull();
    const form = page.querySelector('app-committee-matter form')!;
    const [day, reference] = form.querySelectorAll<HTMLInputElement>('input');
    const write = (input: HTMLInputElement | undefined, value: string) => {
      input!.value = value;
      input!.dispatchEvent(new Event('input'));
    };
    write(day, '2026-11-23');
    write(reference, 'SON § 41');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(text('app-error-summary')).toContain('Dagen har inte varit än.');
    server.expectNone(`${CASE}/committee-decision`);
    write(day, '2026-11-20');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(server.expectOne(`${CASE}/committee-decision`).request.body).toEqual({
      ...{ decidedOn: '2026-11-20', reference: 'SON § 41', text: '' },
    });
  });

  it('hands the decision over to another manager with a reason', async () => {
    await open(aDecisionBasis({ managers: [{ id: 'account-7', name: 'Per Holm', title: 'enhetschef' }] }));
    await press('Lämna över till en annan chef');
    const select = page.querySelector<HTMLSelectElement>('app-hand-over select')!;
    select.value = 'account-7';
    select.dispatchEvent(new Event('input'));
    select.dispatchEvent(new Event('change'));
    const reason = page.querySelector<HTMLTextAreaElement>('app-hand-over textarea')!;
    reason.value = 'Jag är ledig.';
    reason.dispatchEvent(new Event('input'));
    page.querySelector('app-hand-over form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(server.expectOne(`${CASE}/hand-over`).request.body).toEqual({
      ...{ accountId: 'account-7', reason: 'Jag är ledig.' },
    });
  });

  it('lets a manager take over a decision that was handed to another, with a reason, and not one’s own', async () => {
    await open(aDecisionBasis({ decider: { id: 'account-7', name: 'Per Holm' } }));
    await press('Ta över beslutet');
    expect(TestBed.inject(Confirm).open()?.question.heading).toContain('Per Holm');
    TestBed.inject(Confirm).answer({ reason: 'Per är sjuk.' });
    await settle();
    const accountId = TestBed.inject(Session).view()?.account.id;
    expect(server.expectOne(`${CASE}/hand-over`).request.body).toEqual({ accountId, reason: 'Per är sjuk.' });
    fixture.destroy();
    await open(aDecisionBasis({ decider: { id: accountId ?? '', name: 'Jag' } }));
    expect(page.textContent).not.toContain('Ta över beslutet');
  });

  it('says in place what could not be read, and lets one try again', async () => {
    TestBed.inject(Session);
    fixture = TestBed.createComponent(DecisionBasisView);
    fixture.componentRef.setInput('view', aFollowUpView({ state: 'deciding' }));
    fixture.componentRef.setInput('decides', false);
    page = fixture.nativeElement;
    fixture.detectChanges();
    server.expectOne(BASIS).flush({ title: 'Fel.' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('app-error-state button')).not.toBeNull();
  });
});
