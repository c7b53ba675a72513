import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FollowUpListItem, Id, SignalView } from '@insyn/api-schema';
import { FOLLOW_UP_STATE_LABELS } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { toProblem } from '../http/problem.js';
import { EmptyState } from '../ui/empty-state.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { SignalsApi } from './signals-api.js';

/** Chooses the follow-up of the unit in which the signal becomes evidence. */
@Component({
  selector: 'app-attach-dialog',
  imports: [ModalDialog, ResourceView, Data, EmptyState],
  template: `
    <app-modal-dialog i18n-heading heading="Lägg till i en uppföljning" (dismissed)="closed.emit()">
      <p class="muted">{{ signal().title }}</p>
      <app-resource-view [isEmpty]="followUps().length === 0 && list.resource.hasValue()" [rows]="3">
        <ng-template [appData]="list.resource">
          <fieldset>
            <legend i18n>Uppföljningar av {{ signal().unit }}</legend>
            @for (each of followUps(); track each.id) {
              <label class="choice">
                <input
                  type="radio"
                  name="follow-up"
                  [value]="each.id"
                  [checked]="chosen() === each.id"
                  (change)="chosen.set(each.id)"
                />
                <span
                  >{{ each.title }} <span class="small muted">{{ states[each.state] }}</span></span
                >
              </label>
            }
          </fieldset>
        </ng-template>
        <app-empty-state
          empty
          i18n-heading
          heading="Enheten har ingen pågående uppföljning"
          i18n-text
          text="Öppna en uppföljning först. Underlag kan läggas till tills beslutet bereds."
        />
      </app-resource-view>
      <p class="error-text" role="alert">{{ problem() }}</p>
      <div class="buttons">
        @if (followUps().length > 0) {
          <button type="button" class="primary" [attr.aria-busy]="sending() || null" (click)="attach()" i18n>
            Lägg till
          </button>
        }
        <button type="button" class="quiet" (click)="closed.emit()" i18n>Avbryt</button>
      </div>
    </app-modal-dialog>
  `,
})
export class AttachDialog {
  private readonly api = inject(SignalsApi);
  private readonly toasts = inject(Toasts);
  readonly signal = input.required<SignalView>();
  readonly attached = output();
  readonly closed = output();

  protected readonly states = FOLLOW_UP_STATE_LABELS;
  protected readonly list = new PagedList<FollowUpListItem>('/api/follow-ups', () => ({ search: this.signal().unit }));
  /** Those of this unit that still take evidence. */
  protected readonly followUps = computed(() =>
    this.list
      .rows()
      .filter(({ unit, state }) => unit === this.signal().unit && OPEN_STATES.some((open) => open === state)),
  );
  protected readonly chosen = signal<Id | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected async attach(): Promise<void> {
    const followUpId = this.chosen();
    if (!followUpId) return this.problem.set($localize`Välj en uppföljning.`);
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set('');
    try {
      await this.api.attach(this.signal().id, { version: this.signal().version, followUpId });
      this.toasts.show($localize`Signalen är underlag i uppföljningen`);
      this.attached.emit();
    } catch (error) {
      this.problem.set(toProblem(error).title);
    } finally {
      this.sending.set(false);
    }
  }
}

const OPEN_STATES: readonly FollowUpListItem['state'][] = ['planned', 'gathering', 'assessing', 'fact-check'];
