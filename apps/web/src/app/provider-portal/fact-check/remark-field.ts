import { afterNextRender, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { FACT_CHECK_LIMITS } from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Confirm } from '../../ui/confirm.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { Toasts } from '../../ui/toasts.js';
import { OpenFactCheck } from './open-fact-check.js';
import type { RemarkDraft } from './remark-draft.js';
import { RemarkUploads } from './remark-uploads.js';

/** One remark being written, with its files. */
@Component({
  selector: 'app-remark-field',
  imports: [AnswerFiles, ConflictNotice, Control, Field, SavedIndicator],
  template: `
    <div class="remark stack" role="group" [attr.aria-label]="label()">
      <app-field
        [label]="label()"
        i18n-hint
        hint="Skriv vad som är fel och hur det är i stället"
        [fieldId]="'synpunkt-' + remark().id"
        [error]="fault()"
      >
        <textarea
          #words
          appControl
          [attr.maxlength]="longest"
          [value]="remark().text()"
          (input)="remark().write($any($event.target).value)"
        ></textarea>
      </app-field>
      @if (remark().draft.conflict(); as conflict) {
        <app-conflict-notice
          [heading]="conflict.problem.title"
          [mine]="conflict.mine"
          [theirs]="conflict.theirs ?? ''"
          (keepMine)="remark().draft.keepMine()"
          (takeTheirs)="remark().takeTheirs()"
        />
      } @else if (told()) {
        <app-saved-indicator [state]="remark().draft.state()" />
      }
      <app-answer-files
        [files]="remark().files()"
        [uploads]="remark().uploads()"
        [controlId]="'filer-' + remark().id"
        i18n-label
        label="Lägg till underlag"
        (chosen)="uploads.add(remark(), $event)"
        (removed)="uploads.remove(remark(), $event)"
      />
      <div class="buttons">
        <button type="button" class="quiet" (click)="remove()">
          <ng-container i18n>Ta bort synpunkten</ng-container><span class="visually-hidden">&ngsp;{{ heading() }}</span>
        </button>
      </div>
    </div>
  `,
  styles: `
    .remark {
      border-left: 3px solid var(--pine);
      padding-left: 14px;
    }
    textarea {
      min-height: 96px;
    }
  `,
})
export class RemarkField {
  private readonly factCheck = inject(OpenFactCheck);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = inject(RemarkUploads);
  readonly remark = input.required<RemarkDraft>();
  readonly heading = input.required<string>();
  private readonly words = viewChild.required<ElementRef<HTMLTextAreaElement>>('words');

  protected readonly longest = FACT_CHECK_LIMITS.remark;
  protected readonly label = computed(() => $localize`Er synpunkt på ${this.heading()}`);
  /** Only what is not well is told at each remark; "Sparat" stands once, at the foot of the page. */
  protected readonly told = computed(() => ['waiting', 'refused'].includes(this.remark().draft.state()));
  protected readonly fault = computed(() => {
    const { draft } = this.remark();
    if (draft.state() !== 'refused') return null;
    return draft.problem()?.errors[0]?.message ?? draft.problem()?.title ?? null;
  });

  constructor() {
    // One that was just begun is written at once.
    afterNextRender(() => {
      if (!this.remark().isSaved() && this.remark().text() === '') this.words().nativeElement.focus();
    });
  }

  protected async remove(): Promise<void> {
    const remark = this.remark();
    if (remark.isSaved() || remark.text().trim() !== '') {
      const sure = await this.confirm.ask({
        heading: $localize`Ta bort synpunkten?`,
        text: $localize`Texten och filerna tas bort. Kommunen får den inte.`,
        confirm: $localize`Ta bort`,
        tone: 'danger',
      });
      if (!sure) return;
    }
    try {
      await this.factCheck.remove(remark);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
      this.factCheck.reload();
    }
  }
}
