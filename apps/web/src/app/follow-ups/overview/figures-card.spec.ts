import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FigureView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FiguresCard } from './figures-card.js';

const plans: FigureView = {
  id: 'g1',
  name: 'Aktuella planer',
  unit: 'share',
  period: 'oktober 2026',
  source: 'counted',
  found: 7,
  total: 9,
  reportedWords: null,
  reportedBy: null,
  aboutPersons: true,
  display: '7 av 9',
  version: 3,
};
const turnover: FigureView = {
  ...plans,
  id: 'g2',
  name: 'Personalomsättning',
  source: 'reported',
  found: null,
  total: null,
  reportedWords: 'ungefär som förra året',
  reportedBy: 'svar i frågebatteriet',
  display: '”ungefär som förra året”',
};

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the figures of a case', () => {
  let fixture: ComponentFixture<FiguresCard>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problems])), provideHttpClientTesting(), OpenFollowUp],
    });
    server = TestBed.inject(HttpTestingController);
    TestBed.inject(OpenFollowUp).id.set('u1');
    TestBed.tick();
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView());
  });

  async function open(figures: readonly FigureView[] = [plans, turnover], editable = true): Promise<void> {
    fixture = TestBed.createComponent(FiguresCard);
    fixture.componentRef.setInput('figures', figures);
    fixture.componentRef.setInput('editable', editable);
    page = fixture.nativeElement;
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find(
      (each) => each.textContent?.replace(/\s+/g, ' ').trim() === word,
    );
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function write(label: string, text: string): Promise<void> {
    const named = [...page.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label));
    const box = page.querySelector<HTMLInputElement>(`#${named!.htmlFor}`)!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await settle();
  }
  async function choose(value: string): Promise<void> {
    const radio = page.querySelector<HTMLInputElement>(`input[type=radio][value=${value}]`)!;
    radio.checked = true;
    for (const event of ['input', 'change']) radio.dispatchEvent(new Event(event, { bubbles: true }));
    await settle();
  }
  async function submit(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const rows = () =>
    [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td:not(.act)')].map((cell) => cell.textContent?.trim()),
    );
  const errors = () => [...page.querySelectorAll('app-error-summary li')].map((each) => each.textContent?.trim());

  it('say whether each was counted or reported by the provider, in its own words (R4)', async () => {
    await open();
    expect(rows()).toEqual([
      ['Aktuella planer', '7 av 9', 'oktober 2026', expect.stringMatching(/räkn/i)],
      ['Personalomsättning', '”ungefär som förra året”', 'oktober 2026', expect.stringMatching(/utförar/i)],
    ]);
  });

  it('are sent counted, with the number and of how many (R4)', async () => {
    await open([]);
    await press('Lägg till siffra');
    await write('Vad siffran visar', 'Kunder i enheten');
    await write('Period', 'oktober 2026');
    await write('Antal', '16');
    await submit();
    const sent = server.expectOne('/api/follow-ups/u1/figures');
    expect(sent.request.body).toEqual({
      name: 'Kunder i enheten',
      unit: 'persons',
      period: 'oktober 2026',
      source: 'counted',
      found: 16,
      total: null,
      reportedWords: null,
      reportedBy: null,
      aboutPersons: true,
    });
    sent.flush({ id: 'g9', version: 1 });
    await settle();
    expect(page.querySelector('form')).toBeNull();
    server.expectOne('/api/follow-ups/u1');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('are not sent reported without the provider’s words and where they come from (R4)', async () => {
    await open([]);
    await press('Lägg till siffra');
    await write('Vad siffran visar', 'Personalomsättning');
    await write('Period', '2026');
    await choose('reported');
    await submit();
    expect(errors()).toHaveLength(2);
    server.expectNone('/api/follow-ups/u1/figures');
    await write('Utförarens egna ord', 'ungefär som förra året');
    await write('Var uppgiften kommer ifrån', 'svar i frågebatteriet');
    await submit();
    expect(server.expectOne('/api/follow-ups/u1/figures').request.body).toMatchObject({
      source: 'reported',
      found: null,
      total: null,
      reportedWords: 'ungefär som förra året',
      reportedBy: 'svar i frågebatteriet',
    });
  });

  it('are changed on the version that was read', async () => {
    await open();
    await press('Ändra Aktuella planer');
    await write('Antal', '8');
    await submit();
    expect(server.expectOne('/api/figures/g1').request.body).toMatchObject({ found: 8, total: 9, version: 3 });
  });

  it('have a half-written one still after a reload of the page, and not once it is given up', async () => {
    await open();
    await press('Lägg till siffra');
    await write('Vad siffran visar', 'Sjukfrånvaro');
    fixture.destroy();
    await open();
    expect(page.querySelector<HTMLInputElement>('form input')?.value).toBe('Sjukfrånvaro');
    await press('Avbryt');
    fixture.destroy();
    await open();
    expect(page.querySelector('form')).toBeNull();
  });

  it('are taken away only after a question', async () => {
    await open();
    await press('Ta bort Aktuella planer');
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question.heading).toBe('Ta bort ”Aktuella planer”?');
    confirm.answer(null);
    await settle();
    server.expectNone('/api/figures/g1?version=3');
    await press('Ta bort Aktuella planer');
    confirm.answer({ reason: '' });
    await settle();
    expect(server.expectOne('/api/figures/g1?version=3').request.method).toBe('DELETE');
  });

  it('can only be read once the content is frozen (R11)', async () => {
    await open([plans], false);
    expect(rows()).toHaveLength(1);
    expect(page.querySelector('button')).toBeNull();
  });
});
