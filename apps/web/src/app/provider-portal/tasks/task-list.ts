import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PortalTask } from '@insyn/api-schema';
import { FACT_CHECK_STATE_LABELS, SANCTION_STATE_LABELS, TASK_KIND_LABELS, type TaskKind } from '@insyn/domain';
import { PLAN_STATE_WORDS } from '../../action-plans/plan-words.js';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';
import { PortalAccount } from '../portal-account.js';
import { daysLeftText } from '../request/days-left.js';
import { STATE_WORDS } from '../request/state-words.js';

/** Tasks of all kinds as rows to touch: what, from whom, by when, and how far it has come. */
@Component({
  selector: 'app-task-list',
  imports: [RouterLink, Chip, DateLongPipe, DateShortPipe],
  template: `
    <ul class="card">
      @for (task of tasks(); track task.id) {
        <li>
          <div class="what">
            <a [routerLink]="[paths[task.kind], task.id]">{{ task.title }}</a>
            <p class="muted">
              <b>{{ kinds[task.kind] }}</b> · {{ task.municipality }} · {{ task.unit }}
              @if (severalProviders()) {
                <span>&ngsp;· {{ task.provider }}</span>
              }
            </p>
            @if (task.daysLeft !== null && task.asked > 0) {
              <div class="far">
                <progress aria-hidden="true" [max]="task.asked || 1" [value]="task.answered"></progress>
                <span class="small muted num">{{ progressText(task) }}</span>
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
              <app-chip [label]="stateOf(task)" />
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
    /* The whole row leads to the task. */
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
  protected readonly kinds = TASK_KIND_LABELS;
  protected readonly paths: Record<TaskKind, string> = {
    request: '/informationsbegaran',
    'fact-check': '/faktakontroll',
    'action-plan': '/atgardsplan',
    sanction: '/pafoljd',
  };
  protected readonly textOf = daysLeftText;
  protected readonly severalProviders = computed(() => this.account.providers().length > 1);

  protected returnedText({ kind, returned }: PortalTask): string {
    if (kind !== 'action-plan') return $localize`${returned} svar att komplettera`;
    return returned === 1 ? $localize`1 krav att göra om` : $localize`${returned} krav att göra om`;
  }

  protected progressText({ kind, answered, asked }: PortalTask): string {
    return kind === 'action-plan'
      ? $localize`${answered} av ${asked} krav klara att lämna in`
      : $localize`${answered} av ${asked} besvarade`;
  }

  /** Where a task stands, as the provider sees it. */
  protected stateOf(task: PortalTask): string {
    switch (task.kind) {
      case 'request':
        return STATE_WORDS[task.state];
      case 'fact-check':
        return FACT_CHECK_STATE_LABELS[task.state];
      case 'action-plan':
        return PLAN_STATE_WORDS[task.state];
      case 'sanction':
        return SANCTION_STATE_LABELS[task.state];
    }
  }
}
