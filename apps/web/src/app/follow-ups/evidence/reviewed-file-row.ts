import { Component, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { EVIDENCE_LIMITS, type ReviewedFileView, type ReviewQuestion } from '@insyn/api-schema';
import { CHECK_RESULT_LABELS, CHECK_RESULTS, type CheckResult } from '@insyn/domain';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

type Answers = Pick<ReviewedFileView, 'results' | 'note'>;

/** The answers for one file; each saves itself. */
@Component({
  // eslint-disable-next-line @angular-eslint/component-selector -- a row of a table can be nothing but a tr
  selector: 'tr[appReviewedFileRow]',
  imports: [SavedIndicator],
  template: `
    <th scope="row" role="rowheader" class="num">
      <span class="on-phone" i18n>Akt </span>{{ file().fileNumber }}
      @if (file().replaces; as replaced) {
        <span class="small muted note"
          ><ng-container i18n>i stället för {{ replaced }}:</ng-container> {{ file().replacementReason }}</span
        >
      }
      @if (file().replaced) {
        <span class="small muted note" i18n>utbytt</span>
      }
    </th>
    @for (question of questions(); track question.id) {
      <td role="cell">
        <span class="on-phone question" aria-hidden="true">{{ question.text }}</span>
        @if (editable() && !file().replaced) {
          <select
            [attr.aria-label]="question.text + ', akt ' + file().fileNumber"
            [value]="answers().results[question.id] ?? ''"
            (change)="answer(question.id, $any($event.target).value)"
          >
            <option value="" [selected]="!answers().results[question.id]">–</option>
            @for (result of results; track result) {
              <option [value]="result" [selected]="answers().results[question.id] === result">
                {{ words[result] }}
              </option>
            }
          </select>
        } @else {
          {{ wordOf(question.id) }}
        }
      </td>
    }
    <td role="cell" [class.nothing]="!editable() && !file().note">
      <span class="on-phone question" aria-hidden="true" i18n>Anteckning</span>
      @if (editable() && !file().replaced) {
        <input
          [attr.aria-label]="'Anteckning, akt ' + file().fileNumber"
          [attr.maxlength]="longest"
          autocomplete="off"
          [value]="answers().note"
          (input)="change({ note: $any($event.target).value })"
          (blur)="draft.flush()"
        />
        <app-saved-indicator [state]="draft.state()" [savedAt]="draft.savedAt()" />
      } @else {
        {{ file().note }}
      }
    </td>
    @if (editable() && replaceable()) {
      <td role="cell" class="act">
        @if (!file().replaced) {
          <button type="button" class="quiet" (click)="replace.emit()">
            <ng-container i18n>Byt akt</ng-container><span class="visually-hidden"> {{ file().fileNumber }}</span>
          </button>
        }
      </td>
    }
  `,
  styles: `
    .note {
      display: block;
      font-weight: 400;
      max-width: 180px;
    }
    th {
      padding-top: 17px;
    }
    td {
      padding-block: 6px;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      :host([role='row']) {
        border: 1px solid var(--line);
        border-radius: var(--r);
        margin-bottom: var(--s3);
        grid-template-columns: minmax(0, 1fr) auto;
      }
      th {
        padding: 6px 0;
        border: 0;
        font-size: 16px;
        align-self: center;
      }
      td {
        grid-column: 1 / -1;
        margin-top: var(--s2);
      }
      td.act {
        grid-area: 1 / 2;
        margin: 0;
      }
      .act button {
        margin-right: -12px;
      }
      .nothing {
        display: none;
      }
      .note {
        max-width: none;
      }
      .on-phone {
        display: inline;
      }
      .question {
        display: block;
        font-size: 14px;
        font-weight: 600;
        color: var(--ink-2);
        margin-bottom: 2px;
      }
    }
  `,
})
export class ReviewedFileRow implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly followUp = inject(OpenFollowUp);
  private readonly owner = inject(DestroyRef);
  readonly file = input.required<ReviewedFileView>();
  readonly questions = input.required<readonly ReviewQuestion[]>();
  readonly editable = input.required<boolean>();
  readonly replaceable = input.required<boolean>();
  readonly replace = output();

  protected readonly results = CHECK_RESULTS;
  protected readonly words = CHECK_RESULT_LABELS;
  protected readonly longest = EVIDENCE_LIMITS.fileNote;
  protected readonly answers = signal<Answers>({ results: {}, note: '' });
  protected draft!: Draft<Answers>;
  private version = 0;

  ngOnInit(): void {
    const { id, fileNumber, results, note, version } = this.file();
    this.version = version;
    this.draft = this.drafts.open<Answers>(
      {
        key: `reviewed-file/${id}`,
        page: this.followUp.id() ?? '',
        name: $localize`svaren för akt ${fileNumber}`,
        save: (answers) => this.save(answers),
        pauseMs: 300,
      },
      this.owner,
    );
    this.answers.set(this.draft.restored ?? { results, note });
    if (this.draft.restored) this.draft.change(this.draft.restored);
  }

  protected wordOf(questionId: string): string {
    const result = this.file().results[questionId];
    return result ? CHECK_RESULT_LABELS[result] : '–';
  }

  protected answer(questionId: string, result: CheckResult | ''): void {
    const others = Object.entries(this.answers().results).filter(([id]) => id !== questionId);
    this.change({ results: Object.fromEntries(result ? [...others, [questionId, result]] : others) });
  }

  protected change(changes: Partial<Answers>): void {
    this.answers.update((answers) => ({ ...answers, ...changes }));
    this.draft.change(this.answers());
  }

  private async save(answers: Answers): Promise<void> {
    const saved = await this.api.changeReviewedFile(this.file().id, { ...answers, version: this.version });
    this.version = saved.version;
    this.followUp.reload();
  }
}
