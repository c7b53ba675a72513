import { afterNextRender, Component, ElementRef, inject, Injector, input } from '@angular/core';
import { type Question, QUESTION_LIMITS } from '@insyn/domain';
import { WorkingSet } from './working-set.js';

/** The options of a choice. */
@Component({
  selector: 'app-option-fields',
  template: `
    <fieldset [attr.aria-describedby]="fault() ? errorId() : null" [attr.aria-invalid]="fault() ? 'true' : null">
      <legend i18n>Alternativ</legend>
      @for (option of question().options; track $index) {
        <div class="line">
          <input
            autocomplete="off"
            i18n-aria-label
            aria-label="Alternativ {{ $index + 1 }}"
            [id]="$index === 0 ? 'question-' + question().id + '-options' : null"
            [attr.maxlength]="limits.option"
            [value]="option"
            (input)="write($index, $any($event.target).value)"
          />
          <button type="button" class="quiet" (click)="remove($index)">
            <ng-container i18n>Ta bort</ng-container
            ><span class="visually-hidden" i18n> alternativ {{ $index + 1 }}</span>
          </button>
        </div>
      }
      @if (fault(); as text) {
        <p class="error-text" [id]="errorId()">{{ text }}</p>
      }
      @if (question().options.length < limits.options) {
        <button type="button" (click)="add()" i18n>Lägg till alternativ</button>
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
      display: flex;
      gap: var(--s2);
      width: 100%;
    }
  `,
})
export class OptionFields {
  private readonly set = inject(WorkingSet);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly question = input.required<Question>();
  protected readonly limits = QUESTION_LIMITS;

  protected errorId(): string {
    return `question-${this.question().id}-options-error`;
  }
  protected fault(): string | null {
    return this.set.faultAt(this.question().id, 'options');
  }
  /** A renamed option keeps the rules that name it: the condition of later questions and the finding. */
  protected write(index: number, text: string): void {
    const { id, options, finding } = this.question();
    const before = options[index];
    for (const { id: later, condition } of this.set.written()) {
      if (condition?.questionId === id && condition.equals === before) {
        this.set.change(later, { condition: { ...condition, equals: text } });
      }
    }
    const answers = finding?.answers.map((answer) => (answer === before ? text : answer)) ?? [];
    this.set.change(id, { options: options.with(index, text), finding: finding && { ...finding, answers } });
  }
  protected add(): void {
    this.set.change(this.question().id, { options: [...this.question().options, ''] });
    this.focusLater();
  }
  protected remove(index: number): void {
    this.set.change(this.question().id, { options: this.question().options.toSpliced(index, 1) });
    this.focusLater();
  }
  private focusLater(): void {
    const last = () => [...this.host.nativeElement.querySelectorAll('input')].at(-1);
    afterNextRender(() => last()?.focus(), { injector: this.injector });
  }
}
