import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PortalTask } from '@insyn/api-schema';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';
import { PortalAccount } from '../portal-account.js';
import { daysLeftText } from '../request/days-left.js';
import { STATE_WORDS } from '../request/state-words.js';

/** Requests as rows to touch: what, from whom, by when, and how far the answering has come. */
@Component({
  selector: 'app-task-list',
  imports: [RouterLink, Chip, DateLongPipe, DateShortPipe],
  template: `
    <ul class="card">
      @for (task of tasks(); track task.requestId) {
        <li>
          <div class="what">
            <a [routerLink]="['/informationsbegaran', task.requestId]">{{ task.title }}</a>
            <p class="muted">
              {{ task.municipality }} · {{ task.unit }}
              @if (severalProviders()) {
                <span>&ngsp;· {{ task.provider }}</span>
              }
            </p>
            @if (task.daysLeft !== null) {
              <div class="far">
                <progress aria-hidden="true" [max]="task.asked || 1" [value]="task.answered"></progress>
                <span class="small muted num" i18n>{{ task.answered }} av {{ task.asked }} besvarade</span>
              </div>
            }
          </div>
          <div class="when">
            @if (task.daysLeft !== null) {
              <b class="num" [class.late]="task.daysLeft < 0">{{ textOf(task.daysLeft) }}</b>
              <span class="small muted" i18n>Svara senast {{ task.due | dateLong }}</span>
              @if (task.returned > 0) {
                <app-chip tone="partly" [label]="returnedText(task)" />
              }
            } @else {
              <app-chip [label]="stateWords[task.state]" />
              <span class="small muted" i18n>Skickad {{ task.sentOn | dateShort }}</span>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }
    li {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s2) var(--s5);
      padding: 16px 22px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li:hover {
      background: var(--sunken);
    }
    li:first-child {
      border-radius: var(--r-card) var(--r-card) 0 0;
    }
    li:last-child {
      border-radius: 0 0 var(--r-card) var(--r-card);
    }
    li:only-child {
      border-radius: var(--r-card);
    }
    .what {
      flex: 1 1 300px;
      min-width: 0;
    }
    a {
      font-weight: 650;
      font-size: 17px;
      color: var(--ink);
    }
    /* The whole row leads to the request. */
    a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    .far {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-top: 6px;
    }
    progress {
      width: 120px;
      height: 8px;
      accent-color: var(--pine);
    }
    .when {
      display: grid;
      align-content: start;
      justify-items: end;
      gap: 4px;
    }
    @media (max-width: 600px) {
      li {
        padding: 14px 16px;
      }
      .when {
        justify-items: start;
      }
    }
  `,
})
export class TaskList {
  private readonly account = inject(PortalAccount);
  readonly tasks = input.required<readonly PortalTask[]>();
  protected readonly stateWords = STATE_WORDS;
  protected readonly textOf = daysLeftText;
  protected readonly severalProviders = computed(() => this.account.providers().length > 1);

  protected returnedText({ returned }: PortalTask): string {
    return $localize`${returned} svar att komplettera`;
  }
}
