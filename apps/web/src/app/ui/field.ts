import { Component, computed, Directive, inject, input, linkedSignal } from '@angular/core';
import { HeldPointer } from './held-pointer.js';

let count = 0;

/** What a field needs to know of a signal form's field; every `FieldTree` fits. */
export type FieldStatus = () => {
  errors: () => readonly { message?: string | undefined }[];
  touched: () => boolean;
  required: () => boolean;
};

/**
 * A label, a hint and an error around one control, tied together for screen readers:
 * `<app-field label="…" hint="…" [of]="form.email"><input appControl [formField]="form.email" /></app-field>`.
 * Give `of` for a signal form's field, or `error` for a text of your own.
 */
@Component({
  selector: 'app-field',
  template: `
    <label [for]="controlId()"
      >{{ label() }}
      @if (optional()) {
        <span class="hint" i18n>Frivilligt</span>
      }
      @if (note(); as text) {
        <span class="hint">{{ text }}</span>
      }
    </label>
    @if (hint(); as text) {
      <p class="hint" [id]="hintId()">{{ text }}</p>
    }
    <ng-content />
    @if (shownError(); as text) {
      <p class="error-text" [id]="errorId()">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      min-width: 0;
    }
    label {
      margin: 0;
    }
    .hint {
      margin-bottom: 2px;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  /** A word beside the label that says what becomes of the text: "Publiceras". */
  readonly note = input<string | null>(null);
  readonly optional = input(false);
  readonly error = input<string | null>(null);
  readonly of = input<FieldStatus | null>(null);
  /** The control's id; made up when it is not given. */
  readonly fieldId = input<string | null>(null);

  private readonly madeUp = `field-${++count}`;
  readonly controlId = computed(() => this.fieldId() ?? this.madeUp);
  protected readonly hintId = computed(() => `${this.controlId()}-hint`);
  protected readonly errorId = computed(() => `${this.controlId()}-error`);
  private readonly pointer = inject(HeldPointer);
  private readonly presentError = computed(() => {
    const state = this.of()?.();
    if (this.error() || !state?.touched()) return this.error();
    return state.errors()[0]?.message ?? null;
  });
  /** Comes and goes between presses of the pointer, never during one. */
  readonly shownError = linkedSignal<{ held: boolean; error: string | null }, string | null>({
    source: () => ({ held: this.pointer.held(), error: this.presentError() }),
    computation: ({ held, error }, before) => (held && before ? before.value : error),
  });
  readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId(), this.shownError() && this.errorId()].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });
}

/** Ties the control inside an `app-field` to its label, hint and error. */
@Directive({
  selector: 'input[appControl], textarea[appControl], select[appControl]',
  host: {
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.shownError() ? "true" : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
