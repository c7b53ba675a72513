import { Component, computed, input } from '@angular/core';
import { type AnswerValue, answerText, isBlankAnswer, type Question } from '@insyn/domain';

/** An answer as it is read: a table as a table, everything else as its text. */
@Component({
  selector: 'app-shown-answer',
  template: `
    @if (rows(); as rows) {
      <div class="table-scroll" tabindex="0">
        <table>
          <thead>
            <tr>
              @for (column of question().columns; track column.id) {
                <th scope="col">{{ column.text }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows; track $index) {
              <tr>
                @for (column of question().columns; track column.id) {
                  <td class="num">{{ row[column.id] }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else if (text(); as text) {
      <p class="text">{{ text }}</p>
    } @else if (question().kind !== 'file') {
      <p class="muted" i18n>Inget svar</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .text {
      white-space: pre-wrap;
      max-width: var(--line-length);
      overflow-wrap: anywhere;
    }
    th,
    td {
      padding-inline: 0 var(--s4);
    }
  `,
})
export class ShownAnswer {
  readonly question = input.required<Question>();
  readonly value = input.required<AnswerValue | null>();

  private readonly said = computed(() => {
    const value = this.value();
    return value && !isBlankAnswer(value) ? value : null;
  });
  protected readonly rows = computed(() => {
    const value = this.said();
    return value?.kind === 'table' && value.rows.length > 0 ? value.rows : null;
  });
  protected readonly text = computed(() => {
    const value = this.said();
    return value ? answerText(this.question(), value) : '';
  });
}
