import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ContractSanctionsView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aListedSanction, contractSanctions, LADDER } from '../../sanctions/a-sanction.js';
import { Confirm } from '../../ui/confirm.js';
import { ContractSanctionsCard } from './sanctions-card.js';

const URL = '/api/contracts/a1/sanctions';
const SAVE = '/api/contracts/a1/sanction-ladder';

jest.setTimeout(20_000);

describe('the ladder and the sanctions of a contract', () => {
  let fixture: ComponentFixture<ContractSanctionsCard>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ContractSanctionsCard);
    fixture.componentRef.setInput('contractId', 'a1');
    page = fixture.nativeElement;
    document.body.append(page);
    fixture.detectChanges();
  });

  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function open(changes: Partial<ContractSanctionsView> = {}): Promise<void> {
    server.expectOne(URL).flush(contractSanctions(changes));
    await settle();
  }
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  async function press(word: string): Promise<void> {
    const found = texts('button').indexOf(word);
    if (found === -1) throw new Error(`No button says ${word}.`);
    page.querySelectorAll('button')[found]!.click();
    await settle();
  }
  async function write(selector: string, words: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement>(selector)!;
    field.value = words;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await settle();
  }
  async function submit(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('says that it is being read, then the steps in order, which is next, and three years of sanctions', async () => {
    expect(page.querySelector('app-loading')).not.toBeNull();
    await open();
    expect(texts('ol h3')).toEqual(['Skriftlig varning', 'Vite', 'Hävning']);
    expect(text('ol li:nth-child(2)')).toContain('Nästa steg');
    expect(text('[aria-labelledby=three-years-heading]')).toMatch(
      /Söderängs Omsorg AB från och med .*22 november 2023.*Vite ?1.*12 500 kr.*13 kap\. 3 och 3 a §§/,
    );
    expect(texts('tbody td')).toEqual([
      expect.stringContaining('Vite Uppföljning 2026, SON/2026/0001/739'),
      'Skickad',
      '12 500 kr',
      'Beslutad 20 november 2026 Skickad 20 november 2026',
    ]);
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/pafoljder/x1');
  });

  it('says what the three years count from, what the law says, and of each paragraph whether it was checked', async () => {
    await open();
    expect(text('app-exclusion-law details')).toMatch(
      /från den dag beslutet skickades.*Lagen räknar från den händelse som läggs till grund.*prövas i den enskilda upphandlingen/,
    );
    expect(texts('app-exclusion-law dt')).toContain('LOU (2016:1145), 13 kap. 3 a §');
    const readings = texts('app-exclusion-law dd');
    expect(readings.every((one) => /Kontrollerad mot lagtexten|Inte kontrollerad mot källan/.test(one ?? ''))).toBe(
      true,
    );
    expect(readings.at(-1)).toContain('Inte kontrollerad mot källan');
  });

  it.each([
    ['lov', /Lagen om valfrihetssystem anger ingen treårsgräns/],
    ['lou-2007', /började gälla innan dagens LOU/],
  ] as const)('claims no limit of three years for a contract under another act: %s', async (basis, words) => {
    await open({ threeYears: { ...contractSanctions().threeYears, basis } });
    expect(text('app-exclusion-law')).toMatch(words);
  });

  it('says nothing of procurement for what the municipality runs itself', async () => {
    await open({ threeYears: { ...contractSanctions().threeYears, basis: null } });
    expect(page.querySelector('app-exclusion-law')).toBeNull();
  });

  it('shows a reduced amount with what it was', async () => {
    await open({ sanctions: [aListedSanction({ state: 'reduced', reducedAmount: 8000 })] });
    expect(texts('tbody .amount')).toEqual(['8 000 kr nedsatt från 12 500 kr']);
  });

  it('offers the first step where there is no ladder, but only to one who may write it', async () => {
    await open({
      ladder: [],
      sanctions: [],
      threeYears: { ...contractSanctions().threeYears, counts: [], total: 0 },
    });
    expect(text('app-empty-state')).toContain('Ingen påföljdstrappa än');
    expect(text('[aria-labelledby=three-years-heading]')).toContain('Inga påföljder.');
    await press('Lägg in trappan');
    await write('fieldset input', 'Varning');
    await submit();
    const { body } = server.expectOne(SAVE).request;
    expect(body).toEqual({
      version: 4,
      steps: [{ kind: 'warning', label: 'Varning', terms: '', amountRule: '', clauseNumber: null }],
    });
  });

  it('is only read by others', async () => {
    await open({ editable: false });
    expect(texts('button')).toEqual([]);
  });

  it('says so when it could not be read', async () => {
    server.expectOne(URL).flush({ title: 'Nej.' }, { status: 500, statusText: 'x' });
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
  });

  it('moves steps, asks before one is removed, and keeps one that was used as it is', async () => {
    await open();
    await press('Ändra trappan');
    expect(texts('fieldset:first-of-type option')).toEqual(['Varning']);
    expect(texts('fieldset:first-of-type .buttons button').some((word) => word?.startsWith('Ta bort'))).toBe(false);
    await press('Flytta upp steg 3');
    expect(document.activeElement?.closest('fieldset')).toBe(page.querySelectorAll('fieldset')[1]);
    expect(text('[role=status]')).toBe('Steget är nu nummer 2.');
    await press('Ta bort steg 3');
    await submit();
    expect(TestBed.inject(Confirm).open()?.question.text).toContain('Vite');
    TestBed.inject(Confirm).answer({ reason: '' });
    await settle();
    const sent = server.expectOne(SAVE);
    expect(sent.request.body.steps.map(({ id }: { id: string }) => id)).toEqual(['s1', 's3']);
    sent.flush({ id: 'a1', version: 7 });
    await settle();
    server.expectOne(URL).flush(contractSanctions({ ladder: [LADDER[0]!, LADDER[2]!], ladderVersion: 7 }));
    await settle();
    expect(page.querySelector('app-ladder-editor')).toBeNull();
    expect(texts('ol h3')).toEqual(['Skriftlig varning', 'Hävning']);
  });

  it('says what is missing or doubled at its field, and sends nothing', async () => {
    await open();
    await press('Ändra trappan');
    await write('fieldset:nth-of-type(2) input', 'skriftlig varning');
    await write('fieldset:nth-of-type(3) input', '');
    await submit();
    expect(texts('.summary li')).toEqual([
      'Ett annat steg heter likadant.',
      'Ett annat steg heter likadant.',
      'Skriv vad steget heter i avtalet.',
    ]);
    server.expectNone(SAVE);
  });

  it('keeps the words when somebody else was first, and sends them on the new version', async () => {
    await open();
    await press('Ändra trappan');
    await write('fieldset:nth-of-type(3) textarea', 'Vid väsentligt avtalsbrott.');
    await submit();
    const problem = { code: 'stale-version', title: 'Uppgifterna har ändrats av Olle Sandahl.' };
    server.expectOne(SAVE).flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    server.expectOne(URL).flush(contractSanctions({ ladderVersion: 9 }));
    await settle();
    expect(texts('.summary li')).toEqual(['Uppgifterna har ändrats av Olle Sandahl.']);
    await submit();
    const { body } = server.expectOne(SAVE).request;
    expect([body.version, body.steps[2].terms]).toEqual([9, 'Vid väsentligt avtalsbrott.']);
  });
});
