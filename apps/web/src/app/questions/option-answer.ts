import { Component, input, output } from '@angular/core';

/** One or several of a few words: radios, or boxes to tick. The legend stands in `app-question-field`. */
@Component({
  selector: 'app-option-answer',
  template: `
    <div class="options" [class.row]="options().length <= 2">
      @for (option of options(); track option; let first = $first) {
        <label class="choice">
          <input
            [type]="multiple() ? 'checkbox' : 'radio'"
            [name]="controlId()"
            [id]="first ? controlId() : controlId() + '-' + $index"
            [checked]="chosen().includes(option)"
            [attr.aria-describedby]="describedBy()"
            (change)="choose(option, $any($event.target).checked)"
            (blur)="left.emit()"
          />
          <span>{{ option }}</span>
        </label>
      }
    </div>
    @if (!multiple() && clearable() && chosen().length > 0) {
      <button type="button" class="quiet" (click)="chosenChange.emit([])" i18n>Rensa svaret</button>
    }
  `,
  styles: `
    .options {
      display: grid;
    }
    .options.row {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s5);
    }
    .choice {
      padding-block: 6px;
      min-width: 88px;
    }
    .choice input {
      flex: none;
    }
    button {
      margin-left: -16px;
    }
  `,
})
export class OptionAnswer {
  readonly options = input.required<readonly string[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly multiple = input(false);
  readonly clearable = input(false);
  readonly controlId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly chosenChange = output<string[]>();
  readonly left = output();

  protected choose(option: string, on: boolean): void {
    if (!this.multiple()) return this.chosenChange.emit([option]);
    const ticked = new Set(this.chosen());
    if (on) ticked.add(option);
    else ticked.delete(option);
    this.chosenChange.emit(this.options().filter((each) => ticked.has(each)));
  }
}
