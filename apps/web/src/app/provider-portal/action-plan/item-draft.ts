import { computed, type DestroyRef, signal, type WritableSignal } from '@angular/core';
import type { Id, PlanItemView } from '@insyn/api-schema';
import type { Draft, Drafts } from '../../drafts/drafts.js';
import { Problem, toProblem } from '../../http/problem.js';
import type { PlanItemCommand } from './portal-plans-api.js';
import { itemOf, readShare, type WrittenItem, writtenIn } from '../../action-plans/written-item.js';

/** What a draft needs of its plan. */
export interface ItemPlace {
  planId: Id;
  owner: DestroyRef;
  drafts: Drafts;
  /** "krav 2", inside a sentence. */
  name: string;
  send: (command: PlanItemCommand) => Promise<PlanItemView>;
  /** The server takes nothing here any more: the plan has changed under the page. */
  closed: () => void;
}

/** What is written about one action: it saves itself, and is kept in the tab until the server has it. */
export class ItemDraft {
  readonly written: WritableSignal<WrittenItem>;
  readonly saved: WritableSignal<PlanItemView>;
  readonly draft: Draft<WrittenItem>;
  /** As it can be sent, also what is not saved yet. */
  readonly item = computed(() => itemOf(this.saved(), this.written()));
  /** What is typed and cannot be read, by its field. */
  readonly unreadable = computed(() => {
    const { before, target } = this.written();
    return { before: readShare(before).fault, target: readShare(target).fault };
  });
  private theirs: WrittenItem | null = null;
  /** The version that the next save names. */
  private version: number | null;

  constructor(
    saved: PlanItemView,
    private readonly place: ItemPlace,
  ) {
    this.saved = signal(saved);
    this.version = saved.version;
    this.written = signal(writtenIn(saved));
    this.draft = place.drafts.open<WrittenItem>(
      {
        key: `plan/${place.planId}/${saved.actionId}`,
        page: place.planId,
        name: $localize`planen för ${place.name}`,
        save: (written) => this.save(written),
        readSaved: () => Promise.resolve(this.theirs ?? writtenIn(this.saved())),
      },
      place.owner,
    );
    const { restored } = this.draft;
    if (!restored) return;
    this.written.set(restored);
    this.version = restored.version;
  }

  /** Sends what an earlier visit of this tab wrote and never saved. */
  sendRestored(): void {
    if (this.draft.restored) this.draft.change(this.written());
  }

  write(changes: Partial<WrittenItem>): void {
    this.written.update((written) => ({ ...written, ...changes, version: this.version }));
    this.draft.change(this.written());
  }

  /** Something newer was read: it is shown where nothing of one's own waits. */
  adopt(saved: PlanItemView): void {
    if ((saved.version ?? 0) <= (this.saved().version ?? 0)) return;
    if (!['clean', 'saved'].includes(this.draft.state())) return;
    this.saved.set(saved);
    this.version = saved.version;
    this.written.set(writtenIn(saved));
  }

  takeTheirs(): void {
    this.draft.discard();
    if (this.theirs) this.written.set(this.theirs);
    this.theirs = null;
  }

  private async save(written: WrittenItem): Promise<void> {
    try {
      const { cause, measures, effect, answer } = itemOf(this.saved(), written);
      const saved = await this.place.send({ cause, measures, effect, answer, version: this.version });
      this.version = saved.version;
      this.saved.set(saved);
      this.theirs = null;
    } catch (error) {
      throw this.notSaved(toProblem(error));
    }
  }

  private notSaved(problem: Problem): Problem {
    if (problem.status !== 409) return problem;
    const item = problem.body['item'] as PlanItemView | undefined;
    if (problem.code === 'stale-version' && item) {
      this.theirs = writtenIn(item);
      this.saved.set(item);
      this.version = item.version;
      return problem;
    }
    // Not another's text, but a plan that takes none now: nothing to choose between.
    this.place.closed();
    return new Problem({ status: 400, code: problem.code, title: problem.title });
  }
}
