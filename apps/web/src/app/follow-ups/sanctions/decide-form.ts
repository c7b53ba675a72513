import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type FollowUpSanctionsView, type Id, SANCTION_LIMITS } from '@insyn/api-schema';
import { ACTION_STATE_LABELS, amountFaults, hasAmount, SANCTION_KIND_LABELS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { readKronor } from '../../sanctions/kronor.js';
import { SanctionsApi, type SentSanction } from '../../sanctions/sanctions-api.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe } from '../../ui/dates.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';

/** Names the form of a case's next decision in the tab's storage. */
export function decisionKey(followUpId: Id | null): string {
  return `sanction-decision/${followUpId ?? ''}`;
}

/** The manager decides to take a step of the contract's ladder: which, on which requirements, and why. */
@Component({
  selector: 'app-decide-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, DateLongPipe],
  templateUrl: './decide-form.html',
  styles: `
    .short {
      max-width: 220px;
    }
    .choice {
      align-items: flex-start;
      padding-block: 8px;
    }
    .under {
      display: block;
    }
    fieldset {
      display: grid;
    }
  `,
})
export class DecideForm implements OnInit {
  private readonly api = inject(SanctionsApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  readonly followUpId = input.required<Id>();
  readonly view = input.required<FollowUpSanctionsView>();
  /** The requirement that one came from. */
  readonly actionId = input<Id | null>(null);
  /** Somebody else has changed the ladder or the case: it is to be read anew. */
  readonly changed = output();
  readonly done = output();

  protected readonly kinds = SANCTION_KIND_LABELS;
  protected readonly states = ACTION_STATE_LABELS;
  protected readonly today = inject(Session).today;
  private readonly tried = signal(false);
  private readonly model = signal({
    ...{ stepId: '', severe: false, severeReason: '', grounds: '', amount: '', amountBasis: '' },
    ...{ decidedOn: '', reference: '' },
  });
  private readonly chosen = signal<readonly Id[]>([]);
  protected readonly steps = computed(() =>
    this.view().steps.filter(({ available }) => available || this.model().severe),
  );
  protected readonly step = computed(() => this.steps().find(({ id }) => id === this.model().stepId) ?? null);
  protected readonly isAmount = computed(() => hasAmount(this.step()?.kind ?? 'warning'));
  protected readonly grounds = computed(() =>
    this.view().grounds.filter(({ severeOnly }) => !severeOnly || this.model().severe),
  );
  private readonly actionIds = computed(() => {
    const shown = this.grounds().map(({ id }) => id);
    return this.chosen().filter((id) => shown.includes(id));
  });
  protected readonly decisionForm = form(
    this.model,
    (path) => {
      validate(path.stepId, () =>
        this.step() ? null : { kind: 'required', message: $localize`Välj ett steg i trappan.` },
      );
      required(path.grounds, { message: $localize`Skriv skälen för påföljden.` });
      maxLength(path.grounds, SANCTION_LIMITS.grounds, { message: $localize`Texten är längre än 10 000 tecken.` });
      validate(path.severeReason, ({ value }) =>
        this.model().severe && !value().trim()
          ? { kind: 'required', message: $localize`Skriv varför fallet är så allvarligt att steg hoppas över.` }
          : null,
      );
      maxLength(path.severeReason, SANCTION_LIMITS.reason, { message: $localize`Texten är längre än 5 000 tecken.` });
      validate(path.amount, () => this.amountFault('amount'));
      validate(path.amountBasis, () => this.amountFault('amountBasis'));
      maxLength(path.amountBasis, SANCTION_LIMITS.amountBasis, {
        message: $localize`Texten är längre än 2 000 tecken.`,
      });
      validate(path.decidedOn, ({ value }) => {
        if (!this.step()?.reserved) return null;
        if (!value()) return { kind: 'required', message: $localize`Ange vilken dag nämnden beslutade.` };
        return value() > (this.today() ?? '')
          ? { kind: 'future', message: $localize`Dagen har inte kommit än.` }
          : null;
      });
      validate(path.reference, ({ value }) =>
        this.step()?.reserved && !value().trim()
          ? { kind: 'required', message: $localize`Ange nämndens beslut, till exempel § 41.` }
          : null,
      );
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly missingActions = computed(() =>
    this.tried() && this.actionIds().length === 0 ? $localize`Välj minst ett krav.` : null,
  );
  protected readonly problems = computed(() => {
    if (!this.tried()) return [];
    const actions = this.missingActions();
    return [...(actions ? [{ message: actions, id: 'sanction-grounds' }] : []), ...summaryOf(this.decisionForm())];
  });
  private kept!: KeptForm<unknown>;

  ngOnInit(): void {
    const { proposedStepId, grounds } = this.view();
    this.model.update((model) => ({ ...model, stepId: proposedStepId ?? '' }));
    const remaining = grounds.filter(({ severeOnly }) => !severeOnly).map(({ id }) => id);
    const from = this.actionId();
    this.chosen.set(from ? [from] : remaining);
    const drafts = this.injector.get(Drafts);
    this.kept = drafts.keepForm(this.model, { key: decisionKey(this.followUpId()) }, this.injector);
  }

  protected isChosen(id: Id): boolean {
    return this.chosen().includes(id);
  }

  protected choose(id: Id): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  }

  protected giveUp(): void {
    this.kept.forget();
    this.done.emit();
  }

  private amountFault(field: 'amount' | 'amountBasis') {
    const step = this.step();
    if (!step || !hasAmount(step.kind)) return null;
    const { amount, amountBasis } = this.model();
    const fault = amountFaults(step.kind, readKronor(amount), amountBasis).find((each) => each.field === field);
    return fault ? { kind: 'amount', message: fault.message } : null;
  }

  private async send(): Promise<void> {
    const step = this.step();
    if (!step) return;
    if (this.actionIds().length === 0) {
      document.getElementById('sanction-grounds')?.focus();
      return;
    }
    const answer = await this.confirm.ask({
      heading: $localize`Besluta om ${step.label.toLowerCase()}?`,
      text: $localize`Beslutet skrivs in i ärendets historik. Utföraren får veta det först när du skickar beslutet.`,
      confirm: $localize`Besluta`,
    });
    if (!answer) return;
    try {
      let id = '';
      await this.kept.send(async () => {
        ({ id } = await this.api.decide(this.followUpId(), this.commandFor(step.id, step.reserved)));
      });
      this.toasts.show($localize`Påföljden är beslutad`);
      await this.router.navigate(['/pafoljder', id]);
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
  }

  private commandFor(stepId: Id, reserved: boolean): SentSanction {
    const { severe, severeReason, grounds, amount, amountBasis, decidedOn, reference } = this.model();
    return {
      ...{
        ladderVersion: this.view().ladderVersion,
        stepId,
        grounds: grounds.trim(),
        actionIds: [...this.actionIds()],
      },
      ...{ severe, severeReason: severe ? severeReason.trim() : '' },
      amount: this.isAmount() ? readKronor(amount) : null,
      amountBasis: this.isAmount() ? amountBasis.trim() : '',
      ...(reserved ? { committeeDecision: { decidedOn, reference: reference.trim() } } : {}),
    };
  }
}
