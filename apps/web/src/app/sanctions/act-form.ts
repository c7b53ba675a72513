import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { SANCTION_LIMITS, type SanctionView } from '@insyn/api-schema';
import { committeeDayFault, deadlineInDays, formatKronor, reductionFaults, SANCTION_ANSWER_DAYS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../drafts/drafts.js';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { Toasts } from '../ui/toasts.js';
import { ACT_WORDS, type ManagerAct } from './act-words.js';
import { KronorPipe, readKronor } from './kronor.js';
import { type SanctionCommand, SanctionsApi } from './sanctions-api.js';

/** What is written with an act, and the question before it is carried out. */
@Component({
  selector: 'app-act-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, KronorPipe],
  template: `
    <section class="card padded stack" aria-labelledby="act-heading">
      <h2 id="act-heading">{{ words().heading }}</h2>
      <form [formRoot]="actForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        @if (name() === 'send') {
          <app-field
            i18n-label
            label="Utföraren kan svara senast"
            i18n-hint
            hint="En helgdag flyttas till nästa vardag"
            [of]="actForm.due"
          >
            <input appControl class="date" type="date" [formField]="actForm.due" />
          </app-field>
        } @else {
          @if (name() === 'reduce') {
            <p class="muted">
              <ng-container i18n>Nu gäller</ng-container> <b class="num">{{ sanction().amount | kronor }}</b>.
            </p>
            <app-field i18n-label label="Nytt belopp i kronor" i18n-hint hint="Hela kronor" [of]="actForm.amount">
              <input
                appControl
                class="amount num"
                inputmode="numeric"
                autocomplete="off"
                [formField]="actForm.amount"
              />
            </app-field>
          }
          <app-field [label]="words().label" [hint]="words().hint" [of]="actForm.text">
            <textarea appControl rows="6" [formField]="actForm.text"></textarea>
          </app-field>
          @if (needsCommittee()) {
            <p class="notice prose" i18n>
              Nämnden beslutar själv om påföljden. Det går att göra först när nämnden har beslutat om det.
            </p>
            <div class="form-row">
              <app-field i18n-label label="Nämnden beslutade" [of]="actForm.committeeDecision.decidedOn">
                <input
                  appControl
                  class="date"
                  type="date"
                  [min]="sanction().decidedOn"
                  [max]="today() ?? ''"
                  [formField]="actForm.committeeDecision.decidedOn"
                />
              </app-field>
              <app-field
                i18n-label
                label="Nämndens beslut"
                i18n-hint
                hint="Till exempel § 41. Läses av utföraren."
                [of]="actForm.committeeDecision.reference"
              >
                <input appControl autocomplete="off" [formField]="actForm.committeeDecision.reference" />
              </app-field>
            </div>
          }
        }
        <div class="buttons">
          <button
            type="submit"
            [class.primary]="name() !== 'withdraw'"
            [class.danger]="name() === 'withdraw'"
            [attr.aria-busy]="actForm().submitting() || null"
          >
            {{ words().confirm }}
          </button>
          <button type="button" class="quiet" (click)="giveUp()" i18n>Avbryt</button>
        </div>
      </form>
    </section>
  `,
  styles: `
    .date,
    .amount {
      max-width: 200px;
    }
  `,
})
export class ActForm implements OnInit {
  private readonly api = inject(SanctionsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  protected readonly today = inject(Session).today;
  readonly sanction = input.required<SanctionView>();
  readonly name = input.required<ManagerAct>();
  /** Something may have changed: the sanction is to be read anew. */
  readonly changed = output();
  readonly done = output();

  protected readonly words = computed(() => ACT_WORDS[this.name()]);
  protected readonly needsCommittee = computed(() =>
    this.sanction().offers.some(({ name, needsCommittee }) => name === this.name() && needsCommittee),
  );
  private readonly tried = signal(false);
  private readonly model = signal({
    ...{ text: '', amount: '', due: '' },
    committeeDecision: { decidedOn: '', reference: '' },
  });
  protected readonly actForm = form(
    this.model,
    (path) => {
      validate(path.text, ({ value }) =>
        this.name() === 'send' || value().trim() ? null : { kind: 'required', message: this.words().missing },
      );
      maxLength(path.text, () => (this.name() === 'answer' ? SANCTION_LIMITS.text : SANCTION_LIMITS.reason), {
        message: $localize`Texten är för lång.`,
      });
      validate(path.amount, ({ value }) => {
        if (this.name() !== 'reduce') return null;
        const [fault] = reductionFaults(this.sanction().amount ?? 0, readKronor(value()) ?? 0);
        return fault ? { kind: 'amount', message: fault.message } : null;
      });
      validate(path.due, ({ value }) => {
        if (this.name() !== 'send') return null;
        return value() > (this.today() ?? '') ? null : { kind: 'due', message: $localize`Välj en dag efter i dag.` };
      });
      validate(path.committeeDecision.decidedOn, ({ value }) => {
        if (!this.needsCommittee()) return null;
        if (!value()) return { kind: 'required', message: $localize`Ange vilken dag nämnden beslutade.` };
        const bounds = { today: this.today() ?? '', notBefore: this.sanction().decidedOn };
        const message = committeeDayFault(value(), { ...bounds, since: $localize`då påföljden beslutades` });
        return message === null ? null : { kind: 'day', message };
      });
      validate(path.committeeDecision.reference, ({ value }) =>
        this.needsCommittee() && !value().trim()
          ? { kind: 'required', message: $localize`Ange nämndens beslut, till exempel § 41.` }
          : null,
      );
      maxLength(path.committeeDecision.reference, SANCTION_LIMITS.reference, {
        message: $localize`Texten är för lång.`,
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.actForm()) : []));
  private kept!: KeptForm<unknown>;

  ngOnInit(): void {
    const today = this.today();
    if (today) this.model.update((model) => ({ ...model, due: deadlineInDays(today, SANCTION_ANSWER_DAYS) }));
    const { id, version } = this.sanction();
    this.kept = this.drafts.keepForm(this.model, { key: `sanction/${id}/${this.name()}`, version }, this.injector);
  }

  protected giveUp(): void {
    this.kept.forget();
    this.done.emit();
  }

  private async send(): Promise<void> {
    const { text, amount, due, committeeDecision } = this.model();
    const { decidedOn, reference } = committeeDecision;
    const name = this.name();
    const { ask, consequence, confirm, receipt } = this.words();
    const { id, amount: before } = this.sanction();
    const kronor = name === 'reduce' ? (readKronor(amount) ?? 0) : null;
    const change = kronor === null ? '' : $localize`Från ${formatKronor(before ?? 0)} till ${formatKronor(kronor)}. `;
    const answer = await this.confirm.ask({
      ...{ heading: ask, text: change + consequence, confirm },
      ...(name === 'withdraw' ? { tone: 'danger' as const } : {}),
    });
    if (!answer) return;
    const command: SanctionCommand = {
      version: this.sanction().version,
      ...(name === 'send' ? { answerDue: due } : {}),
      ...(name === 'answer' ? { text: text.trim() } : {}),
      ...(name === 'answer' || name === 'send' ? {} : { reason: text.trim() }),
      ...(kronor === null ? {} : { amount: kronor }),
      ...(this.needsCommittee() ? { committeeDecision: { decidedOn, reference: reference.trim() } } : {}),
    };
    try {
      await this.kept.send(() => this.api.act(id, name, command));
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show(receipt);
    this.changed.emit();
    this.done.emit();
  }
}
