import { type DestroyRef, signal, type WritableSignal } from '@angular/core';
import type { FactCheckFileView, Id, RemarkView } from '@insyn/api-schema';
import type { RemarkPlace } from '@insyn/domain';
import type { Draft, Drafts } from '../../drafts/drafts.js';
import { Problem, toProblem } from '../../http/problem.js';
import type { FileSending } from '../../questions/file-sending.js';
import type { RemarkCommand } from './portal-fact-checks-api.js';

/** What a remark needs of its fact check. */
export interface RemarkOwner {
  readonly factCheckId: Id;
  readonly owner: DestroyRef;
  readonly drafts: Drafts;
  readonly send: (remarkId: Id, command: RemarkCommand) => Promise<RemarkView>;
  /** The server takes no remark any more: the fact check has changed under the page. */
  readonly closed: () => void;
}

/** One remark being written: it saves itself, and is kept in the tab until the server has it. */
export class RemarkDraft {
  readonly text: WritableSignal<string>;
  readonly files: WritableSignal<readonly FactCheckFileView[]>;
  /** Files on their way. */
  readonly uploads = signal<readonly FileSending[]>([]);
  /** True once the server has it. */
  readonly isSaved: WritableSignal<boolean>;
  readonly draft: Draft<string>;
  private version: number | null;
  private theirs: string | null = null;

  constructor(
    readonly id: Id,
    readonly place: RemarkPlace,
    heading: string,
    saved: RemarkView | null,
    private readonly owner: RemarkOwner,
  ) {
    this.version = saved?.version ?? null;
    this.text = signal(saved?.text ?? '');
    this.files = signal(saved?.files ?? []);
    this.isSaved = signal(saved !== null);
    this.draft = owner.drafts.open<string>(
      {
        key: `remark/${owner.factCheckId}/${id}`,
        page: owner.factCheckId,
        name: $localize`synpunkten på ${heading}`,
        save: (text) => this.save(text),
        readSaved: () => Promise.resolve(this.theirs ?? ''),
      },
      owner.owner,
    );
    const { restored } = this.draft;
    if (restored === null) return;
    this.text.set(restored);
    this.draft.change(restored);
  }

  /** One that was never saved and is empty again is nothing to send. */
  write(text: string): void {
    this.text.set(text);
    if (text.trim() === '' && !this.isSaved()) this.draft.discard();
    else this.draft.change(text);
  }

  /** A newer one was read: it is shown where nothing of one's own waits. */
  adopt(saved: RemarkView): void {
    this.files.set(saved.files);
    if (saved.version <= (this.version ?? 0) || !['clean', 'saved'].includes(this.draft.state())) return;
    this.version = saved.version;
    this.text.set(saved.text);
    this.isSaved.set(true);
  }

  takeTheirs(): void {
    this.draft.discard();
    if (this.theirs !== null) this.text.set(this.theirs);
    this.theirs = null;
  }

  private async save(text: string): Promise<void> {
    if (text.trim() === '') {
      const title = $localize`Skriv synpunkten, eller ta bort den.`;
      throw new Problem({ status: 400, code: 'empty', title });
    }
    try {
      const command = { version: this.version, place: this.place, text: text.trim() };
      const saved = await this.owner.send(this.id, command);
      this.version = saved.version;
      this.isSaved.set(true);
      this.theirs = null;
    } catch (error) {
      throw this.notSaved(toProblem(error));
    }
  }

  private notSaved(problem: Problem): Problem {
    if (problem.status !== 409) return problem;
    const remark = problem.body['remark'] as RemarkView | undefined;
    if (problem.code === 'stale-version' && remark) {
      this.theirs = remark.text;
      this.version = remark.version;
      return problem;
    }
    // Not another's text, but a draft that takes no remarks now: nothing to choose between.
    this.owner.closed();
    return new Problem({ status: 400, code: problem.code, title: problem.title });
  }
}
