import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { QuestionSetVersionView, QuestionSetView } from '@insyn/api-schema';
import type { Question } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { type Problem, toProblem } from '../../http/problem.js';
import { formatTimeOfDay } from '../../ui/dates.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Toasts } from '../../ui/toasts.js';
import { QuestionSetsApi } from '../question-sets-api.js';
import { QuestionImport } from './question-import.js';
import { QuestionList } from './question-list.js';
import { questionsOf, sectionsOf } from './sections.js';
import { setDifferences } from './set-differences.js';
import { SetPreview } from './set-preview.js';
import { type EditorFault, WorkingSet } from './working-set.js';

const DIFFERENCES_SHOWN = 8;

/** The questions of the newest version: written to the left, seen as the provider sees them to the right. */
@Component({
  selector: 'app-question-set-editor',
  imports: [ErrorSummary, QuestionList, QuestionImport, SetPreview],
  providers: [WorkingSet],
  templateUrl: './question-set-editor.html',
  styleUrl: './question-set-editor.css',
})
export class QuestionSetEditor implements OnInit {
  private readonly api = inject(QuestionSetsApi);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly set = inject(WorkingSet);
  readonly view = input.required<QuestionSetView>();
  readonly importing = input(false);
  readonly saved = output();
  readonly importClosed = output();

  protected readonly pane = signal<'questions' | 'preview'>('questions');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** What someone else saved, beside one's own. */
  protected readonly theirs = signal<{ problem: Problem; version: QuestionSetVersionView } | null>(null);
  /** The version that is saved; the questions on the page are written on it. */
  private readonly base = signal<{ number: number; version: number; frozen: boolean; questions: string }>({
    number: 0,
    version: 0,
    frozen: false,
    questions: '[]',
  });
  private kept!: KeptForm<unknown>;
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly importer = viewChild(QuestionImport);

  protected readonly changed = computed(() => JSON.stringify(this.set.questions()) !== this.base().questions);
  protected readonly frozen = computed(() => (this.base().frozen ? this.base().number : null));
  protected readonly next = computed(() => this.base().number + 1);
  protected readonly problems = computed((): SummaryItem[] => {
    const numbers = new Map(this.set.questions().map(({ id, number }) => [id, number]));
    return this.set.faults().map((fault) => {
      const number = numbers.get(fault.questionId);
      const message = number ? $localize`Fråga ${number}\: ${fault.message}` : fault.message;
      return fault.questionId ? { message, focus: () => this.goTo(fault) } : { message };
    });
  });
  protected readonly conflict = computed(() => {
    const theirs = this.theirs();
    if (!theirs) return null;
    const { changedBy, changedAt } = theirs.problem.body;
    const who = typeof changedBy === 'string' ? changedBy : $localize`Någon annan`;
    const when = typeof changedAt === 'string' ? formatTimeOfDay(changedAt) : '';
    const differences = setDifferences(this.set.questions(), theirs.version.questions);
    return {
      heading: when ? $localize`${who} sparade frågorna ${when}` : $localize`${who} har sparat frågorna`,
      shown: differences.slice(0, DIFFERENCES_SHOWN),
      more: Math.max(0, differences.length - DIFFERENCES_SHOWN),
    };
  });

  constructor() {
    effect(() => {
      if (this.importing()) untracked(() => this.afterRender(() => this.importer()?.focus()));
    });
  }

  ngOnInit(): void {
    const { id, current } = this.view();
    this.set.begin(current);
    this.take(current);
    this.kept = this.drafts.keepForm(
      this.set.model,
      { key: `question-set/${id}`, version: current.version },
      this.injector,
    );
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.set.tried.set(true);
    this.problem.set(null);
    if (this.set.stops()) return this.afterRender(() => this.summary().focus());
    await this.send(this.set.model().number, this.kept.version ?? this.base().version);
  }

  /** Sends one's own questions on top of what another saved, which the person has just been shown. */
  protected async keepMine(): Promise<void> {
    const theirs = this.theirs()?.version;
    if (!theirs || this.busy()) return;
    this.theirs.set(null);
    this.take(theirs);
    await this.send(theirs.number, theirs.version);
  }

  protected takeTheirs(): void {
    const theirs = this.theirs()?.version;
    if (theirs) this.startOver(theirs);
    this.saved.emit();
  }

  /** The questions become as they were last saved; it can be undone. */
  protected discard(): void {
    const before = this.set.sections();
    this.startOver(this.view().current);
    this.set.removed.set({ before, words: $localize`Ändringarna är slängda` });
    this.focusLater('undo-removal');
  }

  protected replaceAll(questions: readonly Question[]): void {
    this.set.replaceAll(questions);
    this.importClosed.emit();
    this.focusLater('undo-removal');
  }

  private async send(versionNumber: number, version: number): Promise<void> {
    const sent = this.set.model().sections;
    const questions = this.set.questions();
    const before = this.base();
    let written = sent;
    this.busy.set(true);
    try {
      await this.kept.send(async () => {
        const answer = await this.api.saveQuestions(this.view().id, { versionNumber, version, questions });
        // What was written while it was on its way is put back below, as not saved yet.
        written = this.set.model().sections;
        this.set.model.set({ number: answer.number, sections: sent });
        this.kept.version = answer.version;
        this.take({ ...answer, frozen: false, questions });
      });
      if (written !== sent) this.set.model.set({ number: this.base().number, sections: written });
      this.set.tried.set(false);
      const { number } = this.base();
      const isNext = number > before.number;
      this.toasts.show(isNext ? $localize`Sparat. Frågorna är nu version ${number}.` : $localize`Frågorna är sparade`);
      this.saved.emit();
    } catch (error) {
      await this.refused(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(problem: Problem): Promise<void> {
    if (problem.code === 'stale-version') {
      const newest = await this.api.read(this.view().id).catch(() => null);
      if (newest) return this.theirs.set({ problem, version: newest.current });
    }
    if (problem.errors.length === 0) return this.problem.set(problem);
    this.set.refuse(problem.errors);
    this.afterRender(() => this.summary().focus());
  }

  private startOver(version: QuestionSetVersionView): void {
    this.theirs.set(null);
    this.problem.set(null);
    this.set.begin(version);
    this.take(version);
    this.kept.version = version.version;
    this.kept.forget();
  }

  private take(of: Pick<QuestionSetVersionView, 'number' | 'version' | 'frozen' | 'questions'>): void {
    const { number, version, frozen, questions } = of;
    this.base.set({ number, version, frozen, questions: JSON.stringify(questionsOf(sectionsOf(questions))) });
  }

  private goTo({ questionId, field }: EditorFault): void {
    this.pane.set('questions');
    this.set.openId.set(questionId);
    const find = (id: string) => document.getElementById(id);
    this.afterRender(() => {
      const inForm = find(`question-${questionId}-${field}`);
      const heading = this.set.sections().find(({ questions }) => questions.some(({ id }) => id === questionId));
      const control = field === 'section' ? find(`${heading?.key}-heading`) : inForm;
      (control ?? find(`question-${questionId}-row`))?.focus();
    });
  }

  private focusLater(id: string): void {
    this.afterRender(() => document.getElementById(id)?.focus());
  }

  private afterRender(work: () => void): void {
    afterNextRender(work, { injector: this.injector });
  }
}
