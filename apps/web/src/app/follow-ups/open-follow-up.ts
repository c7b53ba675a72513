import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { toProblem, type Problem } from '../http/problem.js';
import { Toasts } from '../ui/toasts.js';

/** The follow-up that the case page and its tabs show: read once, read anew after each change. */
@Injectable()
export class OpenFollowUp {
  private readonly toasts = inject(Toasts);
  readonly id = signal<Id | null>(null);
  readonly resource = httpResource<FollowUpView>(() => (this.id() ? `/api/follow-ups/${this.id()}` : undefined));
  /** Null until it has been read. */
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** Names the clauses for sentences and links. */
  readonly clauses = computed(() => new Map(this.view()?.clauses.map((clause) => [clause.id, clause])));
  readonly busy = signal(false);

  /** Takes the answer of a command that gave the whole follow-up. */
  show(view: FollowUpView): void {
    this.resource.set(view);
  }

  reload(): void {
    this.resource.reload();
  }

  /** Carries out a command and reads the case anew; a failure is told in a toast. True when it went through. */
  async act(command: () => Promise<unknown>, receipt?: string): Promise<boolean> {
    const problem = await this.attempt(command, receipt);
    if (problem) this.toasts.show(problem.title, 'problem');
    return problem === null;
  }

  /** As `act`, but hands the problem over to be shown where it belongs. */
  async attempt(command: () => Promise<unknown>, receipt?: string): Promise<Problem | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    try {
      const answer = await command();
      if (isFollowUp(answer)) this.show(answer);
      else this.reload();
      if (receipt) this.toasts.show(receipt);
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.conflict) this.reload();
      return problem;
    } finally {
      this.busy.set(false);
    }
  }
}

function isFollowUp(answer: unknown): answer is FollowUpView {
  return typeof answer === 'object' && answer !== null && 'offers' in answer && 'contentVersion' in answer;
}
