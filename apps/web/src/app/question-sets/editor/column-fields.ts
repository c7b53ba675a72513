import { afterNextRender, Component, ElementRef, inject, Injector, input } from '@angular/core';
import { COLUMN_KIND_LABELS, COLUMN_KINDS, type Question, QUESTION_LIMITS, type TableColumn } from '@insyn/domain';
import { WorkingSet } from './working-set.js';

/** The columns of a table: what stands over each and what its cells hold. */
@Component({
  selector: 'app-column-fields',
  template: `
    <fieldset [attr.aria-describedby]="fault() ? errorId() : null" [attr.aria-invalid]="fault() ? 'true' : null">
      <legend i18n>Kolumner</legend>
      <p class="hint" i18n>Utföraren lägger till så många rader som behövs.</p>
      @for (column of question().columns; track column.id) {
        <div class="line">
          <input
            autocomplete="off"
            i18n-aria-label
            aria-label="Rubrik på kolumn {{ $index + 1 }}"
            [id]="$index === 0 ? 'question-' + question().id + '-columns' : null"
            [attr.maxlength]="limits.column"
            [value]="column.text"
            (input)="write($index, { text: $any($event.target).value })"
          />
          <select
            i18n-aria-label
            aria-label="Vad kolumn {{ $index + 1 }} innehåller"
            (change)="write($index, { kind: $any($event.target).value })"
          >
            @for (kind of kinds; track kind) {
              <option [value]="kind" [selected]="column.kind === kind">{{ kindLabels[kind] }}</option>
            }
          </select>
          <button type="button" class="quiet" (click)="remove($index)">
            <ng-container i18n>Ta bort</ng-container><span class="visually-hidden" i18n> kolumn {{ $index + 1 }}</span>
          </button>
        </div>
      }
      @if (fault(); as text) {
        <p class="error-text" [id]="errorId()">{{ text }}</p>
      }
      @if (question().columns.length < limits.columns) {
        <button type="button" (click)="add()" i18n>Lägg till kolumn</button>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s2);
      justify-items: start;
    }
    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 130px max-content;
      gap: var(--s2);
      width: 100%;
    }
    @media (max-width: 760px) {
      .line {
        grid-template-columns: minmax(0, 1fr) max-content;
      }
      .line input {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ColumnFields {
  private readonly set = inject(WorkingSet);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly question = input.required<Question>();
  protected readonly limits = QUESTION_LIMITS;
  protected readonly kinds = COLUMN_KINDS;
  protected readonly kindLabels = COLUMN_KIND_LABELS;

  protected errorId(): string {
    return `question-${this.question().id}-columns-error`;
  }
  protected fault(): string | null {
    return this.set.faultAt(this.question().id, 'columns');
  }
  protected write(index: number, changes: Partial<TableColumn>): void {
    const { id, columns } = this.question();
    this.set.change(id, {
      columns: columns.map((column, at) => (at === index ? { ...column, ...changes } : column)),
    });
  }
  protected add(): void {
    const { id, columns } = this.question();
    let number = columns.length + 1;
    while (columns.some((column) => column.id === `kolumn-${number}`)) number++;
    this.set.change(id, { columns: [...columns, { id: `kolumn-${number}`, text: '', kind: 'text' }] });
    this.focusLater();
  }
  protected remove(index: number): void {
    this.set.change(this.question().id, { columns: this.question().columns.toSpliced(index, 1) });
    this.focusLater();
  }
  private focusLater(): void {
    const last = () => [...this.host.nativeElement.querySelectorAll('input')].at(-1);
    afterNextRender(() => last()?.focus(), { injector: this.injector });
  }
}
