import { type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, output } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { shortNumber } from '../assess/clause-groups.js';
import { ClauseLinks } from './clause-links.js';
import { clausesWithoutEvidence } from './evidence-filter.js';

/** The clauses that nothing is linked to yet. Evidence is dropped on them; a press narrows the list to what belongs there. */
@Component({
  selector: 'app-clause-panel',
  imports: [CdkDropList],
  template: `
    <section class="card" aria-labelledby="without-evidence">
      <h2 id="without-evidence">
        <ng-container i18n>Avtalspunkter utan underlag</ng-container>&ngsp;<span class="num count">{{
          rows().length
        }}</span>
      </h2>
      @if (rows().length > 0) {
        @if (editable()) {
          <p class="small muted hint" i18n>Dra ett underlag till sin punkt, eller välj Koppla till avtalspunkt.</p>
        }
        <ul tabindex="-1">
          @for (row of rows(); track row.id) {
            <li
              cdkDropList
              [cdkDropListData]="row.id"
              [cdkDropListDisabled]="!editable()"
              cdkDropListSortingDisabled
              (cdkDropListDropped)="drop($event)"
            >
              <button
                type="button"
                [attr.aria-pressed]="row.id === chosenId()"
                (click)="chosen.emit(row.id === chosenId() ? '' : row.id)"
              >
                <span class="num">{{ row.number }}</span>&ngsp;<span>{{ row.heading }}</span>
              </button>
            </li>
          }
        </ul>
      } @else {
        <p class="small muted all" i18n>Alla avtalspunkter har underlag.</p>
      }
    </section>
  `,
  styles: `
    h2 {
      font-size: 16px;
      padding: 12px 16px 0;
    }
    .count {
      font-weight: 400;
      color: var(--ink-2);
    }
    .hint,
    .all {
      padding: 4px 16px 10px;
    }
    ul {
      list-style: none;
      padding: 0 6px 6px;
      max-height: 240px;
      overflow-y: auto;
    }
    button {
      display: grid;
      grid-template-columns: 40px minmax(0, 1fr);
      gap: 6px;
      width: 100%;
      padding: 10px;
      border: 0;
      background: none;
      font-weight: 400;
      text-align: left;
      justify-content: start;
      white-space: normal;
    }
    button[aria-pressed='true'] {
      background: var(--pine-tint);
      font-weight: 650;
    }
    .cdk-drop-list-receiving button,
    .cdk-drop-list-dragging button {
      outline: 2px dashed var(--pine);
      outline-offset: -3px;
      border-radius: var(--r);
    }
    .cdk-drop-list-dragging button {
      background: var(--pine-tint);
    }
    /* What is dragged lands on a clause, not between two of them: the clauses stay where they are. */
    :host ::ng-deep .cdk-drag-placeholder {
      display: none;
    }
  `,
})
export class ClausePanel {
  private readonly links = inject(ClauseLinks);
  readonly view = input.required<FollowUpView>();
  readonly editable = input.required<boolean>();
  /** The clause that the list is narrowed to. */
  readonly chosenId = input.required<Id>();
  readonly chosen = output<Id>();

  protected readonly rows = computed(() =>
    clausesWithoutEvidence(this.view()).map(({ id, number, heading }) => ({
      id,
      heading,
      number: shortNumber(number),
    })),
  );

  protected drop({ item, container }: CdkDragDrop<Id, unknown, Id>): void {
    if (this.editable() && item.data) void this.links.link(item.data, container.data);
  }
}
