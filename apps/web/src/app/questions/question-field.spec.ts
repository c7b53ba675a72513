import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerFileView } from '@insyn/api-schema';
import type { AnswerKind, AnswerValue, Question } from '@insyn/domain';
import { aQuestion } from './a-question.js';
import type { FileSending } from './file-sending.js';
import { QuestionField } from './question-field.js';

@Component({
  selector: 'app-page-of-a-question',
  imports: [QuestionField],
  template: `<app-question-field
    [question]="question()"
    [value]="value()"
    [editable]="more().editable ?? true"
    [comment]="more().comment ?? ''"
    [files]="more().files ?? []"
    [uploads]="more().uploads ?? []"
    [fault]="more().fault ?? null"
    [returnedComment]="more().returnedComment ?? null"
    (valueChange)="answer($event)"
    (commentChange)="comments.push($event)"
    (unreadable)="unreadable.push($event)"
    (filesChosen)="chosen.push($event)"
  />`,
})
class PageOfAQuestion {
  readonly question = signal(aQuestion());
  readonly value = signal<AnswerValue | null>(null);
  readonly more = signal<More>({});
  readonly answers: (AnswerValue | null)[] = [];
  readonly unreadable: (string | null)[] = [];
  readonly comments: string[] = [];
  readonly chosen: File[][] = [];

  answer(value: AnswerValue | null): void {
    this.answers.push(value);
    this.value.set(value);
  }
}

interface More {
  editable?: boolean;
  comment?: string;
  files?: AnswerFileView[];
  uploads?: FileSending[];
  fault?: string;
  returnedComment?: string;
}

describe('a question', () => {
  let fixture: ComponentFixture<PageOfAQuestion>;
  let page: HTMLElement;
  let answers: (AnswerValue | null)[];
  let unreadable: (string | null)[];

  beforeEach(() => {
    fixture = TestBed.createComponent(PageOfAQuestion);
    page = fixture.nativeElement;
    document.body.append(page);
    ({ answers, unreadable } = fixture.componentInstance);
  });
  afterEach(() => page.remove());

  function show(question: Partial<Question>, value: AnswerValue | null = null): void {
    fixture.componentInstance.question.set(aQuestion(question));
    fixture.componentInstance.value.set(value);
    fixture.detectChanges();
  }
  function set(more: More): void {
    fixture.componentInstance.more.set(more);
    fixture.detectChanges();
  }
  const controls = () => [...page.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  function write(text: string, index = 0, leave = true): void {
    const field = controls()[index]!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    if (leave) field.dispatchEvent(new Event('blur'));
    fixture.detectChanges();
  }
  const fault = () => page.querySelector('.error-text')?.textContent ?? null;
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(name));

  it.each<[AnswerKind, Partial<Question>, AnswerValue]>([
    ['yes-no', {}, { kind: 'yes-no', yes: false }],
    ['choice', { options: ['Dygnet runt', 'Kontorstid'] }, { kind: 'choice', option: 'Kontorstid' }],
    ['multiple-choice', { options: ['Dag', 'Natt'] }, { kind: 'multiple-choice', options: ['Natt'] }],
  ])('of kind %s is answered by choosing under a legend', (kind, parts, expected) => {
    show({ kind, ...parts });
    expect(page.querySelector('fieldset > legend')?.textContent).toContain('Finns skriftliga rutiner?');
    controls()[1]!.click();
    expect(answers).toEqual([expected]);
    fixture.detectChanges();
    expect(controls()[1]!.checked).toBe(true);
  });

  it('with many options is answered from a list', () => {
    show({ kind: 'choice', options: Array.from({ length: 9 }, (_, index) => `Nivå ${index + 1}`) });
    const list = page.querySelector('select')!;
    list.value = 'Nivå 9';
    list.dispatchEvent(new Event('change'));
    expect(answers).toEqual([{ kind: 'choice', option: 'Nivå 9' }]);
  });

  it('that need not be answered can be left without an answer again', () => {
    show({ required: false }, { kind: 'yes-no', yes: true });
    button('Rensa svaret')!.click();
    expect(answers).toEqual([null]);
  });

  it('of a number takes it as Swedes write it, and names its unit', () => {
    show({ kind: 'number', unit: 'dagar' });
    write('1 234,5');
    expect(answers).toEqual([{ kind: 'number', number: 1234.5 }]);
    expect(controls()[0]!.value).toBe('1 234,5');
    const described = controls()[0]!.getAttribute('aria-describedby')!;
    expect(document.getElementById(described)?.textContent).toBe('dagar');
    expect(page.querySelector('label')?.htmlFor).toBe(controls()[0]!.id);
  });

  it('of a number tells of a text that is none, and answers nothing with it', () => {
    show({ kind: 'number' }, { kind: 'number', number: 7 });
    write('sju');
    expect(answers).toEqual([]);
    expect(unreadable).toEqual(['Skriv ett tal, till exempel 1 234,5']);
    expect(fault()).toBe('Skriv ett tal, till exempel 1 234,5');
    expect(controls()[0]!.getAttribute('aria-invalid')).toBe('true');
    expect(controls()[0]!.value).toBe('sju');
    write('8');
    expect(unreadable.at(-1)).toBeNull();
    expect(fault()).toBeNull();
  });

  it('of n of N is answered by both numbers together, never by one or by a percentage (R4)', () => {
    show({ kind: 'share', unit: 'personer' });
    write('7', 0);
    expect(answers).toEqual([]);
    expect(unreadable).toEqual(['Skriv båda talen, till exempel 7 av 9']);
    expect(fault()).toBeNull();
    write('9', 1);
    expect(answers).toEqual([{ kind: 'share', n: 7, of: 9 }]);
    expect([...page.querySelectorAll('legend ~ app-share-answer label')].map((each) => each.textContent)).toEqual([
      'Antal',
      'av alla',
    ]);
  });

  it('of n of N says when n is more than N', () => {
    show({ kind: 'share' }, { kind: 'share', n: 7, of: 9 });
    write('10', 0);
    expect(fault()).toBe('10 kan inte vara fler än 9');
  });

  it('says nothing about bounds until the field is left', () => {
    show({ kind: 'number', max: 10 });
    write('11', 0, false);
    expect(fault()).toBeNull();
    controls()[0]!.dispatchEvent(new Event('blur'));
    fixture.detectChanges();
    expect(fault()).toBe('Ange högst 10');
  });

  it.each<[AnswerKind, string, AnswerValue]>([
    ['date', '2026-11-20', { kind: 'date', date: '2026-11-20' }],
    ['text', 'Rutinen finns.', { kind: 'text', text: 'Rutinen finns.' }],
  ])('of kind %s is answered by writing, and by nothing when it is emptied', (kind, text, expected) => {
    show({ kind });
    write(text);
    write('');
    expect(answers).toEqual([expected, null]);
  });

  describe('of a table', () => {
    const columns = [
      { id: 'form', text: 'Anställningsform', kind: 'text' as const },
      { id: 'trained', text: 'Med utbildning', kind: 'share' as const },
    ];
    const cell = (row: number, column: number) =>
      page.querySelectorAll('tbody tr')[row]!.querySelectorAll('input')[column]!;
    async function key(row: number, column: number, name: string): Promise<void> {
      cell(row, column).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      await fixture.whenStable();
    }

    it('has one row to begin with, and stores what is written as it is read', () => {
      show({ kind: 'table', columns });
      expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
      expect(cell(0, 0).getAttribute('aria-label')).toBe('Anställningsform, rad 1');
      write('Månadsanställda', 0);
      write('7/9', 1);
      expect(answers.at(-1)).toEqual({ kind: 'table', rows: [{ form: 'Månadsanställda', trained: '7 av 9' }] });
      cell(0, 1).dispatchEvent(new Event('change'));
      fixture.detectChanges();
      expect(cell(0, 1).value).toBe('7 av 9');
    });

    it('goes between its rows by the keyboard, and gets one more by Enter in the last', async () => {
      show({ kind: 'table', columns }, { kind: 'table', rows: [{ form: 'Timanställda', trained: '' }] });
      await key(0, 1, 'Enter');
      expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
      expect(document.activeElement).toBe(cell(1, 1));
      await key(1, 1, 'ArrowUp');
      expect(document.activeElement).toBe(cell(0, 1));
      await key(0, 1, 'ArrowDown');
      expect(document.activeElement).toBe(cell(1, 1));
      expect(answers).toEqual([]);
    });

    it('loses a row by its button, and is unanswered without rows', async () => {
      show({ kind: 'table', columns }, { kind: 'table', rows: [{ form: 'Timanställda', trained: '' }] });
      button('Ta bort')!.click();
      await fixture.whenStable();
      expect(answers).toEqual([null]);
      expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
      expect(cell(0, 0).value).toBe('');
    });
  });

  it('of a file has its files with their checksum, and says how far a new one has come', () => {
    show({ kind: 'file' });
    set({
      files: [aFile()],
      uploads: [
        { name: 'b.pdf', percent: 40, error: null },
        { name: 'c.exe', percent: 0, error: 'Filen är av ett slag som inte tas emot.' },
      ],
    });
    expect(page.querySelector('li')?.textContent).toMatch(/rutin\.pdf.*123 kB.*kontrollsumma 3f2a90c1/s);
    expect(page.querySelector('progress')?.value).toBe(40);
    expect(page.querySelector('[role=alert]')?.textContent).toBe('c.exe: Filen är av ett slag som inte tas emot.');
    const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
    const file = new File(['%PDF-1.7'], 'ny.pdf');
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change'));
    expect(fixture.componentInstance.chosen).toEqual([[file]]);
  });

  it('takes a comment and files where they are asked for', async () => {
    show({});
    button('Lägg till kommentar')!.click();
    await fixture.whenStable();
    const comment = page.querySelector('textarea')!;
    expect(document.activeElement).toBe(comment);
    comment.value = 'Reviderad i våras.';
    comment.dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.comments).toEqual(['Reviderad i våras.']);
    button('Bifoga filer')!.click();
    await fixture.whenStable();
    expect(document.activeElement).toBe(page.querySelector('input[type=file]'));
  });

  it('shows the guidance, the grounds, what the municipality wrote and what is wrong, tied to the answer', () => {
    show({ kind: 'text', guidance: 'Skriv kort.', legalGround: '6 kap. SoL', clauseNumber: '4.2' });
    set({ fault: 'Svar saknas', returnedComment: 'Vi saknar datum.' });
    expect(page.querySelector('.muted')?.textContent).toBe('6 kap. SoL · Avtalets punkt 4.2');
    const said = controls()[0]!.getAttribute('aria-describedby')!.split(' ');
    const texts = said.map((id) => document.getElementById(id)?.textContent);
    expect(texts).toEqual(['Skriv kort.', expect.stringContaining('Vi saknar datum.'), 'Svar saknas']);
    expect(page.querySelector('label')?.textContent).toContain('Obligatorisk');
  });

  it('that may not be changed shows its answer, comment and files only', () => {
    show({ kind: 'share', unit: 'personer' }, { kind: 'share', n: 7, of: 9 });
    set({ editable: false, comment: 'Två väntar.', files: [aFile()] });
    expect(controls()).toEqual([]);
    expect(page.querySelector('button')).toBeNull();
    expect(page.querySelector('app-shown-answer')?.textContent?.trim()).toBe('7 av 9');
    expect(page.textContent).toContain('Två väntar.');
    expect(page.querySelector('a')?.textContent).toBe('rutin.pdf');
  });
});

function aFile(): AnswerFileView {
  return {
    id: 'file-1',
    questionId: 'q1',
    wantedDocumentId: null,
    fileName: 'rutin.pdf',
    mediaType: 'application/pdf',
    size: 123_400,
    sha256: '3f2a90c1'.padEnd(64, '0'),
    uploadedAt: '2026-11-22T10:00:00.000Z',
    href: '/api/portal/answer-files/file-1',
  };
}
