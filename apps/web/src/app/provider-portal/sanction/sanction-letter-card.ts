import { Component, computed, input } from '@angular/core';
import type { PortalSanctionView } from '@insyn/api-schema';
import { shortNumber } from '../../follow-ups/assess/clause-groups.js';
import { KronorPipe } from '../../sanctions/kronor.js';
import { paragraphsOf } from '../../sanctions/paragraphs.js';
import { DateLongPipe } from '../../ui/dates.js';

/** The letter with the decision in plain words; its PDF beside. Open until it is settled. */
@Component({
  selector: 'app-sanction-letter-card',
  imports: [DateLongPipe, KronorPipe],
  template: `
    <details class="card" [open]="open()">
      <summary>
        <h2 i18n>Beslutet från {{ letter().municipality }}</h2>
      </summary>
      <div class="stack body">
        <p class="small muted">{{ letter().letterhead || letter().committee }} · {{ letter().sentOn | dateLong }}</p>
        <dl class="facts">
          <dt i18n>Steg i avtalets påföljdstrappa</dt>
          <dd>
            <b>{{ letter().step.label }}</b>
          </dd>
          @if (letter().step.terms; as terms) {
            <dt i18n>Avtalets villkor</dt>
            <dd class="pre">{{ terms }}</dd>
          }
          @if (letter().clause; as clause) {
            <dt i18n>Avtalspunkt</dt>
            <dd>{{ shortNumber(clause.number) }} {{ clause.heading }}</dd>
          }
          @if (letter().amount !== null) {
            <dt i18n>Belopp</dt>
            <dd>
              <b class="num">{{ letter().amount | kronor }}</b>
            </dd>
            <dt i18n>Så är det beräknat</dt>
            <dd class="pre">{{ letter().amountBasis }}</dd>
          }
          <dt i18n>Gäller</dt>
          <dd>{{ letter().provider }}, {{ letter().unit }}</dd>
          <dt i18n>Avtal</dt>
          <dd>{{ letter().contract.reference }}</dd>
          <dt i18n>Diarienummer</dt>
          <dd class="num">{{ letter().caseNumber }}</dd>
          <dt i18n>Beslutad</dt>
          <dd>
            {{ letter().decidedOn | dateLong }}, {{ letter().decidedBy.name }}, {{ letter().decidedBy.title }}
            @if (letter().decisionGround; as ground) {
              <br />{{ ground }}
            }
          </dd>
        </dl>
        <h3 i18n>Skäl</h3>
        @for (paragraph of paragraphs(); track $index) {
          <p class="prose pre">{{ paragraph }}</p>
        }
        @if (letter().severeReason; as reason) {
          <h3 i18n>Varför steg har hoppats över</h3>
          <p class="prose pre">{{ reason }}</p>
        }
        <h3 i18n>Krav som inte är åtgärdade</h3>
        <ul>
          @for (requirement of letter().requirements; track $index) {
            <li>
              {{ requirement.text }}
              @for (clause of requirement.clauses; track clause.number) {
                <span class="small muted">{{ shortNumber(clause.number) }} {{ clause.heading }}</span>
              }
            </li>
          }
        </ul>
        @if (letter().earlier.length > 0) {
          <h3 i18n>Tidigare steg</h3>
          <ul>
            @for (step of letter().earlier; track $index) {
              <li>{{ step.label }}, {{ step.date | dateLong }}</li>
            }
          </ul>
        }
        <p>
          <ng-container i18n>Frågor till</ng-container> {{ letter().sender.name }},
          <a [href]="'mailto:' + letter().sender.email">{{ letter().sender.email }}</a>
        </p>
        @if (view().letterDocument; as document) {
          @if (document.href; as href) {
            <p><a [href]="href" download i18n>Ladda ner beslutet som PDF</a></p>
          } @else {
            <p class="small muted" i18n>Beslutet som PDF tas fram och finns här om en stund.</p>
          }
        }
      </div>
    </details>
  `,
  styleUrl: '../request/folded.css',
})
export class SanctionLetterCard {
  readonly view = input.required<PortalSanctionView>();
  protected readonly shortNumber = shortNumber;
  protected readonly letter = computed(() => this.view().letter);
  protected readonly open = computed(() => !['upheld', 'reduced', 'withdrawn'].includes(this.view().state));
  protected readonly paragraphs = computed(() => paragraphsOf(this.letter().grounds));
}
