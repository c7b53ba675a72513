import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { DECISION_LIMITS, type DecisionBasis, type FollowUpView } from '@insyn/api-schema';
import { OUTCOME_LABELS } from '@insyn/domain';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { DateLongPipe } from '../../ui/dates.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';
import { DecisionApi } from './decision-api.js';

/**
 * A matter that is the committee's own (kommunallagen 6:38): the manager puts it before the committee in an official letter,
 * and what the committee decides is registered here before the judgement can be approved.
 */
@Component({
  selector: 'app-committee-matter',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, DateLongPipe],
  template: `
    <section class="card padded stack wide" aria-labelledby="committee-heading">
      <h2 id="committee-heading">{{ view().committee.name }} <ng-container i18n>beslutar själv</ng-container></h2>
      <p class="prose" i18n>
        Kommunen har bestämt att nämnden själv beslutar om en bedömning med det här utfallet. Nämnden får förslaget i en
        tjänsteskrivelse. När nämnden har beslutat registreras beslutet här, och bedömningen kan godkännas.
      </p>
      @if (basis().letters.length > 0) {
        <div>
          <h3 i18n>Tjänsteskrivelser</h3>
          <ul>
            @for (letter of basis().letters; track letter.id) {
              <li>
                @if (letter.href; as href) {
                  <a [href]="href">{{ letter.title }} (PDF)</a>
                } @else {
                  {{ letter.title }} <span class="small muted" i18n>PDF:en skapas</span>
                }
                <span class="small muted issued">{{ letter.issuedOn | dateLong }}</span>
              </li>
            }
          </ul>
        </div>
      }
      @if (basis().committeeDecision; as decided) {
        <div class="notice">
          <p>
            <b i18n>Nämndens beslut:</b> {{ decided.decidedOn | dateLong }}, {{ decided.reference }}.
            <span class="small muted"
              ><ng-container i18n>Registrerat av</ng-container> {{ decided.registeredBy }}.</span
            >
          </p>
          @if (decided.text) {
            <p class="prose">{{ decided.text }}</p>
          }
        </div>
      } @else {
        @if (mayPropose()) {
          <details [open]="basis().letters.length === 0">
            <summary>
              @if (basis().letters.length === 0) {
                <ng-container i18n>Förslag till beslut</ng-container>
              } @else {
                <ng-container i18n>Upprätta en ny tjänsteskrivelse</ng-container>
              }
            </summary>
            <form [formRoot]="letterForm" class="form" novalidate>
              <app-error-summary [items]="letterProblems()" />
              <app-field
                i18n-label
                label="Vad ska nämnden besluta?"
                i18n-hint
                hint="En mening på varje rad. Resten av tjänsteskrivelsen hämtas från uppföljningen."
                [of]="letterForm.proposal"
              >
                <textarea appControl rows="4" [formField]="letterForm.proposal"></textarea>
              </app-field>
              <div class="buttons">
                <button
                  type="submit"
                  [class.primary]="basis().letters.length === 0"
                  [attr.aria-busy]="letterForm().submitting() || null"
                  i18n
                >
                  Upprätta tjänsteskrivelse
                </button>
              </div>
            </form>
          </details>
        }
        @if (basis().mayRegisterDecision) {
          <form [formRoot]="decisionForm" class="form" novalidate>
            <h3 i18n>Nämndens beslut</h3>
            <app-error-summary [items]="decisionProblems()" />
            <div class="form-row">
              <app-field i18n-label label="Nämnden beslutade" [of]="decisionForm.decidedOn">
                <input appControl type="date" [formField]="decisionForm.decidedOn" />
              </app-field>
              <app-field
                i18n-label
                label="Paragraf"
                i18n-hint
                hint="Till exempel SON 2026-12-15 § 41"
                [of]="decisionForm.reference"
              >
                <input appControl autocomplete="off" [formField]="decisionForm.reference" />
              </app-field>
            </div>
            <app-field i18n-label label="Vad nämnden beslutade" [optional]="true" [of]="decisionForm.text">
              <textarea appControl [formField]="decisionForm.text"></textarea>
            </app-field>
            <div class="buttons">
              <button
                type="submit"
                [class.primary]="basis().letters.length > 0"
                [attr.aria-busy]="decisionForm().submitting() || null"
                i18n
              >
                Registrera nämndens beslut
              </button>
            </div>
          </form>
        }
      }
    </section>
  `,
  styles: `
    ul {
      padding-left: 20px;
    }
    .issued {
      display: block;
    }
    summary {
      min-height: 44px;
      padding-block: 10px;
      font-weight: 650;
      cursor: pointer;
    }
  `,
})
export class CommitteeMatter implements OnInit {
  private readonly api = inject(DecisionApi);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  readonly view = input.required<FollowUpView>();
  readonly basis = input.required<DecisionBasis>();
  /** Something was saved that the page shows. */
  readonly changed = output();

  protected readonly mayPropose = computed(() => this.session.canIn('follow-up.decide', this.view().committee.id));
  private readonly letterTried = signal(false);
  private readonly letter = signal({ proposal: '' });
  protected readonly letterForm = form(
    this.letter,
    (path) => {
      required(path.proposal, { message: $localize`Skriv vad nämnden ska besluta.` });
      maxLength(path.proposal, DECISION_LIMITS.proposal, { message: $localize`Texten är för lång.` });
    },
    { submission: sending(this.letterTried, () => this.propose()) },
  );
  protected readonly letterProblems = computed(() => (this.letterTried() ? summaryOf(this.letterForm()) : []));

  private readonly decisionTried = signal(false);
  private readonly decision = signal({ decidedOn: '', reference: '', text: '' });
  protected readonly decisionForm = form(
    this.decision,
    (path) => {
      required(path.decidedOn, { message: $localize`Ange vilken dag nämnden beslutade.` });
      required(path.reference, { message: $localize`Ange beslutets paragraf.` });
      maxLength(path.reference, DECISION_LIMITS.reference, { message: $localize`Texten är för lång.` });
      maxLength(path.text, DECISION_LIMITS.committeeText, { message: $localize`Texten är för lång.` });
      validate(path.decidedOn, ({ value }) =>
        value() > (this.session.today() ?? '9999')
          ? { kind: 'ahead', message: $localize`Dagen har inte varit än.` }
          : null,
      );
    },
    { submission: sending(this.decisionTried, () => this.register()) },
  );
  protected readonly decisionProblems = computed(() => (this.decisionTried() ? summaryOf(this.decisionForm()) : []));

  ngOnInit(): void {
    const { committee, unit, judgements } = this.view();
    const proposed = judgements.findLast(({ status }) => status === 'proposed');
    if (!proposed) return;
    const word = OUTCOME_LABELS[proposed.outcome].toLowerCase();
    this.letter.set({ proposal: $localize`${committee.name} bedömer ${unit.name} som ${word}.` });
  }

  private async propose(): Promise<void> {
    await this.api.writeOfficialLetter(this.view().id, this.letter().proposal);
    this.toasts.show($localize`Tjänsteskrivelsen är upprättad och diarieförd`);
    this.letterTried.set(false);
    this.changed.emit();
  }

  private async register(): Promise<void> {
    await this.api.registerDecision(this.view().id, this.decision());
    this.toasts.show($localize`Nämndens beslut är registrerat`);
    this.changed.emit();
  }
}
