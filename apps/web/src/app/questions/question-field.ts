import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { AnswerFileView } from '@insyn/api-schema';
import { answerFaults, type AnswerValue, NO, type Question, QUESTION_LIMITS, YES } from '@insyn/domain';
import { answerControlId } from './answer-control-id.js';
import { AnswerFiles } from './answer-files.js';
import type { FileSending } from './file-sending.js';
import { NumberAnswer } from './number-answer.js';
import { OptionAnswer } from './option-answer.js';
import { ShareAnswer } from './share-answer.js';
import { ShownAnswer } from './shown-answer.js';
import { TableAnswer } from './table-answer.js';

/** More options than this are chosen from a list instead of from radios. */
const LONGEST_RADIOS = 8;

/**
 * One question with its answer, of whatever kind it is; it holds nothing but what is being typed. What cannot be read as an
 * answer ("sju") is not emitted as a value: `unreadable` tells of it. A value outside its bounds is emitted, and its fault
 * is shown; `answerFaults` says the same to the page. What goes with the question (saved, offers) goes inside.
 */
@Component({
  selector: 'app-question-field',
  imports: [NgTemplateOutlet, AnswerFiles, NumberAnswer, OptionAnswer, ShareAnswer, ShownAnswer, TableAnswer],
  templateUrl: './question-field.html',
  styleUrl: './question-field.css',
})
export class QuestionField {
  private readonly injector = inject(Injector);
  readonly question = input.required<Question>();
  readonly value = input<AnswerValue | null>(null);
  readonly comment = input('');
  readonly files = input<readonly AnswerFileView[]>([]);
  readonly uploads = input<readonly FileSending[]>([]);
  readonly editable = input(true);
  /** What is wrong according to the page or the server; shown at once. The field's own faults wait until it is left. */
  readonly fault = input<string | null>(null);
  /** What the municipality wrote when it returned the question. */
  readonly returnedComment = input<string | null>(null);
  readonly valueChange = output<AnswerValue | null>();
  readonly commentChange = output<string>();
  readonly unreadable = output<string | null>();
  readonly filesChosen = output<File[]>();
  readonly fileRemoved = output<AnswerFileView>();

  protected readonly yesAndNo = [YES, NO];
  protected readonly longestRadios = LONGEST_RADIOS;
  protected readonly longestText = QUESTION_LIMITS.answerText;
  protected readonly longestComment = QUESTION_LIMITS.comment;
  protected readonly controlId = computed(() => answerControlId(this.question().id));
  protected readonly grouped = computed(() => {
    const { kind, options } = this.question();
    if (kind === 'choice') return options.length <= LONGEST_RADIOS;
    return !['number', 'date', 'text'].includes(kind);
  });
  protected readonly grounds = computed(() => {
    const { legalGround, clauseNumber } = this.question();
    const clause = clauseNumber ? $localize`Avtalets punkt ${clauseNumber}` : '';
    return [legalGround, clause].filter(Boolean).join(' · ');
  });

  protected readonly chosen = computed((): readonly string[] => {
    const value = this.value();
    if (value?.kind === 'yes-no') return [value.yes ? YES : NO];
    if (value?.kind === 'choice') return [value.option];
    return value?.kind === 'multiple-choice' ? value.options : [];
  });
  protected readonly text = computed(() => {
    const value = this.value();
    return value?.kind === 'text' ? value.text : '';
  });
  protected readonly date = computed(() => {
    const value = this.value();
    return value?.kind === 'date' ? value.date : '';
  });

  private readonly wasLeft = signal(false);
  private readonly notRead = signal<string | null>(null);
  private readonly ownFault = computed(() => {
    const value = this.value();
    return this.notRead() ?? (value ? answerFaults(this.question(), value)[0] : null) ?? null;
  });
  protected readonly shownFault = computed(() => {
    if (!this.editable()) return null;
    return (this.wasLeft() ? this.ownFault() : null) ?? this.fault();
  });
  protected readonly describedBy = computed(() => {
    const id = this.controlId();
    const ids = [
      this.question().guidance && `${id}-hjalp`,
      this.returnedComment() && `${id}-ater`,
      this.shownFault() && `${id}-fel`,
    ].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });

  private readonly commentAsked = linkedSignal({
    source: () => this.question().id,
    computation: () => false,
  });
  private readonly filesAsked = linkedSignal({
    source: () => this.question().id,
    computation: () => false,
  });
  protected readonly commentOpen = computed(() => this.commentAsked() || this.comment() !== '');
  protected readonly mayOpenComment = computed(() => this.question().kind !== 'text' && !this.commentOpen());
  protected readonly filesOpen = computed(
    () =>
      this.question().kind !== 'file' && (this.filesAsked() || this.files().length > 0 || this.uploads().length > 0),
  );
  protected readonly mayOpenFiles = computed(() => this.question().kind !== 'file' && !this.filesOpen());

  /** Moves the focus to where the answer is written. */
  focus(): void {
    document.getElementById(this.controlId())?.focus();
  }

  protected choose(chosen: readonly string[]): void {
    this.valueChange.emit(optionsAsValue(this.question(), chosen));
  }

  protected writeText(text: string): void {
    this.valueChange.emit(text === '' ? null : { kind: 'text', text });
  }

  protected writeDate(field: HTMLInputElement): void {
    this.unread(field.validity.badInput ? $localize`Skriv datumet som 2026-11-20` : null);
    if (!field.validity.badInput) this.valueChange.emit(field.value ? { kind: 'date', date: field.value } : null);
  }

  protected unread(fault: string | null): void {
    if (fault === this.notRead()) return;
    this.notRead.set(fault);
    this.unreadable.emit(fault);
  }

  protected left(): void {
    this.wasLeft.set(true);
  }

  protected openComment(): void {
    this.commentAsked.set(true);
    this.focusLater(`${this.controlId()}-kommentar`);
  }

  protected openFiles(): void {
    this.filesAsked.set(true);
    this.focusLater(`${this.controlId()}-filer`);
  }

  private focusLater(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}

function optionsAsValue({ kind }: Question, chosen: readonly string[]): AnswerValue | null {
  const [first] = chosen;
  if (!first) return null;
  if (kind === 'yes-no') return { kind, yes: first === YES };
  return kind === 'multiple-choice' ? { kind, options: chosen } : { kind: 'choice', option: first };
}
