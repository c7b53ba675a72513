import { Component, computed, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import type { AnswerFileView, AnswerView, Id } from '@insyn/api-schema';
import { ANSWER_SOURCE_LABELS, answerFaults, type AnswerValue, answerText, type Question } from '@insyn/domain';
import { type Draft, Drafts } from '../../drafts/drafts.js';
import { RequestsApi } from '../../information-requests/requests-api.js';
import type { FileSending } from '../../questions/file-sending.js';
import { QuestionField } from '../../questions/question-field.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';

interface Written {
  value: AnswerValue | null;
  comment: string;
}

/** One answer that the officer writes for the provider; it saves itself when the typing pauses. */
@Component({
  selector: 'app-on-behalf-question',
  imports: [QuestionField, SavedIndicator, ConflictNotice],
  template: `
    <app-question-field
      [question]="question()"
      [value]="written().value"
      [comment]="written().comment"
      [files]="files()"
      [uploads]="uploads()"
      [returnedComment]="returnedComment()"
      (valueChange)="write({ value: $event })"
      (commentChange)="write({ comment: $event })"
      (filesChosen)="filesChosen.emit($event)"
      (fileRemoved)="fileRemoved.emit($event)"
    >
      @if (draft.conflict(); as conflict) {
        <app-conflict-notice
          i18n-heading
          heading="Utföraren har ändrat svaret medan du skrev."
          [mine]="textOf(conflict.mine)"
          [theirs]="conflict.theirs ? textOf(conflict.theirs) : ''"
          (keepMine)="draft.keepMine()"
          (takeTheirs)="takeTheirs()"
        />
      }
      <p class="small row">
        <app-saved-indicator [state]="draft.state()" [savedAt]="draft.savedAt()" />
        @if (answer(); as answer) {
          <span class="muted">{{ sources[answer.source] }}, {{ answer.changedBy }}</span>
        }
        @if (draft.problem(); as problem) {
          <span class="error-text">{{ problem.title }}</span>
        }
      </p>
    </app-question-field>
  `,
})
export class OnBehalfQuestion implements OnInit {
  private readonly api = inject(RequestsApi);
  private readonly drafts = inject(Drafts);
  private readonly destroyed = inject(DestroyRef);
  readonly requestId = input.required<Id>();
  readonly followUpId = input.required<Id>();
  readonly question = input.required<Question>();
  readonly answer = input.required<AnswerView | null>();
  readonly files = input<readonly AnswerFileView[]>([]);
  readonly uploads = input<readonly FileSending[]>([]);
  readonly returnedComment = input<string | null>(null);
  readonly saved = output();
  readonly filesChosen = output<File[]>();
  readonly fileRemoved = output<AnswerFileView>();

  protected readonly sources = ANSWER_SOURCE_LABELS;
  protected draft!: Draft<Written>;
  private readonly own = signal<Written | null>(null);
  /** What is being written, or what is saved. */
  protected readonly written = computed(
    (): Written => this.own() ?? { value: this.answer()?.value ?? null, comment: this.answer()?.comment ?? '' },
  );
  private version: number | null = null;

  ngOnInit(): void {
    this.version = this.answer()?.version ?? null;
    const { id, number } = this.question();
    this.draft = this.drafts.open<Written>(
      {
        key: `on-behalf/${this.requestId()}/${id}`,
        page: this.followUpId(),
        name: $localize`svaret på fråga ${number}`,
        save: (written) => this.save(written),
        readSaved: () => this.readSaved(),
      },
      this.destroyed,
    );
    if (this.draft.restored) this.write(this.draft.restored);
  }

  /** An answer outside its bounds waits, with its fault at the field, until it is mended. */
  protected write(changes: Partial<Written>): void {
    const written = { ...this.written(), ...changes };
    this.own.set(written);
    const { value } = written;
    if (value === null || answerFaults(this.question(), value).length === 0) this.draft.change(written);
  }

  protected takeTheirs(): void {
    this.draft.discard();
    this.own.set(null);
    this.saved.emit();
  }

  protected textOf({ value, comment }: Written): string {
    return [value ? answerText(this.question(), value) : '', comment].filter(Boolean).join('\n');
  }

  private async save(written: Written): Promise<void> {
    const answer = await this.api.answer(this.requestId(), this.question().id, { ...written, version: this.version });
    this.version = answer.version;
    this.saved.emit();
  }

  /** What the other saved, on whose version one's own is sent next. */
  private async readSaved(): Promise<Written> {
    const { answers } = await this.api.read(this.requestId());
    const answer = answers.find(({ questionId }) => questionId === this.question().id);
    this.version = answer?.version ?? null;
    return { value: answer?.value ?? null, comment: answer?.comment ?? '' };
  }
}
