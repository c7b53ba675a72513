import { Component, inject, input } from '@angular/core';
import { ANSWER_KIND_LABELS, ANSWER_KINDS, type AnswerKind, type Question, QUESTION_LIMITS } from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { ConditionFields } from './condition-fields.js';
import { FindingFields } from './finding-fields.js';
import { OptionFields } from './option-fields.js';
import { ColumnFields } from './column-fields.js';
import { NumberFields } from './number-fields.js';
import { WorkingSet } from './working-set.js';

/** The fields of one question; what is asked for follows the kind of answer. */
@Component({
  selector: 'app-question-form',
  imports: [Field, Control, OptionFields, ColumnFields, NumberFields, ConditionFields, FindingFields],
  template: `
    @if (question(); as q) {
      <div class="first">
        <app-field i18n-label label="Nummer" [fieldId]="id('number')" [error]="fault('number')">
          <input
            appControl
            autocomplete="off"
            [attr.maxlength]="limits.number"
            [value]="q.number"
            (input)="write({ number: textOf($event) })"
          />
        </app-field>
        <app-field i18n-label label="Svaret är" [fieldId]="id('kind')" [error]="fault('kind')">
          <select appControl (change)="choose($any($event.target).value)">
            @for (kind of kinds; track kind) {
              <option [value]="kind" [selected]="q.kind === kind">{{ kindLabels[kind] }}</option>
            }
          </select>
        </app-field>
      </div>
      <app-field i18n-label label="Fråga" [fieldId]="id('text')" [error]="fault('text')">
        <textarea
          appControl
          class="low"
          [attr.maxlength]="limits.text"
          [value]="q.text"
          (input)="write({ text: textOf($event) })"
        ></textarea>
      </app-field>
      <app-field
        i18n-label
        label="Vägledning"
        i18n-hint
        hint="Står under frågan: vad ni menar, vilken period, vilka som räknas"
        [optional]="true"
        [fieldId]="id('guidance')"
        [error]="fault('guidance')"
      >
        <textarea
          appControl
          class="low"
          [attr.maxlength]="limits.guidance"
          [value]="q.guidance"
          (input)="write({ guidance: textOf($event) })"
        ></textarea>
      </app-field>
      <label class="choice">
        <input type="checkbox" [checked]="q.required" (change)="write({ required: $any($event.target).checked })" />
        <span i18n>Måste besvaras</span>
      </label>
      @switch (q.kind) {
        @case ('number') {
          <app-number-fields [question]="q" />
        }
        @case ('share') {
          <app-field
            i18n-label
            label="Vad som räknas"
            i18n-hint
            hint="Till exempel personer. Utföraren skriver hur många av hur många, aldrig procent."
            [optional]="true"
            [fieldId]="id('unit')"
            [error]="fault('unit')"
          >
            <input
              appControl
              autocomplete="off"
              [attr.maxlength]="limits.unit"
              [value]="q.unit"
              (input)="write({ unit: textOf($event) })"
            />
          </app-field>
        }
        @case ('choice') {
          <app-option-fields [question]="q" />
        }
        @case ('multiple-choice') {
          <app-option-fields [question]="q" />
        }
        @case ('table') {
          <app-column-fields [question]="q" />
        }
      }
      <div class="form-row">
        <app-field
          i18n-label
          label="Lagrum"
          i18n-hint
          hint="Till exempel 21 b § LSS"
          [optional]="true"
          [fieldId]="id('legalGround')"
          [error]="fault('legalGround')"
        >
          <input
            appControl
            autocomplete="off"
            [attr.maxlength]="limits.legalGround"
            [value]="q.legalGround"
            (input)="write({ legalGround: textOf($event) })"
          />
        </app-field>
        <app-field
          i18n-label
          label="Avtalspunkt"
          i18n-hint
          hint="Dess nummer, till exempel 15"
          [optional]="true"
          [fieldId]="id('clauseNumber')"
          [error]="fault('clauseNumber')"
        >
          <input
            appControl
            autocomplete="off"
            [attr.maxlength]="limits.clauseNumber"
            [value]="q.clauseNumber"
            (input)="write({ clauseNumber: textOf($event) })"
          />
        </app-field>
      </div>
      <app-condition-fields [question]="q" />
      <app-finding-fields [question]="q" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
    .first {
      display: grid;
      grid-template-columns: 110px minmax(0, 260px);
      gap: var(--s4);
    }
    .low {
      min-height: 68px;
    }
    @media (max-width: 760px) {
      .first {
        grid-template-columns: 84px minmax(0, 1fr);
      }
    }
  `,
})
export class QuestionForm {
  private readonly set = inject(WorkingSet);
  readonly question = input.required<Question>();

  protected readonly kinds = ANSWER_KINDS;
  protected readonly kindLabels = ANSWER_KIND_LABELS;
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

  /** What another kind asked for stays until the question is saved, so that a slip of the hand loses nothing. */
  protected choose(kind: AnswerKind): void {
    const { options, columns } = this.question();
    const isChoice = kind === 'choice' || kind === 'multiple-choice';
    this.write({
      kind,
      ...(isChoice && options.length === 0 ? { options: ['', ''] } : {}),
      ...(kind === 'table' && columns.length === 0
        ? { columns: [{ id: 'kolumn-1', text: '', kind: 'text' as const }] }
        : {}),
    });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
