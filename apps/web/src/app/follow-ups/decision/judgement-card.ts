import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id, JudgementView } from '@insyn/api-schema';
import { OUTCOME_LABELS, type JudgementStatus } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { placeLink } from '../place-link.js';
import { DecisionApi } from './decision-api.js';

/** One link in the chain of judgements: outcome, words, grounds, who wrote and who decided, and what was returned. */
@Component({
  selector: 'app-judgement-card',
  imports: [Chip, InstantShortPipe, DateLongPipe, RouterLink],
  template: `
    <section class="card padded stack">
      <div class="row">
        <h2>
          @if (judgement().followUpId === followUpId()) {
            <ng-container i18n>Samlad bedömning</ng-container>
          } @else {
            <ng-container i18n>Samlad bedömning efter återkontroll</ng-container>
          }
        </h2>
        <app-chip [outcome]="judgement().outcome" />
        <app-chip [tone]="judgement().status === 'approved' ? 'info' : 'none'" [label]="statuses[judgement().status]" />
      </div>
      <p class="prose text">{{ judgement().text }}</p>
      <div>
        <h3 i18n>Grunder</h3>
        <ul>
          @for (ground of judgement().grounds; track $index) {
            <li>{{ ground.text }}</li>
          }
        </ul>
      </div>
      @if (judgement().departureReason; as reason) {
        <p class="notice prose">
          <b><ng-container i18n>Avviker från förslaget</ng-container> {{ proposed() }}:</b> {{ reason }}
        </p>
      }
      @for (unmet of judgement().unmetReasons; track unmet.id) {
        <p class="small prose"><b i18n>Skäl till att krav inte ställs:</b> {{ unmet.reason }}</p>
      }
      @if (judgement().noPlanReason; as reason) {
        <p class="notice prose"><b i18n>Ingen ny åtgärdsplan begärs:</b> {{ reason }}</p>
      }
      <p class="small muted">
        <ng-container i18n>Skriven av</ng-container> {{ judgement().author }},
        {{ judgement().proposedAt | instantShort }}.
        @if (judgement().decidedBy; as by) {
          <ng-container i18n>Beslut av</ng-container> {{ by }}, {{ judgement().decidedOn | dateLong }}.
        }
        @if (judgement().ground; as ground) {
          {{ ground }}.
        }
      </p>
      @if (comments().length > 0) {
        <div class="notice warning">
          <h3 i18n>Kommentarer vid återlämning</h3>
          <ul>
            @for (comment of comments(); track comment.id) {
              <li [class.settled]="comment.settledAt">
                @if (maySettle()) {
                  <label class="choice">
                    <input
                      type="checkbox"
                      [checked]="comment.settledAt !== null"
                      [attr.aria-busy]="followUp.busy() || null"
                      (change)="settle(comment.id, comment.settledAt === null)"
                    />
                    <span>{{ comment.text }}</span>
                  </label>
                } @else {
                  {{ comment.text }}
                  @if (comment.settledAt; as at) {
                    <span class="small muted"><ng-container i18n>Avbockad</ng-container> {{ at | instantShort }}</span>
                  }
                }
                <a
                  class="small"
                  [routerLink]="comment.link.path"
                  [queryParams]="comment.link.query"
                  [fragment]="comment.link.fragment"
                  i18n
                  >Gå dit</a
                >
                <span class="small muted"> {{ comment.by }}</span>
              </li>
            }
          </ul>
        </div>
      }
    </section>
  `,
  styles: `
    .text {
      white-space: pre-wrap;
    }
    ul {
      padding-left: 20px;
      margin-top: 4px;
    }
    .settled .choice span {
      text-decoration: line-through;
    }
  `,
})
export class JudgementCard {
  private readonly api = inject(DecisionApi);
  protected readonly followUp = inject(OpenFollowUp);
  readonly judgement = input.required<JudgementView>();
  readonly followUpId = input.required<Id>();
  /** Whether the reader works with what was returned, and ticks off what is done. */
  readonly maySettle = input(false);

  protected readonly statuses: Record<JudgementStatus, string> = {
    proposed: $localize`Väntar på beslut`,
    approved: $localize`Beslutad`,
    returned: $localize`Återlämnad`,
  };
  protected readonly proposed = computed(() => OUTCOME_LABELS[this.judgement().proposedOutcome].toLowerCase());
  protected readonly comments = computed(() =>
    this.judgement().comments.map((comment) => ({ ...comment, link: placeLink(this.followUpId(), comment.place) })),
  );

  protected async settle(commentId: Id, settled: boolean): Promise<void> {
    await this.followUp.act(
      () => this.api.settleComment(this.followUpId(), commentId, settled),
      settled ? $localize`Kommentaren är avbockad` : $localize`Kommentaren är inte längre avbockad`,
    );
  }
}
