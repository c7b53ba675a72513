import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { FollowUpView, Id, RequestOptions } from '@insyn/api-schema';
import { formatDate, REQUEST_LIMITS } from '@insyn/domain';
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
import { RequestsApi, type SentRequest } from '../../information-requests/requests-api.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf, type SummaryItem } from '../../ui/error-summary.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { LetterPreview } from './letter-preview.js';

type Written = WrittenContent & { contactIds: Id[] };

/** Writes an information request: to whom, which questions, the letter, the last day; and sends it. */
@Component({
  selector: 'app-request-form',
  imports: [FormRoot, RouterLink, ErrorSummary, RequestContentFields],
  providers: [LetterPreview],
  templateUrl: './request-form.html',
  styles: `
    .under {
      display: block;
    }
  `,
})
export class RequestForm implements OnInit {
  private readonly api = inject(RequestsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
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
    const drafts = this.injector.get(Drafts);
    this.kept = drafts.keepForm(this.model, { key: `information-request/${this.view().id}` }, this.injector);
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
    const { id, caseNumber } = this.view();
    const command = this.command();
    const names = this.options().contacts.filter((contact) => command.contactIds.includes(contact.id));
    const receivers = names.map(({ name }) => name).join(', ');
    const answer = await this.confirm.ask({
      heading: $localize`Skicka informationsbegäran?`,
      text: $localize`Brevet registreras i ${caseNumber} och mejlas till ${receivers}. Svaren ska vara inne senast ${formatDate(command.due)}. Frågorna ändras inte mer för den här begäran.`,
      confirm:
        names.length === 1 ? $localize`Skicka till en mottagare` : $localize`Skicka till ${names.length} mottagare`,
    });
    if (!answer) return;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          const saved = await this.api.send(id, command);
          void this.router.navigate(['/uppfoljningar', id, 'informationsbegaran', saved.id]);
        },
        $localize`Begäran är registrerad och skickas nu`,
      ),
    );
  }

  private command(): SentRequest {
    const { contactIds, ...content } = this.model();
    return { ...contentCommand(content), contactIds: [...contactIds] };
  }

  private firstMessage(): string {
    const { year, unit, contract } = this.view();
    return $localize`Hej!

Vi följer upp ${unit.name} enligt avtalet ${contract.reference} under ${year}. Därför ber vi er besvara frågorna och lämna de handlingar som anges i brevet.

Ni svarar genom länken i mejlet. Svaren sparas medan ni skriver, och flera hos er kan hjälpas åt.

Hör gärna av er om något är oklart.`;
  }
}
