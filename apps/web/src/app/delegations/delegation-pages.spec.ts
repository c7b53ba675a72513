import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DelegationDecisions, DelegationRegister, DelegationView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { DelegationRegisterPage } from './delegation-register-page.js';
import { DelegationReportPage } from './delegation-report-page.js';

const DELEGATION: DelegationView = {
  ...{ id: 'd1', committeeId: 'committee-1', matter: 'judgement', point: '4.3', reference: 'SON 2026-01-20 § 7' },
  holder: { id: 'account-2', name: 'Karin Åberg', title: 'enhetschef' },
  ...{ decidedOn: '2026-01-20', validFrom: '2026-02-01', validTo: null, revokedOn: null, revokeReason: null },
  ...{ standing: 'running', version: 3 },
};
const REGISTER: DelegationRegister = {
  committees: [
    {
      ...{ id: 'committee-1', name: 'Socialnämnden', delegatedMatters: ['judgement'], reservedMatters: [], version: 5 },
      holders: [{ id: 'account-2', name: 'Karin Åberg', title: 'enhetschef' }],
      ...{ editable: true, showsDecisions: true },
    },
  ],
  delegations: [
    {
      ...DELEGATION,
      id: 'd0',
      standing: 'ended',
      validTo: '2025-12-31',
      holder: { ...DELEGATION.holder, name: 'Ola Berg' },
    },
    DELEGATION,
  ],
};
const DECISIONS: DelegationDecisions = {
  committee: { id: 'committee-1', name: 'Socialnämnden' },
  unreported: [
    {
      ...{ id: 'x1', decidedOn: '2026-11-20', decidedBy: 'Karin Åberg', matter: 'judgement', followUpId: 'u1' },
      ...{ summary: 'Samlad bedömning av en uppföljning: godkänd', caseNumber: 'SON/2026/0476/739' },
      ...{ title: 'Björkens assistans 2026', point: '4.3', reference: 'SON 2026-01-20 § 7' },
    },
  ],
  reports: [],
  editable: true,
};

jest.setTimeout(20_000);

describe('the pages about delegation', () => {
  let fixture: ComponentFixture<unknown>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(Session).load();
    server
      .expectOne('/api/session')
      .flush(aSession({ roles: ['registrar'], permissions: permissionsOf(['registrar']) }));
    await session;
  });

  async function open(type: Type<unknown>, register: DelegationRegister = REGISTER): Promise<void> {
    fixture = TestBed.createComponent(type);
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    fixture.detectChanges();
    server.expectOne('/api/delegations').flush(register);
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const rows = () =>
    [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()).join(' | '),
    );
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) =>
      each.textContent?.replace(/\s+/g, ' ').trim().startsWith(word),
    )!;

  it('list who may decide what until when and by which decision, what holds first', async () => {
    await open(DelegationRegisterPage);
    expect(rows()).toEqual([
      'Karin Åberg enhetschef | Samlad bedömning av en uppföljning | 1 februari 2026 – tills vidare | ' +
        'SON 2026-01-20 § 7 Punkt 4.3 | Gäller | Återkalla Karin Åberg',
      'Ola Berg enhetschef | Samlad bedömning av en uppföljning | 1 februari 2026 – 31 december 2025 | ' +
        'SON 2026-01-20 § 7 Punkt 4.3 | Har upphört | ',
    ]);
  });

  it('revoke a delegation from today, with the reason', async () => {
    await open(DelegationRegisterPage);
    button('Återkalla').click();
    await settle();
    TestBed.inject(Confirm).answer({ reason: 'Ny chef.' });
    await settle();
    const sent = server.expectOne('/api/delegations/d1/revoke');
    expect(sent.request.body).toEqual({ version: 3, on: '2026-11-22', reason: 'Ny chef.' });
  });

  it('set what needs a delegation and what the committee decides itself', async () => {
    await open(DelegationRegisterPage);
    expect(button('Spara').getAttribute('aria-disabled')).toBe('true');
    const boxes = [...page.querySelectorAll<HTMLInputElement>('app-decision-settings input')];
    boxes[3]!.dispatchEvent(new Event('change'));
    await settle();
    button('Spara').click();
    await settle();
    expect(server.expectOne('/api/committees/committee-1/decision-settings').request.body).toEqual({
      ...{ version: 5, delegatedMatters: ['judgement'], reservedMatters: ['judgement.not-approved'] },
    });
  });

  it('show one who only reads it no button', async () => {
    const committees = REGISTER.committees.map((committee) => ({ ...committee, editable: false }));
    await open(DelegationRegisterPage, { ...REGISTER, committees });
    expect(page.querySelectorAll('button')).toHaveLength(0);
    expect(texts('app-decision-settings dd')).toEqual(['Samlad bedömning av en uppföljning', 'Inget']);
  });

  it('make the list for the committee’s next meeting, and mark it as reported', async () => {
    await open(DelegationReportPage);
    server.expectOne('/api/committees/committee-1/delegation-decisions').flush(DECISIONS);
    await settle();
    expect(rows()).toEqual([
      '20 november 2026 | Björkens assistans 2026SON/2026/0476/739 | ' +
        'Samlad bedömning av en uppföljning: godkänd | Karin Åberg | SON 2026-01-20 § 7 Punkt 4.3',
    ]);
    const form = page.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(texts('.error-text')).toEqual(['Ange vilken dag nämnden sammanträder.']);
    const day = page.querySelector<HTMLInputElement>('#meeting-on')!;
    day.value = '2026-12-15';
    day.dispatchEvent(new Event('input'));
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne('/api/committees/committee-1/delegation-reports');
    expect(sent.request.body).toEqual({ meetingOn: '2026-12-15' });
    sent.flush({ id: 'r1', version: 1 });
    await settle();
    expect(server.match('/api/committees/committee-1/delegation-decisions')).toHaveLength(1);
  });

  it('say when nothing waits to be reported', async () => {
    await open(DelegationReportPage);
    server.expectOne('/api/committees/committee-1/delegation-decisions').flush({ ...DECISIONS, unreported: [] });
    await settle();
    expect(page.textContent).toContain('Inga beslut väntar på att anmälas.');
  });
});
