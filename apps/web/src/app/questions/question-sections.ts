import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, Directive, inject, input, TemplateRef } from '@angular/core';
import { type AnswerFile, answerProgress, type Answers, askedQuestions, type Question } from '@insyn/domain';

/** How one question is drawn: `<ng-template appQuestion let-question>…</ng-template>`. */
@Directive({ selector: 'ng-template[appQuestion]' })
export class QuestionTemplate {
  readonly template = inject<TemplateRef<{ $implicit: Question }>>(TemplateRef);

  static ngTemplateContextGuard(_: QuestionTemplate, context: unknown): context is { $implicit: Question } {
    return context !== null;
  }
}

let count = 0;

interface Section {
  heading: string;
  id: string;
  questions: Question[];
  progress: { answered: number; asked: number };
}

/**
 * The questions that are asked with these answers, section by section, with how far each has come. A condition shows or
 * hides its question at once. `only` narrows to some of them (those that were returned).
 */
@Component({
  selector: 'app-question-sections',
  imports: [NgTemplateOutlet],
  template: `
    @for (section of sections(); track section.id) {
      <section class="card" [attr.aria-labelledby]="section.id">
        <header>
          <h2 [id]="section.id">{{ section.heading }}</h2>
          <span class="small muted num" i18n
            >{{ section.progress.answered }} av {{ section.progress.asked }} besvarade</span
          >
        </header>
        @for (question of section.questions; track question.id) {
          <div class="question">
            <ng-container [ngTemplateOutlet]="drawn().template" [ngTemplateOutletContext]="{ $implicit: question }" />
          </div>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: baseline;
      gap: 2px var(--s4);
      padding: 16px 22px 12px;
    }
    .question {
      border-top: 1px solid var(--line);
      padding: 18px 22px 20px;
    }
    @media (max-width: 600px) {
      header,
      .question {
        padding-inline: 16px;
      }
    }
  `,
})
export class QuestionSections {
  private readonly listId = `avsnitt-${++count}`;
  readonly questions = input.required<readonly Question[]>();
  readonly answers = input<Answers>({});
  readonly files = input<readonly AnswerFile[]>([]);
  readonly only = input<readonly string[] | null>(null);
  protected readonly drawn = contentChild.required(QuestionTemplate);

  protected readonly sections = computed(() => {
    const only = this.only();
    const asked = askedQuestions(this.questions(), this.answers());
    const sections: Section[] = [];
    for (const question of asked) {
      if (only && !only.includes(question.id)) continue;
      const last = sections.at(-1);
      if (last?.heading === question.section) last.questions.push(question);
      else sections.push(this.begin(question, sections.length));
    }
    return sections.map((section) => ({ ...section, progress: this.progressOf(section.questions) }));
  });

  private begin(question: Question, index: number): Section {
    const progress = { answered: 0, asked: 0 };
    return { heading: question.section, id: `${this.listId}-${index + 1}`, questions: [question], progress };
  }

  /** The questions here are asked already, so their conditions are not tried again without the questions they hang on. */
  private progressOf(asked: readonly Question[]): { answered: number; asked: number } {
    const questions = asked.map((question) => ({ ...question, condition: null }));
    return answerProgress(questions, this.answers(), this.files());
  }
}
