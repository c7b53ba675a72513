import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import type { ActionPlanView, DemandedActionView } from '@insyn/api-schema';
import { PLAN_LIMITS, PLAN_VERDICT_LABELS, PLAN_VERDICTS, type PlanItem, type PlanVerdict } from '@insyn/domain';
import { ActionPlansApi } from '../../action-plans/action-plans-api.js';
import { PlanItemText } from '../../action-plans/plan-item-text.js';
import { RecheckFindingText } from '../../action-plans/recheck-finding-text.js';
import { clausesOf } from '../../action-plans/plan-words.js';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe } from '../../ui/dates.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenPlans } from './open-plans.js';

interface Written {
  /** What is said of each requirement, by its id. */
  verdicts: Readonly<Record<string, { verdict: PlanVerdict; text: string } | undefined>>;
  due: string;
}

/** Each requirement of a round that waits: what is planned, and beside it what the officer says. All are judged at once. */
@Component({
  selector: 'app-judge-plan-form',
  imports: [AnswerFiles, Chip, Control, DateLongPipe, ErrorSummary, Field, PlanItemText, RecheckFindingText],
  templateUrl: './judge-plan-form.html',
  styleUrl: './judge-plan-form.css',
})
export class JudgePlanForm implements OnInit {
  private readonly api = inject(ActionPlansApi);
  private readonly plans = inject(OpenPlans);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today;
  readonly plan = input.required<ActionPlanView>();

  protected readonly choices = PLAN_VERDICTS;
  protected readonly labels = PLAN_VERDICT_LABELS;
  protected readonly longest = PLAN_LIMITS.verdict;
  protected readonly clausesOf = clausesOf;
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly refused = signal<readonly SummaryItem[]>([]);
  protected readonly model = signal<Written>({ verdicts: {}, due: '' });
  private kept!: KeptForm<unknown>;
  private readonly round = computed(() => this.plan().rounds.at(-1) ?? null);
  /** What waits, and what has been found sufficient or lifted before. */
  protected readonly rows = computed(() =>
    this.plan().demand.requirements.map((action) => ({
      action,
      item: this.itemOf(action),
      files: this.round()?.files.filter(({ actionId }) => actionId === action.actionId) ?? [],
      waits: this.plan().waitingIds.includes(action.actionId),
    })),
  );
  private readonly waiting = computed(() => this.rows().flatMap(({ action, waits }) => (waits ? [action] : [])));
  /** Whether something goes back, so that a new day is needed. */
  protected readonly goesBack = computed(() =>
    this.waiting().some(({ actionId }) => (this.verdictOf(actionId) ?? 'sufficient') !== 'sufficient'),
  );
  protected readonly problems = computed((): SummaryItem[] => {
    if (!this.tried()) return [];
    const faults = this.waiting().flatMap(({ actionId, number }): SummaryItem[] => {
      if (this.verdictOf(actionId) === null) {
        return [{ message: $localize`Bedöm krav ${number}.`, id: `bedom-${actionId}-sufficient` }];
      }
      const fault = this.textFault(actionId);
      return fault ? [{ message: $localize`Krav ${number}` + ': ' + fault, id: `bedom-${actionId}-text` }] : [];
    });
    const due = this.dueFault();
    return [...faults, ...(due ? [{ message: due, id: 'bedom-due' }] : []), ...this.refused()];
  });

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, due: this.plan().proposedDue }));
    const key = `judge-plan/${this.round()?.id ?? this.plan().id}`;
    this.kept = this.injector.get(Drafts).keepForm(this.model, { key }, this.injector);
  }

  protected verdictOf(actionId: string): PlanVerdict | null {
    return this.model().verdicts[actionId]?.verdict ?? null;
  }

  protected textOf(actionId: string): string {
    return this.model().verdicts[actionId]?.text ?? '';
  }

  protected textFault(actionId: string): string | null {
    const verdict = this.verdictOf(actionId);
    if (verdict === null || verdict === 'sufficient' || this.textOf(actionId).trim() !== '') return null;
    return verdict === 'incomplete'
      ? $localize`Skriv vad som behöver kompletteras.`
      : $localize`Skriv varför planen inte godtas.`;
  }

  protected dueFault(): string | null {
    if (!this.goesBack()) return null;
    const { due } = this.model();
    return due <= (this.today() ?? '') ? $localize`Ange en dag efter i dag.` : null;
  }

  protected choose(actionId: string, verdict: PlanVerdict): void {
    this.change(actionId, { verdict, text: this.textOf(actionId) });
  }

  protected write(actionId: string, text: string): void {
    const verdict = this.verdictOf(actionId);
    if (verdict !== null) this.change(actionId, { verdict, text });
  }

  protected setDue(due: string): void {
    this.model.update((model) => ({ ...model, due }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.refused.set([]);
    if (this.problems().length > 0 || this.busy()) return;
    const back = this.goesBack();
    const sure = await this.confirm.ask({
      heading: back ? $localize`Lämna tillbaka planen?` : $localize`Godta planen?`,
      text: back
        ? $localize`Utföraren får ett mejl om vad som ska ändras. Det som är tillräckligt gäller från nu.`
        : $localize`Utföraren får ett mejl om att planen är godtagen. Kraven blir planerade.`,
      confirm: back ? $localize`Lämna tillbaka` : $localize`Godta`,
    });
    if (!sure) return;
    this.busy.set(true);
    try {
      const receipt = back ? $localize`Planen är återlämnad` : $localize`Planen är godtagen`;
      await this.kept.send(() => this.plans.carryOut(() => this.api.judge(this.plan().id, this.command()), receipt));
    } catch (error) {
      const problem = toProblem(error);
      const messages = problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.title];
      this.refused.set(messages.map((message) => ({ message })));
    } finally {
      this.busy.set(false);
    }
  }

  private command() {
    const verdicts = this.waiting().flatMap(({ actionId }) => {
      const verdict = this.verdictOf(actionId);
      return verdict === null ? [] : [{ actionId, verdict, text: this.textOf(actionId).trim() }];
    });
    const { due } = this.model();
    return { version: this.plan().version, verdicts, ...(this.goesBack() ? { due } : {}) };
  }

  private change(actionId: string, written: { verdict: PlanVerdict; text: string }): void {
    this.refused.set([]);
    this.model.update((model) => ({ ...model, verdicts: { ...model.verdicts, [actionId]: written } }));
  }

  private itemOf({ actionId }: DemandedActionView): PlanItem | null {
    return this.round()?.items.find((item) => item.actionId === actionId) ?? null;
  }
}
