import { Component, computed, inject, input, signal } from '@angular/core';
import type { EvidenceView, Id, ReviewedFileView, ReviewRedraw } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { Confirm } from '../../ui/confirm.js';
import { Toasts } from '../../ui/toasts.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ReviewedFileRow } from './reviewed-file-row.js';
import { reviewResultText, sampleText } from './review-words.js';
import { ShareBar } from './share-bar.js';

/** A document review: how the files were drawn, the answers for each file, and what they add up to (R5). */
@Component({
  selector: 'app-checklist',
  imports: [ReviewedFileRow, ShareBar],
  template: `
    <dl class="facts small">
      <dt i18n>Urval</dt>
      <dd>
        <span class="num">{{ sample() }}</span>
      </dd>
      @if (review().seed; as seed) {
        <dt i18n>Slumpfrö</dt>
        <dd class="num">
          {{ seed }} <span class="muted">({{ review().algorithm }})</span>
        </dd>
      }
    </dl>
    @if (review().method === 'random') {
      <div class="row">
        <button type="button" [attr.aria-busy]="redrawing() || null" (click)="redraw()" i18n>
          Kontrollera urvalet
        </button>
        <p class="small" role="status" [class.error-text]="redrawn() && !redrawn()!.same">{{ redrawnText() }}</p>
      </div>
    }
    <ul class="results" i18n-aria-label aria-label="Resultat">
      @for (result of review().results; track result.questionId) {
        <li>
          <p>
            <b class="num">{{ textOf(result) }}</b> {{ result.question }}
          </p>
          @if (result.of > 0) {
            <app-share-bar [result]="result" />
          }
        </li>
      }
    </ul>
    @if (hasInterval()) {
      <p class="small muted prose" i18n>
        Stapeln är andelen av de granskade akterna. Strecket visar mellan vilka andelar alla akter ligger, med 95
        procents säkerhet.
      </p>
    }
    <div class="table-scroll" tabindex="0" role="region" i18n-aria-label aria-label="Checklista">
      <table class="rows-on-phone" role="table">
        <caption class="visually-hidden" i18n>
          Checklista, ett svar för varje fråga och akt
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n>Akt</th>
            @for (question of review().questions; track question.id) {
              <th scope="col" role="columnheader">{{ question.text }}</th>
            }
            <th scope="col" role="columnheader" i18n>Anteckning</th>
            @if (editable() && review().method !== 'census') {
              <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Byt akt</span></th>
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (file of review().files; track file.id) {
            <tr
              role="row"
              appReviewedFileRow
              [file]="file"
              [questions]="review().questions"
              [editable]="editable()"
              [replaceable]="review().method !== 'census'"
              (replace)="replace(file)"
            ></tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      min-width: 0;
    }
    .results {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s3);
    }
    .table-scroll {
      position: relative;
      border: 1px solid var(--line);
      border-radius: var(--r);
    }
    th:not(:first-child) {
      min-width: 150px;
    }
    @media (max-width: 760px) {
      .table-scroll {
        border: 0;
        border-radius: 0;
      }
    }
  `,
})
export class Checklist {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly evidenceId = input.required<Id>();
  readonly review = input.required<NonNullable<EvidenceView['review']>>();
  readonly editable = input.required<boolean>();

  protected readonly redrawing = signal(false);
  protected readonly redrawn = signal<ReviewRedraw | null>(null);
  protected readonly redrawnText = computed(() => {
    const again = this.redrawn();
    if (!again) return '';
    const numbers = again.numbers.join(', ');
    return again.same
      ? $localize`Samma frö ger samma akter: ${numbers}.`
      : $localize`Fröet ger andra akter än de sparade: ${numbers}. Urvalet är ändrat efter att det drogs.`;
  });
  protected readonly sample = computed(() => sampleText(this.review()));
  protected readonly textOf = reviewResultText;
  protected readonly hasInterval = computed(() => this.review().results.some(({ interval }) => interval !== null));

  /** Draws again with the stored seed and shows that the files are the same (R5). */
  protected async redraw(): Promise<void> {
    if (this.redrawing()) return;
    this.redrawing.set(true);
    try {
      this.redrawn.set(await this.api.redraw(this.evidenceId()));
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.redrawing.set(false);
    }
  }

  protected async replace({ fileNumber }: ReviewedFileView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Byt ut akt ${fileNumber}?`,
      text: $localize`Nästa akt i den slumpade ordningen tar dess plats. Båda syns i underlaget, med skälet.`,
      confirm: $localize`Byt akt`,
      reason: { label: $localize`Varför kan akten inte granskas?`, required: true, maxLength: 500 },
    });
    if (!answer) return;
    const command = { fileNumber, reason: answer.reason };
    await this.followUp.act(() => this.api.replaceFile(this.evidenceId(), command), $localize`Akten är utbytt`);
  }
}
