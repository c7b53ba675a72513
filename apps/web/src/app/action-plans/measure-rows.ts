import { afterNextRender, Component, inject, Injector, input, output } from '@angular/core';
import { PLAN_LIMITS, type PlanHint, type PlanMeasure } from '@insyn/domain';
import { Control, Field } from '../ui/field.js';
import { planControlId } from './plan-words.js';

/** The measures of one requirement as rows: what, which role and when. They are added, moved and taken away by buttons. */
@Component({
  selector: 'app-measure-rows',
  imports: [Field, Control],
  template: `
    <fieldset [id]="idOf('measures')" tabindex="-1">
      <legend i18n>Åtgärder</legend>
      <ol>
        @for (measure of measures(); track $index) {
          <li>
            <app-field
              class="what"
              i18n-label
              label="Vad ska vara gjort?"
              [fieldId]="idOf('measures.' + $index + '.text')"
              [hint]="hintsOf($index, 'text')"
            >
              <textarea
                appControl
                rows="2"
                [attr.maxlength]="limits.measure"
                [value]="measure.text"
                (input)="write($index, { text: $any($event.target).value })"
              ></textarea>
            </app-field>
            <app-field
              i18n-label
              label="Ansvarig roll"
              [fieldId]="idOf('measures.' + $index + '.responsible')"
              [hint]="hintsOf($index, 'responsible') ?? roleHint"
            >
              <input
                appControl
                [attr.maxlength]="limits.responsible"
                [value]="measure.responsible"
                (input)="write($index, { responsible: $any($event.target).value })"
              />
            </app-field>
            <app-field
              i18n-label
              label="Klart den"
              [fieldId]="idOf('measures.' + $index + '.due')"
              [hint]="hintsOf($index, 'due')"
            >
              <input
                appControl
                type="date"
                [value]="measure.due ?? ''"
                (change)="write($index, { due: $any($event.target).value || null })"
              />
            </app-field>
            <div class="buttons">
              <button type="button" class="quiet" [attr.aria-disabled]="$first || null" (click)="move($index, -1)">
                <ng-container i18n>Flytta upp</ng-container
                ><span class="visually-hidden" i18n>&ngsp;åtgärd {{ $index + 1 }}</span>
              </button>
              <button type="button" class="quiet" [attr.aria-disabled]="$last || null" (click)="move($index, 1)">
                <ng-container i18n>Flytta ned</ng-container
                ><span class="visually-hidden" i18n>&ngsp;åtgärd {{ $index + 1 }}</span>
              </button>
              <button type="button" class="quiet" (click)="remove($index)">
                <ng-container i18n>Ta bort</ng-container
                ><span class="visually-hidden" i18n>&ngsp;åtgärd {{ $index + 1 }}</span>
              </button>
            </div>
          </li>
        }
      </ol>
      @if (measures().length < limits.measures) {
        <button type="button" [id]="idOf('add')" (click)="add()" i18n>Lägg till en åtgärd</button>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      outline: none;
    }
    legend {
      font-weight: 600;
      padding: 0;
    }
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 12px;
      margin-block: 6px 10px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 180px;
      gap: 10px 16px;
      border: 1px solid var(--line);
      border-radius: var(--r);
      padding: 12px 14px;
    }
    .what,
    .buttons {
      grid-column: 1 / -1;
    }
    .buttons {
      margin-left: -14px;
      gap: 0;
    }
    .buttons [aria-disabled='true'] {
      background: none;
      border-color: transparent;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class MeasureRows {
  private readonly injector = inject(Injector);
  readonly actionId = input.required<string>();
  readonly measures = input.required<readonly PlanMeasure[]>();
  readonly hints = input<readonly PlanHint[]>([]);
  readonly changed = output<readonly PlanMeasure[]>();

  protected readonly limits = PLAN_LIMITS;
  protected readonly roleHint = $localize`En roll, inte ett namn: till exempel enhetschef`;

  protected idOf(field: string): string {
    return planControlId(this.actionId(), field);
  }

  protected hintsOf(index: number, key: string): string | null {
    const own = this.hints().filter(({ field }) => field === `measures.${index}.${key}`);
    return own.map(({ message }) => message).join(' ') || null;
  }

  protected write(index: number, changes: Partial<PlanMeasure>): void {
    this.changed.emit(this.measures().map((measure, at) => (at === index ? { ...measure, ...changes } : measure)));
  }

  protected add(): void {
    const index = this.measures().length;
    this.changed.emit([...this.measures(), { text: '', responsible: '', due: null }]);
    this.focus(`measures.${index}.text`);
  }

  protected move(index: number, by: -1 | 1): void {
    const to = index + by;
    const measures = [...this.measures()];
    const [moved] = measures.splice(index, 1);
    if (!moved || to < 0 || to > measures.length) return;
    measures.splice(to, 0, moved);
    this.changed.emit(measures);
    this.focus(`measures.${to}.text`);
  }

  protected remove(index: number): void {
    this.changed.emit(this.measures().filter((_, at) => at !== index));
    this.focus('add');
  }

  private focus(field: string): void {
    afterNextRender(() => document.getElementById(this.idOf(field))?.focus(), { injector: this.injector });
  }
}
