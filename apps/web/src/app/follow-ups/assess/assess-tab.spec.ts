import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { aFollowUpView, anAssessment } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { AssessTab } from './assess-tab.js';

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the page where clauses are assessed', () => {
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    configure();
  });
  function configure(): void {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [{ path: 'bedomning', component: AssessTab, providers: [OpenFollowUp] }],
          withComponentInputBinding(),
        ),
        provideHttpClient(withInterceptors([problems])),
        provideHttpClientTesting(),
        OpenFollowUp,
      ],
    });
    server = TestBed.inject(HttpTestingController);
  }
  afterEach(() => sessionStorage.clear());

  async function open(query = '?punkt=c15', view: FollowUpView = aFollowUpView()): Promise<void> {
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(`/bedomning${query}`);
    const component = harness.routeDebugElement!.componentInstance as { followUp: OpenFollowUp };
    component.followUp.id.set(view.id);
    harness.detectChanges();
    server.expectOne('/api/follow-ups/u1').flush(view);
    await settle();
    page = harness.routeNativeElement!;
  }
  async function settle(milliseconds = 0): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    harness.detectChanges();
  }
  const press = async (key: string, from: EventTarget = document.body) => {
    from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle(5);
  };
  const write = (text: string) => {
    const area = page.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    return area;
  };
  const sentAssessment = (): TestRequest => server.expectOne({ method: 'PUT', url: '/api/follow-ups/u1/assessments' });
  const heading = () => page.querySelector('#clause-heading')?.textContent?.trim();
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word))!;

  it('leads to the requirements in a re-check, which judges no clauses', async () => {
    await open('', aFollowUpView({ kind: 're-check', parentId: 'root' }));
    expect(page.querySelector('textarea')).toBeNull();
    const link = [...page.querySelectorAll('a')].find(({ textContent }) => textContent.includes('Bedöm kraven'));
    expect(link?.getAttribute('href')).toBe('/uppfoljningar/u1/krav');
  });

  it('shows the clauses by focus area with their verdicts in words, the contract text, and that it is repeated (R15)', async () => {
    await open();
    expect([...page.querySelectorAll('nav h2')].map((each) => each.textContent)).toEqual([
      'Personal, ledning och kompetens',
      'Kvalitetsarbete och dokumentation',
    ]);
    expect(page.querySelector('nav [aria-current=true]')?.textContent).toMatch(/§ 15.*Uppfylls delvis/s);
    expect(page.querySelector('blockquote')?.textContent).toContain('inom 15 dagar');
    expect(page.textContent).toContain('Kritisk punkt');
    expect(page.textContent).toContain('Påpekades även 2025');
    expect(page.textContent).toContain('7 av 9 (95 %: 9–14 av 16)');
  });

  it('begins with the first clause that has no verdict, and stays there when it gets one', async () => {
    await open('');
    expect(heading()).toBe('§ 14 Kompetensutveckling');
    await press('1');
    sentAssessment().flush(anAssessment({ id: 'a14', clauseIds: ['c14'], verdict: 'met', version: 1 }));
    await settle();
    const judged = anAssessment({ id: 'a14', clauseIds: ['c14'], verdict: 'met', version: 1 });
    server.expectOne('/api/follow-ups/u1').flush(aFollowUpView({ assessments: [anAssessment(), judged] }));
    await settle();
    expect(heading()).toBe('§ 14 Kompetensutveckling');
  });

  it('takes a verdict by its key and sends it with the version it was read at', async () => {
    await open();
    await press('3');
    const { request } = sentAssessment();
    expect(request.body).toMatchObject({ clauseIds: ['c15'], verdict: 'not-met', version: 3, evidenceIds: ['e1'] });
  });

  it('goes to the next clause by J and back by K, but not while a text is being written', async () => {
    await open();
    await press('j');
    expect(heading()).toBe('§ 17 Avvikelser, lex Sarah');
    await press('k');
    expect(heading()).toBe('§ 15 Genomförandeplaner');
    await press('j', page.querySelector('textarea')!);
    expect(heading()).toBe('§ 15 Genomförandeplaner');
  });

  it('begins a finding by N, with the evidence that lies beside the clause', async () => {
    await open();
    await press('n');
    expect(page.querySelector('app-finding-form h4')?.textContent).toBe('Ny iakttagelse');
    const boxes = [...page.querySelectorAll<HTMLInputElement>('app-finding-form input[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
  });

  it('saves the text when the writer leaves the field, says when, and names the new version next time', async () => {
    await open();
    write('Åtta av nio har en plan.').dispatchEvent(new Event('blur'));
    const sent = sentAssessment();
    expect(sent.request.body).toMatchObject({ text: 'Åtta av nio har en plan.', version: 3 });
    sent.flush(anAssessment({ text: 'Åtta av nio har en plan.', version: 4 }));
    await settle();
    expect(page.querySelector('app-saved-indicator')?.textContent).toMatch(/Sparat \d\d:\d\d/);
    await press('1');
    expect(sentAssessment().request.body).toMatchObject({ version: 4 });
  });

  it('shows both texts when someone else has saved first, and sends one’s own on their version when it is kept', async () => {
    await open();
    write('Min text').dispatchEvent(new Event('blur'));
    sentAssessment().flush(
      { title: 'Någon annan har ändrat.', code: 'stale-version' },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    server
      .expectOne('/api/follow-ups/u1')
      .flush(aFollowUpView({ assessments: [anAssessment({ text: 'Karins text', version: 7 })] }));
    await settle();
    const notice = page.querySelector('app-conflict-notice')!;
    expect(notice.textContent).toContain('Min text');
    expect(notice.textContent).toContain('Karins text');
    button('Spara min text').click();
    await settle();
    expect(sentAssessment().request.body).toMatchObject({ text: 'Min text', version: 7 });
  });

  it('has the unsaved text after a reload, on the version it was written on', async () => {
    sessionStorage.setItem(
      'insyn.draft.nobody.assessment/u1/c15',
      JSON.stringify({
        clauseIds: ['c15'],
        verdict: 'met',
        text: 'Skrivet före omladdningen',
        evidenceIds: [],
        version: 2,
      }),
    );
    await open();
    expect(page.querySelector('textarea')?.value).toBe('Skrivet före omladdningen');
    page.querySelector('textarea')!.dispatchEvent(new Event('blur'));
    expect(sentAssessment().request.body).toMatchObject({ text: 'Skrivet före omladdningen', version: 2 });
  });

  it('judges clauses together, the one at hand first', async () => {
    await open();
    const box = page.querySelectorAll<HTMLInputElement>('app-joint-clauses input')[1]!;
    box.checked = true;
    box.dispatchEvent(new Event('change'));
    page.querySelector('textarea')!.dispatchEvent(new Event('blur'));
    expect(sentAssessment().request.body).toMatchObject({ clauseIds: ['c15', 'c17'], version: 3 });
  });

  it('takes nothing once the content is frozen (R11)', async () => {
    await open('?punkt=c15', aFollowUpView({ state: 'closed', editable: false }));
    await press('1');
    await press('n');
    expect(page.querySelector('textarea, app-finding-form')).toBeNull();
    server.verify();
  });

  it('opens a half-written finding again after a reload, with its words and evidence, and forgets it once it is saved', async () => {
    const view = aFollowUpView({ findings: [], actions: [] });
    await open('?punkt=c15', view);
    await press('n');
    const title = page.querySelector<HTMLInputElement>('app-finding-form input[autocomplete]')!;
    title.value = 'Planer saknas för två av nio';
    title.dispatchEvent(new Event('input'));
    await settle();
    harness.fixture.destroy();
    TestBed.resetTestingModule();
    configure();
    await open('?punkt=c15', view);
    await settle();
    expect(page.querySelector<HTMLInputElement>('app-finding-form input[autocomplete]')?.value).toBe(title.value);
    page.querySelector('app-finding-form form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = server.expectOne('/api/follow-ups/u1/findings');
    expect(sent.request.body).toMatchObject({ title: title.value, clauseIds: ['c15'], evidenceIds: ['e1'] });
    sent.flush({ id: 'f9', version: 1 });
    await settle();
    expect(page.querySelector('app-finding-form')).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('opens a half-written requirement again at its finding', async () => {
    const written = { kind: 'requirement', text: 'Planerna ska', dueDate: '', effectMeasure: '' };
    const kept = JSON.stringify({ value: written, version: null });
    sessionStorage.setItem('insyn.draft.nobody.action/of/f1', kept);
    await open();
    await settle();
    expect(page.querySelector<HTMLTextAreaElement>('app-action-form textarea')?.value).toBe('Planerna ska');
    button('Avbryt').click();
    await settle();
    expect(sessionStorage.getItem('insyn.draft.nobody.action/of/f1')).toBeNull();
  });
});
