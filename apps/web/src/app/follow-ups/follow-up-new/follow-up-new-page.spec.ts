import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClauseView, ContractListItem, ContractView } from '@insyn/api-schema';
import { permissionsOf } from '@insyn/domain';
import { problems } from '../../http/problems.js';
import { aSession } from '../../sign-in/a-session.js';
import { Session } from '../../sign-in/session.js';
import { FollowUpNewPage } from './follow-up-new-page.js';

jest.setTimeout(20_000);

const clause = (id: string, number: string, focusArea: string): ClauseView => ({
  id,
  number,
  heading: `Rubrik ${number}`,
  text: 'Text.',
  kind: 'requirement',
  focusArea,
  critical: false,
  verification: '',
  version: 1,
});
const CONTRACT: ContractView = {
  id: 'k1',
  reference: 'SUN 2022-149',
  kind: 'contract',
  regime: 'LOU',
  committee: { id: 'committee-1', name: 'Socialnämnden' },
  provider: { id: 'p1', legalName: 'Björkens assistans AB', organisationNumber: '556012-5790' },
  units: [{ id: 'unit-1', name: 'Björken Lunda' }],
  startsOn: '2023-01-01',
  endsOn: '2026-12-31',
  extensionMonths: [],
  latestEnd: '2026-12-31',
  serviceTypes: ['personal-assistance'],
  editable: true,
  version: 2,
  clauseSet: {
    id: 's1',
    number: 1,
    frozen: false,
    version: 1,
    clauses: [
      clause('c15', '§ 15', 'Dokumentation'),
      clause('c16', '§ 16', 'Dokumentation'),
      clause('c7', '§ 7', 'Bemanning'),
    ],
  },
  followUps: [],
};
const CANDIDATES = [{ id: 'account-2', name: 'Karin Åberg', title: 'verksamhetsutvecklare' }];

describe('opening a follow-up', () => {
  let fixture: ComponentFixture<FollowUpNewPage>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let went: unknown[][];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    went = [];
    TestBed.inject(Router).navigate = (commands) => {
      went.push([...commands]);
      return Promise.resolve(true);
    };
  });

  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(avtal?: string): Promise<void> {
    const loading = TestBed.inject(Session).load();
    server.expectOne('/api/session').flush(aSession({ roles: ['officer'], permissions: permissionsOf(['officer']) }));
    await loading;
    fixture = TestBed.createComponent(FollowUpNewPage);
    if (avtal) fixture.componentRef.setInput('avtal', avtal);
    page = fixture.nativeElement;
    document.body.append(page);
    fixture.detectChanges();
    await settle();
    server.expectOne('/api/team-candidates').flush(CANDIDATES);
    await settle();
  }
  async function giveContract(contract: ContractView = CONTRACT): Promise<void> {
    server.expectOne('/api/contracts/k1').flush(contract);
    await settle();
    await settle();
  }
  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const labelled = (words: string) =>
    [...page.querySelectorAll('label')].find((each) =>
      each.textContent?.replace(/\s+/g, ' ').trim().startsWith(words),
    )!;
  async function tick(words: string): Promise<void> {
    labelled(words).querySelector('input')!.click();
    await settle();
  }
  const errors = () => [...page.querySelectorAll('app-error-summary li')].map((each) => each.textContent?.trim());
  const sent = () => server.expectOne({ method: 'POST', url: '/api/follow-ups' });

  it('is not offered for a contract of a committee where one does not write', async () => {
    await open('k1');
    await giveContract({ ...CONTRACT, committee: { id: 'committee-2', name: 'Omsorgsnämnden' } });
    expect(page.querySelector('.notice')?.textContent).toContain('Avtalet hör till Omsorgsnämnden');
    expect(page.querySelector('button[type=submit]')).toBeNull();
    expect(page.querySelector('#scope-count')).toBeNull();
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Byt avtal')!.click();
    await settle();
    expect(page.querySelector('button[type=submit]')).not.toBeNull();
  });

  it('from the page of a contract takes its only unit, and the whole of it as scope', async () => {
    await open('k1');
    await giveContract();
    expect(page.querySelector('select')?.value).toBe('unit-1');
    expect(page.querySelector('#scope-count')?.textContent?.trim()).toBe('3 av 3 avtalspunkter är valda.');
    await send();
    const request = sent();
    expect(request.request.body).toEqual({
      contractId: 'k1',
      unitId: 'unit-1',
      kind: 'planned',
      year: 2026,
      focusAreas: ['Dokumentation', 'Bemanning'],
      clauseIds: [],
      teamIds: [],
    });
    request.flush({ id: 'u9', version: 1 });
    await settle();
    expect(went).toEqual([['/uppfoljningar', 'u9']]);
  });

  it('finds the contract by its name in a list, and asks which unit when there are several', async () => {
    await open();
    const item = { id: 'k1', reference: 'SUN 2022-149', provider: CONTRACT.provider, regime: 'LOU', clauses: 3 };
    server
      .expectOne((request) => request.url === '/api/contracts')
      .flush({ items: [item as unknown as ContractListItem], next: null });
    await settle();
    page.querySelector<HTMLButtonElement>('#contract-answers button')!.click();
    await settle();
    await giveContract({ ...CONTRACT, units: [...CONTRACT.units, { id: 'unit-2', name: 'Björken Norr' }] });
    await send();
    expect(errors()).toEqual(['Välj vilken enhet som ska följas upp.']);
    server.expectNone({ method: 'POST', url: '/api/follow-ups' });
  });

  it('names what is missing when nothing is chosen, and sends nothing', async () => {
    await open();
    server.expectOne((request) => request.url === '/api/contracts').flush({ items: [], next: null });
    await send();
    expect(errors()).toContain('Välj vilket avtal som ska följas upp.');
    server.expectNone({ method: 'POST', url: '/api/follow-ups' });
  });

  it('takes single clauses of an area, and asks for at least one', async () => {
    await open('k1');
    await giveContract();
    await tick('Dokumentation');
    await tick('Bemanning');
    await send();
    expect(errors()).toEqual(['Välj minst ett fokusområde eller en avtalspunkt.']);
    expect(document.activeElement?.id).toBe('scope');
    server.expectNone({ method: 'POST', url: '/api/follow-ups' });
    await tick('§ 16');
    await send();
    expect(sent().request.body).toMatchObject({ focusAreas: [], clauseIds: ['c16'] });
  });

  it('takes a team, and says that none of them may approve (R10)', async () => {
    await open('k1');
    await giveContract();
    expect(page.textContent).toContain('Den som ingår i teamet kan inte godkänna bedömningen.');
    await tick('Karin Åberg');
    await send();
    expect(sent().request.body).toMatchObject({ teamIds: ['account-2'] });
  });

  it('says at the case number that it is taken already, and keeps what was written', async () => {
    await open('k1');
    await giveContract();
    await tick('Ärendet har redan ett diarienummer');
    await send();
    expect(errors()).toEqual(['Skriv diarienumret, eller välj att få ett nytt.']);
    const input = document.getElementById(labelled('Diarienummer').htmlFor) as HTMLInputElement;
    input.value = 'SON/2026/0476/739';
    input.dispatchEvent(new Event('input'));
    await send();
    const request = sent();
    expect(request.request.body).toMatchObject({ caseNumber: 'SON/2026/0476/739' });
    const title = 'Diarienumret används redan.';
    request.flush({ title, code: 'case-number-taken' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(errors()).toEqual([title]);
    expect(input.value).toBe('SON/2026/0476/739');
    expect(went).toEqual([]);
  });

  it('goes to the contract first when that has no clauses to follow up', async () => {
    await open('k1');
    await giveContract({ ...CONTRACT, clauseSet: { ...CONTRACT.clauseSet, clauses: [] } });
    expect(page.querySelector('app-empty-state a')?.getAttribute('href')).toBe('/avtal/k1');
    expect(page.querySelector('app-scope-picker')).toBeNull();
  });
});
