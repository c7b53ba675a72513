import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { FOLLOW_UP_LIMITS, type ActionView, type FindingView, type Id } from '@insyn/api-schema';
import { ACTION_KIND_LABELS, ACTION_KINDS, type ActionKind } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentAction } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

interface Written {
  kind: ActionKind;
  text: string;
  dueDate: string;
  effectMeasure: string;
}

/** The key of what is kept of the form: for an action that is changed, or for a new one made of a finding. */
export function actionKey(of: { actionId: Id } | { findingId: Id | undefined }): string {
  return 'actionId' in of ? `action/${of.actionId}` : `action/of/${of.findingId}`;
}

/** A requirement or recommendation made from a finding (R7: only a deficiency can carry a requirement). */
@Component({
  selector: 'app-action-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="actionForm" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      @if (mayRequire()) {
        <fieldset>
          <legend i18n>Slag</legend>
          <div class="row">
            @for (kind of kinds; track kind) {
              <label class="choice"
                ><input type="radio" [value]="kind" [formField]="actionForm.kind" />
                <span>{{ kindLabels[kind] }}</span></label
              >
            }
          </div>
        </fieldset>
      } @else {
        <p class="small muted" i18n>
          Ett krav vilar på minst en brist och på avtalet eller lagen. Här blir det en rekommendation.
        </p>
      }
      <app-field
        [label]="model().kind === 'requirement' ? requirementText : recommendationText"
        i18n-hint
        hint="En mening som utföraren kan handla efter"
        i18n-note
        note="Publiceras"
        [of]="actionForm.text"
      >
        <textarea appControl [formField]="actionForm.text"></textarea>
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Senast" [optional]="true" [of]="actionForm.dueDate">
          <input appControl type="date" [formField]="actionForm.dueDate" />
        </app-field>
        <app-field i18n-label label="Så syns effekten" [optional]="true" [of]="actionForm.effectMeasure">
          <input appControl autocomplete="off" [formField]="actionForm.effectMeasure" />
        </app-field>
      </div>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="actionForm().submitting() || null" i18n>Spara</button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
        @if (action()) {
          <button type="button" class="danger" (click)="remove()" i18n>Ta bort</button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      padding: 14px 16px;
      max-width: none;
    }
  `,
})
export class ActionForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  private readonly confirm = inject(Confirm);
  /** Null for a new one. */
  readonly action = input.required<ActionView | null>();
  readonly finding = input.required<FindingView | null>();
  /** A goal gives recommendations, never requirements. */
  readonly goal = input(false);
  readonly done = output();

  protected readonly kinds = ACTION_KINDS;
  protected readonly kindLabels = ACTION_KIND_LABELS;
  protected readonly requirementText = $localize`Vad ska åtgärdas?`;
  protected readonly recommendationText = $localize`Vad rekommenderas?`;
  protected readonly mayRequire = computed(() => {
    if (this.goal()) return false;
    const finding = this.finding();
    return finding ? finding.kind === 'deficiency' : this.action()?.kind === 'requirement';
  });
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<Written>({ kind: 'recommendation', text: '', dueDate: '', effectMeasure: '' });
  protected readonly actionForm = form(
    this.model,
    (path) => {
      required(path.text, { message: $localize`Skriv vad som ska göras.` });
      maxLength(path.text, FOLLOW_UP_LIMITS.actionText, { message: $localize`Texten är längre än 2 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.actionForm()) : []));

  constructor() {
    afterNextRender(() => this.actionForm.text().focusBoundControl());
  }

  ngOnInit(): void {
    const action = this.action();
    if (action) {
      const { kind, text, dueDate, effectMeasure } = action;
      this.model.set({ kind, text, dueDate: dueDate ?? '', effectMeasure });
    } else if (this.mayRequire()) {
      this.model.update((model) => ({ ...model, kind: 'requirement' }));
    }
    const place = action ? { actionId: action.id } : { findingId: this.finding()?.id };
    this.kept = this.drafts.keepForm(
      this.model,
      { key: actionKey(place), version: action?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  protected async remove(): Promise<void> {
    const action = this.action();
    if (!action) return;
    const answer = await this.confirm.ask({
      heading: action.kind === 'requirement' ? $localize`Ta bort kravet?` : $localize`Ta bort rekommendationen?`,
      text: action.text,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer && (await this.followUp.act(() => this.api.deleteAction(action), $localize`Borttaget`))) this.cancel();
  }

  private async send(): Promise<void> {
    const [action, finding, id] = [this.action(), this.finding(), this.followUp.id() ?? ''];
    const { kind, text, dueDate, effectMeasure } = this.model();
    const ids = (before: readonly Id[] | undefined, first: readonly Id[]) => [...(before ?? first)];
    const command: SentAction = {
      kind,
      text,
      dueDate: dueDate || null,
      effectMeasure,
      findingIds: ids(action?.findingIds, finding ? [finding.id] : []),
      clauseIds: ids(action?.clauseIds, finding?.clauseIds ?? []),
    };
    await this.kept.send(() =>
      this.followUp.carryOut(
        () =>
          action
            ? this.api.changeAction(action.id, { ...command, version: this.kept.version ?? action.version })
            : this.api.addAction(id, command),
        kind === 'requirement' ? $localize`Kravet är sparat` : $localize`Rekommendationen är sparad`,
      ),
    );
    this.done.emit();
  }
}
