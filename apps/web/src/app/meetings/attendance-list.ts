import { Component, computed, inject, input } from '@angular/core';
import type { Id, MeetingView } from '@insyn/api-schema';
import { PARTICIPANT_SIDE_LABELS, PARTICIPANT_SIDES } from '@insyn/domain';
import { OpenFollowUp } from '../follow-ups/open-follow-up.js';
import { MeetingsApi } from './meetings-api.js';

/** Who takes part from each side and, from the day of the meeting on, who came. */
@Component({
  selector: 'app-attendance-list',
  template: `
    @for (side of sides(); track side.label) {
      <div>
        <h3>{{ side.label }}</h3>
        <ul>
          @for (person of side.people; track person.id) {
            <li>
              @if (ticks()) {
                <label class="choice">
                  <input
                    type="checkbox"
                    [checked]="person.attended === true"
                    (change)="tick(person.id, $any($event.target).checked)"
                  />
                  <span
                    >{{ person.name }}<span class="muted">, {{ person.role }}</span></span
                  >
                </label>
              } @else {
                {{ person.name }}<span class="muted">, {{ person.role }}{{ cameWord(person.attended) }}</span>
              }
            </li>
          } @empty {
            <li class="muted" i18n>Ingen antecknad</li>
          }
        </ul>
      </div>
    }
    @if (ticks()) {
      <p class="small muted whole" i18n>Kryssa för dem som var med.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
      gap: var(--s3) var(--s4);
    }
    ul {
      list-style: none;
      padding: 0;
    }
    .whole {
      grid-column: 1 / -1;
    }
  `,
})
export class AttendanceList {
  private readonly api = inject(MeetingsApi);
  private readonly followUp = inject(OpenFollowUp);
  readonly meetingId = input.required<Id>();
  readonly meeting = input.required<MeetingView>();
  readonly heldOn = input.required<string>();
  readonly today = input.required<string>();
  readonly editable = input.required<boolean>();

  protected readonly ticks = computed(
    () => this.editable() && this.meeting().state !== 'cancelled' && this.heldOn() <= this.today(),
  );
  protected readonly sides = computed(() =>
    PARTICIPANT_SIDES.map((side) => ({
      label: PARTICIPANT_SIDE_LABELS[side],
      people: this.meeting().participants.filter((person) => person.side === side),
    })),
  );

  protected cameWord(attended: boolean | null): string {
    if (attended === null) return '';
    return attended ? $localize`, var med` : $localize`, var inte med`;
  }

  protected async tick(id: Id, attended: boolean): Promise<void> {
    const done = await this.followUp.act(() => this.api.attend(this.meetingId(), [{ id, attended }]));
    if (!done) this.followUp.reload();
  }
}
