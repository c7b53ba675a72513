import { Component, computed, input } from '@angular/core';
import { MAIL_STATE_LABELS, type MailState } from '@insyn/domain';
import { Chip } from '../ui/chip.js';
import type { Tone } from '../ui/tone.js';

const TONES: Record<MailState, Tone> = { waiting: 'info', sent: 'none', failed: 'notmet', uncertain: 'partly' };

/** Where a mail stands, in a word; only what needs someone looks different. */
@Component({
  selector: 'app-mail-state',
  imports: [Chip],
  template: `<app-chip [tone]="tone()" [label]="label()" />`,
})
export class MailStateChip {
  readonly state = input.required<MailState>();
  protected readonly tone = computed(() => TONES[this.state()]);
  protected readonly label = computed(() => MAIL_STATE_LABELS[this.state()]);
}
