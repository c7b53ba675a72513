import { Component, computed, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import type { Answers, AnswerValue, Question } from '@insyn/domain';
import { QuestionField } from '../../questions/question-field.js';
import { QuestionSections, QuestionTemplate } from '../../questions/question-sections.js';

/** The questions as the provider will see them; what is answered here tries the conditions and is never saved. */
@Component({
  selector: 'app-set-preview',
  imports: [QuestionSections, QuestionTemplate, QuestionField],
  template: `
    @if (questions().length > 0) {
      <app-question-sections [questions]="questions()" [answers]="answers()">
        <ng-template appQuestion let-question>
          <app-question-field
            [question]="question"
            [value]="valueOf(question)"
            (valueChange)="answer(question, $event)"
          />
        </ng-template>
      </app-question-sections>
      @if (answered()) {
        <button type="button" class="quiet" (click)="answers.set({})" i18n>Töm provsvaren</button>
      }
    } @else {
      <p class="muted" i18n>Frågorna visas här så som utföraren kommer att se dem.</p>
    }
  `,
})
export class SetPreview {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly questions = input.required<readonly Question[]>();
  /** The question that is being written comes into sight. */
  readonly shownId = input<string | null>(null);
  protected readonly answers = signal<Answers>({});
  protected readonly answered = computed(() => Object.keys(this.answers()).length > 0);

  constructor() {
    effect(() => {
      const id = this.shownId();
      if (id) untracked(() => setTimeout(() => this.showQuestion(id)));
    });
  }

  protected valueOf({ id, kind }: Question): AnswerValue | null {
    const value = this.answers()[id];
    return value?.kind === kind ? value : null;
  }

  protected answer({ id }: Question, value: AnswerValue | null): void {
    this.answers.update(({ [id]: _before, ...others }) => (value ? { ...others, [id]: value } : others));
  }

  private showQuestion(id: string): void {
    const question = this.host.nativeElement.querySelector(`[id="svar-${id}"]`)?.closest('.question');
    const pane = this.host.nativeElement.closest('.preview');
    if (!question || !pane) return;
    pane.scrollTop += question.getBoundingClientRect().top - pane.getBoundingClientRect().top - 16;
  }
}
