import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import type { Id, PortalPlanView } from '@insyn/api-schema';
import { daysBetween, WAITING_PLAN_STATES } from '@insyn/domain';
import { PLAN_STATE_WORDS } from '../../action-plans/plan-words.js';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { toProblem } from '../../http/problem.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe } from '../../ui/dates.js';
import { type Crumb, PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { Toasts } from '../../ui/toasts.js';
import { InviteLink } from '../people/invite-link.js';
import { daysLeftText } from '../request/days-left.js';
import { GapList } from './gap-list.js';
import { OpenPlan } from './open-plan.js';
import { PlanCard } from './plan-card.js';
import { PlanDocumentWatch } from './plan-document-watch.js';
import { PlanRounds } from './plan-rounds.js';
import { PlanUploads } from './plan-uploads.js';
import { PortalPlansApi } from './portal-plans-api.js';

/** One demanded action plan: what must be remedied, and the provider's plan until it is accepted and carried out. */
@Component({
  selector: 'app-plan-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    Chip,
    DateLongPipe,
    SavedIndicator,
    DeadlineLetters,
    GapList,
    InviteLink,
    PlanCard,
    PlanRounds,
  ],
  providers: [OpenPlan, PlanUploads, PlanDocumentWatch],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  protected readonly plan = inject(OpenPlan);
  private readonly api = inject(PortalPlansApi);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly planId = input.required<Id>();
  protected readonly gaps = viewChild(GapList);

  protected readonly stateWords = PLAN_STATE_WORDS;
  protected readonly submitting = signal(false);
  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`Att göra`, link: '/att-gora' },
    { label: this.plan.view()?.municipality ?? '' },
  ]);
  protected readonly waits = computed(() => WAITING_PLAN_STATES.includes(this.plan.view()?.state ?? 'accepted'));
  protected readonly submittable = computed(() => this.plan.view()?.offers.includes('submit') ?? false);
  protected readonly settled = computed(() => {
    const view = this.plan.view();
    const lifted = new Set(view?.lifted.map(({ actionId }) => actionId));
    return view?.demand.requirements.every(({ actionId }) => lifted.has(actionId)) ?? false;
  });
  private readonly daysLeft = computed(() => {
    const [view, today] = [this.plan.view(), this.session.today()];
    return view && today ? daysBetween(today, view.due) : 0;
  });
  protected readonly overdue = computed(() => this.daysLeft() < 0);
  protected readonly daysText = computed(() => daysLeftText(this.daysLeft()));

  constructor() {
    inject(PlanDocumentWatch);
    effect(() => this.plan.id.set(this.planId()));
    const opened = computed(() => this.plan.view()?.id ?? null);
    effect(() => {
      const id = opened();
      // Only the first reading counts, and the server knows which one that was: a lost mark is sent at the next visit.
      if (id) untracked(() => void this.api.markRead(id).catch(() => undefined));
    });
  }

  protected async submit(view: PortalPlanView): Promise<void> {
    if (this.submitting()) return;
    if (this.plan.gaps().length > 0) return this.gaps()?.refuse();
    this.submitting.set(true);
    try {
      await this.submitNow(view);
    } catch (error) {
      const problem = toProblem(error);
      this.toasts.show(problem.title, 'problem');
      if (problem.status === 409) this.plan.reload();
    } finally {
      this.submitting.set(false);
    }
  }

  private async submitNow(view: PortalPlanView): Promise<void> {
    const unsaved = await this.plan.saveAll();
    if (unsaved.length > 0) {
      return this.toasts.show($localize`Planen är inte inlämnad: ${unsaved.join(', ')} kunde inte sparas.`, 'problem');
    }
    const sure = await this.confirm.ask({
      heading: $localize`Lämna in planen?`,
      text: $localize`${view.municipality} får planen och ni får den som PDF. Ni kan inte ändra den efteråt om inte kommunen ber om det.`,
      confirm: $localize`Lämna in`,
    });
    if (!sure) return;
    await this.api.submit(view.id);
    this.toasts.show($localize`Planen är inlämnad`);
    this.plan.reload();
    window.scrollTo({ top: 0 });
  }
}
