import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EvidenceView, Id } from '@insyn/api-schema';
import { EVIDENCE_KIND_LABELS, formatDateShort } from '@insyn/domain';
import { evidenceLine, reviewResultText } from '../evidence/review-words.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** The evidence beside the clause: what is chosen for it first, then the rest; chosen by box or dragged over. */
@Component({
  selector: 'app-evidence-pane',
  imports: [RouterLink],
  template: `
    <section class="card" aria-labelledby="evidence-heading">
      <div class="head">
        <h2 id="evidence-heading"><ng-container i18n>Underlag för</ng-container> {{ clauseNumber() }}</h2>
        @if (editable() && evidence().length > 0) {
          <p class="small muted" i18n>Kryssa i, eller dra till bedömningen.</p>
        }
      </div>
      <ul>
        @for (row of rows(); track row.id) {
          <li
            [attr.draggable]="editable() && !row.chosen"
            (dragstart)="$event.dataTransfer?.setData('text/plain', row.id)"
          >
            <label [class.fixed]="!editable()" [for]="'choose-' + row.id">
              @if (editable()) {
                <input
                  type="checkbox"
                  [id]="'choose-' + row.id"
                  [checked]="row.chosen"
                  (change)="toggled.emit(row.id)"
                />
              }
              <span>
                <b>{{ row.title }}</b>
                <span class="small muted line">{{ row.line }}</span>
                @for (result of row.results; track result) {
                  <span class="small line num">{{ result }}</span>
                }
              </span>
            </label>
          </li>
        } @empty {
          <li class="small muted none">
            @if (editable()) {
              <ng-container i18n>Inget underlag än.</ng-container>
            } @else {
              <ng-container i18n>Inget underlag är valt.</ng-container>
            }
          </li>
        }
      </ul>
      <p class="foot">
        <a class="small" [routerLink]="['/uppfoljningar', followUp.id(), 'underlag']"
          ><ng-container i18n>Visa allt underlag</ng-container> ({{ evidence().length }})</a
        >
      </p>
    </section>
  `,
  styles: `
    .head {
      padding: 14px;
    }
    h2 {
      font-size: 16px;
    }
    ul {
      list-style: none;
      padding: 0;
    }
    li {
      border-top: 1px solid var(--line);
      font-size: 15px;
    }
    li[draggable='true'] {
      cursor: grab;
    }
    label {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 10px;
      padding: 10px 14px;
      margin: 0;
      font-weight: 400;
      cursor: inherit;
    }
    label.fixed {
      grid-template-columns: minmax(0, 1fr);
    }
    input {
      margin-top: 2px;
    }
    .line {
      display: block;
    }
    .none,
    .foot {
      padding: 10px 14px;
    }
    .foot {
      border-top: 1px solid var(--line);
    }
    .foot a {
      font-weight: 600;
    }
  `,
})
export class EvidencePane {
  protected readonly followUp = inject(OpenFollowUp);
  readonly evidence = input.required<readonly EvidenceView[]>();
  readonly chosenIds = input.required<readonly Id[]>();
  readonly clauseNumber = input.required<string>();
  readonly editable = input.required<boolean>();
  readonly toggled = output<Id>();

  protected readonly rows = computed(() => {
    const chosenIds = this.chosenIds();
    const shown = this.editable() ? this.evidence() : this.evidence().filter(({ id }) => chosenIds.includes(id));
    return shown
      .map((evidence) => ({
        id: evidence.id,
        title: evidence.title,
        heldOn: evidence.heldOn,
        line: [EVIDENCE_KIND_LABELS[evidence.kind], formatDateShort(evidence.heldOn), evidenceLine(evidence)]
          .filter(Boolean)
          .join(', '),
        results: evidence.review?.results.map((result) => `${result.question} ${reviewResultText(result)}`) ?? [],
        chosen: chosenIds.includes(evidence.id),
      }))
      .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn));
  });
}
