import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { EvidenceView, Id } from '@insyn/api-schema';
import { Drafts } from '../../drafts/drafts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { narrowing } from '../../ui/narrowing.js';
import { shortNumber } from '../assess/clause-groups.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Attachments } from './attachments.js';
import { ClauseLinks } from './clause-links.js';
import { ClausePanel } from './clause-panel.js';
import { EvidenceCard } from './evidence-card.js';
import { type EvidenceFilter, filteredEvidence, kindOf } from './evidence-filter.js';
import { EvidenceFilters } from './evidence-filters.js';
import { EvidenceForm } from './evidence-form.js';
import { type EvidenceFormName, evidenceKey, formOf } from './evidence-key.js';
import { EvidenceList } from './evidence-list.js';
import { InterviewForm } from './interview-form.js';
import { MeetingForm } from './meeting-form.js';
import { ObservationForm } from './observation-form.js';
import { ReviewForm } from './review-form.js';

type Writing = { form: EvidenceFormName; evidenceId: Id | null };

/** The evidence room: all that was gathered in one list, one of it open beside, and the clauses that lack evidence. */
@Component({
  selector: 'app-evidence-tab',
  imports: [
    CdkDropListGroup,
    Attachments,
    ClausePanel,
    EmptyState,
    EvidenceCard,
    EvidenceFilters,
    EvidenceForm,
    EvidenceList,
    InterviewForm,
    MeetingForm,
    ObservationForm,
    ReviewForm,
  ],
  providers: [ClauseLinks],
  templateUrl: './evidence-tab.html',
  styles: `
    .room {
      display: grid;
      grid-template-columns: 330px minmax(0, 1fr);
      gap: var(--s4);
      align-items: start;
    }
    .gathered,
    .beside {
      min-width: 0;
    }
    h2 {
      font-size: 16px;
    }
    #gathered-heading {
      padding: 12px 16px 0;
    }
    .count {
      font-weight: 400;
      color: var(--ink-2);
    }
    .back {
      display: none;
    }
    @media (min-width: 1400px) {
      .room {
        grid-template-columns: 390px minmax(0, 1fr);
      }
    }
    @media (max-width: 900px) {
      .room {
        grid-template-columns: minmax(0, 1fr);
      }
      .room:not(.opened) .beside,
      .room.opened .gathered {
        display: none;
      }
      .back {
        display: inline-flex;
        margin: 0 0 var(--s2) -12px;
      }
    }
  `,
})
export class EvidenceTab implements OnInit {
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly narrow = narrowing();
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  /** What is open and what the list is narrowed to; all from the address. */
  readonly underlag = input<string>();
  readonly slag = input<string>();
  readonly punkt = input<string>();
  readonly av = input<string>();
  readonly utan = input<string>();
  readonly sok = input<string>();

  protected readonly writing = signal<Writing | null>(null);
  protected readonly filter = computed((): EvidenceFilter => ({
    kind: kindOf(this.slag()),
    clauseId: this.punkt() ?? '',
    author: this.av() ?? '',
    withoutClause: this.utan() === 'punkt',
    search: this.sok() ?? '',
  }));
  protected readonly shown = computed(() => {
    const view = this.followUp.view();
    return view ? filteredEvidence(view, this.filter()) : [];
  });
  /** What the address points at, as a link from another page does too. */
  protected readonly asked = computed(() => {
    const id = this.underlag() ?? this.fragment()?.replace(/^evidence-/, '');
    return this.followUp.view()?.evidence.find((evidence) => evidence.id === id) ?? null;
  });
  protected readonly open = computed(() => this.asked() ?? this.shown()[0] ?? null);
  /** As a list, so that a card is made anew for each piece of evidence. */
  protected readonly opened = computed(() => {
    const open = this.open();
    return open ? [open] : [];
  });
  protected readonly countText = computed(() => {
    const [shown, all] = [this.shown().length, this.followUp.view()?.evidence.length ?? 0];
    return shown === all ? String(all) : $localize`${shown} av ${all}`;
  });
  protected readonly nothingText = computed(() => {
    const clause = this.followUp.clauses().get(this.filter().clauseId);
    const { kind, author, withoutClause, search } = this.filter();
    if (!clause || kind || author || withoutClause || search) return $localize`Inget stämmer med urvalet`;
    return $localize`${shortNumber(clause.number)} har inget underlag än`;
  });

  /** What was being written when the page was left or reloaded is opened again. */
  ngOnInit(): void {
    const view = this.followUp.view();
    if (!view?.editable) return;
    const forms: Writing[] = [
      { form: 'meeting', evidenceId: null },
      { form: 'review', evidenceId: null },
      { form: 'observation', evidenceId: null },
      { form: 'interview', evidenceId: null },
      { form: 'other', evidenceId: null },
      ...view.evidence.map(({ id, kind }): Writing => ({ form: formOf(kind), evidenceId: id })),
    ];
    const kept = forms.find(({ form, evidenceId }) => this.drafts.holds(evidenceKey(form, evidenceId ?? view.id)));
    this.writing.set(kept ?? null);
  }

  protected evidenceOf(id: Id | null): EvidenceView | null {
    return this.followUp.view()?.evidence.find((evidence) => evidence.id === id) ?? null;
  }

  protected choose(id: Id): void {
    if (this.writing()) this.writing.set(null);
    void this.router.navigate([], { queryParams: { underlag: id }, queryParamsHandling: 'merge' });
  }

  /** On a phone the list and what is open take turns. */
  protected back(): void {
    this.writing.set(null);
    void this.router.navigate([], { queryParams: { underlag: null }, queryParamsHandling: 'merge' });
  }

  protected showAll(): void {
    this.narrow({ slag: '', punkt: '', av: '', utan: '', sok: '' });
  }

  protected add(form: EvidenceFormName): void {
    this.writing.set({ form, evidenceId: null });
  }

  protected edit({ id, kind }: EvidenceView): void {
    this.writing.set({ form: formOf(kind), evidenceId: id });
    document.querySelector('main')?.scrollIntoView();
  }

  /** What was saved is what is open next. */
  protected written(id: Id | null): void {
    this.writing.set(null);
    if (id) this.choose(id);
  }
}
