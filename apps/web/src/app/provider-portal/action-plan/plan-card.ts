import { Component, computed, inject, input, signal } from '@angular/core';
import type { DemandedActionView, PortalPlanView } from '@insyn/api-schema';
import { formatShare, PLAN_VERDICT_LABELS, type PlanShare } from '@insyn/domain';
import { PlanItemForm } from '../../action-plans/plan-item-form.js';
import { PlanItemText } from '../../action-plans/plan-item-text.js';
import { RecheckFindingText } from '../../action-plans/recheck-finding-text.js';
import { clausesOf, latestVerdict, planControlId, VERDICT_TONES } from '../../action-plans/plan-words.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Chip } from '../../ui/chip.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { OpenPlan } from './open-plan.js';
import { PlanUploads } from './plan-uploads.js';
import { ReportForm } from './report-form.js';
import { itemOf, type WrittenItem } from '../../action-plans/written-item.js';

/** One requirement: what the municipality demands, what is planned, what was said of it, and what is reported as done. */
@Component({
  selector: 'app-plan-card',
  imports: [
    AnswerFiles,
    Chip,
    ConflictNotice,
    DateLongPipe,
    InstantShortPipe,
    PlanItemForm,
    PlanItemText,
    RecheckFindingText,
    ReportForm,
    SavedIndicator,
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
