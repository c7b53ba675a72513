import { Component, computed, inject } from '@angular/core';
import { LawNotes } from '../follow-up-page/law-notes.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ReportsCard } from '../overview/reports-card.js';
import { DecisionBasisView } from './decision-basis.js';
import { JudgementCard } from './judgement-card.js';
import { JudgementChain } from './judgement-chain.js';
import { SubmitForm } from './submit-form.js';

/** The judgement: the officer writes and sends it, a manager reads the chain and decides, and afterwards it stands here. */
@Component({
  selector: 'app-decision-tab',
  imports: [SubmitForm, DecisionBasisView, JudgementCard, JudgementChain, ReportsCard, LawNotes],
  template: `
    @if (followUp.view(); as view) {
      <div class="stack wide">
        @if (view.reports.length > 0) {
          <app-reports-card [view]="view" />
        }
        @for (judgement of judgements(); track judgement.id) {
          <app-judgement-card
            [view]="view"
            [judgement]="judgement"
            [mayAnswer]="view.editable && $first && judgement.status === 'returned'"
          />
        }
        @if (submitting()) {
          @for (id of [view.id]; track id) {
            <app-submit-form [view]="view" />
          }
        } @else if (judgements().length === 0) {
          <section class="card padded stack">
            <h2 i18n>Samlad bedömning</h2>
            <p class="muted" i18n>Den samlade bedömningen skrivs när avtalspunkterna bedöms.</p>
          </section>
        }
        @if (judgements().length > 0) {
          <app-judgement-chain [view]="view" />
        }
        @if (submitting() || deciding()) {
          <app-law-notes />
        }
        @if (view.state === 'deciding') {
          <app-decision-basis [view]="view" [decides]="deciding()" />
        }
      </div>
    }
  `,
})
export class DecisionTab {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly judgements = computed(() => (this.followUp.view()?.judgements ?? []).toReversed());
  protected readonly submitting = computed(() => this.offers('submit'));
  protected readonly deciding = computed(() => this.offers('approve') || this.offers('return'));

  private offers(name: string): boolean {
    return this.followUp.view()?.offers.some((offer) => offer.name === name) ?? false;
  }
}
