import { Component, inject, input } from '@angular/core';
import { type Question, QUESTION_LIMITS } from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { WorkingSet } from './working-set.js';

/** What a number counts, and its bounds. */
@Component({
  selector: 'app-number-fields',
  imports: [Field, Control],
  template: `
    <div class="form-row">
      <app-field
        i18n-label
        label="Enhet"
        i18n-hint
        hint="Till exempel dagar"
        [optional]="true"
        [fieldId]="id('unit')"
        [error]="fault('unit')"
      >
        <input
          appControl
          autocomplete="off"
          [attr.maxlength]="limits.unit"
          [value]="question().unit"
          (input)="write({ unit: $any($event.target).value })"
        />
      </app-field>
      <app-field i18n-label label="Minst" [optional]="true" [fieldId]="id('min')" [error]="fault('min')">
        <input
          appControl
          type="number"
          [value]="question().min ?? ''"
          (input)="write({ min: bound($any($event.target)) })"
        />
      </app-field>
      <app-field i18n-label label="Högst" [optional]="true" [fieldId]="id('max')" [error]="fault('max')">
        <input
          appControl
          type="number"
          [value]="question().max ?? ''"
          (input)="write({ max: bound($any($event.target)) })"
        />
      </app-field>
    </div>
  `,
  styles: `
    .form-row {
      grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
      align-items: end;
    }
  `,
})
export class NumberFields {
  private readonly set = inject(WorkingSet);
  readonly question = input.required<Question>();
  protected readonly limits = QUESTION_LIMITS;

  protected id(field: keyof Question): string {
    return `question-${this.question().id}-${field}`;
  }
  protected fault(field: keyof Question): string | null {
    return this.set.faultAt(this.question().id, field);
  }
  protected write(changes: Partial<Question>): void {
    this.set.change(this.question().id, changes);
  }
  protected bound({ value, valueAsNumber }: HTMLInputElement): number | null {
    return value === '' || Number.isNaN(valueAsNumber) ? null : valueAsNumber;
  }
}
