import { Component, computed, inject, input, signal } from '@angular/core';
import type { FactCheckView } from '@insyn/api-schema';
import { FACT_CHECK_STATE_LABELS, type FactCheckAction } from '@insyn/domain';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { DifferenceList } from '../../fact-checks/difference-list.js';
import { FACT_CHECK_TONES } from '../../fact-checks/fact-check-words.js';
import { FactChecksApi } from '../../fact-checks/fact-checks-api.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ExtendForm } from './extend-form.js';
import { OpenFactChecks } from './open-fact-checks.js';
import { RemarkCard } from './remark-card.js';

/** One sending of the draft: where it stands, the remarks with their answers, and what was changed since. */
@Component({
  selector: 'app-fact-check-card',
  imports: [DeadlineLetters, Chip, DateLongPipe, InstantShortPipe, DifferenceList, ExtendForm, RemarkCard],
  template: `
    <details class="sending" [open]="newest()">
      <summary>
        <h2 i18n>Faktakontroll {{ factCheck().number }}</h2>
        <app-chip [tone]="tones[factCheck().state]" [label]="labels[factCheck().state]" />
      </summary>
      <div class="stack wide">
        <section class="card padded stack">
          <p>{{ told() }}</p>
          <dl class="facts">
            <dt i18n>Skickat</dt>
            <dd>{{ factCheck().sentOn | dateLong }}, {{ factCheck().sender.name }}</dd>
            <dt i18n>Svar senast</dt>
            <dd>
              {{ factCheck().due | dateLong }}
              @if (overdue()) {
                <b class="late" i18n>Tiden har gått ut.</b>
              }
            </dd>
            <dt i18n>Läst av utföraren</dt>
            <dd class="num">{{ (factCheck().readAt | instantShort) || notYet }}</dd>
            @if (factCheck().submittedAt; as at) {
              <dt i18n>Besvarat</dt>
              <dd>
                <span class="num">{{ at | instantShort }}</span>{{
                  factCheck().submittedBy ? ', ' + factCheck().submittedBy : ''
                }}
                @if (factCheck().late) {
                  <b class="late" i18n>efter svarstiden</b>
                }
              </dd>
            }
            <dt i18n>Utkastet</dt>
            <dd>
              @if (factCheck().document?.href; as href) {
                <a [href]="href" target="_blank" i18n>Utkastet som det skickades (PDF)</a>
              } @else {
                <ng-container i18n>PDF tas fram</ng-container>
              }
            </dd>
            @if (factCheck().receipt?.href; as href) {
              <dt i18n>Kvittens</dt>
              <dd><a [href]="href" target="_blank" i18n>Utförarens kvittens (PDF)</a></dd>
            }
          </dl>
          @if (factCheck().takenBackReason; as reason) {
            <p class="pre"><b i18n>Skäl till återtagandet:</b>&ngsp;{{ reason }}</p>
          }
          @if (may('extend') || may('take-back')) {
            <div class="buttons">
              @if (may('extend')) {
                <button type="button" [attr.aria-expanded]="extending()" (click)="extending.set(!extending())" i18n>
                  Förläng svarstiden
                </button>
              }
              @if (may('take-back')) {
                <button
                  type="button"
                  class="danger"
                  [attr.aria-busy]="followUp.busy() || null"
                  (click)="takeBack()"
                  i18n
                >
                  Ta tillbaka utkastet
                </button>
              }
            </div>
          }
          <app-deadline-letters
            [subjectId]="factCheck().id"
            [followUpId]="factCheck().followUpId"
            [due]="factCheck().due"
          />
          @if (extending() && may('extend')) {
            <app-extend-form [factCheck]="factCheck()" (done)="extending.set(false)" />
          }
        </section>
        @if (factCheck().remarks.length > 0) {
          <section
            class="stack"
            [attr.id]="factCheck().state === 'answered' ? 'synpunkter' : null"
            [attr.aria-labelledby]="'remarks-' + factCheck().id"
          >
            <div>
              <h3 [id]="'remarks-' + factCheck().id" i18n>Synpunkter</h3>
              @if (factCheck().state === 'answered') {
                <p class="muted num">{{ leftText() }}</p>
              }
            </div>
            @for (remark of factCheck().remarks; track remark.id) {
              <app-remark-card [factCheck]="factCheck()" [remark]="remark" [editable]="may('answer')" />
            }
          </section>
        }
        @if (factCheck().difference.length > 0) {
          <section class="card padded stack" [attr.aria-labelledby]="'difference-' + factCheck().id">
            <h3 [id]="'difference-' + factCheck().id" i18n>Ändrat sedan utkastet</h3>
            <app-difference-list [differences]="factCheck().difference" />
          </section>
        } @else if (factCheck().state === 'answered' || factCheck().state === 'closed') {
          <p class="muted" i18n>Inget är ändrat sedan utkastet.</p>
        }
      </div>
    </details>
  `,
  styles: `
    summary {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
      align-items: center;
      min-height: 44px;
      margin-bottom: var(--s3);
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary::before {
      content: '';
      flex: none;
      width: 8px;
      height: 8px;
      border-right: 2px solid var(--ink-2);
      border-bottom: 2px solid var(--ink-2);
      transform: rotate(-45deg);
      margin-inline: 2px 4px;
    }
    details[open] > summary::before {
      transform: rotate(45deg) translate(-2px, -2px);
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    dd {
      min-width: 0;
      overflow-wrap: anywhere;
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
export class FactCheckCard {
  private readonly api = inject(FactChecksApi);
  private readonly factChecks = inject(OpenFactChecks);
  private readonly confirm = inject(Confirm);
  private readonly today = inject(Session).today;
  protected readonly followUp = inject(OpenFollowUp);
  readonly factCheck = input.required<FactCheckView>();
  readonly newest = input(false);

  protected readonly tones = FACT_CHECK_TONES;
  protected readonly labels = FACT_CHECK_STATE_LABELS;
  protected readonly notYet = $localize`Inte än`;
  protected readonly extending = signal(false);
  protected readonly overdue = computed(
    () => this.factCheck().state === 'sent' && this.factCheck().due < (this.today() ?? ''),
  );
  protected readonly leftText = computed(() => {
    const { unanswered, remarks } = this.factCheck();
    const all = remarks.length;
    return unanswered === 0
      ? $localize`Alla synpunkter är besvarade.`
      : $localize`${all - unanswered} av ${all} besvarade. Alla ska besvaras innan bedömningen kan skickas för beslut.`;
  });
  protected readonly told = computed(() => {
    const { state, noRemarks, remarks } = this.factCheck();
    switch (state) {
      case 'sent':
        return $localize`Utföraren har utkastet. Synpunkterna syns här när de lämnas in.`;
      case 'answered':
        return noRemarks
          ? $localize`Utföraren har svarat att den inte har några synpunkter.`
          : $localize`Utföraren har lämnat synpunkter.`;
      case 'silent':
        return $localize`Utföraren svarade inte i tid. Det är antecknat i historiken. Ett svar som kommer före beslutet tas ändå emot.`;
      case 'taken-back':
        return $localize`Utkastet togs tillbaka. Utföraren behöver inte svara.`;
      default:
        return remarks.length > 0
          ? $localize`Avslutad. Utföraren har fått svaren och ser vad som har ändrats.`
          : $localize`Avslutad. Utföraren ser vad som har ändrats.`;
    }
  });

  protected may(action: FactCheckAction): boolean {
    return this.factCheck().offers.includes(action);
  }

  protected async takeBack(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Ta tillbaka utkastet?`,
      text: $localize`Utföraren får ett mejl med skälet och kan inte svara mer. Du kan skicka ett nytt utkast senare.`,
      confirm: $localize`Ta tillbaka`,
      tone: 'danger',
      reason: { label: $localize`Skäl`, hint: $localize`Läses av utföraren`, required: true, maxLength: 1000 },
    });
    if (!answer) return;
    await this.factChecks.act(
      async () => {
        const { id, contentVersion } = await this.followUp.savedView();
        return this.api.takeBack(id, { contentVersion, reason: answer.reason });
      },
      $localize`Utkastet är taget tillbaka`,
    );
  }
}
