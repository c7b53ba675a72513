import { Component, input, linkedSignal, output } from '@angular/core';
import { type AnswerValue, numberAsText, numberFromText, type Question } from '@insyn/domain';

/** A number as Swedes write it, with its unit beside it. What cannot be read as a number is told of, and not answered with. */
@Component({
  selector: 'app-number-answer',
  template: `
    <input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      [id]="controlId()"
      [value]="text()"
      [attr.aria-describedby]="described()"
      [attr.aria-invalid]="invalid() ? 'true' : null"
      [attr.aria-required]="question().required || null"
      (input)="write($any($event.target).value)"
      (blur)="left.emit()"
    />
    @if (question().unit; as unit) {
      <span [id]="controlId() + '-enhet'">{{ unit }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 10px;
      align-items: center;
    }
    input:not([type='radio']) {
      width: 160px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class NumberAnswer {
  readonly question = input.required<Question>();
  readonly value = input.required<AnswerValue | null>();
  readonly controlId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly valueChange = output<AnswerValue | null>();
  /** What is wrong with the text when it is no number; null when it is one. */
  readonly unreadable = output<string | null>();
  readonly left = output();

  /** What is typed stays as it is typed for as long as it means the answer. */
  protected readonly text = linkedSignal<AnswerValue | null, string>({
    source: this.value,
    computation: (value, previous) => {
      const number = value?.kind === 'number' ? value.number : null;
      if (previous && numberFromText(previous.value) === number) return previous.value;
      return number === null ? '' : numberAsText(number);
    },
  });

  protected described(): string | null {
    const unit = this.question().unit ? `${this.controlId()}-enhet` : null;
    return [unit, this.describedBy()].filter(Boolean).join(' ') || null;
  }

  protected write(text: string): void {
    this.text.set(text);
    const number = numberFromText(text);
    const empty = text.trim() === '';
    this.unreadable.emit(number === null && !empty ? $localize`Skriv ett tal, till exempel 1 234,5` : null);
    if (number !== null || empty) this.valueChange.emit(number === null ? null : { kind: 'number', number });
  }
}
