import { signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { toProblem, type Problem } from '../http/problem.js';
import { readStored, store } from './stored-text.js';

/**
 * Where a draft stands: nothing written, changed, on its way, saved; waiting for the network or the server; refused (the
 * value is wrong); or in conflict with what someone else saved.
 */
export type DraftState = 'clean' | 'changed' | 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict';

export interface DraftOptions<T> {
  /** Names the text in the browser's storage: "assessment/<id>". */
  key: string;
  /** The follow-up that the text belongs to: its commands wait for it. */
  page: string;
  /** Names the text to its writer inside a sentence: "bedömningen av § 15". */
  name: string;
  /** Sends the value; the promise fails with the request's error. */
  save: (value: T) => Promise<unknown>;
  /** Reads what is saved now, to be shown beside one's own text after a 409. */
  readSaved?: () => Promise<T>;
  /** How long the writer must pause; 800 ms when not given. */
  pauseMs?: number;
}

export interface Conflict<T> {
  mine: T;
  theirs: T | null;
  problem: Problem;
}

/** One text that saves itself while it is being written. */
export interface Draft<T> {
  readonly state: Signal<DraftState>;
  readonly savedAt: Signal<Date | null>;
  readonly problem: Signal<Problem | null>;
  readonly conflict: Signal<Conflict<T> | null>;
  /** What was written earlier and never saved (reload, lost session, lost network); null when there is none. */
  readonly restored: T | null;
  /** Takes the value as it is now; it is kept in the browser at once and sent after a pause. */
  change(value: T): void;
  /** Sends at once what has not been sent. True when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** After a conflict: sends one's own text again (the page has read the new version first). */
  keepMine(): Promise<boolean>;
  /** Forgets the unsaved text, for "take theirs". */
  discard(): void;
}

const PAUSE_MS = 800;
const AGAIN_MS = 10_000;

/** A text that is sent when its writer pauses, and kept in the tab until the server has it. */
export class AutosavedDraft<T> implements Draft<T> {
  readonly state = signal<DraftState>('clean');
  readonly savedAt = signal<Date | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly conflict = signal<Conflict<T> | null>(null);
  readonly restored: T | null;

  private pending: { value: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<boolean> | null = null;
  private closed = false;

  constructor(
    private readonly storageKey: string,
    readonly options: DraftOptions<T>,
  ) {
    this.restored = readStored<T>(storageKey);
  }

  unsaved(): boolean {
    return this.pending !== null;
  }

  change(value: T): void {
    this.pending = { value };
    store(this.storageKey, value);
    if (this.state() === 'conflict') return;
    this.state.set('changed');
    this.sendAfter(this.options.pauseMs ?? PAUSE_MS);
  }

  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.sending) await this.sending;
    if (!this.pending) return true;
    if (this.state() === 'conflict') return false;
    this.sending = this.send(this.pending).finally(() => (this.sending = null));
    return this.sending;
  }

  /** Sends until nothing is left; false when something stops it: no network, a value refused, another's change. */
  async saveNow(): Promise<boolean> {
    while (this.pending) {
      if (this.state() === 'conflict' || this.state() === 'refused') return false;
      if (!(await this.flush()) && this.state() !== 'changed') return false;
    }
    return true;
  }

  keepMine(): Promise<boolean> {
    this.conflict.set(null);
    this.state.set('changed');
    return this.flush();
  }

  discard(): void {
    clearTimeout(this.timer);
    this.pending = null;
    this.conflict.set(null);
    this.problem.set(null);
    this.state.set('clean');
    store(this.storageKey, null);
  }

  networkIsBack(): void {
    if (this.state() === 'waiting') void this.flush();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.flush();
    clearTimeout(this.timer);
  }

  private async send(sent: { value: T }): Promise<boolean> {
    this.state.set('saving');
    try {
      await this.options.save(sent.value);
    } catch (error) {
      await this.notSaved(toProblem(error));
      return false;
    }
    this.problem.set(null);
    this.savedAt.set(new Date());
    if (!this.pending) {
      this.state.set('clean');
      return true;
    }
    if (this.pending !== sent) {
      this.state.set('changed');
      this.sendAfter(this.options.pauseMs ?? PAUSE_MS);
      return false;
    }
    this.pending = null;
    store(this.storageKey, null);
    this.state.set('saved');
    return true;
  }

  private async notSaved(problem: Problem): Promise<void> {
    this.problem.set(problem);
    if (problem.conflict && this.pending) {
      this.state.set('conflict');
      const theirs = (await this.options.readSaved?.().catch(() => null)) ?? null;
      this.conflict.set({ mine: this.pending.value, theirs, problem });
    } else if (problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500) {
      this.state.set('waiting');
      if (problem.status !== 401) this.sendAfter(AGAIN_MS);
    } else {
      this.state.set('refused');
    }
  }

  private sendAfter(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.flush(), milliseconds);
  }
}
