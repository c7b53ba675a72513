import { Component, computed, ElementRef, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';

let count = 0;

/** Several of a few choices, as boxes to tick under one legend. Fits `[formField]`. */
@Component({
  selector: 'app-choice-list',
  template: `
    <fieldset
      [attr.aria-describedby]="shownError() ? errorId : null"
      [attr.aria-invalid]="shownError() ? 'true' : null"
    >
      <legend>{{ label() }}</legend>
      <div class="choices">
        @for (choice of choices(); track choice.value) {
          <label class="choice">
            <input
              type="checkbox"
              [checked]="value().includes(choice.value)"
              (change)="toggle(choice.value)"
              (blur)="touch.emit()"
            />
            <span>{{ choice.label }}</span>
          </label>
        }
      </div>
      @if (shownError(); as text) {
        <p class="error-text" [id]="errorId">{{ text }}</p>
      }
    </fieldset>
  `,
  styles: `
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      column-gap: var(--s4);
    }
  `,
})
export class ChoiceList<T extends string> implements FormValueControl<T[]> {
  readonly value = model<T[]>([]);
  readonly touch = output<void>();
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly label = input.required<string>();
  readonly choices = input.required<readonly { value: T; label: string }[]>();

  protected readonly errorId = `choices-${++count}-error`;
  protected readonly shownError = computed(() => (this.touched() ? (this.errors()[0]?.message ?? null) : null));
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }

  protected toggle(choice: T): void {
    const ticked = new Set(this.value());
    if (!ticked.delete(choice)) ticked.add(choice);
    this.value.set(
      this.choices()
        .map(({ value }) => value)
        .filter((value) => ticked.has(value)),
    );
  }
}
