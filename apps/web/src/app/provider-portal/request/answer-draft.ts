import { type DestroyRef, signal, type WritableSignal } from '@angular/core';
import type { AnswerView, Id } from '@insyn/api-schema';
import { answerFaults, type AnswerValue, type Question } from '@insyn/domain';
import type { Draft, Drafts } from '../../drafts/drafts.js';
import { Problem, toProblem } from '../../http/problem.js';

/** What is being written in one question; `version` is of the answer it was written on. */
export interface WrittenAnswer {
  value: AnswerValue | null;
  comment: string;
  source: 'provider' | 'earlier';
  sourceNote: string;
  version: number | null;
}

/** What an answer needs of its request. */
export interface AnswerPlace {
  requestId: Id;
  owner: DestroyRef;
  drafts: Drafts;
  /** Sends the answer, after those that its question hangs on. */
  send: (question: Question, written: WrittenAnswer) => Promise<AnswerView>;
  /** The server takes no answer here any more: the request has changed under the page. */
  closed: () => void;
}

/** One answer: it saves itself, and is kept in the tab until the server has it. */
export class AnswerDraft {
  readonly written: WritableSignal<WrittenAnswer>;
  readonly saved: WritableSignal<AnswerView | null>;
  readonly draft: Draft<WrittenAnswer>;
  /** What is wrong with a text that cannot be read as an answer. */
  readonly unreadable = signal<string | null>(null);
  private theirs: WrittenAnswer | null = null;
  /** The version that the next save names. */
  private version: number | null;

  constructor(
    readonly question: Question,
    saved: AnswerView | null,
    private readonly place: AnswerPlace,
  ) {
    this.saved = signal(saved);
    this.version = saved?.version ?? null;
    this.written = signal(writtenIn(saved));
    this.draft = place.drafts.open<WrittenAnswer>(
      {
        key: `answer/${place.requestId}/${question.id}`,
        page: place.requestId,
        name: $localize`svaret på fråga ${question.number}`,
        save: (written) => this.save(written),
        readSaved: () => Promise.resolve(this.theirs ?? writtenIn(this.saved())),
      },
      place.owner,
    );
    const { restored } = this.draft;
    if (!restored) return;
    this.written.set({ ...writtenIn(saved), ...restored });
    this.version = restored.version;
  }

  /** Sends what an earlier visit of this tab wrote and never saved. */
  sendRestored(): void {
    if (this.draft.restored) this.draft.change(this.written());
  }

  write(changes: Partial<Pick<WrittenAnswer, 'value' | 'comment'>>): void {
    this.change({ ...changes, source: 'provider', sourceNote: '' });
  }

  /** Takes an earlier answer over, with where it came from. */
  take(value: AnswerValue, comment: string, sourceNote: string): void {
    this.unreadable.set(null);
    this.change({ value, comment, source: 'earlier', sourceNote });
    void this.draft.flush();
  }

  /** A newer answer was read: it is shown where nothing of one's own waits. */
  adopt(saved: AnswerView | null): void {
    if (!saved || saved.version <= (this.saved()?.version ?? 0)) return;
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

  private change(changes: Partial<WrittenAnswer>): void {
    this.written.update((written) => ({ ...written, ...changes, version: this.version }));
    this.draft.change(this.written());
  }

  private async save(written: WrittenAnswer): Promise<void> {
    const [fault] = written.value ? answerFaults(this.question, written.value) : [];
    if (fault) throw new Problem({ status: 400, code: 'invalid', title: fault });
    try {
      const saved = await this.place.send(this.question, { ...written, version: this.version });
      this.version = saved.version;
      this.saved.set(saved);
      this.theirs = null;
    } catch (error) {
      throw this.notSaved(toProblem(error));
    }
  }

  private notSaved(problem: Problem): Problem {
    if (problem.status !== 409) return problem;
    const answer = problem.body['answer'] as AnswerView | undefined;
    if (problem.code === 'stale-version' && answer) {
      this.theirs = writtenIn(answer);
      this.saved.set(answer);
      this.version = answer.version;
      return problem;
    }
    // Not another's answer, but a question that is not asked or open now: nothing to choose between.
    this.place.closed();
    return new Problem({ status: 400, code: problem.code, title: problem.title });
  }
}

export function writtenIn(saved: AnswerView | null): WrittenAnswer {
  return {
    value: saved?.value ?? null,
    comment: saved?.comment ?? '',
    source: saved?.source === 'earlier' ? 'earlier' : 'provider',
    sourceNote: saved?.sourceNote ?? '',
    version: saved?.version ?? null,
  };
}
