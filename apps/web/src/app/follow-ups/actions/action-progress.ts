import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionProgressView } from '@insyn/api-schema';
import { ACTION_ACT_LABELS, type ActionAct, actionStateLabel } from '@insyn/domain';
import { Drafts } from '../../drafts/drafts.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';
import { ACTION_STATE_TONES } from '../../ui/tone.js';
import { shortNumber } from '../assess/clause-groups.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RechecksApi } from '../recheck/rechecks-api.js';
import { RemedyFacts } from '../recheck/remedy-facts.js';
import { questionOf } from './act-questions.js';
import { VerifyForm, verifyKey } from './verify-form.js';

/** One action after approval: how far it has come, what has happened with it, and what one may do with it now. */
@Component({
  selector: 'app-action-progress',
  imports: [RouterLink, Chip, DateLongPipe, DateShortPipe, RemedyFacts, VerifyForm],
  template: `
    <article [id]="'action-' + action().actionId" tabindex="-1">
      <div class="row spread top">
        <h3>
          {{ action().text }}
          @if (numbers()) {
            <span class="muted">({{ numbers() }})</span>
          }
        </h3>
        <app-chip [tone]="tones[action().state]" [label]="wordOf(action())" />
      </div>
      @if (action().notMetBefore.length > 0) {
        <p class="again small">
          <ng-container i18n>Påpekades även</ng-container> {{ action().notMetBefore.join(', ') }}
        </p>
      }
      <dl class="facts small">
        @if (action().dueDate; as due) {
          <dt i18n>Senast</dt>
          <dd>{{ due | dateLong }}</dd>
        }
        @if (action().effectMeasure; as effect) {
          <dt i18n>Så syns effekten</dt>
          <dd>{{ effect }}</dd>
        }
        @if (action().findings.length > 0) {
          <dt i18n>Vilar på</dt>
          <dd>
            @for (finding of action().findings; track finding.id) {
              <a
                [routerLink]="['/uppfoljningar', followUp.id(), 'bedomning']"
                [queryParams]="{ iakttagelse: finding.id }"
                [fragment]="'finding-' + finding.id"
                >{{ finding.title }}</a
              >
              @if (!$last) {
                ,
              }
            }
          </dd>
        }
      </dl>
      <app-remedy-facts [action]="action()" />
      @if (action().moves.length > 0) {
        <details>
          <summary>
            <ng-container i18n>Vad som har hänt</ng-container>&ngsp;<span class="muted num">{{
              action().moves.length
            }}</span>
          </summary>
          <ol class="small">
            @for (move of action().moves; track move.id) {
              <li>
                <span class="muted num">{{ move.on | dateShort }}</span>
                <span class="told">
                  <b>{{ wordOf({ kind: action().kind, state: move.to }) }}</b>
                  @if (move.recheck; as recheck) {
                    <a [routerLink]="['/uppfoljningar', recheck.id, 'krav']"
                      ><ng-container i18n>vid återkontroll</ng-container> {{ recheck.number }}</a
                    >
                  }
                  <span class="muted">{{ move.by ?? system }}</span>
                  @if (move.reason) {
                    <span class="reason">{{ move.reason }}</span>
                  }
                  @for (file of move.files; track file.id) {
                    <a class="file" [href]="file.href">{{ file.fileName }}</a>
                  }
                </span>
              </li>
            }
          </ol>
        </details>
      }
      @if (verifying()) {
        <app-verify-form [action]="action()" (done)="finish()" />
      } @else if (action().offers.length > 0 || climbs()) {
        <div class="buttons">
          @for (act of action().offers; track act) {
            <button type="button" [class.danger]="act === 'withdraw'" [disabled]="followUp.busy()" (click)="take(act)">
              {{ labels[act] }}<span class="visually-hidden">: {{ action().text }}</span>
            </button>
          }
          @if (climbs()) {
            <a
              class="btn"
              [routerLink]="['/uppfoljningar', followUp.id(), 'pafoljder']"
              [queryParams]="{ krav: action().actionId }"
              ><ng-container i18n>Se nästa steg i avtalets trappa</ng-container
              ><span class="visually-hidden">: {{ action().text }}</span></a
            >
          }
        </div>
      }
    </article>
  `,
  styles: `
    article {
      border-top: 1px solid var(--line);
      padding: 16px 22px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
    }
    h3 {
      font-size: 16px;
      flex: 1 1 240px;
      overflow-wrap: anywhere;
    }
    h3 .muted {
      font-weight: 400;
    }
    .top {
      align-items: flex-start;
    }
    summary {
      min-height: 44px;
      padding-block: 10px;
      font-weight: 600;
      font-size: 15px;
    }
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 8px;
    }
    li {
      display: grid;
      grid-template-columns: 64px minmax(0, 1fr);
      gap: 10px;
    }
    .told {
      display: flex;
      flex-wrap: wrap;
      column-gap: 10px;
    }
    .reason,
    .file {
      flex-basis: 100%;
    }
    @media (max-width: 480px) {
      article {
        padding: 16px;
      }
      .facts {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      .facts dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class ActionProgress {
  private readonly api = inject(RechecksApi);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(Drafts);
  protected readonly followUp = inject(OpenFollowUp);
  readonly action = input.required<ActionProgressView>();
  /** Whether the contract has steps to climb: an assignment has none. */
  readonly ladder = input.required<boolean>();
  /** Whether an option may carry the contract on, so that a requirement lapses with a reason only. */
  readonly mayRunOn = input(false);
  readonly changed = output();

  protected readonly wordOf = actionStateLabel;
  protected readonly tones = ACTION_STATE_TONES;
  protected readonly labels = ACTION_ACT_LABELS;
  protected readonly system = $localize`systemet`;
  private readonly asked = signal<boolean | null>(null);
  /** What was being written when the page was left or reloaded is opened again. */
  protected readonly verifying = computed(() => {
    if (!this.action().offers.includes('verify')) return false;
    return this.asked() ?? this.drafts.holds(verifyKey(this.action().actionId));
  });
  protected readonly numbers = computed(() =>
    this.action()
      .clauses.map(({ number }) => shortNumber(number))
      .join(', '),
  );
  /** What remains proposes the next step on the contract's own ladder (R14). */
  protected readonly climbs = computed(() => this.ladder() && this.action().state === 'remains');

  protected async take(act: ActionAct): Promise<void> {
    if (act === 'verify') {
      this.asked.set(true);
      return;
    }
    const answer = await this.confirm.ask(questionOf(act, this.action().text, this.mayRunOn()));
    if (!answer) return;
    const { actionId, version } = this.action();
    const reason = answer.reason.trim();
    await this.followUp.act(
      () => this.api.move(actionId, act, { version, ...(reason && { reason }) }),
      $localize`Ändringen är sparad`,
    );
    this.changed.emit();
  }

  protected finish(): void {
    this.asked.set(false);
    this.changed.emit();
  }
}
