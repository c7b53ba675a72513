import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { applyEach, form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { type Id, SANCTION_LIMITS, type SanctionStepView } from '@insyn/api-schema';
import {
  hasAmount,
  normaliseClauseNumber,
  SANCTION_KIND_LABELS,
  SANCTION_KINDS,
  type SanctionKind,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { SanctionsApi, type SentStep } from '../../sanctions/sanctions-api.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';

interface TypedStep {
  id: Id | null;
  used: boolean;
  kind: SanctionKind;
  label: string;
  terms: string;
  amountRule: string;
  clauseNumber: string;
}

const NEW_STEP: TypedStep = {
  ...{ id: null, used: false, kind: 'warning', label: '', terms: '', amountRule: '', clauseNumber: '' },
};

/** Writes down the steps that the contract itself has, in the order in which they are taken. */
@Component({
  selector: 'app-ladder-editor',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  templateUrl: './ladder-editor.html',
  styles: `
    form {
      padding: 0 22px 20px;
      max-width: none;
    }
    fieldset {
      border-top: 1px solid var(--line);
      padding-top: var(--s4);
    }
    legend {
      float: left;
      width: 100%;
    }
    legend + * {
      clear: both;
    }
  `,
})
export class LadderEditor implements OnInit {
  private readonly api = inject(SanctionsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly contractId = input.required<Id>();
  readonly ladder = input.required<readonly SanctionStepView[]>();
  readonly version = input.required<number>();
  readonly changed = output();
  readonly done = output();

  protected readonly usedHint = $localize`Steget har använts och kan inte byta slag`;
  protected readonly kindLabels = SANCTION_KIND_LABELS;
  protected readonly most = SANCTION_LIMITS.steps;
  protected readonly isAmount = hasAmount;
  protected readonly said = signal('');
  private readonly tried = signal(false);
  protected readonly model = signal<{ steps: TypedStep[] }>({ steps: [{ ...NEW_STEP }] });
  protected readonly ladderForm = form(
    this.model,
    (path) => {
      applyEach(path.steps, (step) => {
        required(step.label, { message: $localize`Skriv vad steget heter i avtalet.` });
        maxLength(step.label, SANCTION_LIMITS.label, { message: $localize`Namnet är längre än 100 tecken.` });
        validate(step.label, ({ value }) => {
          const same = this.model().steps.filter(({ label }) => sameLabel(label, value()));
          return same.length > 1 ? { kind: 'taken', message: $localize`Ett annat steg heter likadant.` } : null;
        });
        maxLength(step.terms, SANCTION_LIMITS.terms, { message: $localize`Texten är längre än 3 000 tecken.` });
        maxLength(step.amountRule, SANCTION_LIMITS.amountRule, {
          message: $localize`Texten är längre än 1 000 tecken.`,
        });
        validate(step.clauseNumber, ({ value }) =>
          !value().trim() || normaliseClauseNumber(value())
            ? null
            : { kind: 'number', message: $localize`Skriv avtalspunktens nummer, till exempel § 15.` },
        );
      });
    },
    { submission: sending(this.tried, () => this.save()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.ladderForm()) : []));
  private kept!: KeptForm<{ steps: TypedStep[] }>;

  ngOnInit(): void {
    const steps = this.ladder().map(({ id, used, kind, label, terms, amountRule, clauseNumber }) => ({
      ...{ id, used, kind, label, terms, amountRule, clauseNumber: clauseNumber ?? '' },
    }));
    if (steps.length > 0) this.model.set({ steps });
    const key = `ladder/${this.contractId()}`;
    this.kept = this.drafts.keepForm(this.model, { key, version: this.version() }, this.injector);
  }

  /** A step that a sanction rests on keeps its kind. */
  protected kindsOf(index: number): readonly SanctionKind[] {
    const step = this.model().steps[index];
    return step?.used ? [step.kind] : SANCTION_KINDS;
  }

  protected add(): void {
    this.model.update(({ steps }) => ({ steps: [...steps, { ...NEW_STEP }] }));
    this.focus('fieldset:last-of-type select');
  }

  protected remove(index: number): void {
    this.model.update(({ steps }) => ({ steps: steps.filter((_, each) => each !== index) }));
    this.said.set($localize`Steget är borttaget.`);
    this.focus('.add');
  }

  /** Moves a step; the focus goes with it. */
  protected move(index: number, by: -1 | 1): void {
    const to = index + by;
    const { steps } = this.model();
    const [step, other] = [steps[index], steps[to]];
    if (!step || !other) return;
    this.model.set({ steps: steps.map((each, at) => (at === index ? other : at === to ? step : each)) });
    this.said.set($localize`Steget är nu nummer ${to + 1}.`);
    this.focus(`fieldset:nth-of-type(${to + 1}) .${by < 0 ? 'up' : 'down'}`);
  }

  protected giveUp(): void {
    this.kept.forget();
    this.done.emit();
  }

  private async save(): Promise<void> {
    const steps = this.model().steps.map(({ id, kind, label, terms, amountRule, clauseNumber }): SentStep => ({
      ...(id === null ? {} : { id }),
      ...{ kind, label: label.trim(), terms: terms.trim(), clauseNumber: clauseNumber.trim() || null },
      amountRule: hasAmount(kind) ? amountRule.trim() : '',
    }));
    const gone = this.ladder().filter(({ id }) => !steps.some((step) => step.id === id));
    if (gone.length > 0 && !(await this.sureOf(gone))) return;
    const version = this.kept.version ?? this.version();
    try {
      await this.kept.send(() => this.api.saveLadder(this.contractId(), { version, steps }));
    } catch (error) {
      if (toProblem(error).conflict) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Påföljdstrappan är sparad`);
    this.changed.emit();
    this.done.emit();
  }

  private async sureOf(gone: readonly SanctionStepView[]): Promise<boolean> {
    const names = gone.map(({ label }) => label).join(', ');
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort steg ur trappan?`,
      text: $localize`Det här tas bort: ${names}.`,
      confirm: $localize`Spara`,
      tone: 'danger',
    });
    return answer !== null;
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}

function sameLabel(a: string, b: string): boolean {
  return a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();
}
