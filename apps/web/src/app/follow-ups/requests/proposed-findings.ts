import { Component, computed, inject, input, signal } from '@angular/core';
import type { FollowUpView, Id, ProposedFindingView, RequestView } from '@insyn/api-schema';
import { compareClauseNumbers, FINDING_KIND_LABELS, SEVERITY_LABELS } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { Control, Field } from '../../ui/field.js';
import { FINDING_TONES } from '../../ui/tone.js';
import { FindingForm } from '../assess/finding-form.js';
import { OpenRequest } from './open-request.js';

/** What the answers propose by the rules of their questions. A person makes it a finding, or lets it be. */
@Component({
  selector: 'app-proposed-findings',
  imports: [Chip, Field, Control, FindingForm],
  template: `
    <section class="card padded stack" aria-labelledby="proposed-heading">
      <div>
        <h2 id="proposed-heading" i18n>Svaren föreslår</h2>
        <p class="small muted" i18n>Förslag ur frågebatteriet. Du avgör vad som blir en iakttagelse.</p>
      </div>
      @for (proposal of request().proposedFindings; track proposal.questionId) {
        <article class="stack">
          <div class="row spread">
            <div class="words">
              <b>{{ proposal.title }}</b> <app-chip [tone]="tones[proposal.kind]" [label]="kindOf(proposal)" />
              <p class="small muted">{{ proposal.because }}</p>
            </div>
            @if (view().editable && making() !== proposal.questionId) {
              @if (madeAlready(proposal)) {
                <span class="small muted" i18n>Finns som iakttagelse</span>
              } @else {
                <button type="button" (click)="begin(proposal)">
                  <ng-container i18n>Gör iakttagelse</ng-container
                  ><span class="visually-hidden">: {{ proposal.title }}</span>
                </button>
              }
            }
          </div>
          @if (making() === proposal.questionId) {
            <app-field i18n-label label="Avtalspunkt" fieldId="proposed-clause">
              <select appControl (change)="clauseId.set($any($event.target).value)">
                <option value="" [selected]="!clauseId()" i18n>Välj avtalspunkt</option>
                @for (clause of view().clauses; track clause.id) {
                  <option [value]="clause.id" [selected]="clauseId() === clause.id">
                    {{ clause.number }} {{ clause.heading }}
                  </option>
                }
              </select>
            </app-field>
            @if (clauseId(); as id) {
              @for (each of [id]; track each) {
                <app-finding-form
                  [view]="view()"
                  [finding]="null"
                  [clauseIds]="[each]"
                  [evidenceIds]="[request().evidenceId]"
                  [proposed]="proposal"
                  (done)="end()"
                />
              }
            } @else {
              <p class="small" role="status" i18n>Välj först vilken avtalspunkt iakttagelsen gäller.</p>
              <div><button type="button" class="quiet" (click)="end()" i18n>Avbryt</button></div>
            }
          }
        </article>
      }
    </section>
  `,
  styles: `
    article + article {
      border-top: 1px solid var(--line);
      padding-top: var(--s4);
    }
    .words {
      flex: 1 1 320px;
    }
    app-chip {
      margin-left: 6px;
    }
  `,
})
export class ProposedFindings {
  private readonly open = inject(OpenRequest);
  readonly view = input.required<FollowUpView>();
  readonly request = input.required<RequestView>();

  protected readonly tones = FINDING_TONES;
  protected readonly making = signal<string | null>(null);
  protected readonly clauseId = signal<Id>('');
  private readonly questions = computed(() => new Map(this.request().questions.map((each) => [each.id, each])));

  protected kindOf({ kind, severity }: ProposedFindingView): string {
    const word = FINDING_KIND_LABELS[kind];
    return severity ? `${word}, ${SEVERITY_LABELS[severity].toLowerCase()}` : word;
  }

  /** A finding with the same words that rests on this request. */
  protected madeAlready({ title }: ProposedFindingView): boolean {
    return this.view().findings.some(
      (finding) => finding.title === title && finding.evidenceIds.includes(this.request().evidenceId),
    );
  }

  /** The clause is the one that the question names, if it is in the scope. */
  protected begin({ questionId }: ProposedFindingView): void {
    const number = this.questions().get(questionId)?.clauseNumber;
    const clause = number
      ? this.view().clauses.find((each) => compareClauseNumbers(each.number, number) === 0)
      : undefined;
    this.clauseId.set(clause?.id ?? '');
    this.making.set(questionId);
  }

  protected end(): void {
    this.making.set(null);
    this.open.reload();
  }
}
