import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AnswerFileView, AnswerView, RequestView } from '@insyn/api-schema';
import type { Question } from '@insyn/domain';
import { Drafts } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { RequestsApi } from '../../information-requests/requests-api.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import type { FileSending } from '../../questions/file-sending.js';
import { QuestionSections, QuestionTemplate } from '../../questions/question-sections.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { OnBehalfQuestion } from './on-behalf-question.js';
import { OpenRequest } from './open-request.js';
import { answersOf } from './request-answers.js';

/** The officer writes the answers that the provider has given on paper or by phone; each is marked so, and saves itself. */
@Component({
  selector: 'app-on-behalf-form',
  imports: [QuestionSections, QuestionTemplate, OnBehalfQuestion, AnswerFiles, ErrorSummary],
  template: `
    <p class="notice" i18n>
      Du fyller i åt utföraren. Varje svar sparas medan du skriver och märks ”Ifylld av kommunen åt utföraren”.
    </p>
    @for (document of request().letter.wantedDocuments; track document.id) {
      <section class="card padded stack">
        <h3>{{ document.text }}</h3>
        <app-answer-files
          [files]="filesOf(document.id)"
          [uploads]="sending()[document.id] ?? []"
          [controlId]="'handling-' + document.id"
          [editable]="takesDocuments()"
          (chosen)="addFiles({ wantedDocumentId: document.id }, document.id, $event)"
          (removed)="removeFile($event)"
        />
      </section>
    }
    <app-question-sections
      [questions]="request().questions"
      [answers]="answers()"
      [files]="request().files"
      [only]="only()"
    >
      <ng-template appQuestion let-question>
        <app-on-behalf-question
          [requestId]="request().id"
          [followUpId]="request().followUpId"
          [question]="question"
          [answer]="answerOf(question)"
          [files]="filesOfQuestion(question)"
          [uploads]="sending()[question.id] ?? []"
          [returnedComment]="commentOf(question)"
          (saved)="open.reload()"
          (filesChosen)="addFiles({ questionId: question.id }, question.id, $event)"
          (fileRemoved)="removeFile($event)"
        />
      </ng-template>
    </app-question-sections>
    <app-error-summary [items]="problems()" [title]="missingTitle" />
    <div class="buttons">
      <button type="button" class="primary" [attr.aria-busy]="open.busy() || null" (click)="submit()" i18n>
        Lämna in åt utföraren
      </button>
      <button type="button" class="quiet" (click)="done.emit()" i18n>Klar för nu</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
  `,
})
export class OnBehalfForm {
  private readonly api = inject(RequestsApi);
  private readonly drafts = inject(Drafts);
  private readonly confirm = inject(Confirm);
  protected readonly open = inject(OpenRequest);
  readonly request = input.required<RequestView>();
  readonly done = output();

  protected readonly missingTitle = $localize`Det här behövs innan svaren kan lämnas in:`;
  protected readonly sending = signal<Readonly<Record<string, readonly FileSending[]>>>({});
  protected readonly problems = signal<readonly SummaryItem[]>([]);
  protected readonly answers = computed(() => answersOf(this.request()));
  /** After a return only those questions are open. */
  protected readonly only = computed(() => {
    const { state, returned } = this.request();
    return state === 'returned' ? returned.map(({ questionId }) => questionId) : null;
  });

  /** Wanted documents are handed in until the first submission. */
  protected readonly takesDocuments = computed(() => this.request().state !== 'returned');

  protected answerOf({ id }: Question): AnswerView | null {
    return this.request().answers.find(({ questionId }) => questionId === id) ?? null;
  }
  protected commentOf({ id }: Question): string | null {
    return this.request().returned.find(({ questionId }) => questionId === id)?.comment ?? null;
  }
  protected filesOf(wantedDocumentId: string) {
    return this.request().files.filter((file) => file.wantedDocumentId === wantedDocumentId);
  }
  protected filesOfQuestion({ id }: Question) {
    return this.request().files.filter(({ questionId }) => questionId === id);
  }

  protected async addFiles(
    place: { questionId: string } | { wantedDocumentId: string },
    key: string,
    files: readonly File[],
  ): Promise<void> {
    for (const file of files) {
      this.show(key, { name: file.name, percent: 0, error: null });
      try {
        await this.api.addFile(this.request().id, place, file);
        this.show(key, null, file.name);
      } catch (error) {
        this.show(key, { name: file.name, percent: 0, error: toProblem(error).title });
      }
    }
    this.open.reload();
  }

  protected async removeFile({ id, fileName }: AnswerFileView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort filen?`,
      text: fileName,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer) await this.open.act(() => this.api.removeFile(id), $localize`Filen är borttagen`);
  }

  /** Everything written is saved first; then exactly what is missing stops the submission. */
  protected async submit(): Promise<void> {
    this.problems.set([]);
    const { id, followUpId } = this.request();
    const { unsaved } = await this.drafts.saveAll(followUpId);
    if (unsaved.length > 0) {
      this.problems.set(unsaved.map((name) => ({ message: $localize`${name} är inte sparad än.` })));
      return;
    }
    const now = await this.api.read(id).catch(() => null);
    if (!now) return this.problems.set([{ message: $localize`Det går inte att nå Insyn just nu. Försök igen.` }]);
    if (now.missing.length > 0) {
      this.problems.set(
        now.missing.map(({ number, text, problem, place, id: at }) => ({
          message: `${[number, text].filter(Boolean).join(' ')} – ${problem.toLowerCase()}`,
          id: place === 'question' ? `svar-${at}` : `handling-${at}`,
        })),
      );
      return;
    }
    const answer = await this.confirm.ask({
      heading: $localize`Lämna in åt utföraren?`,
      text: $localize`Svaren förseglas och märks som ifyllda av kommunen. Utföraren ser dem när den loggar in.`,
      confirm: $localize`Lämna in`,
    });
    if (!answer) return;
    const command = { version: now.version };
    if (await this.open.act(() => this.api.move(id, 'submit', command), $localize`Svaren är inlämnade`)) {
      this.done.emit();
    }
  }

  private show(key: string, file: FileSending | null, name = file?.name): void {
    this.sending.update((sending) => {
      const others = (sending[key] ?? []).filter((each) => each.name !== name);
      return { ...sending, [key]: file ? [...others, file] : others };
    });
  }
}
