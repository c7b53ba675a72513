import { DestroyRef, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import type { WritableSignal } from '@angular/core';
import { Network } from '../shell/network.js';
import { Session } from '../sign-in/session.js';
import { AutosavedDraft, type Draft, type DraftOptions } from './autosaved-draft.js';
import { KeptForm, type KeptFormOptions } from './kept-form.js';
import { forgetStored, readStored, storageKey } from './stored-text.js';

export type { Conflict, Draft, DraftOptions, DraftState } from './autosaved-draft.js';
export type { KeptForm } from './kept-form.js';

type OpenDraft = Pick<AutosavedDraft<unknown>, 'unsaved' | 'saveNow' | 'discard'> & {
  readonly options: Pick<DraftOptions<unknown>, 'page' | 'name'>;
};

/**
 * What is being written. A draft saves itself; a kept form is sent by its button. Either lies in the tab's storage, under
 * the account's id, until the server has it, and leaving the site asks first.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Session);
  private readonly network = inject(Network);
  private readonly injector = inject(Injector);
  /** The open ones, and those of pages one has left that are not saved. */
  private readonly drafts = new Map<string, OpenDraft>();
  private readonly forms = new Set<KeptForm<unknown>>();

  constructor() {
    const leaving = (event: BeforeUnloadEvent) => {
      const unsaved = [...this.drafts.values(), ...this.forms].some((each) => each.unsaved());
      if (unsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('beforeunload', leaving));
  }

  /** Opens a draft that lives as long as the caller's injection context (a page component). */
  open<T>(options: DraftOptions<T>, owner: DestroyRef = inject(DestroyRef)): Draft<T> {
    const key = this.storageKey(options.key);
    const draft = new AutosavedDraft<T>(key, options);
    this.drafts.set(key, draft);
    const watch = effect(() => this.network.online() && untracked(() => draft.networkIsBack()), {
      injector: this.injector,
    });
    owner.onDestroy(() => {
      watch.destroy();
      void draft.close().then(() => {
        if (!draft.unsaved() && this.drafts.get(key) === draft) this.drafts.delete(key);
      });
    });
    return draft;
  }

  /**
   * Puts back what was written in this form before the page was reloaded, and keeps what is written from now on. Call it
   * once the model holds what the form begins with.
   */
  keepForm<T>(model: WritableSignal<T>, { key, version = null }: KeptFormOptions, injector: Injector): KeptForm<T> {
    const form = new KeptForm<T>(this.storageKey(key), model, version);
    this.forms.add(form);
    effect(() => form.keep(model()), { injector });
    injector.get(DestroyRef).onDestroy(() => this.forms.delete(form));
    return form;
  }

  /** Whether something is kept for the form of this key, so that the page can open it again. */
  holds(key: string): boolean {
    return readStored(this.storageKey(key)) !== null;
  }

  /** Saves all that is written on a follow-up: whether anything was sent, and the names of what could not be saved. */
  async saveAll(page: string): Promise<{ sent: boolean; unsaved: string[] }> {
    const written = [...this.drafts.values()].filter((draft) => draft.options.page === page && draft.unsaved());
    const saved = await Promise.all(written.map((draft) => draft.saveNow()));
    const unsaved = written.filter((_, index) => !saved[index]).map((draft) => draft.options.name);
    return { sent: written.length > 0, unsaved };
  }

  /** Forgets every unsaved text of the tab, at sign-out. */
  forgetAll(): void {
    for (const draft of this.drafts.values()) draft.discard();
    for (const form of this.forms) form.forget();
    forgetStored();
  }

  private storageKey(key: string): string {
    return storageKey(this.session.view()?.account.id ?? null, key);
  }
}
