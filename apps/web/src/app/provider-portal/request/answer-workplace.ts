import { Component, computed, inject, input } from '@angular/core';
import type { AnswerView, EarlierAnswer, PortalRequestView } from '@insyn/api-schema';
import { ANSWER_SOURCE_LABELS, answerText, type AnswerValue, formatDate, type Question } from '@insyn/domain';
import { QuestionField } from '../../questions/question-field.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { InstantShortPipe } from '../../ui/dates.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import type { WrittenAnswer } from './answer-draft.js';
import { AnswerUploads } from './answer-uploads.js';
import { OpenRequest } from './open-request.js';

/** One question being answered: it saves itself, offers what was answered earlier, and shows a colleague's answer. */
@Component({
  selector: 'app-answer-workplace',
  imports: [QuestionField, ConflictNotice, SavedIndicator, InstantShortPipe],
  template: `
    <app-question-field
      [question]="question()"
      [value]="value()"
      [comment]="comment()"
      [files]="files()"
      [uploads]="uploads.of(question().id)()"
      [editable]="open()"
      [returnedComment]="returnedComment()"
      [fault]="fault()"
      (valueChange)="answer()?.write({ value: $event })"
      (commentChange)="answer()?.write({ comment: $event })"
      (unreadable)="answer()?.unreadable?.set($event)"
      (filesChosen)="uploads.add({ questionId: question().id }, $event)"
      (fileRemoved)="uploads.remove($event)"
    >
      @if (open() && answer(); as answer) {
        @if (offer(); as earlier) {
          <div class="offer">
            <p class="small muted" i18n>Förra svaret: {{ earlier.source }}, inlämnat {{ dateOf(earlier) }}</p>
            <p class="pre">{{ textOf(earlier.value) }}</p>
            @if (earlier.comment) {
              <p class="pre small muted">{{ earlier.comment }}</p>
            }
            <button type="button" (click)="use(earlier)">
              <ng-container i18n>Använd svaret</ng-container
              ><span class="visually-hidden" i18n>&ngsp;på fråga {{ question().number }}</span>
            </button>
          </div>
        }
        @if (answer.draft.conflict(); as conflict) {
          <app-conflict-notice
            [heading]="conflict.problem.title"
            [mine]="readable(conflict.mine)"
            [theirs]="conflict.theirs ? readable(conflict.theirs) : ''"
            (keepMine)="answer.draft.keepMine()"
            (takeTheirs)="answer.takeTheirs()"
          />
        } @else if (told()) {
          <app-saved-indicator [state]="answer.draft.state()" />
        }
      }
      @if (saved(); as saved) {
        <p class="small muted">
          @if (saved.source !== 'provider') {
            <span>{{ originOf(saved) }}. </span>
          }
          <span>{{ saved.changedBy }} {{ saved.changedAt | instantShort }}</span>
        </p>
      }
    </app-question-field>
  `,
  styles: `
    .offer {
      border: 1px dashed var(--line-strong);
      border-radius: var(--r);
      padding: 10px 14px 12px;
      display: grid;
      gap: 6px;
      justify-items: start;
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class AnswerWorkplace {
  protected readonly request = inject(OpenRequest);
  protected readonly uploads = inject(AnswerUploads);
  readonly view = input.required<PortalRequestView>();
  readonly question = input.required<Question>();

  protected readonly answer = computed(() => this.request.sheet().get(this.question().id) ?? null);
  protected readonly open = computed(() => this.answer() !== null && this.request.openIds().has(this.question().id));
  private readonly stored = computed(
    () => this.view().answers.find(({ questionId }) => questionId === this.question().id) ?? null,
  );
  protected readonly saved = computed(() => {
    const saved = this.answer()?.saved() ?? this.stored();
    return saved && (saved.value !== null || saved.comment !== '') ? saved : null;
  });
  protected readonly value = computed(
    () => (this.answer() ? this.answer()?.written().value : this.stored()?.value) ?? null,
  );
  protected readonly comment = computed(
    () => (this.answer() ? this.answer()?.written().comment : this.stored()?.comment) ?? '',
  );
  protected readonly files = computed(() =>
    this.request.files().filter(({ questionId }) => questionId === this.question().id),
  );
  protected readonly returnedComment = computed(
    () => this.view().returned.find(({ questionId }) => questionId === this.question().id)?.comment ?? null,
  );
  /** What the server says of the answer, or what cannot be read. */
  protected readonly fault = computed(() => {
    const draft = this.answer()?.draft;
    return draft?.state() === 'refused'
      ? (draft.problem()?.errors[0]?.message ?? draft.problem()?.title ?? null)
      : null;
  });
  /** Only what is not well is told at each question; "Sparat" stands once, at the foot of the page. */
  protected readonly told = computed(() => ['waiting', 'refused'].includes(this.answer()?.draft.state() ?? ''));
  protected readonly offer = computed(() => {
    if (this.value() !== null) return null;
    return this.view().earlier.find(({ questionId }) => questionId === this.question().id) ?? null;
  });

  protected use(earlier: EarlierAnswer): void {
    const note = $localize`${earlier.source}, inlämnat ${this.dateOf(earlier)}`;
    this.answer()?.take(earlier.value, earlier.comment, note);
  }

  protected dateOf({ submittedOn }: EarlierAnswer): string {
    return formatDate(submittedOn);
  }

  protected textOf(value: AnswerValue): string {
    return answerText(this.question(), value);
  }

  protected originOf({ source, sourceNote }: AnswerView): string {
    return [ANSWER_SOURCE_LABELS[source], sourceNote].filter(Boolean).join(', ');
  }

  protected readable({ value, comment }: WrittenAnswer): string {
    return [value ? this.textOf(value) : $localize`Inget svar`, comment].filter(Boolean).join('\n\n');
  }
}
