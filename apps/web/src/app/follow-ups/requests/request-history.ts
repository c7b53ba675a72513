import { Component, computed, input } from '@angular/core';
import type { RequestView, SubmissionView } from '@insyn/api-schema';
import { answerText } from '@insyn/domain';
import { DateShortPipe, InstantShortPipe } from '../../ui/dates.js';

/** Every round that was handed in and sent back, and what was decided about the time. */
@Component({
  selector: 'app-request-history',
  imports: [InstantShortPipe, DateShortPipe],
  template: `
    @if (request().submissions.length > 0) {
      <section class="card padded stack">
        <h2 i18n>Omgångar</h2>
        @for (round of request().submissions; track round.id) {
          <article>
            <h3>
              <ng-container i18n>Inlämning {{ round.number }}</ng-container>
              @if (round.late) {
                <span class="small late" i18n>för sent</span>
              }
            </h3>
            <p class="small">
              {{ round.submittedBy }} <span class="num">{{ round.submittedAt | instantShort }}</span>
              @if (round.onBehalf) {
                <ng-container i18n>(ifylld av kommunen åt utföraren)</ng-container>
              }
            </p>
            <p class="small muted num" [title]="round.seal" i18n>
              {{ round.answers.length }} svar, förseglade {{ round.seal.slice(0, 8) }}
            </p>
            @if (round.answers.length > 0) {
              <details>
                <summary class="small" i18n>Visa svaren i inlämning {{ round.number }}</summary>
                <dl class="small">
                  @for (answer of answersOf(round); track answer.id) {
                    <dt>
                      <b class="num">{{ answer.number }}</b> {{ answer.question }}
                    </dt>
                    <dd>{{ answer.text }}</dd>
                  }
                </dl>
              </details>
            }
            @if (round.receipt?.href; as href) {
              <a class="small" [href]="href" target="_blank" i18n>Kvitto (PDF)</a>
            }
            @for (back of round.returned; track $index) {
              <p class="small back">
                <b i18n>Återlämnad {{ numbers().get(back.questionId) }}</b>
                <span class="num">{{ back.createdAt | instantShort }}</span><br />{{ back.comment }}
              </p>
            }
          </article>
        }
      </section>
    }
    @if (decided().length > 0) {
      <section class="card padded stack">
        <h2 i18n>Längre svarstid</h2>
        @for (extension of decided(); track extension.id) {
          <article class="small">
            <p>
              <b>
                @if (extension.decision === 'granted') {
                  <ng-container i18n>Beviljad till {{ extension.newDue | dateShort }}</ng-container>
                } @else {
                  <ng-container i18n>Avslagen</ng-container>
                }
              </b>
            </p>
            <p>{{ extension.decisionReason }}</p>
            <p class="muted" i18n>
              {{ extension.askedBy }} bad om {{ extension.wantedDue | dateShort }}: {{ extension.reason }}
            </p>
          </article>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    article + article {
      border-top: 1px solid var(--line);
      padding-top: var(--s3);
    }
    summary {
      cursor: pointer;
      min-height: 44px;
      align-content: center;
      color: var(--pine);
      font-weight: 600;
    }
    dd {
      margin-bottom: var(--s2);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .back {
      margin-top: var(--s2);
      padding-left: 10px;
      border-left: 3px solid var(--line-strong);
      white-space: pre-wrap;
    }
  `,
})
export class RequestHistory {
  readonly request = input.required<RequestView>();
  protected readonly decided = computed(() => this.request().extensions.filter(({ decision }) => decision));
  protected readonly numbers = computed(() => new Map(this.request().questions.map(({ id, number }) => [id, number])));

  /** What a round held when it was handed in, whatever has been changed since. */
  protected answersOf({ answers }: SubmissionView) {
    const questions = new Map(this.request().questions.map((question) => [question.id, question]));
    return answers.flatMap(({ questionId, value, comment }) => {
      const question = questions.get(questionId);
      if (!question) return [];
      const text = [value ? answerText(question, value) : '', comment].filter(Boolean).join('\n');
      return [{ id: questionId, number: question.number, question: question.text, text: text || NO_ANSWER }];
    });
  }
}

const NO_ANSWER = $localize`Inget svar`;
