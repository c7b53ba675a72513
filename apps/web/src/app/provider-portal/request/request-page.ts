import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id, PortalRequestView } from '@insyn/api-schema';
import { daysBetween, WAITING_STATES } from '@insyn/domain';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { toProblem } from '../../http/problem.js';
import { QuestionSections, QuestionTemplate } from '../../questions/question-sections.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe } from '../../ui/dates.js';
import { type Crumb, PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';
import { AnswerUploads } from './answer-uploads.js';
import { AnswerWorkplace } from './answer-workplace.js';
import { daysLeftText } from './days-left.js';
import { STATE_WORDS } from './state-words.js';
import { ExtensionDialog } from './extension-dialog.js';
import { LetterCard } from './letter-card.js';
import { MissingList } from './missing-list.js';
import { OpenRequest } from './open-request.js';
import { ReceiptWatch } from './receipt-watch.js';
import { RoundsCard } from './rounds-card.js';
import { WantedDocuments } from './wanted-documents.js';
import { WorkbookCard } from './workbook-card.js';

/** One information request: what the municipality asks, and the provider's answers until they are handed in. */
@Component({
  selector: 'app-request-page',
  imports: [
    DeadlineLetters,
    RouterLink,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    DateLongPipe,
    SavedIndicator,
    QuestionSections,
    QuestionTemplate,
    AnswerWorkplace,
    ExtensionDialog,
    LetterCard,
    MissingList,
    RoundsCard,
    WantedDocuments,
    WorkbookCard,
  ],
  providers: [OpenRequest, AnswerUploads, ReceiptWatch],
  templateUrl: './request-page.html',
  styleUrl: './request-page.css',
})
export class RequestPage {
  protected readonly request = inject(OpenRequest);
  private readonly api = inject(PortalApi);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly requestId = input.required<Id>();
  protected readonly missing = viewChild(MissingList);

  protected readonly stateWords = STATE_WORDS;
  /** The letter is read first; once answering has begun it stands folded below what is missing. */
  protected readonly begun = computed(() => this.request.view()?.state !== 'sent');
  protected readonly extending = signal(false);
  protected readonly submitting = signal(false);
  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`Att göra`, link: '/att-gora' },
    { label: this.request.view()?.municipality ?? '' },
  ]);
  protected readonly waits = computed(() => WAITING_STATES.includes(this.request.view()?.state ?? 'closed'));
  protected readonly daysLeft = computed(() => {
    const [view, today] = [this.request.view(), this.session.today()];
    return view && today ? daysBetween(today, view.due) : null;
  });
  protected readonly overdue = computed(() => (this.daysLeft() ?? 0) < 0);
  protected readonly daysText = computed(() => daysLeftText(this.daysLeft() ?? 0));
  protected readonly extensionWaits = computed(
    () => this.request.view()?.extensions.some(({ decision }) => decision === null) ?? false,
  );
  protected readonly mayUseWorkbook = computed(() => this.request.takesDocuments());
  /** After a return the questions that are open stand first, by themselves. */
  protected readonly onlyOpen = computed(() => {
    const view = this.request.view();
    return view?.editable && view.state === 'returned' ? [...this.request.openIds()] : null;
  });
  protected readonly rest = computed(() => {
    const open = this.request.openIds();
    return this.request
      .asked()
      .map(({ id }) => id)
      .filter((id) => !open.has(id));
  });

  constructor() {
    inject(ReceiptWatch);
    effect(() => this.request.id.set(this.requestId()));
    const opened = computed(() => this.request.view()?.id ?? null);
    effect(() => {
      const id = opened();
      // Only the first reading counts, and the server knows which one that was: a lost mark is sent at the next visit.
      if (id) untracked(() => void this.api.markRead(id).catch(() => undefined));
    });
  }

  protected async submit(view: PortalRequestView): Promise<void> {
    if (this.submitting()) return;
    if (this.request.missing().length > 0) return this.missing()?.refuse();
    this.submitting.set(true);
    try {
      await this.submitNow(view);
    } catch (error) {
      const problem = toProblem(error);
      this.toasts.show(problem.title, 'problem');
      if (problem.status === 409) this.request.reload();
    } finally {
      this.submitting.set(false);
    }
  }

  private async submitNow(view: PortalRequestView): Promise<void> {
    const unsaved = await this.request.saveAll();
    if (unsaved.length > 0) {
      return this.toasts.show($localize`Svaren är inte inlämnade: ${unsaved.join(', ')} kunde inte sparas.`, 'problem');
    }
    const sure = await this.confirm.ask({
      heading: $localize`Lämna in svaren?`,
      text: $localize`${view.municipality} får svaren och ni får en kvittens. Ni kan inte ändra dem efteråt om inte kommunen ber om det.`,
      confirm: $localize`Lämna in`,
    });
    if (!sure) return;
    await this.api.submit(view.id, { version: view.version });
    this.toasts.show($localize`Svaren är inlämnade`);
    this.request.reload();
    window.scrollTo({ top: 0 });
  }
}
