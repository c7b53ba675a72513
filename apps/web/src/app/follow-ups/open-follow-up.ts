import { computed, inject, Injectable, signal } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { Drafts } from '../drafts/drafts.js';
import { Problem, toProblem } from '../http/problem.js';
import { readResource } from '../http/read-resource.js';
import { Toasts } from '../ui/toasts.js';
import { FollowUpsApi } from './follow-ups-api.js';

/** The follow-up that the case page and its tabs show: read once, read anew after each change. */
@Injectable()
export class OpenFollowUp {
  private readonly api = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  readonly id = signal<Id | null>(null);
  readonly resource = readResource<FollowUpView>(() => (this.id() ? `/api/follow-ups/${this.id()}` : undefined));
  /** Null until it has been read. */
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** Names the clauses for sentences and links. */
  readonly clauses = computed(() => new Map(this.view()?.clauses.map((clause) => [clause.id, clause])));
  readonly busy = signal(false);
  /** What is being read anew is one's own change, and not another's that one has not seen. */
  private ownChange = false;

  /** Takes the answer of a command that gave the whole follow-up, unless something newer is shown already. */
  show(view: FollowUpView): void {
    const shown = this.view();
    const older = shown?.id === view.id && (view.contentVersion < shown.contentVersion || view.version < shown.version);
    if (older) this.reload();
    else this.resource.set(view);
  }

  /** Reads the case anew after a change of one's own. */
  reload(): void {
    this.ownChange = true;
    this.resource.reload();
  }

  /**
   * The case as it stands once all that is written on it has been saved, for a command that names its content's version.
   * Fails with a `Problem` that names the texts that could not be saved.
   */
  async savedView(): Promise<FollowUpView> {
    const id = this.id() ?? '';
    const { sent, unsaved } = await this.drafts.saveAll(id);
    if (unsaved.length > 0) {
      const title = $localize`Det här är inte sparat än: ${unsaved.join(', ')}. Inget är skickat. Gå till texten, rätta det som hindrar och försök igen.`;
      throw new Problem({ status: 400, code: 'unsaved-text', title });
    }
    const behind = sent || (this.ownChange && this.resource.isLoading());
    if (behind) this.show(await this.api.read(id));
    return this.view() ?? this.api.read(id);
  }

  /** Carries out a command and reads the case anew; a failure is told in a toast. True when it went through. */
  async act(command: () => Promise<unknown>, receipt?: string): Promise<boolean> {
    if (this.busy()) return false;
    const problem = await this.attempt(command, receipt);
    if (problem) this.toasts.show(problem.title, 'problem');
    return problem === null;
  }

  /** As `act`, but hands the problem over to be shown where it belongs. */
  async attempt(command: () => Promise<unknown>, receipt?: string): Promise<Problem | null> {
    try {
      await this.carryOut(command, receipt);
      return null;
    } catch (error) {
      return toProblem(error);
    }
  }

  /** As `act`, but fails with the `Problem`, for a form. */
  async carryOut(command: () => Promise<unknown>, receipt?: string): Promise<void> {
    if (this.busy()) {
      const title = $localize`Något annat sparas just nu. Försök igen om ett ögonblick.`;
      throw new Problem({ status: 400, code: 'busy', title });
    }
    this.busy.set(true);
    try {
      const answer = await command();
      if (isFollowUp(answer)) this.show(answer);
      else this.reload();
      if (receipt) this.toasts.show(receipt);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.conflict) this.readOthersChange();
      throw problem;
    } finally {
      this.busy.set(false);
    }
  }

  private readOthersChange(): void {
    this.ownChange = false;
    this.resource.reload();
  }
}

function isFollowUp(answer: unknown): answer is FollowUpView {
  return typeof answer === 'object' && answer !== null && 'offers' in answer && 'contentVersion' in answer;
}
