import { Component, computed, input } from '@angular/core';

/** One step of a case: what it is called, when or how far ("12 okt", "8 av 10 klara"), and where the case stands. */
export interface Step {
  label: string;
  note?: string;
  state: 'done' | 'now' | 'ahead';
}

/** Where a case is: a thin line of steps with dates; on a phone one sentence. */
@Component({
  selector: 'app-step-line',
  template: `
    <ol>
      @for (step of steps(); track step.label) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'now' ? 'step' : null">
          {{ step.label }}
          @if (step.state === 'done') {
            <span class="visually-hidden" i18n>, klart</span>
          }
          <small>{{ step.note }}</small>
        </li>
      }
    </ol>
    @if (place(); as now) {
      <p aria-hidden="true">
        <span i18n>Steg {{ now.number }} av {{ steps().length }}:</span>&ngsp;<b>{{ now.step.label }}</b>
        @if (now.step.note) {
          <span class="muted">, {{ now.step.note }}</span>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    ol {
      display: flex;
      list-style: none;
      padding: 0;
      border-bottom: 1px solid var(--line);
    }
    li {
      flex: 1;
      padding: 0 8px 10px 0;
      font-size: 14px;
      color: var(--ink-3);
      border-bottom: 3px solid transparent;
      margin-bottom: -1px;
    }
    li.done {
      color: var(--ink-2);
      border-color: var(--line-strong);
    }
    li.now {
      color: var(--pine);
      font-weight: 650;
      border-color: var(--pine);
    }
    small {
      display: block;
      font-weight: 400;
      color: var(--ink-3);
      min-height: 21px;
    }
    p {
      display: none;
    }
    @media (max-width: 760px) {
      ol {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      p {
        display: block;
        border-bottom: 3px solid var(--pine);
        padding-bottom: 8px;
      }
    }
  `,
})
export class StepLine {
  readonly steps = input.required<readonly Step[]>();
  protected readonly place = computed(() => {
    const index = this.steps().findIndex(({ state }) => state === 'now');
    const step = this.steps()[index];
    return step ? { step, number: index + 1 } : null;
  });
}
