import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { REQUEST_STATE_LABELS, type RequestAction } from '@insyn/domain';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { progressText, REQUEST_TONES } from '../../information-requests/request-words.js';
import { RequestsApi } from '../../information-requests/requests-api.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe } from '../../ui/dates.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ExtensionCard } from './extension-card.js';
import { OnBehalfForm } from './on-behalf-form.js';
import { OpenRequest } from './open-request.js';
import { ProposedFindings } from './proposed-findings.js';
import { RequestAnswers } from './request-answers.js';
import { RequestFacts } from './request-facts.js';
import { RequestHistory } from './request-history.js';
import { ReturnForm } from './return-form.js';

type Doing = 'reading' | 'returning' | 'answering';

/** One information request: what came in, what is missing, and what the officer does with it. */
@Component({
  selector: 'app-request-page',
  imports: [
    DeadlineLetters,
    ResourceView,
    Data,
    RouterLink,
    Chip,
    DateLongPipe,
    ExtensionCard,
    OnBehalfForm,
    ProposedFindings,
    RequestAnswers,
    RequestFacts,
    RequestHistory,
    ReturnForm,
  ],
  providers: [OpenRequest],
  templateUrl: './request-page.html',
  styleUrl: './request-page.css',
})
export class RequestPage {
  private readonly api = inject(RequestsApi);
  private readonly confirm = inject(Confirm);
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly request = inject(OpenRequest);
  readonly requestId = input.required<string>();

  protected readonly tones = REQUEST_TONES;
  protected readonly stateLabels = REQUEST_STATE_LABELS;
  protected readonly progress = progressText;
  protected readonly doing = signal<Doing>('reading');
  private readonly view = this.request.view;
  protected readonly lateWord = computed(() => {
    const view = this.view();
    if (!view?.late) return null;
    return view.answeredAt ? $localize`Svaren kom för sent.` : $localize`Tiden har gått ut.`;
  });
  protected readonly waiting = computed(() => this.view()?.extensions.filter(({ decision }) => !decision) ?? []);
  /** What the chosen act needs may have gone while the page was read anew. */
  protected readonly shown = computed((): Doing => {
    if (this.doing() === 'returning' && !this.may('return')) return 'reading';
    return this.doing() === 'answering' && !this.may('answer') ? 'reading' : this.doing();
  });

  constructor() {
    effect(() => {
      const id = this.requestId();
      untracked(() => this.request.id.set(id));
    });
  }

  protected may(action: RequestAction): boolean {
    return this.view()?.offers.includes(action) ?? false;
  }

  protected async close(): Promise<void> {
    await this.move('close', $localize`Begäran är avslutad`);
  }

  protected async reopen(): Promise<void> {
    await this.move('reopen', $localize`Begäran är öppen igen`);
  }

  protected async withdraw(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Återkalla begäran?`,
      text: $localize`Utföraren får ett mejl med skälet och kan inte svara mer. Det går inte att ångra.`,
      confirm: $localize`Återkalla`,
      tone: 'danger',
      reason: { label: $localize`Skäl`, hint: $localize`Läses av utföraren`, required: true, maxLength: 1000 },
    });
    if (answer) await this.move('withdraw', $localize`Begäran är återkallad`, answer.reason);
  }

  private async move(name: 'close' | 'reopen' | 'withdraw', receipt: string, reason?: string): Promise<void> {
    const view = this.view();
    if (!view) return;
    const command = { version: view.version, ...(reason ? { reason } : {}) };
    await this.request.act(() => this.api.move(view.id, name, command), receipt);
  }
}
