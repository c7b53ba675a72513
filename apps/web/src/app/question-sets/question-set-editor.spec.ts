import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { QuestionSetView } from '@insyn/api-schema';
import { permissionsOf, type Question } from '@insyn/domain';
import { problems } from '../http/problems.js';
import { aQuestion } from '../questions/a-question.js';
import { aSession } from '../sign-in/a-session.js';
import { Session } from '../sign-in/session.js';
import { WorkingSet } from './editor/working-set.js';
import { QuestionSetEditor } from './editor/question-set-editor.js';
import { QuestionSetPage } from './question-set-page.js';

const QUESTIONS: Question[] = [
  aQuestion({ id: 'a', number: '1.1', section: 'Ledning', text: 'Finns rutiner?' }),
  aQuestion({ id: 'b', number: '1.2', section: 'Ledning', text: 'Följs de upp?' }),
  aQuestion({ id: 'c', number: '2.1', section: 'Personal', text: 'Hur många?', kind: 'number' }),
];
const aSet = (changes: Partial<QuestionSetView['current']> = {}, more: Partial<QuestionSetView> = {}) => ({
  id: 's1',
  name: 'Personlig assistans',
  serviceType: 'personal-assistance' as const,
  archived: false,
  version: 1,
  editable: true,
  current: {
    id: 'v3',
    questionSetId: 's1',
    number: 3,
    frozen: false,
    questions: QUESTIONS,
    updatedBy: 'Maja Sandell',
    updatedAt: '2026-11-20T09:00:00.000Z',
    version: 5,
    ...changes,
  },
  earlier: [],
  ...more,
});

jest.setTimeout(30_000);

describe('the page of a question set', () => {
  let fixture: ComponentFixture<QuestionSetPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function open(set: unknown = aSet(), mayWrite = true, status = 200): Promise<void> {
    const loading = TestBed.inject(Session).load();
    const roles = mayWrite ? (['officer'] as const) : (['auditor'] as const);
    server.expectOne('/api/session').flush(aSession({ roles: [...roles], permissions: permissionsOf([...roles]) }));
    await loading;
    fixture = TestBed.createComponent(QuestionSetPage);
    fixture.componentRef.setInput('id', 's1');
    page = fixture.nativeElement;
    document.body.replaceChildren(page);
    fixture.detectChanges();
    expect(page.querySelector('app-loading')).not.toBeNull();
    server.expectOne('/api/question-sets/s1').flush(set as object, { status, statusText: 'x' });
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  }
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  const numbers = () => texts('.opens .number');
  async function press(word: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(word));
    if (!button) throw new Error(`No button says ${word}.`);
    button.click();
    await settle();
  }
  async function key(id: string, name: string): Promise<void> {
    const row = page.querySelector<HTMLElement>(`#question-${id}-row`)!;
    row.focus();
    row.dispatchEvent(new KeyboardEvent('keydown', { key: name, altKey: true, bubbles: true, cancelable: true }));
    await settle();
  }
  async function write(id: string, text: string): Promise<void> {
    const control = document.getElementById(id) as HTMLInputElement;
    control.value = text;
    control.dispatchEvent(new Event('input'));
    await settle();
  }
  const said = () => page.querySelector('app-question-list > [role=status]')?.textContent?.trim();
  const sent = () => server.expectOne('/api/question-sets/s1/questions');

  it('shows the questions under their headings, and beside them what the provider will see', async () => {
    await open();
    expect([...page.querySelectorAll<HTMLInputElement>('.heading input')].map(({ value }) => value)).toEqual([
      'Ledning',
      'Personal',
    ]);
    expect(numbers()).toEqual(['1.1', '1.2', '2.1']);
    expect(texts('app-set-preview legend, app-set-preview label').join(' ')).toContain('1.1 Finns rutiner?');
  });

  it('moves a question with Alt and an arrow, over the edge of its section, tells where it stands and keeps the focus', async () => {
    await open();
    await key('b', 'ArrowUp');
    expect(numbers()).toEqual(['1.2', '1.1', '2.1']);
    expect(said()).toBe('Fråga 1.2 står nu som nummer 1 av 3 i avsnittet Ledning');
    expect(document.activeElement?.id).toBe('question-b-row');
    await key('b', 'ArrowUp');
    expect(said()).toBe('Frågan står redan först');
    await key('a', 'ArrowDown');
    expect(said()).toBe('Fråga 1.1 står nu som nummer 2 av 3 i avsnittet Personal');
    await press('Spara frågorna');
    expect(sent().request.body.questions.map(({ id, section }: Question) => [id, section])).toEqual([
      ['b', 'Ledning'],
      ['a', 'Personal'],
      ['c', 'Personal'],
    ]);
  });

  it('puts a question where it is dropped', async () => {
    await open();
    const editor = fixture.debugElement.query((each) => each.componentInstance instanceof QuestionSetEditor);
    editor.injector.get(WorkingSet).put('c', 0, 1);
    await settle();
    expect(numbers()).toEqual(['1.1', '2.1', '1.2']);
  });

  it('saves on the version that was read, and tells that a version that was sent becomes the next', async () => {
    await open(aSet({ frozen: true }));
    expect(texts('.notice')[0]).toBe('Version 3 är skickad och ändras inte. Du skriver nu version 4.');
    await press('1.1');
    await write('question-a-text', 'Finns skriftliga rutiner?');
    expect(page.textContent).toContain('Ändringarna är inte sparade än');
    await press('Spara frågorna');
    const request = sent();
    expect(request.request.body).toMatchObject({ versionNumber: 3, version: 5 });
    expect(request.request.body.questions[0].text).toBe('Finns skriftliga rutiner?');
    request.flush({ id: 's1', versionId: 'v4', number: 4, version: 1 });
    await settle();
    const newest = aSet({ id: 'v4', number: 4, version: 1, questions: request.request.body.questions });
    server.expectOne('/api/question-sets/s1').flush(newest);
    await settle();
    expect(page.textContent).toContain('Allt är sparat');
    expect(page.querySelector('.notice')).toBeNull();
    await write('question-a-text', 'Finns rutiner?');
    await press('Spara frågorna');
    expect(sent().request.body).toMatchObject({ versionNumber: 4, version: 1 });
  });

  it('tells each fault at its field and on top, and sends nothing until they are mended', async () => {
    await open();
    await press('1.1');
    await write('question-a-text', '');
    await write('question-a-number', '1.2');
    await press('Spara frågorna');
    server.expectNone('/api/question-sets/s1/questions');
    expect(texts('app-error-summary li')).toEqual([
      'Fråga 1.2: Frågans text saknas.',
      'Fråga 1.2: Nummer 1.2 finns två gånger.',
    ]);
    expect(document.getElementById('question-a-text-error')?.textContent).toBe('Frågans text saknas.');
    page.querySelectorAll<HTMLAnchorElement>('app-error-summary a')[1]!.click();
    await settle();
    await settle();
    expect(document.activeElement?.id).toBe('question-b-number');
  });

  it('shows what the server refused at the question that it is about', async () => {
    await open();
    await press('Lägg till fråga');
    await write(document.querySelector<HTMLElement>('app-question-form textarea')!.id, 'Ny?');
    await press('Spara frågorna');
    const errors = [{ field: 'questions.0.text', message: 'Frågan kan inte sparas så.' }];
    sent().flush({ title: 'Rätta frågorna.', code: 'invalid', errors }, { status: 400, statusText: 'x' });
    await settle();
    expect(texts('app-error-summary li')).toEqual(['Fråga 1.1: Frågan kan inte sparas så.']);
  });

  it('tells who saved first, what differs, and saves what the person chooses', async () => {
    await open();
    await press('1.1');
    await write('question-a-text', 'Min text?');
    await press('Spara frågorna');
    const conflict = {
      title: 'Ändrat av någon annan.',
      code: 'stale-version',
      changedBy: 'Karin Åberg',
      changedAt: '2026-11-20T13:32:00.000Z',
    };
    sent().flush(conflict, { status: 409, statusText: 'Conflict' });
    await settle();
    server.expectOne('/api/question-sets/s1').flush(aSet({ version: 6, questions: QUESTIONS.slice(0, 2) }));
    await settle();
    const notice = page.querySelector('.notice.warning');
    expect(notice?.textContent).toContain('Karin Åberg sparade frågorna 14:32');
    expect([...notice!.querySelectorAll('li')].map((each) => each.textContent?.trim())).toEqual([
      '1.1 skiljer sig',
      '2.1 finns bara hos dig',
    ]);
    await press('Spara mina frågor i stället');
    const again = sent();
    expect(again.request.body).toMatchObject({ versionNumber: 3, version: 6 });
    expect(again.request.body.questions).toHaveLength(3);
  });

  it('takes a question away at once and puts it back when that is undone', async () => {
    await open();
    await press('1.2');
    await press('Ta bort frågan');
    expect(numbers()).toEqual(['1.1', '2.1']);
    expect(document.activeElement?.textContent).toBe('Ångra');
    await press('Ångra');
    expect(numbers()).toEqual(['1.1', '1.2', '2.1']);
  });

  it('copies a question with a number of its own', async () => {
    await open();
    await press('1.1');
    await press('Kopiera frågan');
    expect(numbers()).toEqual(['1.1', '1.3', '1.2', '2.1']);
  });

  it('opens what was half-written again after a reload', async () => {
    await open();
    await press('1.1');
    await write('question-a-text', 'Halvskrivet?');
    fixture.destroy();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problems])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    await open();
    expect(texts('.opens')[0]).toContain('Halvskrivet?');
  });

  it('tells the faults of a file by row and leaves the questions, and takes a sound file into the editor', async () => {
    await open();
    await press('Läs in från fil');
    const input = page.querySelector<HTMLInputElement>('app-question-import input')!;
    const choose = async (text: string, answer: object) => {
      const file = new File([text], 'fragor.csv');
      file.arrayBuffer = () => Promise.resolve(new TextEncoder().encode(text).buffer);
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      input.dispatchEvent(new Event('change'));
      await settle();
      const request = server.expectOne('/api/question-sets/preview');
      expect(request.request.body).toEqual({ format: 'csv', text });
      request.flush(answer);
      await settle();
    };
    await choose('Id;Nummer', {
      questions: [],
      faults: [{ questionId: null, row: 4, field: 'kind', message: 'Svarstypen är okänd' }],
    });
    expect(texts('app-question-import tbody td')).toEqual(['4', 'Svarstyp', 'Svarstypen är okänd']);
    expect(numbers()).toEqual(['1.1', '1.2', '2.1']);
    await choose('Id;Nummer\nz;9.1', { questions: [aQuestion({ id: 'z', number: '9.1' })], faults: [] });
    await press('Byt ut frågorna');
    expect(numbers()).toEqual(['9.1']);
    await press('Ångra');
    expect(numbers()).toEqual(['1.1', '1.2', '2.1']);
  });

  it('lets one who may not write read the questions, and says why a set could not be read', async () => {
    await open(aSet(), false);
    expect(page.querySelector('app-question-set-editor')).toBeNull();
    expect(page.querySelector('app-set-preview')).not.toBeNull();
    expect(page.textContent).not.toContain('Arkivera');
    fixture.destroy();
    await open({ title: 'Frågebatteriet finns inte.' }, true, 404);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Frågebatteriet finns inte.');
  });
});
