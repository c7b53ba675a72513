import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ActionView, FollowUpView } from '@insyn/api-schema';
import { problems } from '../../http/problems.js';
import { Confirm } from '../../ui/confirm.js';
import { aFinding, aFollowUpView } from '../a-follow-up-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ActionsTab } from './actions-tab.js';

const CASE = '/api/follow-ups/u1';
const [requirement] = aFollowUpView().actions as [ActionView];
const recommendation: ActionView = {
  ...requirement,
  id: 'r17',
  kind: 'recommendation',
  text: 'Låt fler delta i genomgången.',
  dueDate: '2027-03-01',
  effectMeasure: 'Alla i arbetslaget har deltagit.',
  findingIds: ['f2'],
  clauseIds: ['c17'],
};
const strength = aFinding({ id: 'f2', kind: 'strength', severity: null, title: 'Tydlig rutin', clauseIds: ['c17'] });

// The whole page is compiled in the first of these, which takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the page of requirements and recommendations', () => {
  let fixture: ComponentFixture<ActionsTab>;
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

  async function open(changes: Partial<FollowUpView> = {}): Promise<void> {
    const followUp = TestBed.inject(OpenFollowUp);
    followUp.id.set(null);
    TestBed.tick();
    followUp.id.set('u1');
    TestBed.tick();
    server.expectOne(CASE).flush(aFollowUpView(changes));
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(ActionsTab);
    page = fixture.nativeElement;
    await settle();
  }
  async function settle(): Promise<void> {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function write(text: string): Promise<void> {
    const area = page.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await settle();
  }
  async function submit(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('shows requirements before recommendations, each with what it rests on and a link there (R7)', async () => {
    await open({ actions: [recommendation, requirement], findings: [aFinding(), strength] });
    expect([...page.querySelectorAll('h2')].map((each) => each.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Krav 1',
      'Rekommendationer 1',
    ]);
    const [first, second] = page.querySelectorAll('article');
    expect(first?.textContent).toContain('Säkerställ att varje person har en aktuell plan');
    expect(first?.textContent).toContain('(§ 15)');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(
      '/uppfoljningar/u1/bedomning?iakttagelse=f1#finding-f1',
    );
    expect(second?.querySelector('dl')?.textContent).toMatch(/1 mars 2027.*Alla i arbetslaget.*Tydlig rutin/s);
  });

  it('says where they are made when there are none', async () => {
    await open({ actions: [] });
    expect(page.querySelector('app-empty-state')?.textContent).toContain('Inga krav eller rekommendationer än');
    expect(page.querySelector('app-empty-state a')?.getAttribute('href')).toBe('/uppfoljningar/u1/bedomning');
  });

  it('changes a requirement on its version, with the finding and clause that it rests on', async () => {
    await open();
    await press('Ändra');
    expect(page.querySelector('textarea')?.value).toBe(requirement.text);
    await write('Planerna ska vara godkända.');
    await submit();
    const sent = server.expectOne('/api/actions/k15');
    expect(sent.request.body).toEqual({
      kind: 'requirement',
      text: 'Planerna ska vara godkända.',
      dueDate: null,
      effectMeasure: '',
      findingIds: ['f1'],
      clauseIds: ['c15'],
      version: 1,
    });
    sent.flush({ id: 'k15', version: 2 });
    await settle();
    expect(page.querySelector('form')).toBeNull();
    expect(server.expectOne(CASE).request.method).toBe('GET');
  });

  it('sends nothing without words, and says what is missing', async () => {
    await open();
    await press('Ändra');
    await write('');
    await submit();
    expect(page.querySelector('app-error-summary')?.textContent).toContain('Skriv vad som ska göras.');
    server.expectNone('/api/actions/k15');
  });

  it('opens what was half-written again after a reload, on the version it was written on', async () => {
    await open();
    await press('Ändra');
    await write('Halvskrivet');
    fixture.destroy();
    await open({ actions: [{ ...requirement, text: 'Annans text', version: 2 }] });
    expect(page.querySelector('textarea')?.value).toBe('Halvskrivet');
    await submit();
    const sent = server.expectOne('/api/actions/k15');
    expect(sent.request.body).toMatchObject({ text: 'Halvskrivet', version: 1 });
    const conflict = { title: 'Någon annan har ändrat kravet.', code: 'stale-version' };
    sent.flush(conflict, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('app-error-summary')?.textContent).toContain(conflict.title);
    server.expectOne(CASE).flush(aFollowUpView({ actions: [{ ...requirement, version: 2 }] }));
    await settle();
    await submit();
    expect(server.expectOne('/api/actions/k15').request.body).toMatchObject({ text: 'Halvskrivet', version: 2 });
  });

  it('forgets the words when they are given up', async () => {
    await open();
    await press('Ändra');
    await write('Halvskrivet');
    expect(Object.keys(sessionStorage)).toEqual(['insyn.draft.nobody.action/k15']);
    await press('Avbryt');
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(page.querySelector('form')).toBeNull();
  });

  it('takes one away only after a question', async () => {
    await open();
    await press('Ändra');
    await press('Ta bort');
    const confirm = TestBed.inject(Confirm);
    expect(confirm.open()?.question).toMatchObject({ heading: 'Ta bort kravet?', text: requirement.text });
    server.expectNone('/api/actions/k15?version=1');
    confirm.answer({ reason: '' });
    await settle();
    expect(server.expectOne('/api/actions/k15?version=1').request.method).toBe('DELETE');
  });

  it('offers no change once the content is frozen (R11)', async () => {
    await open({ state: 'remedying', editable: false });
    expect(page.querySelector('article')?.textContent).toContain(requirement.text);
    expect(page.querySelector('button')).toBeNull();
  });
});
