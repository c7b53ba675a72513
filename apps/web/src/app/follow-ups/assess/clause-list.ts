import { Component, input, output } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { Sign } from '../../ui/sign.js';
import type { ClauseGroup } from './clause-groups.js';

/** The clauses in scope by focus area, each with the sign of its verdict; on a phone a list to choose from. */
@Component({
  selector: 'app-clause-list',
  imports: [Sign],
  template: `
    <nav class="card wide" i18n-aria-label aria-label="Avtalspunkter">
      @for (group of groups(); track group.focusArea) {
        <h2>{{ group.focusArea }}</h2>
        <ul>
          @for (row of group.rows; track row.id) {
            <li>
              <button
                type="button"
                [attr.aria-current]="row.id === currentId() ? 'true' : null"
                (click)="chosen.emit(row.id)"
              >
                <span class="num">{{ row.number }}</span>
                <span class="heading">{{ row.heading }}</span>
                <app-sign [tone]="row.tone" [class.unjudged]="row.verdict === null" [label]="row.word" />
              </button>
            </li>
          }
        </ul>
      }
    </nav>
    <div class="phone">
      <label for="clause-choice" i18n>Avtalspunkt</label>
      <select id="clause-choice" [value]="currentId()" (change)="chosen.emit($any($event.target).value)">
        @for (group of groups(); track group.focusArea) {
          <optgroup [label]="group.focusArea">
            @for (row of group.rows; track row.id) {
              <option [value]="row.id" [selected]="row.id === currentId()">
                {{ row.number }} {{ row.heading }} ({{ row.word.toLowerCase() }})
              </option>
            }
          </optgroup>
        }
      </select>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .wide {
      padding-bottom: 6px;
    }
    .phone {
      display: none;
    }
    h2 {
      font-size: 14px;
      color: var(--ink-2);
      padding: 14px 16px 6px;
    }
    ul {
      list-style: none;
      padding: 0 6px;
    }
    button {
      display: grid;
      grid-template-columns: 36px minmax(0, 1fr) 12px;
      gap: 6px;
      hyphens: auto;
      width: 100%;
      padding: 10px;
      border: 0;
      background: none;
      font-weight: 400;
      text-align: left;
      justify-content: start;
      white-space: normal;
    }
    button[aria-current] {
      background: var(--pine-tint);
      font-weight: 650;
    }
    .unjudged {
      opacity: 0.75;
    }
    @media (max-width: 760px) {
      .wide {
        display: none;
      }
      .phone {
        display: block;
      }
    }
  `,
})
export class ClauseList {
  readonly groups = input.required<readonly ClauseGroup[]>();
  readonly currentId = input.required<Id | null>();
  readonly chosen = output<Id>();
}
