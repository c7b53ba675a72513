import { Component, input } from '@angular/core';
import type { PortalRequestView, SubmissionView } from '@insyn/api-schema';
import type { Question } from '@insyn/domain';
import { ShownAnswer } from '../../questions/shown-answer.js';
import { InstantShortPipe } from '../../ui/dates.js';

/** Each time the answers were handed in: when, by whom, the receipt, what was sent back, and the answers as they were. */
@Component({
  selector: 'app-rounds-card',
  imports: [ShownAnswer, InstantShortPipe],
  template: `
    <section class="card" aria-labelledby="inlamnat">
      <h2 id="inlamnat" i18n>Inlämnat</h2>
      @for (round of newestFirst(); track round.id) {
        <div class="round">
          <p>
            <b i18n>Omgång {{ round.number }}</b>
            <span i18n>&ngsp;lämnades in {{ round.submittedAt | instantShort }} av {{ round.submittedBy }}</span>
            @if (round.onBehalf) {
              <span i18n>&ngsp;åt utföraren</span>
            }
            @if (round.late) {
              <span class="late" i18n>&ngsp;efter svarsdagen</span>
            }
          </p>
          <p class="row">
            @if (round.receipt?.href; as href) {
              <a [href]="href" download i18n>Ladda ner kvittensen som PDF</a>
            } @else if (round.receipt) {
              <span class="small muted" i18n>Kvittensen tas fram och finns här om en stund.</span>
            }
            <span class="small muted num" [title]="round.seal" i18n>Sigill {{ round.seal.slice(0, 12) }}</span>
          </p>
          @if (round.returned.length > 0) {
            <p class="small" i18n>Kommunen bad om komplettering av:</p>
            <ul>
              @for (returned of round.returned; track returned.questionId) {
                <li>
                  <span class="num">{{ numberOf(returned.questionId) }}</span> {{ returned.comment }}
                </li>
              }
            </ul>
          }
          <details>
            <summary i18n>Visa svaren i omgången</summary>
            <dl>
              @for (answer of round.answers; track answer.questionId) {
                @if (questionOf(answer.questionId); as question) {
                  <dt>
                    <span class="num muted">{{ question.number }}</span> {{ question.text }}
                  </dt>
                  <dd>
                    <app-shown-answer [question]="question" [value]="answer.value" />
                    @if (answer.comment) {
                      <p class="small muted">{{ answer.comment }}</p>
                    }
                  </dd>
                }
              }
            </dl>
          </details>
        </div>
      }
    </section>
  `,
  styles: `
    h2 {
      padding: 16px 22px 12px;
    }
    .round {
      border-top: 1px solid var(--line);
      padding: 14px 22px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 6px;
    }
    ul {
      padding-left: 20px;
    }
    summary {
      min-height: 44px;
      display: list-item;
      padding-block: 10px;
      color: var(--pine);
      cursor: pointer;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    dt {
      font-weight: 600;
    }
    dd {
      padding-bottom: 12px;
    }
    @media (max-width: 600px) {
      h2,
      .round {
        padding-inline: 16px;
      }
    }
  `,
})
export class RoundsCard {
  readonly view = input.required<PortalRequestView>();

  protected newestFirst(): SubmissionView[] {
    return [...this.view().submissions].reverse();
  }

  protected questionOf(questionId: string): Question | undefined {
    return this.view().questions.find(({ id }) => id === questionId);
  }

  protected numberOf(questionId: string): string {
    return this.questionOf(questionId)?.number ?? '';
  }
}
