import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { Id, PortalFactCheckView } from '@insyn/api-schema';
import { daysBetween, FACT_CHECK_STATE_LABELS } from '@insyn/domain';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { DifferenceList } from '../../fact-checks/difference-list.js';
import { FACT_CHECK_TONES } from '../../fact-checks/fact-check-words.js';
import { toProblem } from '../../http/problem.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { type Crumb, PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { Toasts } from '../../ui/toasts.js';
import { InviteLink } from '../people/invite-link.js';
import { daysLeftText } from '../request/days-left.js';
import { DraftSection } from './draft-section.js';
import { OpenFactCheck } from './open-fact-check.js';
import { PortalFactChecksApi } from './portal-fact-checks-api.js';
import { FactCheckReceiptWatch } from './receipt-watch.js';
import { RemarkUploads } from './remark-uploads.js';

/** The draft of a report at the provider: read part by part, remarked on, handed in; afterwards the answers. */
@Component({
  selector: 'app-portal-fact-check-page',
  imports: [
    DeadlineLetters,
    InviteLink,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    DateLongPipe,
    InstantShortPipe,
    SavedIndicator,
    DifferenceList,
    DraftSection,
  ],
  providers: [OpenFactCheck, RemarkUploads, FactCheckReceiptWatch],
  templateUrl: './fact-check-page.html',
  styleUrl: './fact-check-page.css',
})
export class FactCheckPage {
  protected readonly factCheck = inject(OpenFactCheck);
  private readonly api = inject(PortalFactChecksApi);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly factCheckId = input.required<Id>();

  protected readonly tones = FACT_CHECK_TONES;
  protected readonly labels = FACT_CHECK_STATE_LABELS;
  protected readonly handingIn = signal(false);
  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`Att göra`, link: '/att-gora' },
    { label: this.factCheck.view()?.municipality ?? '' },
  ]);
  private readonly daysLeft = computed(() => {
    const [view, today] = [this.factCheck.view(), this.session.today()];
    return view && today ? daysBetween(today, view.due) : null;
  });
  protected readonly overdue = computed(() => (this.daysLeft() ?? 0) < 0);
  protected readonly daysText = computed(() => daysLeftText(this.daysLeft() ?? 0));
  protected readonly count = computed(() => this.factCheck.written().length);
  protected readonly paragraphs = computed(
    () =>
      this.factCheck
        .view()
        ?.message.split(/\n\s*\n/u)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean) ?? [],
  );

  constructor() {
    inject(FactCheckReceiptWatch);
    effect(() => this.factCheck.id.set(this.factCheckId()));
    const opened = computed(() => this.factCheck.view()?.id ?? null);
    effect(() => {
      const id = opened();
      // Only the first reading counts, and the server knows which one that was: a lost mark is sent at the next visit.
      if (id) untracked(() => void this.api.markRead(id).catch(() => undefined));
    });
  }

  protected heading({ title }: PortalFactCheckView): string {
    return $localize`Faktakontroll av ${title}`;
  }

  protected async handIn(view: PortalFactCheckView): Promise<void> {
    if (this.handingIn()) return;
    this.handingIn.set(true);
    try {
      await this.handInNow(view);
    } catch (error) {
      const problem = toProblem(error);
      this.toasts.show(problem.title, 'problem');
      if (problem.status === 409) this.factCheck.reload();
    } finally {
      this.handingIn.set(false);
    }
  }

  private async handInNow(view: PortalFactCheckView): Promise<void> {
    const unsaved = await this.factCheck.saveAll();
    if (unsaved.length > 0) {
      return this.toasts.show($localize`Inget är inlämnat: ${unsaved.join(', ')} kunde inte sparas.`, 'problem');
    }
    const count = this.count();
    const noRemarks = count === 0;
    const sure = await this.confirm.ask({
      heading: noRemarks ? $localize`Svara att ni inte har några synpunkter?` : $localize`Lämna in synpunkterna?`,
      text: $localize`${view.municipality} får svaret och ni får en kvittens. Ni kan inte ändra det efteråt.`,
      confirm: noRemarks
        ? $localize`Inga synpunkter`
        : count === 1
          ? $localize`Lämna in en synpunkt`
          : $localize`Lämna in ${count} synpunkter`,
    });
    if (!sure) return;
    await this.api.handIn(view.id, { noRemarks });
    this.toasts.show(noRemarks ? $localize`Svaret är inlämnat` : $localize`Synpunkterna är inlämnade`);
    this.factCheck.reload();
    window.scrollTo({ top: 0 });
  }
}
