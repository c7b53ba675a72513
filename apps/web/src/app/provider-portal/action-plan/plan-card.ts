import { Component, computed, inject, input, signal } from '@angular/core';
import type { DemandedActionView, PortalPlanView } from '@insyn/api-schema';
import {
  formatShare,
  PLAN_LIMITS,
  PLAN_VERDICT_LABELS,
  type PlanEffect,
  planHints,
  type PlanShare,
} from '@insyn/domain';
import { PlanItemText } from '../../action-plans/plan-item-text.js';
import { RecheckFindingText } from '../../action-plans/recheck-finding-text.js';
import { clausesOf, latestVerdict, planControlId, VERDICT_TONES } from '../../action-plans/plan-words.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Chip } from '../../ui/chip.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { MeasureRows } from './measure-rows.js';
import { OpenPlan } from './open-plan.js';
import { PlanUploads } from './plan-uploads.js';
import { ReportForm } from './report-form.js';
import { ShareField } from './share-field.js';
import { itemOf, type WrittenItem } from './written-item.js';

/** One requirement: what the municipality demands, what is planned, what was said of it, and what is reported as done. */
@Component({
  selector: 'app-plan-card',
  imports: [
    AnswerFiles,
    Chip,
    ConflictNotice,
    Control,
    DateLongPipe,
    Field,
    InstantShortPipe,
    MeasureRows,
    PlanItemText,
    RecheckFindingText,
    ReportForm,
    SavedIndicator,
    ShareField,
  ],
  templateUrl: './plan-card.html',
  styleUrl: './plan-card.css',
})
export class PlanCard {
  protected readonly plan = inject(OpenPlan);
  protected readonly uploads = inject(PlanUploads);
  readonly view = input.required<PortalPlanView>();
  readonly action = input.required<DemandedActionView>();
  readonly kind = input<'requirement' | 'recommendation'>('requirement');

  protected readonly limits = PLAN_LIMITS;
  protected readonly tones = VERDICT_TONES;
  protected readonly verdictLabels = PLAN_VERDICT_LABELS;
  protected readonly clauses = computed(() => clausesOf(this.action()));
  protected readonly reporting = signal(false);
  protected readonly draft = computed(() => this.plan.sheet().get(this.action().actionId) ?? null);
  protected readonly item = computed(() => {
    const { actionId } = this.action();
    return this.draft()?.item() ?? this.view().items.find((item) => item.actionId === actionId) ?? null;
  });
  protected readonly verdict = computed(() => latestVerdict(this.view().rounds, this.action().actionId));
  protected readonly lifted = computed(
    () => this.view().lifted.find(({ actionId }) => actionId === this.action().actionId) ?? null,
  );
  protected readonly earlier = computed(
    () => this.view().earlier?.items.find(({ actionId }) => actionId === this.action().actionId) ?? null,
  );
  protected readonly target = computed(() => ({ actionId: this.action().actionId, forReport: false }));
  protected readonly files = computed(() =>
    this.view().files.filter(({ actionId }) => actionId === this.action().actionId),
  );
  protected readonly reports = computed(() =>
    this.view().reports.filter(({ actionId }) => actionId === this.action().actionId),
  );
  protected readonly mayReport = computed(
    () => this.kind() === 'requirement' && this.lifted() === null && this.view().offers.includes('report'),
  );
  protected readonly hints = computed(() => {
    const item = this.item();
    return item === null ? [] : planHints(item, this.action());
  });
  /** Only what is not well is told at each requirement; "Sparat" stands once, at the foot of the page. */
  protected readonly told = computed(() => ['waiting', 'refused'].includes(this.draft()?.draft.state() ?? ''));
  protected readonly refusal = computed(() => {
    const draft = this.draft()?.draft;
    return draft?.state() === 'refused'
      ? (draft.problem()?.errors[0]?.message ?? draft.problem()?.title ?? null)
      : null;
  });

  protected idOf(field: string): string {
    return planControlId(this.action().actionId, field);
  }

  protected hintOf(field: string): string | null {
    const own = this.hints().filter((hint) => hint.field === field);
    return own.map(({ message }) => message).join(' ') || null;
  }

  protected hintsOf(field: string): string[] {
    return this.hints().flatMap((hint) => (hint.field === field ? [hint.message] : []));
  }

  protected writeEffect(written: WrittenItem, changes: Partial<PlanEffect>): void {
    this.draft()?.write({ effect: { ...written.effect, ...changes } });
  }

  protected shareText({ k, n }: PlanShare): string {
    return formatShare(k, n);
  }

  /** The text of one's own or a colleague's item, to choose between. */
  protected readable(written: WrittenItem): string {
    const item = this.item();
    if (item === null) return '';
    const { cause, measures, effect, answer } = itemOf(item, written);
    const rows = measures.map(({ text, responsible, due }) => [text, responsible, due].filter(Boolean).join(', '));
    return [cause, ...rows, effect.how, effect.followUpOn, answer].filter(Boolean).join('\n\n');
  }
}
