import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SanctionView } from '@insyn/api-schema';
import { ACTION_STATE_LABELS } from '@insyn/domain';
import { shortNumber } from '../follow-ups/assess/clause-groups.js';
import { Chip } from '../ui/chip.js';
import { DateLongPipe, InstantShortPipe } from '../ui/dates.js';
import { ACTION_STATE_TONES } from '../ui/tone.js';
import { KronorPipe } from './kronor.js';
import { paragraphsOf } from './paragraphs.js';

/** What was decided, on which grounds, and what has gone to the provider. */
@Component({
  selector: 'app-sanction-facts',
  imports: [RouterLink, Chip, DateLongPipe, InstantShortPipe, KronorPipe],
  template: `
    <section class="card padded stack">
      <h2 i18n>Beslutet</h2>
      <dl class="facts">
        @if (sanction().step.terms; as terms) {
          <dt i18n>Avtalets villkor</dt>
          <dd class="pre">{{ terms }}</dd>
        }
        @if (sanction().step.clauseNumber; as number) {
          <dt i18n>Avtalspunkt</dt>
          <dd>{{ number }}</dd>
        }
        @if (sanction().amount !== null) {
          <dt i18n>Belopp</dt>
          <dd>
            <b class="num">{{ sanction().reducedAmount ?? sanction().amount | kronor }}</b>
            @if (sanction().reducedAmount !== null) {
              <span class="muted" i18n> (nedsatt från {{ sanction().amount | kronor }})</span>
            }
          </dd>
          <dt i18n>Så är det beräknat</dt>
          <dd class="pre">{{ sanction().amountBasis }}</dd>
        }
        <dt i18n>Beslutad</dt>
        <dd>
          {{ sanction().decidedOn | dateLong }}, {{ sanction().decidedBy }}
          @if (sanction().decisionGround; as ground) {
            <span class="small muted under">{{ ground }}</span>
          }
        </dd>
        @if (sanction().sentOn; as sent) {
          <dt i18n>Skickad</dt>
          <dd>{{ sent | dateLong }}</dd>
          <dt i18n>Utföraren kan svara senast</dt>
          <dd>{{ sanction().answerDue | dateLong }}</dd>
          <dt i18n>Läst av utföraren</dt>
          <dd class="num">{{ (sanction().readAt | instantShort) || notRead }}</dd>
        }
        @if (sanction().letterDocument; as document) {
          <dt i18n>Brevet</dt>
          <dd>
            @if (document.href; as href) {
              <a [href]="href" target="_blank">{{ document.title }} (PDF)</a>
            } @else {
              <ng-container i18n>Tas fram</ng-container>
            }
          </dd>
        }
      </dl>
      <h3 i18n>Skäl</h3>
      @for (paragraph of paragraphs(); track $index) {
        <p class="prose pre">{{ paragraph }}</p>
      }
      @if (sanction().severe) {
        <div class="notice warning">
          <p><b i18n>Steg har hoppats över därför att fallet är allvarligt.</b></p>
          <p class="pre">{{ sanction().severeReason }}</p>
        </div>
      }
      <h3 i18n>Krav som påföljden vilar på</h3>
      <ul>
        @for (action of sanction().requirements; track action.id) {
          <li>
            <a [routerLink]="['/uppfoljningar', sanction().followUp.id, 'krav']" [fragment]="'action-' + action.id">{{
              action.text
            }}</a>
            @if (action.clauseNumbers.length > 0) {
              <span class="muted small"> ({{ clauses(action.clauseNumbers) }})</span>
            }
            <app-chip [tone]="tones[action.state]" [label]="actionStates[action.state]" />
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .pre {
      white-space: pre-line;
    }
    .under {
      display: block;
    }
    dd {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    ul {
      padding-left: 20px;
      display: grid;
      gap: var(--s2);
    }
    app-chip {
      margin-left: var(--s2);
    }
    @media (max-width: 600px) {
      .facts {
        grid-template-columns: 1fr;
        gap: 0;
      }
      .facts dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class SanctionFacts {
  readonly sanction = input.required<SanctionView>();
  protected readonly notRead = $localize`Inte än`;
  protected readonly actionStates = ACTION_STATE_LABELS;
  protected readonly clauses = (numbers: readonly string[]): string => numbers.map(shortNumber).join(', ');
  protected readonly tones = ACTION_STATE_TONES;
  protected readonly paragraphs = computed(() => paragraphsOf(this.sanction().grounds));
}
