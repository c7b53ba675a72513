import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionPlanView, DemandedActionView } from '@insyn/api-schema';
import {
  ACTION_STATE_LABELS,
  formatShare,
  PLAN_STATE_LABELS,
  PLAN_VERDICT_LABELS,
  type PlanItem,
  type PlanShare,
  type PlanState,
  WAITING_PLAN_STATES,
} from '@insyn/domain';
import { IncomingLine } from '../../action-plans/incoming-line.js';
import { PlanItemText } from '../../action-plans/plan-item-text.js';
import { RecheckFindingText } from '../../action-plans/recheck-finding-text.js';
import { clausesOf, latestVerdict, VERDICT_TONES } from '../../action-plans/plan-words.js';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { ACTION_STATE_TONES, type Tone } from '../../ui/tone.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { JudgePlanForm } from './judge-plan-form.js';
import { MoveDueForm } from './move-due-form.js';
import { RegisterPlanForm } from './register-plan-form.js';

const STATE_TONES: Record<PlanState, Tone> = {
  demanded: 'none',
  submitted: 'info',
  returned: 'partly',
  accepted: 'met',
  'handed-over': 'none',
  superseded: 'none',
};

/** One plan as the officer reads it: each requirement with what is planned for it, judged where a round waits. */
@Component({
  selector: 'app-staff-plan-card',
  imports: [
    AnswerFiles,
    Chip,
    DateLongPipe,
    DeadlineLetters,
    IncomingLine,
    InstantShortPipe,
    JudgePlanForm,
    MoveDueForm,
    PlanItemText,
    RecheckFindingText,
    RegisterPlanForm,
  ],
  templateUrl: './staff-plan-card.html',
  styleUrl: './staff-plan-card.css',
})
export class StaffPlanCard {
  private readonly followUp = inject(OpenFollowUp);
  readonly plan = input.required<ActionPlanView>();
  readonly newest = input(true);

  protected readonly stateLabels = PLAN_STATE_LABELS;
  protected readonly stateTones = STATE_TONES;
  protected readonly actionLabels = ACTION_STATE_LABELS;
  protected readonly actionTones = ACTION_STATE_TONES;
  protected readonly verdictLabels = PLAN_VERDICT_LABELS;
  protected readonly verdictTones = VERDICT_TONES;
  protected readonly clausesOf = clausesOf;
  protected readonly moving = signal(false);
  protected readonly registering = signal(false);
  protected readonly busy = this.followUp.busy;
  protected readonly waits = computed(() => WAITING_PLAN_STATES.includes(this.plan().state));
  protected readonly mayJudge = computed(() => this.plan().offers.includes('accept'));
  protected readonly mayMove = computed(() => this.plan().offers.includes('move-due'));
  protected readonly mayRegister = computed(() => this.plan().offers.includes('register'));
  /** The round that was handed in last; the ones before it are folded. */
  protected readonly last = computed(() => this.plan().rounds.at(-1) ?? null);
  protected readonly before = computed(() => this.plan().rounds.slice(0, -1).reverse());

  protected itemOf(action: DemandedActionView): PlanItem | null {
    return this.last()?.items.find(({ actionId }) => actionId === action.actionId) ?? null;
  }

  protected filesOf(action: DemandedActionView) {
    return this.last()?.files.filter(({ actionId }) => actionId === action.actionId) ?? [];
  }

  protected reportsOf(action: DemandedActionView) {
    return this.plan().reports.filter(({ actionId }) => actionId === action.actionId);
  }

  protected stateOf(action: DemandedActionView) {
    return this.plan().actions.find(({ actionId }) => actionId === action.actionId)?.state ?? null;
  }

  protected verdictOf(action: DemandedActionView) {
    return latestVerdict(this.plan().rounds, action.actionId);
  }

  protected liftedOf(action: DemandedActionView) {
    return this.plan().lifted.find(({ actionId }) => actionId === action.actionId) ?? null;
  }

  protected shareText({ k, n }: PlanShare): string {
    return formatShare(k, n);
  }

  protected nameOf(actionId: string): string {
    const { requirements, recommendations } = this.plan().demand;
    const requirement = requirements.find((action) => action.actionId === actionId);
    if (requirement) return $localize`Krav ${requirement.number}`;
    const recommendation = recommendations.find((action) => action.actionId === actionId);
    return recommendation ? $localize`Rekommendation ${recommendation.number}` : '';
  }
}
