import { Component, computed, inject, input } from '@angular/core';
import { namedAnswers, type Question } from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { WorkingSet } from './working-set.js';

/** On which earlier answer the question is asked; always, when none is chosen. */
@Component({
  selector: 'app-condition-fields',
  imports: [Field, Control],
  template: `
    @if (targets().length > 0 || question().condition) {
      <div class="form-row">
        <app-field
          i18n-label
          label="Frågan ställs"
          [fieldId]="'question-' + question().id + '-condition'"
          [error]="fault()"
        >
          <select appControl (change)="choose($any($event.target).value)">
            <option value="" [selected]="!question().condition" i18n>Alltid</option>
            @for (each of targets(); track each.id) {
              <option [value]="each.id" [selected]="question().condition?.questionId === each.id" i18n>
                Beroende på {{ each.number }} {{ short(each.text) }}
              </option>
            }
            @if (question().condition && !target()) {
              <option [value]="question().condition?.questionId" selected i18n>
                Beroende på en fråga som inte står före
              </option>
            }
          </select>
        </app-field>
        @if (target(); as each) {
          <app-field i18n-label label="När svaret är" [fieldId]="'question-' + question().id + '-equals'">
            <select appControl (change)="answer($any($event.target).value)">
              @for (option of answersOf(each); track option) {
                <option [value]="option" [selected]="question().condition?.equals === option">{{ option }}</option>
              }
            </select>
          </app-field>
        }
      </div>
    }
  `,
})
export class ConditionFields {
  private readonly set = inject(WorkingSet);
  readonly question = input.required<Question>();
  protected readonly targets = computed(() => this.set.conditionTargets(this.question().id));
  protected readonly target = computed(
    () => this.targets().find(({ id }) => id === this.question().condition?.questionId) ?? null,
  );
  protected readonly answersOf = namedAnswers;

  protected fault(): string | null {
    return this.set.faultAt(this.question().id, 'condition');
  }
  protected short(text: string): string {
    return text.length > 50 ? `${text.slice(0, 48)}…` : text;
  }
  protected choose(questionId: string): void {
    const target = this.targets().find(({ id }) => id === questionId);
    const equals = target ? (namedAnswers(target)[0] ?? '') : '';
    this.set.change(this.question().id, { condition: target ? { questionId, equals } : null });
  }
  protected answer(equals: string): void {
    const { id, condition } = this.question();
    if (condition) this.set.change(id, { condition: { ...condition, equals } });
  }
}
