import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id } from '@insyn/api-schema';
import { MEETING_STATE_LABELS } from '@insyn/domain';
import { OpenFollowUp } from '../follow-ups/open-follow-up.js';
import { Session } from '../sign-in/session.js';
import { Chip } from '../ui/chip.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { type Crumb, PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { AttendanceList } from './attendance-list.js';
import { MeetingActions } from './meeting-actions.js';
import { meetingPlaceText, meetingTimeText, meetingTone } from './meeting-facts.js';
import { MeetingNotesFeed, type ShownNote } from './meeting-notes.js';
import { NoteBox } from './note-box.js';
import { NoteItem } from './note-item.js';

interface NoteSection {
  /** The item of the agenda; null for what belongs to none. */
  id: Id | null;
  number: number | null;
  heading: string;
  label: string;
  notes: ShownNote[];
}

/** A meeting while it goes on: the agenda with a box to write in at every item, for a phone as well. */
@Component({
  selector: 'app-meeting-page',
  imports: [
    RouterLink,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    EmptyState,
    ErrorState,
    AttendanceList,
    MeetingActions,
    NoteBox,
    NoteItem,
  ],
  providers: [OpenFollowUp, MeetingNotesFeed],
  templateUrl: './meeting-page.html',
  styles: `
    .page,
    .sections {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
      max-width: 760px;
    }
    .state {
      position: sticky;
      top: 0;
      z-index: 1;
      background: var(--paper);
      padding: var(--s2) 0;
      font-size: 14px;
      color: var(--ink-2);
      border-bottom: 1px solid var(--line);
    }
    .state.late {
      color: var(--ink);
      font-weight: 600;
    }
    h2 {
      font-size: 17px;
    }
    .undo {
      position: sticky;
      bottom: var(--s3);
      z-index: 1;
    }
    @media (max-width: 760px) {
      .card.padded {
        padding: 14px 16px;
      }
    }
  `,
})
export class MeetingPage {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly feed = inject(MeetingNotesFeed);
  private readonly session = inject(Session);
  readonly id = input.required<string>();
  readonly evidenceId = input.required<string>();

  protected readonly evidence = computed(
    () => this.followUp.view()?.evidence.find(({ id, meeting }) => id === this.evidenceId() && meeting) ?? null,
  );
  protected readonly today = computed(() => this.session.today() ?? '');
  /** A cancelled meeting takes no more words, nor does a case that is frozen (R11). */
  protected readonly editable = computed(
    () => (this.followUp.view()?.editable ?? false) && this.evidence()?.meeting?.state !== 'cancelled',
  );
  protected readonly time = computed(() => {
    const evidence = this.evidence();
    return evidence ? meetingTimeText(evidence) : '';
  });
  protected readonly place = computed(() => {
    const evidence = this.evidence();
    return evidence ? meetingPlaceText(evidence) : '';
  });
  protected readonly tone = computed(() => meetingTone(this.evidence()?.meeting?.state ?? 'held'));
  protected readonly stateLabel = computed(() => MEETING_STATE_LABELS[this.evidence()?.meeting?.state ?? 'held']);
  protected readonly crumbs = computed((): Crumb[] => {
    const view = this.followUp.view();
    const list = { label: $localize`Uppföljningar`, link: '/uppfoljningar' };
    if (!view) return [list];
    const link = `/uppfoljningar/${view.id}`;
    return [list, { label: view.title, link }, { label: $localize`Underlag`, link: `${link}/underlag` }];
  });
  protected readonly sections = computed((): NoteSection[] => {
    const [agenda, notes] = [this.evidence()?.meeting?.agenda ?? [], this.feed.notes()];
    const items = agenda.map(({ id, text }, index) => ({
      id,
      number: index + 1,
      heading: text,
      label: $localize`Anteckna om ${text}`,
      notes: notes.filter(({ agendaItemId }) => agendaItemId === id),
    }));
    const free = notes.filter(({ agendaItemId }) => !agenda.some(({ id }) => id === agendaItemId));
    const heading = agenda.length > 0 ? $localize`Övrigt` : $localize`Anteckningar`;
    return [...items, { id: null, number: null, heading, label: $localize`Anteckna fritt`, notes: free }];
  });
  protected readonly stateText = computed(() => {
    const { kind, count } = this.feed.state();
    if (kind === 'sending') return $localize`Sparar …`;
    if (kind === 'waiting') {
      return count === 1
        ? $localize`Väntar på nätet (1 anteckning). Den finns kvar här.`
        : $localize`Väntar på nätet (${count} anteckningar). De finns kvar här.`;
    }
    if (kind === 'refused') {
      return count === 1 ? $localize`1 anteckning är inte sparad` : $localize`${count} anteckningar är inte sparade`;
    }
    return this.feed.loaded() ? $localize`Allt är sparat` : $localize`Läser in anteckningarna …`;
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.followUp.id.set(id));
    });
    effect(() => {
      const evidenceId = this.evidenceId();
      untracked(() => this.feed.open(evidenceId));
    });
  }
}
