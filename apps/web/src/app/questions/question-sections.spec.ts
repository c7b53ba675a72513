import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answers } from '@insyn/domain';
import { aQuestion } from './a-question.js';
import { QuestionSections, QuestionTemplate } from './question-sections.js';

const QUESTIONS = [
  aQuestion({ id: 'a', number: '1.1', section: 'Ledning' }),
  aQuestion({ id: 'b', number: '1.2', section: 'Ledning', condition: { questionId: 'a', equals: 'Nej' } }),
  aQuestion({ id: 'c', number: '2.1', section: 'Personal' }),
];

@Component({
  selector: 'app-page-of-questions',
  imports: [QuestionSections, QuestionTemplate],
  template: `<app-question-sections [questions]="questions" [answers]="answers()" [only]="only()">
    <ng-template appQuestion let-question
      ><p class="drawn">{{ question.number }}</p></ng-template
    >
  </app-question-sections>`,
})
class PageOfQuestions {
  readonly questions = QUESTIONS;
  readonly answers = signal<Answers>({});
  readonly only = signal<string[] | null>(null);
}

describe('the questions of a request', () => {
  let fixture: ComponentFixture<PageOfQuestions>;
  beforeEach(() => {
    fixture = TestBed.createComponent(PageOfQuestions);
    fixture.detectChanges();
  });
  const drawn = () => [...fixture.nativeElement.querySelectorAll('.drawn')].map((each) => each.textContent);
  const headers = () => [...fixture.nativeElement.querySelectorAll('header')].map((each) => each.textContent.trim());

  it('stand by section with how far each has come', () => {
    fixture.componentInstance.answers.set({ c: { kind: 'yes-no', yes: true } });
    fixture.detectChanges();
    expect(headers()).toEqual(['Ledning0 av 1 besvarade', 'Personal1 av 1 besvarade']);
  });

  it('come and go at once with the answer that their condition hangs on', () => {
    expect(drawn()).toEqual(['1.1', '2.1']);
    fixture.componentInstance.answers.set({ a: { kind: 'yes-no', yes: false } });
    fixture.detectChanges();
    expect(drawn()).toEqual(['1.1', '1.2', '2.1']);
    expect(headers()[0]).toBe('Ledning1 av 2 besvarade');
  });

  it('can be narrowed to some, also to one whose condition hangs on another', () => {
    fixture.componentInstance.answers.set({ a: { kind: 'yes-no', yes: false }, b: { kind: 'yes-no', yes: true } });
    fixture.componentInstance.only.set(['b']);
    fixture.detectChanges();
    expect(drawn()).toEqual(['1.2']);
    expect(headers()).toEqual(['Ledning1 av 1 besvarade']);
  });
});
