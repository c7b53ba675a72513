import { Component, computed, input, output } from '@angular/core';
import type { ClauseDraft, ClauseImportPreview } from '@insyn/api-schema';
import { CLAUSE_KIND_LABELS, type ClauseColumn } from '@insyn/domain';

const COLUMN_LABELS: Record<ClauseColumn, string> = {
  number: $localize`Nummer`,
  heading: $localize`Rubrik`,
  text: $localize`Text`,
  kind: $localize`Typ`,
  critical: $localize`Kritisk`,
  focusArea: $localize`Fokusområde`,
  verification: $localize`Verifiering`,
};
/** How many clauses are shown before they are saved; the number above tells how many there are. */
const SHOWN = 200;

/** What the rows would give: what is wrong, row by row, or the clauses and the button that saves them. */
@Component({
  selector: 'app-import-preview',
  template: `
    <section class="stack" aria-labelledby="preview-heading">
      <div role="status">
        <h2 id="preview-heading">{{ heading() }}</h2>
        @if (preview().errors.length > 0) {
          <p class="muted" i18n>Inget läses in förrän alla rader är rätt. Rätta dem ovanför och granska igen.</p>
        } @else if (replaced() > 0) {
          <p class="muted" i18n>De {{ replaced() }} avtalspunkter som finns i dag ersätts.</p>
        }
      </div>
      @if (preview().errors.length > 0) {
        <div class="card problems">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Fel i raderna
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Rad</th>
                <th scope="col" role="columnheader" i18n>Kolumn</th>
                <th scope="col" role="columnheader" i18n>Vad som är fel</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (error of preview().errors; track $index) {
                <tr role="row">
                  <td role="cell" class="num at"><span class="on-phone" i18n>Rad </span>{{ error.row }}</td>
                  <td role="cell" class="muted">{{ columnName(error.column) }}</td>
                  <td role="cell" class="message">{{ error.message }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <p class="buttons">
          <button type="button" class="primary" [attr.aria-busy]="busy() || null" (click)="confirmed.emit()">
            @if (busy()) {
              <ng-container i18n>Läser in …</ng-container>
            } @else {
              <ng-container i18n>{count(), plural,
                =1 {Läs in avtalspunkten}
                other {Läs in {{ count() }} avtalspunkter}
              }</ng-container>
            }
          </button>
        </p>
      }
      @if (shown().length > 0) {
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption i18n>
              Avtalspunkter i raderna
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Nummer</th>
                <th scope="col" role="columnheader" i18n>Avtalspunkt</th>
                <th scope="col" role="columnheader" i18n>Slag</th>
                <th scope="col" role="columnheader" i18n>Fokusområde</th>
                <th scope="col" role="columnheader" i18n>Följs upp genom</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (clause of shown(); track $index) {
                <tr role="row">
                  <td role="cell" class="num at">{{ clause.number }}</td>
                  <td role="cell" class="clause">
                    <b>{{ clause.heading }}</b>
                    <span class="text">{{ clause.text }}</span>
                  </td>
                  <td role="cell">{{ kindOf(clause) }}</td>
                  <td role="cell">{{ clause.focusArea }}</td>
                  <td role="cell">{{ clause.verification }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        @if (count() > shown().length) {
          <p class="small muted" i18n>De {{ shown().length }} första visas.</p>
        }
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--s5);
    }
    :host(:focus) {
      outline: none;
    }
    .problems {
      border-left: 4px solid var(--notmet);
    }
    .at {
      white-space: nowrap;
      font-weight: 650;
    }
    .message {
      width: 70%;
    }
    .clause {
      width: 50%;
    }
    .text {
      display: block;
      font-family: var(--serif);
      white-space: pre-wrap;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      .message,
      .clause {
        width: auto;
      }
      .on-phone {
        display: inline;
      }
    }
  `,
})
export class ImportPreview {
  readonly preview = input.required<ClauseImportPreview>();
  /** How many clauses go when these come; 0 when they are added. */
  readonly replaced = input(0);
  readonly busy = input(false);
  readonly confirmed = output();

  protected readonly count = computed(() => this.preview().clauses.length);
  protected readonly shown = computed(() => this.preview().clauses.slice(0, SHOWN));
  protected readonly heading = computed(() => {
    const [errors, clauses] = [this.preview().errors.length, this.count()];
    if (errors === 1) return $localize`Ett fel att rätta`;
    if (errors > 1) return $localize`${errors} fel att rätta`;
    return clauses === 1 ? $localize`En avtalspunkt kan läsas in` : $localize`${clauses} avtalspunkter kan läsas in`;
  });

  protected kindOf({ kind, critical }: ClauseDraft): string {
    const word = CLAUSE_KIND_LABELS[kind];
    return critical ? $localize`${word}, kritisk` : word;
  }

  protected columnName(column: string | null): string {
    return column !== null && column in COLUMN_LABELS ? COLUMN_LABELS[column as ClauseColumn] : '';
  }
}
