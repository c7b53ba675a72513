import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { AnswerFileView, AnswerView, Id, PortalRequestView } from '@insyn/api-schema';
import {
  answerProgress,
  type Answers,
  type AnswerValue,
  askedQuestions,
  missingAnswers,
  type Question,
} from '@insyn/domain';
import { Drafts, type DraftState } from '../../drafts/drafts.js';
import { readResource } from '../../http/read-resource.js';
import { PortalApi } from '../portal-api.js';
import { AnswerDraft, type WrittenAnswer } from './answer-draft.js';

/** The worst of several drafts is what their page tells. */
const STATES: readonly DraftState[] = ['conflict', 'refused', 'waiting', 'saving', 'changed', 'saved', 'clean'];

/** The request on the page, with what is being answered in it. Provided by the page. */
@Injectable()
export class OpenRequest {
  private readonly api = inject(PortalApi);
  private readonly drafts = inject(Drafts);
  private readonly owner = inject(DestroyRef);

  readonly id = signal<Id | null>(null);
  private readonly address = computed(() => (this.id() ? `/api/portal/requests/${this.id()}` : undefined));
  readonly resource = readResource<PortalRequestView>(() => this.address());
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** The answers that can be written, by question; empty once nothing can be changed. */
  readonly sheet = signal<ReadonlyMap<string, AnswerDraft>>(new Map());

  /** The answers as they stand on the page, also what is not saved yet: conditions go by them. */
  readonly answers = computed((): Answers => {
    const view = this.view();
    if (!view) return {};
    const values = view.questions.map(({ id }) => [id, this.sheet().get(id)?.written().value ?? null] as const);
    const saved = view.answers.map(({ questionId, value }) => [questionId, value] as const);
    return asAnswers(this.sheet().size > 0 ? values : saved);
  });
  readonly files = computed(() => this.view()?.files ?? []);
  readonly asked = computed(() => askedQuestions(this.view()?.questions ?? [], this.answers()));
  readonly returnedIds = computed(() => new Set(this.view()?.returned.map(({ questionId }) => questionId)));
  /** The questions that can be answered now: all that are asked; after a return those sent back and those that appear. */
  readonly openIds = computed((): ReadonlySet<string> => {
    const view = this.view();
    if (!view?.editable) return new Set();
    const last = view.submissions.at(-1);
    if (view.state !== 'returned' || !last) return new Set(this.asked().map(({ id }) => id));
    const before = asAnswers(last.answers.map(({ questionId, value }) => [questionId, value] as const));
    const askedThen = new Set(askedQuestions(view.questions, before).map(({ id }) => id));
    const ids = this.asked().map(({ id }) => id);
    return new Set(ids.filter((id) => this.returnedIds().has(id) || !askedThen.has(id)));
  });
  /** Wanted documents are handed in until the first submission. */
  readonly takesDocuments = computed(() => {
    const view = this.view();
    return view !== null && view.editable && (view.state === 'sent' || view.state === 'answering');
  });
  readonly progress = computed(() => answerProgress(this.view()?.questions ?? [], this.answers(), this.files()));
  /** Exactly what stops the submission, with what is typed but cannot be read. */
  readonly missing = computed(() => {
    const view = this.view();
    if (!view?.editable) return [];
    const missing = missingAnswers(view.questions, this.answers(), this.files(), view.letter.wantedDocuments);
    const unreadable = this.asked().flatMap(({ id, number, text }) => {
      const problem = this.sheet().get(id)?.unreadable();
      return problem ? [{ place: 'question' as const, id, number, text, problem }] : [];
    });
    const typed = new Set(unreadable.map(({ id }) => id));
    return [...unreadable, ...missing.filter(({ id }) => !typed.has(id))];
  });
  /** The receipt of the last round while it is being drawn up. */
  readonly awaitedReceipt = computed(() => {
    const receipt = this.view()?.submissions.at(-1)?.receipt;
    return receipt && receipt.href === null ? receipt.id : null;
  });
  private readonly askedDrafts = computed(() => this.asked().flatMap(({ id }) => this.sheet().get(id) ?? []));
  readonly state = computed((): DraftState => {
    const states = this.askedDrafts().map(({ draft }) => draft.state());
    return STATES.find((state) => states.includes(state)) ?? 'clean';
  });
  readonly savedAt = computed((): Date | string | null => {
    const now = this.askedDrafts().map(({ draft }) => draft.savedAt()?.toISOString() ?? '');
    const before = this.view()?.answers.map(({ changedAt }) => changedAt) ?? [];
    return [...now, ...before].sort().at(-1) || null;
  });

  constructor() {
    effect(() => {
      const view = this.view();
      untracked(() => this.adopt(view));
    });
  }

  reload(): void {
    this.resource.reload();
  }

  /** Sends everything that is written; names what could not be saved. What is written in questions that are no longer asked is forgotten. */
  async saveAll(): Promise<string[]> {
    const id = this.id();
    if (!id) return [];
    const asked = new Set(this.asked().map((question) => question.id));
    for (const answer of this.sheet().values()) if (!asked.has(answer.question.id)) answer.draft.discard();
    return (await this.drafts.saveAll(id)).unsaved;
  }

  addFile(file: AnswerFileView): void {
    this.resource.update((view) => view && { ...view, files: [...view.files, file] });
  }

  removeFile(id: Id): void {
    this.resource.update((view) => view && { ...view, files: view.files.filter((file) => file.id !== id) });
  }

  /** The rounds as they were read anew, with nothing else changed on the page. */
  takeSubmissions({ submissions }: PortalRequestView): void {
    this.resource.update((view) => view && { ...view, submissions });
  }

  private adopt(view: PortalRequestView | null): void {
    if (!view) return;
    if (!view.editable) return this.sheet.set(new Map());
    const saved = new Map(view.answers.map((answer) => [answer.questionId, answer]));
    const sheet = new Map(this.sheet());
    const opened: AnswerDraft[] = [];
    for (const question of view.questions) {
      const known = sheet.get(question.id);
      if (known) known.adopt(saved.get(question.id) ?? null);
      else {
        const answer = this.open(view.id, question, saved.get(question.id) ?? null);
        sheet.set(question.id, answer);
        opened.push(answer);
      }
    }
    if (opened.length === 0) return;
    this.sheet.set(sheet);
    for (const answer of opened) if (this.openIds().has(answer.question.id)) answer.sendRestored();
  }

  private open(requestId: Id, question: Question, saved: AnswerView | null): AnswerDraft {
    return new AnswerDraft(question, saved, {
      requestId,
      owner: this.owner,
      drafts: this.drafts,
      send: (asked, written) => this.send(requestId, asked, written),
      closed: () => this.reload(),
    });
  }

  /** A question is asked by the answer its condition hangs on; that one must be saved first. */
  private async send(requestId: Id, { id, condition }: Question, written: WrittenAnswer): Promise<AnswerView> {
    if (condition) await this.sheet().get(condition.questionId)?.draft.flush();
    return this.api.answer(requestId, id, written);
  }
}

function asAnswers(values: readonly (readonly [string, AnswerValue | null])[]): Answers {
  return Object.fromEntries(values.flatMap(([id, value]) => (value ? [[id, value]] : [])));
}
