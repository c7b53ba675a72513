import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HistoryItem } from '@insyn/api-schema';
import { TimeOfDayPipe } from '../../ui/dates.js';

/** As much of what changed as can be read at a glance. */
const AT_A_GLANCE = 120;

/** One event: when, what, by whom, and from what to what. */
@Component({
  selector: 'app-history-event',
  imports: [RouterLink, TimeOfDayPipe],
  template: `
    <time class="num small muted" [attr.datetime]="event().at">{{ event().at | timeOfDay }}</time>
    <div class="told">
      @if (event().href; as href) {
        <a [routerLink]="href">{{ event().summary }}</a>
      } @else {
        <span>{{ event().summary }}</span>
      }
      @if (event().of; as other) {
        <span class="small other"
          ><ng-container i18n>I</ng-container>&ngsp;<a [routerLink]="['/uppfoljningar', other.id]">{{
            other.title
          }}</a></span
        >
      }
      <span class="small muted by">{{ event().by ?? system }}</span>
      @if (changes().length > 0) {
        @if (atAGlance()) {
          <ul class="small changes">
            @for (change of changes(); track change.field) {
              <li>{{ change.field }}: {{ change.words }}</li>
            }
          </ul>
        } @else {
          <details class="small">
            <summary i18n>Visa vad som ändrades</summary>
            <dl>
              @for (change of event().changes; track change.field) {
                <dt>{{ change.field }}</dt>
                <dd>
                  @if (change.from !== null) {
                    <p><ng-container i18n>Från:</ng-container> {{ change.from }}</p>
                  }
                  @if (change.to !== null) {
                    <p>
                      @if (change.from !== null) {
                        <ng-container i18n>Till:</ng-container>
                      }
                      {{ change.to }}
                    </p>
                  } @else {
                    <p class="muted" i18n>Borttaget</p>
                  }
                </dd>
              }
            </dl>
          </details>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 52px minmax(0, 1fr);
      gap: var(--s3);
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
    .told {
      overflow-wrap: anywhere;
    }
    .told a {
      display: inline-block;
      min-height: 24px;
      padding-block: 2px;
    }
    .told > a {
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .by,
    .other {
      display: block;
    }
    .changes {
      margin-top: 4px;
      padding-left: 18px;
    }
    summary {
      cursor: pointer;
      min-height: 44px;
      align-content: center;
      color: var(--pine);
      font-weight: 600;
    }
    @media print {
      summary {
        display: none;
      }
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0 0 var(--s2);
      max-width: var(--line-length);
    }
  `,
})
export class HistoryEvent {
  readonly event = input.required<HistoryItem>();
  protected readonly system = $localize`Insyn`;
  protected readonly changes = computed(() =>
    this.event().changes.map(({ field, from, to }) => ({
      field,
      words: from === null ? (to ?? '') : $localize`från ${from} till ${to ?? $localize`inget`}`,
    })),
  );
  protected readonly atAGlance = computed(() => {
    const length = this.changes().reduce((sum, { field, words }) => sum + field.length + words.length, 0);
    return this.changes().length <= 3 && length <= AT_A_GLANCE;
  });
}
