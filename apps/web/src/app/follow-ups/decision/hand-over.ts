import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { DECISION_LIMITS, type DecisionBasis, type Id } from '@insyn/api-schema';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { DecisionApi } from './decision-api.js';

/** Hands the decision over to another manager, who is mailed and finds it among what waits, or takes it over from one. */
@Component({
  selector: 'app-hand-over',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    @if (open()) {
      <form [formRoot]="handOverForm" class="form" novalidate>
        <h3 i18n>Lämna över beslutet</h3>
        <app-error-summary [items]="problems()" />
        <app-field i18n-label label="Till" [of]="handOverForm.accountId">
          <select appControl [formField]="handOverForm.accountId">
            <option value="" i18n>Välj chef</option>
            @for (manager of managers(); track manager.id) {
              <option [value]="manager.id">
                {{ manager.title ? manager.name + ', ' + manager.title : manager.name }}
              </option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Skäl" [of]="handOverForm.reason">
          <textarea appControl [formField]="handOverForm.reason"></textarea>
        </app-field>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="handOverForm().submitting() || null" i18n>
            Lämna över
          </button>
          <button type="button" class="quiet" (click)="open.set(false)" i18n>Avbryt</button>
        </div>
      </form>
    } @else {
      @if (decidedBy(); as other) {
        <button type="button" class="quiet" (click)="takeOver(other.name)" i18n>Ta över beslutet</button>
      }
      @if (managers().length > 0) {
        <button type="button" class="quiet" (click)="open.set(true)" i18n>Lämna över till en annan chef</button>
      }
    }
  `,
})
export class HandOver {
  private readonly api = inject(DecisionApi);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly followUp = inject(OpenFollowUp);
  readonly followUpId = input.required<Id>();
  readonly managers = input.required<DecisionBasis['managers']>();
  /** The manager whom the decision waits for; null where it was handed over to nobody. */
  readonly decider = input.required<DecisionBasis['decider']>();

  /** Another than the reader, to whom the decision was handed over. */
  protected readonly decidedBy = computed(() => {
    const decider = this.decider();
    return decider?.id === this.session.view()?.account.id ? null : decider;
  });
  protected readonly open = signal(false);
  private readonly tried = signal(false);
  private readonly model = signal({ accountId: '', reason: '' });
  protected readonly handOverForm = form(
    this.model,
    (path) => {
      required(path.accountId, { message: $localize`Välj vem som ska besluta.` });
      required(path.reason, { message: $localize`Skriv varför du lämnar över.` });
      maxLength(path.reason, DECISION_LIMITS.reason, { message: $localize`Texten är för lång.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.handOverForm()) : []));

  protected async takeOver(name: string): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Ta över beslutet från ${name}?`,
      text: $localize`${name} får ett mejl om att du beslutar i stället.`,
      confirm: $localize`Ta över`,
      reason: { label: $localize`Skäl`, required: true, maxLength: DECISION_LIMITS.reason },
    });
    const accountId = this.session.view()?.account.id;
    if (!answer || !accountId) return;
    await this.followUp.act(
      () => this.api.handOver(this.followUpId(), { accountId, reason: answer.reason }),
      $localize`Du har tagit över beslutet`,
    );
  }

  private async send(): Promise<void> {
    await this.followUp.carryOut(
      () => this.api.handOver(this.followUpId(), this.model()),
      $localize`Beslutet är överlämnat`,
    );
    this.open.set(false);
  }
}
