import type { WritableSignal } from '@angular/core';
import { toProblem } from '../http/problem.js';
import { readStored, store } from './stored-text.js';

export interface KeptFormOptions {
  /** Names the form in the browser's storage: "finding/<id>". */
  key: string;
  /** The version of what is changed; none for what is new. */
  version?: number | null;
}

interface Stored<T> {
  value: T;
  version: number | null;
}

/** What is written in a form that a button sends: the tab keeps it until it is sent or given up. */
export class KeptForm<T> {
  /** The version that the words were written on; null when there is none, or when its change by another has been shown. */
  version: number | null;
  private begun: string;
  private changed = false;

  constructor(
    private readonly storageKey: string,
    private readonly model: WritableSignal<T>,
    version: number | null,
  ) {
    this.version = version;
    this.begun = JSON.stringify(model());
    const stored = readStored<Stored<T>>(storageKey);
    if (!stored) return;
    model.set(stored.value);
    this.version = stored.version;
  }

  unsaved(): boolean {
    return this.changed;
  }

  keep(value: T): void {
    this.changed = JSON.stringify(value) !== this.begun;
    store(this.storageKey, this.changed ? { value, version: this.version } : null);
  }

  /** Sends, and forgets the words once they have arrived. After another's change the next sending is on the new version. */
  async send(command: () => Promise<unknown>): Promise<void> {
    try {
      await command();
    } catch (error) {
      if (toProblem(error).conflict) this.version = null;
      throw error;
    }
    this.forget();
  }

  /** What the form holds now is from here on what it began with. */
  forget(): void {
    this.begun = JSON.stringify(this.model());
    this.changed = false;
    store(this.storageKey, null);
  }
}
