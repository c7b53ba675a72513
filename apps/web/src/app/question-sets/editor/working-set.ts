import { computed, Injectable, signal } from '@angular/core';
import { namedAnswers, type Question, type QuestionField, questionSetFaults } from '@insyn/domain';
import type { FieldProblem } from '../../http/problem.js';
import {
  emptyQuestion,
  newQuestionId,
  newSection,
  nextNumber,
  placeOf,
  putQuestion,
  questionsOf,
  renumbered,
  type Section,
  sectionsOf,
  stepQuestion,
  stepSection,
} from './sections.js';

/** One thing to mend in the set; `questionId` is empty where it is the set as a whole. */
export interface EditorFault {
  questionId: string;
  field: QuestionField;
  message: string;
}

/** What is kept in the tab: the number of the version that was opened, and the questions as they are written. */
export interface WrittenSet {
  number: number;
  sections: readonly Section[];
}

/** The questions as they are being edited, until they are saved. One for each editor. */
@Injectable()
export class WorkingSet {
  readonly model = signal<WrittenSet>({ number: 0, sections: [] });
  readonly sections = computed(() => this.model().sections);
  /** The question whose fields are open. */
  readonly openId = signal<string | null>(null);
  /** What was done last, for those who do not see it. */
  readonly said = signal('');
  /** What was taken away last, and what it was called. */
  readonly removed = signal<{ before: readonly Section[]; words: string } | null>(null);
  /** Faults are shown from the first time one has tried to save. */
  readonly tried = signal(false);
  private readonly refused = signal<readonly EditorFault[]>([]);

  /** The questions as they stand in their fields, and as they would be saved. */
  readonly written = computed(() => this.sections().flatMap(({ questions }) => questions));
  readonly questions = computed(() => questionsOf(this.sections()));
  private readonly own = computed((): EditorFault[] => questionSetFaults(this.questions()).map(withStop));
  /** All that stops the set from being saved, whether it is shown or not. */
  readonly stops = computed(() => this.own().length > 0);
  readonly faults = computed((): readonly EditorFault[] => {
    if (!this.tried()) return [];
    return this.own().length > 0 ? this.own() : this.refused();
  });

  /** Begins anew with the questions of a version. */
  begin({ number, questions }: { number: number; questions: readonly Question[] }): void {
    this.model.set({ number, sections: sectionsOf(questions) });
    this.openId.set(null);
    this.removed.set(null);
    this.tried.set(false);
    this.refused.set([]);
  }

  /** Takes the questions of a file instead of those that are there, which can be undone. */
  replaceAll(questions: readonly Question[]): void {
    const before = this.sections();
    this.write(() => sectionsOf(questions));
    this.openId.set(null);
    this.removed.set({ before, words: $localize`${questions.length} frågor är inlästa i redigeraren` });
  }

  /** The server's errors, `questions.<index>.<field>`, at the questions that they are about. */
  refuse(errors: readonly FieldProblem[]): void {
    const questions = this.questions();
    this.tried.set(true);
    this.refused.set(
      errors.map(({ field, message }) => {
        const [, index, name] = field.split('.');
        const questionId = questions[Number(index)]?.id ?? '';
        return { questionId, field: (questionId && name ? name : 'questions') as QuestionField, message };
      }),
    );
  }

  faultsOf(id: string): readonly EditorFault[] {
    return this.faults().filter(({ questionId }) => questionId === id);
  }

  faultAt(id: string, field: QuestionField): string | null {
    const messages = this.faultsOf(id).filter((fault) => fault.field === field);
    return messages.length > 0 ? messages.map(({ message }) => message).join(' ') : null;
  }

  /** The earlier questions that a condition can hang on. */
  conditionTargets(id: string): Question[] {
    const questions = this.questions();
    const before = questions.slice(
      0,
      questions.findIndex((question) => question.id === id),
    );
    return before.filter(({ kind }) => kind === 'yes-no' || kind === 'choice');
  }

  change(id: string, changes: Partial<Question>): void {
    this.write((sections) =>
      sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) =>
          question.id === id ? consistent({ ...question, ...changes }) : question,
        ),
      })),
    );
  }

  add(sectionKey: string): void {
    const at = this.sections().findIndex(({ key }) => key === sectionKey);
    const question = emptyQuestion(nextNumber(this.sections(), at));
    this.write((sections) =>
      sections.map((each) => (each.key === sectionKey ? { ...each, questions: [...each.questions, question] } : each)),
    );
    this.openId.set(question.id);
    this.said.set($localize`Fråga ${question.number} är tillagd`);
  }

  addSection(): Section {
    const section = newSection('');
    this.write((sections) => [...sections, section]);
    this.add(section.key);
    return section;
  }

  renameSection(sectionKey: string, heading: string): void {
    this.write((sections) => sections.map((each) => (each.key === sectionKey ? { ...each, heading } : each)));
  }

  duplicate(id: string): void {
    const place = placeOf(this.sections(), id);
    const original = place && this.sections()[place.section]?.questions[place.index];
    if (!place || !original) return;
    const copy = { ...original, id: newQuestionId(), number: nextNumber(this.sections(), place.section) };
    this.write((sections) =>
      sections.map((each, at) =>
        at === place.section ? { ...each, questions: each.questions.toSpliced(place.index + 1, 0, copy) } : each,
      ),
    );
    this.openId.set(copy.id);
    this.said.set($localize`Fråga ${original.number} är kopierad till ${copy.number}`);
  }

  remove(id: string): void {
    const before = this.sections();
    const place = placeOf(before, id);
    const question = place && before[place.section]?.questions[place.index];
    if (!question) return;
    const words = $localize`Fråga ${question.number} är borttagen`;
    this.write(() => before.map((each) => ({ ...each, questions: each.questions.filter((other) => other.id !== id) })));
    if (this.openId() === id) this.openId.set(null);
    this.removed.set({ before, words });
  }

  /** An empty section goes; one with questions takes them with it. */
  removeSection(sectionKey: string): void {
    const before = this.sections();
    const section = before.find(({ key }) => key === sectionKey);
    if (!section) return;
    this.write(() => before.filter(({ key }) => key !== sectionKey));
    this.removed.set({ before, words: $localize`Avsnittet ”${section.heading}” är borttaget` });
  }

  undo(): void {
    const removed = this.removed();
    if (!removed) return;
    this.write(() => removed.before);
    this.removed.set(null);
    this.said.set($localize`Ångrat`);
  }

  /** Moves a question one step and says where it now stands. False when it already stands first or last. */
  step(id: string, step: -1 | 1): boolean {
    return this.moved(stepQuestion(this.sections(), id, step), id, step);
  }

  /** Puts a question where it was dropped. */
  put(id: string, section: number, index: number): void {
    this.moved(putQuestion(this.sections(), id, section, index), id, 1);
  }

  stepSection(key: string, step: -1 | 1): boolean {
    const sections = stepSection(this.sections(), key, step);
    if (sections === this.sections()) {
      this.said.set(step === -1 ? $localize`Avsnittet står redan först` : $localize`Avsnittet står redan sist`);
      return false;
    }
    this.write(() => sections);
    const place = sections.findIndex((section) => section.key === key) + 1;
    this.said.set($localize`Avsnittet står nu som nummer ${place} av ${sections.length}`);
    return true;
  }

  renumber(): void {
    this.write(renumbered);
    this.said.set($localize`Frågorna är numrerade i sin ordning`);
  }

  private write(change: (sections: readonly Section[]) => readonly Section[]): void {
    this.refused.set([]);
    this.model.update(({ number, sections }) => ({ number, sections: change(sections) }));
  }

  private moved(sections: readonly Section[], id: string, step: -1 | 1): boolean {
    if (sections === this.sections()) {
      this.said.set(step === -1 ? $localize`Frågan står redan först` : $localize`Frågan står redan sist`);
      return false;
    }
    this.write(() => sections);
    const questions = this.questions();
    const place = questions.findIndex((question) => question.id === id);
    const { number, section } = questions[place] ?? { number: '', section: '' };
    const under = section ? $localize` i avsnittet ${section}` : '';
    this.said.set($localize`Fråga ${number} står nu som nummer ${place + 1} av ${questions.length}${under}`);
    return true;
  }
}

function withStop<T extends { message: string }>(fault: T): T {
  return { ...fault, message: `${fault.message}.` };
}

/** What the new kind or options no longer allow in a finding rule is taken out of it. */
function consistent(question: Question): Question {
  const { finding, kind } = question;
  if (!finding) return question;
  const possible = namedAnswers(question);
  if (kind !== 'share' && possible.length === 0) return { ...question, finding: null };
  const answers = finding.answers.filter((answer) => possible.includes(answer));
  return answers.length === finding.answers.length ? question : { ...question, finding: { ...finding, answers } };
}
