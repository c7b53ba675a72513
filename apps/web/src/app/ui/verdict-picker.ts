import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { VERDICT_LABELS, VERDICTS, type Verdict } from '@insyn/domain';
import { keyIsTaken } from './keyboard.js';
import { Sign } from './sign.js';
import { VERDICT_TONES } from './tone.js';

let count = 0;

/** The five verdicts as a radio group, also by the keys 1–5 wherever no text is being written. Fits `[formField]`. */
@Component({
  selector: 'app-verdict-picker',
  imports: [Sign],
  template: `
    <fieldset [attr.aria-describedby]="error() ? errorId : null" [attr.aria-invalid]="error() ? 'true' : null">
      <legend>{{ label() }}</legend>
      <p class="small muted keys">
        <ng-container i18n><kbd>1</kbd>–<kbd>5</kbd> väljer</ng-container><ng-content />
      </p>
      <div class="verdicts">
        @for (verdict of verdicts; track verdict) {
          <label [class]="tones[verdict]" [class.on]="value() === verdict">
            <input
              type="radio"
              [name]="groupName"
              [value]="verdict"
              [checked]="value() === verdict"
              [disabled]="disabled()"
              (change)="pick(verdict)"
              (blur)="touch.emit()"
            />
            <app-sign [tone]="tones[verdict]" />
            <span>{{ words[verdict] }}</span>
          </label>
        }
      </div>
      @if (error(); as text) {
        <p class="error-text" [id]="errorId">{{ text }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      position: relative;
    }
    legend {
      float: left;
    }
    .keys {
      position: absolute;
      top: 0;
      right: 0;
    }
    .verdicts {
      clear: both;
      display: grid;
      grid-template-columns: repeat(5, 1fr);
      gap: 8px;
      margin: 6px 0;
    }
    label {
      position: relative;
      margin: 0;
      min-height: 64px;
      padding: 9px 8px;
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 6px;
      text-align: center;
      line-height: 1.25;
      font-size: 14px;
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      background: var(--surface);
      cursor: pointer;
    }
    label:hover {
      background: var(--sunken);
    }
    label.on {
      box-shadow: inset 0 0 0 1px currentColor;
      border-color: currentColor;
      color: var(--none);
      background: var(--none-tint);
    }
    label.on.met {
      color: var(--met);
      background: var(--met-tint);
    }
    label.on.partly {
      color: var(--partly);
      background: var(--partly-tint);
    }
    label.on.notmet {
      color: var(--notmet);
      background: var(--notmet-tint);
    }
    label:has(:disabled) {
      cursor: default;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--focus-ring);
      outline-offset: 2px;
    }
    input {
      position: absolute;
      opacity: 0;
      inset: 0;
      width: 100%;
      height: 100%;
      cursor: inherit;
    }
    @media (max-width: 760px) {
      .keys {
        display: none;
      }
      .verdicts {
        grid-template-columns: 1fr;
      }
      label {
        flex-direction: row;
        min-height: 48px;
        padding-inline: 14px;
        gap: 12px;
        text-align: left;
      }
    }
  `,
  host: { '(document:keydown)': 'key($event)' },
})
export class VerdictPicker implements FormValueControl<Verdict | null> {
  readonly value = model<Verdict | null>(null);
  readonly touch = output<void>();
  readonly disabled = input(false);
  readonly label = input($localize`Bedömning`);
  /** Whether the keys 1–5 pick; off where several pickers share a page. */
  readonly keys = input(true);
  readonly error = input<string | null>(null);

  protected readonly verdicts = VERDICTS;
  protected readonly words = VERDICT_LABELS;
  protected readonly tones = VERDICT_TONES;
  protected readonly groupName = `verdict-${++count}`;
  protected readonly errorId = `${this.groupName}-error`;

  protected pick(verdict: Verdict): void {
    this.value.set(verdict);
    this.touch.emit();
  }

  protected key(event: KeyboardEvent): void {
    if (!this.keys() || this.disabled() || event.shiftKey || keyIsTaken(event)) return;
    const verdict = VERDICTS[Number(event.key) - 1];
    if (!verdict) return;
    event.preventDefault();
    this.pick(verdict);
  }
}
