import { computed, DestroyRef, effect, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import type { Id, Instant, MeetingNoteView } from '@insyn/api-schema';
import { v7 } from 'uuid';
import { storageKey } from '../drafts/stored-text.js';
import { type Problem, toProblem } from '../http/problem.js';
import { Network } from '../shell/network.js';
import { Session } from '../sign-in/session.js';
import { MeetingsApi } from './meetings-api.js';
import { NoteQueue, type Refusal, type WaitingNote } from './note-queue.js';

/** How often others' notes are asked for, and for how long a removal can be taken back; milliseconds. */
export const NOTE_PACE = new InjectionToken<{ pollMs: number; undoMs: number }>('note pace', {
  factory: () => ({ pollMs: 4000, undoMs: 8000 }),
});

/** A note as the page shows it. */
export interface ShownNote {
  id: Id;
  agendaItemId: Id | null;
  text: string;
  author: string;
  mine: boolean;
  writtenAt: Instant;
  version: number | null;
  /** Not with the server yet as it stands. */
  waiting: boolean;
  refusal: Refusal | null;
}

/** The queues outlive the page: what was written there is sent though one has gone on to another. */
@Injectable({ providedIn: 'root' })
export class NoteQueues {
  private readonly api = inject(MeetingsApi);
  private readonly network = inject(Network);
  private readonly session = inject(Session);
  private readonly queues = new Map<string, { queue: NoteQueue; listeners: Set<Listener> }>();

  constructor() {
    effect(() => {
      if (!this.network.online()) return;
      untracked(() => this.queues.forEach(({ queue }) => void queue.send()));
    });
    const leaving = (event: BeforeUnloadEvent) => {
      if ([...this.queues.values()].some(({ queue }) => queue.waiting().length > 0)) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('beforeunload', leaving));
  }

  of(meetingId: Id, listener: Listener, owner: DestroyRef): NoteQueue {
    const key = this.keyOf(meetingId);
    const held = this.queues.get(key) ?? this.open(key, meetingId);
    held.listeners.add(listener);
    owner.onDestroy(() => held.listeners.delete(listener));
    return held.queue;
  }

  private keyOf(meetingId: Id): string {
    return storageKey(this.session.view()?.account.id ?? null, `meeting-notes/${meetingId}`);
  }

  private open(key: string, meetingId: Id) {
    const listeners = new Set<Listener>();
    const arrived: Listener = {
      kept: (note) => listeners.forEach((each) => each.kept(note)),
      removed: (id) => listeners.forEach((each) => each.removed(id)),
    };
    const maySend = () => this.keyOf(meetingId) === key;
    const queue = new NoteQueue(this.api, meetingId, key, arrived, maySend);
    const held = { queue, listeners };
    this.queues.set(key, held);
    return held;
  }
}

type Listener = { kept: (note: MeetingNoteView) => void; removed: (id: Id) => void };

/** The notes of one meeting as they are written, one's own and others'. Made by the page of the meeting. */
@Injectable()
export class MeetingNotesFeed {
  private readonly api = inject(MeetingsApi);
  private readonly queues = inject(NoteQueues);
  private readonly session = inject(Session);
  private readonly network = inject(Network);
  private readonly pace = inject(NOTE_PACE);
  private readonly owner = inject(DestroyRef);
  private meetingId: Id = '';
  private since: Instant | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private closed = false;

  private readonly known = signal<ReadonlyMap<Id, MeetingNoteView>>(new Map());
  private readonly queue = signal<NoteQueue | null>(null);
  /** Why the notes could not be read at first; null once they have been. */
  readonly problem = signal<Problem | null>(null);
  readonly loaded = signal(false);
  /** The note that was just removed here and can be put back. */
  readonly removed = signal<ShownNote | null>(null);
  private removal: ReturnType<typeof setTimeout> | undefined;

  readonly notes = computed((): ShownNote[] => {
    const [queue, known] = [this.queue(), this.known()];
    const waiting = new Map(queue?.waiting().map((note) => [note.id, note]));
    const hidden = this.removed()?.id;
    const shown = [...known.values()].map((note): ShownNote => {
      const own = waiting.get(note.id);
      return own ? this.shown(own) : { ...note, waiting: false, refusal: null };
    });
    const unknown = [...waiting.values()].filter(({ id }) => !known.has(id)).map((note) => this.shown(note));
    const gone = (id: Id) => id === hidden || (waiting.get(id)?.removed && !queue?.refusals().has(id));
    return [...shown, ...unknown]
      .filter(({ id }) => !gone(id))
      .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt) || a.id.localeCompare(b.id));
  });
  /** How it stands with what one has written oneself. */
  readonly state = computed((): { kind: 'saved' | 'sending' | 'waiting' | 'refused'; count: number } => {
    const queue = this.queue();
    const count = queue?.count() ?? 0;
    if (queue && queue.refusals().size > 0) return { kind: 'refused', count: queue.refusals().size };
    if (count === 0) return { kind: 'saved', count };
    return { kind: queue?.stopped() || !this.network.online() ? 'waiting' : 'sending', count };
  });

  open(meetingId: Id): void {
    this.meetingId = meetingId;
    const queue = this.queues.of(
      meetingId,
      { kept: (note) => this.learn([note], []), removed: (id) => this.learn([], [id]) },
      this.owner,
    );
    this.queue.set(queue);
    void queue.send();
    const visible = () => document.visibilityState === 'visible' && void this.read();
    document.addEventListener('visibilitychange', visible);
    this.owner.onDestroy(() => {
      this.closed = true;
      clearTimeout(this.timer);
      document.removeEventListener('visibilitychange', visible);
      this.finishRemoval();
    });
    void this.read();
  }

  /** Writes down a note; it is kept at once and sent when it can be. */
  write(agendaItemId: Id | null, text: string): void {
    const writtenAt = new Date().toISOString();
    this.queue()?.put({ id: v7(), agendaItemId, text, writtenAt, version: null, removed: false });
  }

  change(note: ShownNote, text: string): void {
    this.queue()?.put({ ...waitingOf(note), text });
  }

  /** After a conflict: one's own text in the place of what is saved. */
  keepMine(note: ShownNote): void {
    if (note.refusal?.gone) {
      this.queue()?.drop(note.id);
      this.learn([], [note.id]);
      this.write(note.agendaItemId, note.text);
    } else {
      this.queue()?.put({ ...waitingOf(note), version: note.refusal?.theirs?.version ?? note.version });
    }
  }

  /** After a refusal: what is saved, in the place of one's own text. */
  takeTheirs(note: ShownNote): void {
    const { refusal } = note;
    this.queue()?.drop(note.id);
    const saved = this.known().get(note.id);
    if (saved && refusal?.theirs) this.learn([{ ...saved, ...refusal.theirs }], []);
    else if (refusal?.gone) this.learn([], [note.id]);
  }

  /** Takes a note away; for a while it can be put back. */
  remove(note: ShownNote): void {
    this.finishRemoval();
    this.removed.set(note);
    this.removal = setTimeout(() => this.finishRemoval(), this.pace.undoMs);
  }

  undo(): void {
    clearTimeout(this.removal);
    this.removed.set(null);
  }

  /** Reads what is new, and goes on as long as the page is seen. */
  async read(): Promise<void> {
    if (this.reading || this.closed) return;
    clearTimeout(this.timer);
    this.reading = true;
    try {
      const { notes, removed, now } = await this.api.notes(this.meetingId, this.since);
      this.since = now;
      this.learn(notes, removed);
      this.loaded.set(true);
      this.problem.set(null);
    } catch (error) {
      if (!this.loaded()) this.problem.set(toProblem(error));
    } finally {
      this.reading = false;
    }
    const forbidden = [403, 404].includes(this.problem()?.status ?? 0);
    if (this.isSeen() && !forbidden) this.timer = setTimeout(() => void this.read(), this.pace.pollMs);
  }

  private isSeen(): boolean {
    return !this.closed && document.visibilityState === 'visible';
  }

  private finishRemoval(): void {
    clearTimeout(this.removal);
    const note = this.removed();
    if (!note) return;
    this.queue()?.put({ ...waitingOf(note), removed: true });
    this.removed.set(null);
  }

  /** An answer that was on its way while one's own newer one arrived does not take it back. */
  private learn(notes: readonly MeetingNoteView[], removed: readonly Id[]): void {
    this.known.update((before) => {
      const known = new Map(before);
      for (const note of notes) if ((known.get(note.id)?.version ?? 0) <= note.version) known.set(note.id, note);
      for (const id of removed) known.delete(id);
      return known;
    });
  }

  private shown(note: WaitingNote): ShownNote {
    const refusal = this.queue()?.refusals().get(note.id) ?? null;
    const author = this.session.view()?.account.name ?? '';
    return { ...note, author, mine: true, waiting: true, refusal };
  }
}

function waitingOf({ id, agendaItemId, text, writtenAt, version }: ShownNote): WaitingNote {
  return { id, agendaItemId, text, writtenAt, version, removed: false };
}
