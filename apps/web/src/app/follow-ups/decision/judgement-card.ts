import { Component, computed, input } from '@angular/core';
import type { FollowUpView, JudgementView } from '@insyn/api-schema';
import { OUTCOME_LABELS, type JudgementStatus } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { ReturnedComment } from './returned-comment.js';

/** One link in the chain of judgements: outcome, words, grounds, who wrote and who decided, and what was returned. */
@Component({
  selector: 'app-judgement-card',
  imports: [Chip, InstantShortPipe, DateLongPipe, ReturnedComment],
  template: `
    <section class="card padded stack">
      <div class="row">
        <h2>
          @if (judgement().followUpId === view().id) {
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
        <div class="notice stack" [class.warning]="mayAnswer()">
          <h3 i18n>Kommentarer vid återlämningen</h3>
          @for (comment of comments(); track comment.id) {
            <app-returned-comment [view]="view()" [comment]="comment" [editable]="mayAnswer()" />
          }
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
    app-returned-comment + app-returned-comment {
      border-top: 1px solid var(--line);
      padding-top: var(--s4);
    }
  `,
})
export class JudgementCard {
  readonly view = input.required<FollowUpView>();
  readonly judgement = input.required<JudgementView>();
  /** Whether the reader works with what was returned, and answers the comments. */
  readonly mayAnswer = input(false);

  protected readonly statuses: Record<JudgementStatus, string> = {
    proposed: $localize`Väntar på beslut`,
    approved: $localize`Beslutad`,
    returned: $localize`Återlämnad`,
  };
  protected readonly proposed = computed(() => OUTCOME_LABELS[this.judgement().proposedOutcome].toLowerCase());
  protected readonly comments = computed(() => this.judgement().comments);
}
