import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { FollowUpView, Id, RequestOptions } from '@insyn/api-schema';
import { REQUEST_LIMITS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { fieldErrors } from '../../http/field-errors.js';
import { sending } from '../../http/sending.js';
import {
  contentCommand,
  contentRules,
  EMPTY_CONTENT,
  type WrittenContent,
} from '../../information-requests/request-content.js';
import { RequestContentFields } from '../../information-requests/request-content-fields.js';
import type { SentRequest } from '../../information-requests/requests-api.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf, type SummaryItem } from '../../ui/error-summary.js';
import { LetterPreview } from './letter-preview.js';
import { RequestSending } from './request-sending.js';

type Written = WrittenContent & { contactIds: Id[] };

/** Writes an information request: to whom, which questions, the letter, the last day; and sends it. */
@Component({
  selector: 'app-request-form',
  imports: [FormRoot, RouterLink, ErrorSummary, RequestContentFields],
  providers: [LetterPreview, RequestSending],
  templateUrl: './request-form.html',
  styles: `
    .under {
      display: block;
    }
  `,
})
export class RequestForm implements OnInit {
  private readonly sending = inject(RequestSending);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  protected readonly letter = inject(LetterPreview);
  readonly view = input.required<FollowUpView>();
  readonly options = input.required<RequestOptions>();

  private readonly today = inject(Session).today;
  private kept!: KeptForm<unknown>;
  private readonly tried = signal(false);
  protected readonly model = signal<Written>({ ...EMPTY_CONTENT, contactIds: [] });
  protected readonly requestForm = form(
    this.model,
    (path) => {
      contentRules(path, this.today());
      validate(path.contactIds, ({ value }) => {
        const count = value().length;
        if (count === 0) return { kind: 'contacts', message: $localize`Välj minst en mottagare.` };
        const most = REQUEST_LIMITS.contacts;
        return count > most ? { kind: 'contacts', message: $localize`Välj högst ${most} mottagare.` } : null;
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly contactError = computed(() =>
    this.tried() ? (this.requestForm.contactIds().errors()[0]?.message ?? null) : null,
  );
  /** The letter's own errors; those of the sending land at the fields. */
  protected readonly letterProblems = signal<readonly SummaryItem[]>([]);
  protected readonly problems = computed(() => {
    if (!this.tried()) return this.letterProblems();
    const contacts = this.contactError();
    return summaryOf(this.requestForm()).map((item) =>
      item.message === contacts ? { message: item.message, id: 'request-contacts' } : item,
    );
  });
  protected readonly noneWithEmail = computed(() => this.options().contacts.every(({ email }) => !email));

  ngOnInit(): void {
    const { proposedDue, contacts, questionSets } = this.options();
    const [only, ...others] = questionSets;
    const withEmail = contacts.filter(({ email }) => email);
    this.model.set({
      ...EMPTY_CONTENT,
      title: $localize`Begäran om information inför uppföljning ${this.view().year}`,
      message: this.firstMessage(),
      due: proposedDue,
      questionSetVersionId: only && others.length === 0 ? only.versionId : '',
      contactIds: withEmail.length === 1 ? withEmail.map(({ id }) => id) : [],
    });
    this.kept = this.drafts.keepForm(this.model, { key: `information-request/${this.view().id}` }, this.injector);
  }

  protected nameOf({ name, role }: RequestOptions['contacts'][number]): string {
    return [name, role].filter(Boolean).join(', ');
  }

  protected toggle(id: Id): void {
    this.model.update(({ contactIds, ...content }) => ({
      ...content,
      contactIds: contactIds.includes(id) ? contactIds.filter((each) => each !== id) : [...contactIds, id],
    }));
  }

  protected async showLetter(): Promise<void> {
    const ownFaults = summaryOf(this.requestForm());
    if (ownFaults.length > 0) {
      this.tried.set(true);
      return;
    }
    try {
      await this.letter.open(this.view().id, this.command());
      this.letterProblems.set([]);
    } catch (error) {
      const problem = toProblem(error);
      this.letterProblems.set(
        fieldErrors(problem, this.requestForm).map(({ message }) => ({ message: message ?? problem.title })),
      );
    }
  }

  protected cancel(): void {
    this.kept.forget();
  }

  private async send(): Promise<void> {
    const [view, command] = [this.view(), this.command()];
    const chosen = this.options().contacts.filter(({ id }) => command.contactIds.includes(id));
    const receivers = chosen.map(({ name }) => name);
    if (!(await this.sending.agreed(view, command, receivers))) return;
    await this.kept.send(() => this.sending.send(view, command));
  }

  private command(): SentRequest {
    const { contactIds, ...content } = this.model();
    return { ...contentCommand(content), contactIds: [...contactIds] };
  }

  private firstMessage(): string {
    const { year, unit, contract } = this.view();
    return $localize`Hej!

Vi följer upp ${unit.name} (${contract.reference}) under ${year}. Därför ber vi er besvara frågorna och lämna de handlingar som anges i brevet.

Ni svarar genom länken i mejlet. Svaren sparas medan ni skriver, och flera hos er kan hjälpas åt.

Hör gärna av er om något är oklart.`;
  }
}
