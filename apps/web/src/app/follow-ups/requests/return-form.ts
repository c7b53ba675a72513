import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import type { RequestView } from '@insyn/api-schema';
import { answerText, REQUEST_LIMITS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { RequestsApi } from '../../information-requests/requests-api.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenRequest } from './open-request.js';

interface Written {
  /** The comment of each ticked question, by its id. */
  comments: Readonly<Record<string, string>>;
  due: string;
}

/** Single questions go back to the provider, each with what is missing; the round that came in stays as it is. */
@Component({
  selector: 'app-return-form',
  imports: [Field, Control, ErrorSummary],
  template: `
    <form class="stack" novalidate (submit)="send($event)">
      <div>
        <h2 i18n>Återlämna frågor</h2>
        <p class="muted" i18n>Markera det som ska kompletteras och skriv vad som saknas. Övriga svar ligger kvar.</p>
      </div>
      <app-error-summary [items]="problems()" />
      @for (row of rows(); track row.question.id) {
        <section class="card padded">
          <label class="choice">
            <input
              type="checkbox"
              [checked]="isTicked(row.question.id)"
              (change)="toggle(row.question.id)"
              [id]="'return-' + row.question.id"
            />
            <span
              ><b class="num">{{ row.question.number }}</b> {{ row.question.text }}</span
            >
          </label>
          <p class="answer">{{ row.answer || noAnswer }}</p>
          @if (isTicked(row.question.id)) {
            <app-field
              i18n-label
              label="Vad ska kompletteras?"
              i18n-hint
              hint="Läses av utföraren"
              [fieldId]="'return-' + row.question.id + '-comment'"
              [error]="tried() && !commentOf(row.question.id).trim() ? missingComment : null"
            >
              <textarea
                appControl
                [attr.maxlength]="longest"
                [value]="commentOf(row.question.id)"
                (input)="write(row.question.id, $any($event.target).value)"
              ></textarea>
            </app-field>
          }
        </section>
      }
      <app-field
        i18n-label
        label="Svar senast"
        [optional]="true"
        i18n-hint
        hint="Lämna tomt om tiden som gäller ska stå kvar"
        fieldId="return-due"
        [error]="tried() ? dueFault() : null"
      >
        <input appControl type="date" class="due" [value]="model().due" (input)="setDue($any($event.target).value)" />
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="busy() || null" i18n>
          {count(), plural, =0 {Återlämna} =1 {Återlämna en fråga} other {Återlämna {{ count() }} frågor}}
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .choice {
      align-items: flex-start;
      padding-block: 6px;
    }
    .answer {
      margin: 0 0 8px 30px;
      white-space: pre-wrap;
      max-width: var(--line-length);
      overflow-wrap: anywhere;
      color: var(--ink-2);
    }
    .due {
      max-width: 220px;
    }
  `,
})
export class ReturnForm implements OnInit {
  private readonly api = inject(RequestsApi);
  private readonly open = inject(OpenRequest);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today;
  readonly request = input.required<RequestView>();
  readonly done = output();

  protected readonly longest = REQUEST_LIMITS.reason;
  protected readonly noAnswer = $localize`Inget svar`;
  protected readonly missingComment = $localize`Skriv vad som ska kompletteras.`;
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly refused = signal<readonly SummaryItem[]>([]);
  protected readonly model = signal<Written>({ comments: {}, due: '' });
  private kept!: KeptForm<unknown>;
  protected readonly count = computed(() => this.chosen().length);
  /** Only what was asked when the answers were handed in can be sent back. */
  protected readonly rows = computed(() => {
    const { questions, askedIds, answers } = this.request();
    const asked = new Set(askedIds);
    return questions
      .filter(({ id }) => asked.has(id))
      .map((question) => {
        const value = answers.find(({ questionId }) => questionId === question.id)?.value;
        return { question, answer: value ? answerText(question, value) : '' };
      });
  });
  private readonly chosen = computed(() =>
    this.rows().flatMap(({ question: { id, number } }) => {
      const comment = this.model().comments[id];
      return comment === undefined ? [] : [{ id, number, comment: comment.trim() }];
    }),
  );
  protected readonly dueFault = computed(() => {
    const [due, today] = [this.model().due, this.today()];
    return due && today && due <= today ? $localize`Välj en dag efter i dag.` : null;
  });
  protected readonly problems = computed((): SummaryItem[] => {
    if (!this.tried()) return [];
    const chosen = this.chosen();
    const first = this.rows()[0]?.question.id ?? '';
    if (chosen.length === 0) {
      return [{ message: $localize`Markera minst en fråga som ska kompletteras.`, id: `return-${first}` }];
    }
    const missing = chosen
      .filter(({ comment }) => !comment)
      .map(({ id, number }) => ({
        message: $localize`Skriv vad som ska kompletteras i fråga ${number}.`,
        id: `return-${id}-comment`,
      }));
    const due = this.dueFault();
    return [...missing, ...(due ? [{ message: due, id: 'return-due' }] : []), ...this.refused()];
  });

  ngOnInit(): void {
    const drafts = this.injector.get(Drafts);
    this.kept = drafts.keepForm(this.model, { key: `return/${this.request().id}` }, this.injector);
  }

  protected isTicked(id: string): boolean {
    return this.model().comments[id] !== undefined;
  }

  protected commentOf(id: string): string {
    return this.model().comments[id] ?? '';
  }

  protected toggle(id: string): void {
    const { [id]: before, ...others } = this.model().comments;
    const comments = before === undefined ? { ...others, [id]: '' } : others;
    this.model.update((model) => ({ ...model, comments }));
  }

  protected write(id: string, comment: string): void {
    this.refused.set([]);
    this.model.update((model) => ({ ...model, comments: { ...model.comments, [id]: comment } }));
  }

  protected setDue(due: string): void {
    this.model.update((model) => ({ ...model, due }));
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.refused.set([]);
    if (this.problems().length > 0 || this.busy()) return;
    const { id, version } = this.request();
    const chosen = this.chosen();
    const { due } = this.model();
    const answer = await this.confirm.ask({
      heading: $localize`Återlämna för komplettering?`,
      text: $localize`Utföraren får ett mejl om fråga ${chosen.map(({ number }) => number).join(', ')}. Brevet registreras i ärendet.`,
      confirm: $localize`Återlämna`,
    });
    if (!answer) return;
    this.busy.set(true);
    const questions = chosen.map(({ id: questionId, comment }) => ({ questionId, comment }));
    const command = { version, questions, ...(due ? { due } : {}) };
    try {
      await this.kept.send(() =>
        this.open.carryOut(() => this.api.returnQuestions(id, command), $localize`Frågorna är återlämnade`),
      );
      this.done.emit();
    } catch (error) {
      const problem = toProblem(error);
      const messages = problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.title];
      this.refused.set(messages.map((message) => ({ message })));
    } finally {
      this.busy.set(false);
    }
  }
}
