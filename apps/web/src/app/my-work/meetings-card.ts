import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyWorkView } from '@insyn/api-schema';
import { formatDateShort, formatDateLong } from '@insyn/domain';
import { TimeOfDayPipe } from '../ui/dates.js';

/** The coming meetings, the nearest first. */
@Component({
  selector: 'app-meetings-card',
  imports: [RouterLink, TimeOfDayPipe],
  template: `
    <section class="card padded">
      <h2 i18n>Möten</h2>
      @for (meeting of meetings(); track $index) {
        <p>
          <b class="num">{{ dayOf(meeting.on) }} {{ meeting.startsAt | timeOfDay }}</b
          ><br />
          {{ meeting.unit }}<br />&ngsp;
          <a [routerLink]="['/uppfoljningar', meeting.followUpId, 'underlag']">{{ meeting.title }}</a>
        </p>
      } @empty {
        <p class="muted" i18n>Inga möten är bokade.</p>
      }
    </section>
  `,
  styles: `
    p {
      margin-top: 10px;
    }
    a {
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
  `,
})
export class MeetingsCard {
  readonly meetings = input.required<MyWorkView['meetings']>();

  protected dayOf(date: string): string {
    const weekday = formatDateLong(date).slice(0, 3);
    return `${weekday.charAt(0).toLocaleUpperCase('sv')}${weekday.slice(1)} ${formatDateShort(date)}`;
  }
}
