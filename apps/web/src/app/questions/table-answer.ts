import { afterNextRender, Component, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type AnswerValue, QUESTION_LIMITS, type Question, storedCell, type TableColumn } from '@insyn/domain';

type Row = Readonly<Record<string, string>>;

const EXAMPLES: Record<TableColumn['kind'], string> = {
  text: '',
  number: '',
  share: $localize`till exempel 7 av 9`,
  date: '',
};

/**
 * Rows of cells, written as in a sheet: Enter and the arrows go between the rows, Enter in the last one adds another. On
 * a phone each row stands by itself with its labels.
 */
@Component({
  selector: 'app-table-answer',
  template: `
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            @for (column of question().columns; track column.id) {
              <th scope="col">
                {{ column.text }}
                @if (examples[column.kind]; as example) {
                  <span class="hint">{{ example }}</span>
                }
              </th>
            }
            <th><span class="visually-hidden" i18n>Ta bort raden</span></th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index; let index = $index) {
            <tr>
              @for (column of question().columns; track column.id; let at = $index) {
                <td>
                  <span class="cell-label" aria-hidden="true"
                    >{{ column.text }} <span class="hint">{{ examples[column.kind] }}</span></span
                  >
                  <input
                    autocomplete="off"
                    [type]="column.kind === 'date' ? 'date' : 'text'"
                    [attr.inputmode]="column.kind === 'number' ? 'decimal' : null"
                    [id]="index === 0 && at === 0 ? controlId() : cellId(index, at)"
                    [attr.aria-label]="labelOf(column, index)"
                    [attr.aria-describedby]="describedBy()"
                    [attr.aria-invalid]="invalid() ? 'true' : null"
                    [attr.maxlength]="longest"
                    [value]="row[column.id] ?? ''"
                    (input)="write(index, column, $any($event.target).value)"
                    (change)="tidy(index, column)"
                    (keydown)="move($event, index, at)"
                    (blur)="left.emit()"
                  />
                </td>
              }
              <td class="remove">
                @if (rows().length > 1 || filled(rows()).length > 0) {
                  <button type="button" class="quiet" (click)="remove(index)">
                    <ng-container i18n>Ta bort</ng-container
                    ><span class="visually-hidden" i18n>&ngsp;rad {{ index + 1 }}</span>
                  </button>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (rows().length < most) {
      <button type="button" class="add" (click)="add(rows().length)" i18n>Lägg till en rad</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      justify-items: start;
    }
    .table-scroll {
      width: 100%;
    }
    th {
      padding: 4px 6px 4px 0;
    }
    th .hint {
      display: block;
    }
    td {
      padding: 4px 6px 4px 0;
      border: 0;
      min-width: 120px;
    }
    td.remove {
      padding-right: 0;
      min-width: 0;
      width: 1%;
    }
    .cell-label {
      display: none;
    }
    @media (max-width: 600px) {
      table,
      tbody {
        display: block;
      }
      thead {
        display: none;
      }
      tr {
        display: grid;
        gap: var(--s2);
        border: 1px solid var(--line);
        border-radius: var(--r);
        padding: var(--s3);
        margin-bottom: var(--s2);
      }
      td,
      td.remove {
        padding: 0;
        width: auto;
      }
      .cell-label {
        display: block;
        font-size: 14px;
        color: var(--ink-2);
      }
      td.remove {
        text-align: right;
      }
    }
  `,
})
export class TableAnswer {
  private readonly injector = inject(Injector);
  readonly question = input.required<Question>();
  readonly value = input.required<AnswerValue | null>();
  readonly controlId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly valueChange = output<AnswerValue | null>();
  readonly left = output();

  protected readonly examples = EXAMPLES;
  protected readonly most = QUESTION_LIMITS.tableRows;
  protected readonly longest = QUESTION_LIMITS.tableCell;
  protected readonly rows = linkedSignal<AnswerValue | null, readonly Row[]>({
    source: this.value,
    computation: (value, previous) => {
      const stored = value?.kind === 'table' ? value.rows : [];
      if (previous && same(this.filled(previous.value), this.filled(stored))) return previous.value;
      return stored.length > 0 ? stored : [{}];
    },
  });

  protected cellId(row: number, column: number): string {
    return `${this.controlId()}-${row}-${column}`;
  }

  protected labelOf({ text }: TableColumn, row: number): string {
    return $localize`${text}, rad ${row + 1}`;
  }

  protected write(index: number, { id }: TableColumn, cell: string): void {
    this.rows.update((rows) => rows.map((row, at) => (at === index ? { ...row, [id]: cell } : row)));
    this.tell();
  }

  /** "7/9" becomes "7 av 9" once the cell is left. */
  protected tidy(index: number, { id, kind }: TableColumn): void {
    const cell = this.rows()[index]?.[id] ?? '';
    this.rows.update((rows) => rows.map((row, at) => (at === index ? { ...row, [id]: storedCell(kind, cell) } : row)));
  }

  protected add(index: number, column = 0): void {
    if (this.rows().length >= this.most) return;
    this.rows.update((rows) => [...rows.slice(0, index), {}, ...rows.slice(index)]);
    this.focusOn(index, column);
  }

  protected remove(index: number): void {
    this.rows.update((rows) => {
      const left = rows.filter((_, at) => at !== index);
      return left.length > 0 ? left : [{}];
    });
    this.tell();
    this.focusOn(Math.min(index, this.rows().length - 1), 0);
  }

  protected move(event: KeyboardEvent, row: number, column: number): void {
    const { key } = event;
    const last = row === this.rows().length - 1;
    const date = this.question().columns[column]?.kind === 'date';
    if (key === 'Enter') {
      event.preventDefault();
      if (last) this.add(row + 1, column);
      else this.focusOn(row + 1, column);
    } else if (key === 'ArrowDown' && !last && !date) {
      event.preventDefault();
      this.focusOn(row + 1, column);
    } else if (key === 'ArrowUp' && row > 0 && !date) {
      event.preventDefault();
      this.focusOn(row - 1, column);
    }
  }

  private tell(): void {
    const rows = this.filled(this.rows());
    this.valueChange.emit(rows.length === 0 ? null : { kind: 'table', rows });
  }

  /** The rows as they are stored: without those where nothing is written. */
  protected filled(rows: readonly Row[]): Row[] {
    const { columns } = this.question();
    return rows
      .map((row) => Object.fromEntries(columns.map(({ id, kind }) => [id, storedCell(kind, row[id] ?? '')])))
      .filter((row) => Object.values(row).some((cell) => cell !== ''));
  }

  private focusOn(row: number, column: number): void {
    const id = row === 0 && column === 0 ? this.controlId() : this.cellId(row, column);
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}

function same(one: readonly Row[], other: readonly Row[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
