import { Component, computed, input } from '@angular/core';
import type { AnswerFileView, AnswerView, RequestView } from '@insyn/api-schema';
import { ANSWER_SOURCE_LABELS, type Answers, type AnswerValue, type Question } from '@insyn/domain';
import { AnswerFiles } from '../../questions/answer-files.js';
import { QuestionField } from '../../questions/question-field.js';
import { QuestionSections, QuestionTemplate } from '../../questions/question-sections.js';
import { InstantShortPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';

/** The answers as they stand, section by section, each with where it came from; and the documents that were asked for. */
@Component({
  selector: 'app-request-answers',
  imports: [QuestionSections, QuestionTemplate, QuestionField, AnswerFiles, InstantShortPipe, EmptyState],
  template: `
    @if (nothing()) {
      <app-empty-state
        class="card"
        i18n-heading
        heading="Inga svar än"
        i18n-text
        text="Här står svaren avsnitt för avsnitt när utföraren har börjat skriva."
      />
      <details class="asked">
        <summary i18n>
          {request().questions.length, plural,
            =1 {Visa frågan}
            other {Visa de {{ request().questions.length }} frågorna}
          }
        </summary>
        <ul>
          @for (question of request().questions; track question.id) {
            <li>
              <span class="num">{{ question.number }}</span> {{ question.text }}
            </li>
          }
          @for (document of request().letter.wantedDocuments; track document.id) {
            <li><ng-container i18n>Handling:</ng-container> {{ document.text }}</li>
          }
        </ul>
      </details>
    } @else if (!handedIn()) {
      <p class="notice" i18n>Svaren är inte inlämnade än. De kan ändras tills utföraren lämnar in.</p>
    }
    @if (request().missing.length > 0 && !nothing() && !handedIn()) {
      <details>
        <summary i18n>
          {request().missing.length, plural, =1 {En sak saknas} other {{{ request().missing.length }} saker saknas}}
        </summary>
        <ul>
          @for (missing of request().missing; track missing.id) {
            <li>{{ missing.number }} {{ missing.text }} – {{ missing.problem.toLowerCase() }}</li>
          }
        </ul>
      </details>
    }
    @if (!nothing() && request().letter.wantedDocuments.length > 0) {
      <section class="card padded stack">
        <h2 i18n>Handlingar</h2>
        @for (document of request().letter.wantedDocuments; track document.id) {
          <div>
            <h3>{{ document.text }}</h3>
            <app-answer-files
              [files]="filesOf(document.id)"
              [editable]="false"
              [controlId]="'handling-' + document.id"
            />
          </div>
        }
      </section>
    }
    @if (!nothing()) {
      <app-question-sections [questions]="request().questions" [answers]="answers()" [files]="request().files">
        <ng-template appQuestion let-question>
          <app-question-field
            [question]="question"
            [value]="valueOf(question)"
            [comment]="answerOf(question)?.comment ?? ''"
            [files]="filesOfQuestion(question)"
            [returnedComment]="returned().get(question.id) ?? null"
            [editable]="false"
          >
            @if (answerOf(question); as answer) {
              <p class="small muted source">
                {{ sourceOf(answer) }} <span class="num">{{ answer.changedAt | instantShort }}</span>
              </p>
            }
          </app-question-field>
        </ng-template>
      </app-question-sections>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: 44px;
      align-content: center;
    }
    ul {
      padding-left: 20px;
    }
    .source {
      margin-top: 6px;
    }
  `,
})
export class RequestAnswers {
  readonly request = input.required<RequestView>();
  protected readonly handedIn = computed(() => this.request().submissions.length > 0);
  /** Before the first answer and the first file there is nothing to read but the questions. */
  protected readonly nothing = computed(() => {
    const { answers, files } = this.request();
    return !this.handedIn() && files.length === 0 && answers.every(({ value, comment }) => !value && !comment);
  });
  private readonly byQuestion = computed(
    () => new Map(this.request().answers.map((answer) => [answer.questionId, answer])),
  );
  protected readonly answers = computed(() => answersOf(this.request()));
  protected readonly returned = computed(
    () => new Map(this.request().returned.map(({ questionId, comment }) => [questionId, comment])),
  );

  protected answerOf({ id }: Question): AnswerView | null {
    return this.byQuestion().get(id) ?? null;
  }
  /** "Hämtad från tidigare omgång: Uppföljning 2025, Elin Berg". */
  protected sourceOf({ source, sourceNote, changedBy }: AnswerView): string {
    const where = [ANSWER_SOURCE_LABELS[source], sourceNote].filter(Boolean).join(': ');
    return [where, changedBy].filter(Boolean).join(', ');
  }
  protected valueOf(question: Question): AnswerValue | null {
    return this.answerOf(question)?.value ?? null;
  }
  protected filesOf(wantedDocumentId: string): AnswerFileView[] {
    return this.request().files.filter((file) => file.wantedDocumentId === wantedDocumentId);
  }
  protected filesOfQuestion({ id }: Question): AnswerFileView[] {
    return this.request().files.filter(({ questionId }) => questionId === id);
  }
}

/** The answers of a request by question. */
export function answersOf({ answers }: Pick<RequestView, 'answers'>): Answers {
  return Object.fromEntries(answers.flatMap(({ questionId, value }) => (value ? [[questionId, value]] : [])));
}
