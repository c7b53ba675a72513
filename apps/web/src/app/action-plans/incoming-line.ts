import { Component, input } from '@angular/core';
import type { PlanRoundView } from '@insyn/api-schema';
import { INCOMING_CHANNEL_LABELS } from '@insyn/domain';
import { DateLongPipe, InstantShortPipe } from '../ui/dates.js';

/** How a round came: handed in in the portal by whom, or on paper or by e-mail, with the document and who entered it. */
@Component({
  selector: 'app-incoming-line',
  imports: [DateLongPipe, InstantShortPipe],
  template: `
    @if (round().incoming; as incoming) {
      <ng-container i18n
        >inkom {{ channels[incoming.channel] }} {{ incoming.arrivedOn | dateLong }}, införd
        {{ incoming.enteredOn | dateLong }} av {{ incoming.enteredBy }} (kommunen)</ng-container
      >
    } @else {
      <ng-container i18n
        >lämnades in {{ round().submittedAt | instantShort }} av {{ round().submittedBy }}</ng-container
      >
    }
    @if (round().late) {
      <span class="late" i18n>&ngsp;efter svarstiden</span>
    }
    @if (round().incoming; as incoming) {
      · <a [href]="incoming.file.href" download i18n>Handlingen som kom in</a>
    }
  `,
})
export class IncomingLine {
  readonly round = input.required<PlanRoundView>();
  protected readonly channels = INCOMING_CHANNEL_LABELS;
}
