import { Component, computed, input } from '@angular/core';
import {
  FOLLOW_UP_STATE_LABELS,
  OUTCOME_LABELS,
  VERDICT_LABELS,
  type FollowUpState,
  type Outcome,
  type Verdict,
} from '@insyn/domain';
import { Sign } from './sign.js';
import { FOLLOW_UP_STATE_TONES, OUTCOME_TONES, VERDICT_TONES, type Tone } from './tone.js';

/** A word with its shape and colour. Give one of `verdict`, `outcome`, `state`, or a `tone` with your own `label`. */
@Component({
  selector: 'app-chip',
  imports: [Sign],
  template: `@if (signed()) {
      <app-sign [tone]="shownTone()" />
    }
    <span>{{ word() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font: 600 14px/1 var(--sans);
      padding: 5px 9px;
      border-radius: 999px;
      background: var(--none-tint);
      color: var(--none);
      white-space: nowrap;
    }
    :host(.met) {
      background: var(--met-tint);
      color: var(--met);
    }
    :host(.partly) {
      background: var(--partly-tint);
      color: var(--partly);
    }
    :host(.notmet) {
      background: var(--notmet-tint);
      color: var(--notmet);
    }
    :host(.info) {
      background: var(--info-tint);
      color: var(--info);
    }
  `,
  host: { '[class]': 'shownTone()' },
})
export class Chip {
  readonly verdict = input<Verdict | null>();
  readonly outcome = input<Outcome | null>();
  readonly state = input<FollowUpState>();
  readonly tone = input<Tone>('none');
  readonly label = input<string>();

  protected readonly shownTone = computed((): Tone => {
    const [verdict, outcome, state] = [this.verdict(), this.outcome(), this.state()];
    if (verdict) return VERDICT_TONES[verdict];
    if (outcome) return OUTCOME_TONES[outcome];
    return state ? FOLLOW_UP_STATE_TONES[state] : this.tone();
  });
  protected readonly word = computed(() => {
    const [verdict, outcome, state] = [this.verdict(), this.outcome(), this.state()];
    if (this.label()) return this.label();
    if (verdict) return VERDICT_LABELS[verdict];
    if (outcome) return OUTCOME_LABELS[outcome];
    return state ? FOLLOW_UP_STATE_LABELS[state] : $localize`Inte bedömd`;
  });
  /** A state and a plain label have no sign: signs say how well, never how far (R8). */
  protected readonly signed = computed(
    () =>
      this.verdict() !== undefined ||
      this.outcome() !== undefined ||
      ['met', 'partly', 'notmet'].includes(this.shownTone()),
  );
}
