import { computed, signal } from '@angular/core';
import type { Id, Instant, MeetingNoteView } from '@insyn/api-schema';
import { readStored, store } from '../drafts/stored-text.js';
import { type Problem, toProblem } from '../http/problem.js';
import type { MeetingsApi } from './meetings-api.js';

/** A note of one's own that the server does not have yet as it stands here. */
export interface WaitingNote {
  id: Id;
  agendaItemId: Id | null;
  text: string;
  writtenAt: Instant;
  /** The version it was changed from; null for a note that is new. */
  version: number | null;
  removed: boolean;
}

/** Why a note was not taken: changed by oneself elsewhere (`theirs`), or for good. */
export interface Refusal {
  title: string;
  theirs: { text: string; version: number } | null;
  /** Gone on the server: it can only be saved as a new note. */
  gone: boolean;
}

const AGAIN_MS = 5000;

/**
 * The notes of a meeting on their way to the server, one at a time and in order. They lie in the tab's storage until the
 * server has them. A note keeps the id that it got here, so one that is sent again after a lost answer is the same note.
 */
export class NoteQueue {
  readonly waiting = signal<readonly WaitingNote[]>([]);
  readonly refusals = signal<ReadonlyMap<Id, Refusal>>(new Map());
  /** True while the last attempt found no network or no server. */
  readonly stopped = signal(false);
  readonly count = computed(() => this.waiting().filter(({ id }) => !this.refusals().has(id)).length);
  private sending = false;
  /** Those that the server may have, though no answer came. */
  private readonly tried: Set<Id>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: MeetingsApi,
    private readonly meetingId: Id,
    private readonly storageKey: string,
    /** Told of each note that has arrived, and of each that is gone. */
    private readonly arrived: { kept: (note: MeetingNoteView) => void; removed: (id: Id) => void },
    /** False once its writer has signed out: nothing goes out in another's name. */
    private readonly maySend: () => boolean,
  ) {
    this.waiting.set(readStored<WaitingNote[]>(storageKey) ?? []);
    this.tried = new Set(this.waiting().map(({ id }) => id));
  }

  /** Takes a note that is new or changed, or that goes away, and sends it as soon as it can. */
  put(note: WaitingNote): void {
    this.forgive(note.id);
    const before = this.waiting();
    const changed = before.some(({ id }) => id === note.id);
    this.keep(changed ? before.map((each) => (each.id === note.id ? note : each)) : [...before, note]);
    void this.send();
  }

  /** Gives up one's own text for what the server has. */
  drop(id: Id): void {
    this.forgive(id);
    this.keep(this.waiting().filter((each) => each.id !== id));
  }

  /** Sends what can be sent, until nothing is left or the network stops it. */
  async send(): Promise<void> {
    if (this.sending || !this.maySend()) return;
    clearTimeout(this.timer);
    this.sending = true;
    try {
      for (let next = this.next(); next; next = this.next()) {
        try {
          await this.deliver(next);
          this.stopped.set(false);
        } catch (error) {
          const problem = toProblem(error);
          if (!mayPass(problem)) this.refuse(next, problem);
          else {
            this.stopped.set(true);
            this.timer = setTimeout(() => void this.send(), AGAIN_MS);
            return;
          }
        }
      }
      this.stopped.set(false);
    } finally {
      this.sending = false;
    }
  }

  private next(): WaitingNote | undefined {
    return this.waiting().find(({ id }) => !this.refusals().has(id));
  }

  private async deliver(note: WaitingNote): Promise<void> {
    const { id, removed, version, ...words } = note;
    const save = () => this.api.saveNote(id, { ...words, evidenceId: this.meetingId, version });
    if (removed) {
      const there = version ?? (this.tried.has(id) ? (await save()).version : null);
      if (there !== null) await this.api.removeNote(id, there);
      this.drop(id);
      this.arrived.removed(id);
      return;
    }
    this.tried.add(id);
    const saved = await save();
    this.arrived.kept(saved);
    const now = this.waiting().find((each) => each.id === id);
    // What was written while this was on its way goes on from the version that it got.
    if (now === note || !now) this.drop(id);
    else this.keep(this.waiting().map((each) => (each === now ? { ...now, version: saved.version } : each)));
  }

  private refuse({ id }: WaitingNote, problem: Problem): void {
    const { version, change } = problem.body;
    const theirs =
      problem.code === 'stale-version' && typeof version === 'number' && typeof change === 'string'
        ? { version, text: change }
        : null;
    const refusal = {
      title: problem.errors[0]?.message ?? problem.title,
      theirs,
      gone: problem.code === 'note-removed',
    };
    this.refusals.update((all) => new Map(all).set(id, refusal));
  }

  private forgive(id: Id): void {
    if (!this.refusals().has(id)) return;
    this.refusals.update((all) => new Map([...all].filter(([each]) => each !== id)));
  }

  private keep(notes: readonly WaitingNote[]): void {
    this.waiting.set(notes);
    store(this.storageKey, notes.length > 0 ? notes : null);
  }
}

/** No network, no session, too many at once or a server in trouble: the same may be taken in a while. */
function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}
