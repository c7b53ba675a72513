import { type CdkDragDrop, CdkDrag, CdkDragHandle, CdkDropList, CdkDropListGroup } from '@angular/cdk/drag-drop';
import { afterNextRender, Component, computed, ElementRef, inject, Injector } from '@angular/core';
import { ANSWER_KIND_LABELS, type Question, QUESTION_LIMITS } from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { QuestionForm } from './question-form.js';
import type { Section } from './sections.js';
import { WorkingSet } from './working-set.js';

/** The questions in their order under their headings: opened to be written, moved by dragging or with the keyboard. */
@Component({
  selector: 'app-question-list',
  imports: [CdkDropListGroup, CdkDropList, CdkDrag, CdkDragHandle, Field, Control, QuestionForm],
  templateUrl: './question-list.html',
  styleUrl: './question-list.css',
})
export class QuestionList {
  protected readonly set = inject(WorkingSet);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly limits = QUESTION_LIMITS;
  protected readonly faulty = computed(() => new Set(this.set.faults().map(({ questionId }) => questionId)));
  private readonly numbers = computed(() => new Map(this.set.questions().map(({ id, number }) => [id, number])));

  /** "Ja eller nej, ställs om 2.4 är Nej, kan ge en iakttagelse". */
  protected factsOf({ kind, required, condition, finding }: Question): string {
    const number = condition && this.numbers().get(condition.questionId);
    const facts = [
      ANSWER_KIND_LABELS[kind],
      required ? '' : $localize`frivillig`,
      number ? $localize`ställs om ${number} är ”${condition.equals}”` : '',
      finding ? $localize`kan ge en iakttagelse` : '',
    ];
    return facts.filter(Boolean).join(', ');
  }

  /** The section heading stands wrong when its questions are split; the fault is told at the first of them. */
  protected headingFault({ questions }: Section): string | null {
    for (const { id } of questions) {
      const fault = this.set.faultAt(id, 'section');
      if (fault) return fault;
    }
    return null;
  }

  protected toggle(id: string): void {
    const opening = this.set.openId() !== id;
    this.set.openId.set(opening ? id : null);
    if (opening) this.focusLater(`#question-${id}-number`);
  }

  protected drop(event: CdkDragDrop<Section>): void {
    const section = this.set.sections().findIndex(({ key }) => key === event.container.data.key);
    const question = event.previousContainer.data.questions[event.previousIndex];
    const stays = event.container === event.previousContainer && event.currentIndex === event.previousIndex;
    if (question && !stays) this.set.put(question.id, section, event.currentIndex);
  }

  /** Alt with an arrow moves the question; the focus follows it. */
  protected key(event: KeyboardEvent, id: string): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.step(id, event.key === 'ArrowUp' ? -1 : 1, `#question-${id}-row`);
  }

  protected step(id: string, step: -1 | 1, focus: string): void {
    if (this.set.step(id, step)) this.focusLater(focus);
  }

  protected stepSection(key: string, step: -1 | 1): void {
    if (this.set.stepSection(key, step)) this.focusLater(`#${key}-${step === -1 ? 'up' : 'down'}`);
  }

  protected add(section: Section): void {
    this.set.add(section.key);
    this.focusLater(`#question-${this.set.openId()}-text`);
  }

  protected addSection(): void {
    const { key } = this.set.addSection();
    this.focusLater(`#${key}-heading`);
  }

  protected duplicate(id: string): void {
    this.set.duplicate(id);
    this.focusLater(`#question-${this.set.openId()}-number`);
  }

  protected remove(id: string): void {
    this.set.remove(id);
    this.focusLater('#undo-removal');
  }

  protected undo(): void {
    this.set.undo();
    this.focusLater('#add-section');
  }

  protected removeSection(section: Section): void {
    this.set.removeSection(section.key);
    this.focusLater('#undo-removal');
  }

  private focusLater(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
