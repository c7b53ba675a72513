import { Component, computed, effect, inject, Injector, type OnInit, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { FollowUpListItem } from '@insyn/api-schema';
import { REQUEST_LIMITS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../drafts/drafts.js';
import { sending } from '../http/sending.js';
import { Session } from '../sign-in/session.js';
import { ErrorSummary, type SummaryItem, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { FollowUpChooser } from './follow-up-chooser.js';
import { contentCommand, contentRules, EMPTY_CONTENT, type WrittenContent } from './request-content.js';
import { RequestContentFields } from './request-content-fields.js';
import { requestOptionsOf } from './requests-api.js';
import { RoundSending } from './round-sending.js';

type Written = WrittenContent & { name: string; chosen: FollowUpListItem[] };

/** A new round: which follow-ups, and what is asked of them all. */
@Component({
  selector: 'app-round-new-page',
  providers: [RoundSending],
  imports: [
    PageHeader,
    ResourceView,
    Data,
    RouterLink,
    FormRoot,
    FormField,
    Field,
    Control,
    ErrorSummary,
    FollowUpChooser,
    RequestContentFields,
  ],
  template: `
    <app-page-header
      i18n-heading
      heading="Ny omgång"
      [crumbs]="[{ label: 'Omgångar', link: '/omgangar' }, { label: 'Ny' }]"
    />
    <form [formRoot]="roundForm" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      <app-field i18n-label label="Namn" i18n-hint hint="Till exempel Hemtjänst, tertial 3 2026" [of]="roundForm.name">
        <input appControl autocomplete="off" [formField]="roundForm.name" />
      </app-field>
      <app-follow-up-chooser [chosen]="model().chosen" (chosenChange)="choose($event)" [error]="chosenError()" />
      @if (firstId()) {
        <app-resource-view [rows]="6">
          <ng-template [appData]="options" let-options>
            <app-request-content-fields [content]="roundForm" [options]="options" />
          </ng-template>
        </app-resource-view>
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="roundForm().submitting() || null" i18n>
            {model().chosen.length, plural,
              =1 {Skicka till en uppföljning}
              other {Skicka till {{ model().chosen.length }} uppföljningar}
            }
          </button>
          <a class="btn quiet" routerLink="/omgangar" (click)="cancel()" i18n>Avbryt</a>
        </div>
      } @else {
        <p class="muted" i18n>Välj minst en uppföljning, så kommer frågorna och brevet här.</p>
      }
    </form>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    form {
      max-width: 760px;
    }
  `,
})
export class RoundNewPage implements OnInit {
  private readonly sending = inject(RoundSending);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today;

  private kept!: KeptForm<unknown>;
  private readonly tried = signal(false);
  protected readonly model = signal<Written>({ ...EMPTY_CONTENT, name: '', chosen: [] });
  protected readonly firstId = computed(() => this.model().chosen[0]?.id ?? null);
  protected readonly options = requestOptionsOf(this.firstId);
  protected readonly roundForm = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv vad omgången ska heta.` });
      maxLength(path.name, REQUEST_LIMITS.roundName, { message: $localize`Namnet är längre än 200 tecken.` });
      contentRules(path, this.today());
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly chosenError = computed(() => {
    const { chosen } = this.model();
    if (!this.tried() || chosen.length === 0) return null;
    const committees = new Set(chosen.map(({ committee }) => committee));
    return committees.size > 1
      ? $localize`Uppföljningarna hör till olika nämnder. Skicka en omgång för varje nämnd.`
      : null;
  });
  protected readonly problems = computed((): SummaryItem[] => {
    if (!this.tried()) return [];
    const chosen = this.chosenError();
    return [...(chosen ? [{ message: chosen, id: 'follow-ups' }] : []), ...summaryOf(this.roundForm())];
  });

  constructor() {
    // What the municipality's settings propose comes with the first chosen case, unless something is written already.
    effect(() => {
      if (!this.options.hasValue()) return;
      const { proposedDue, questionSets } = this.options.value();
      const [only, ...others] = questionSets;
      const versionId = only && others.length === 0 ? only.versionId : '';
      untracked(() =>
        this.model.update((model) => ({
          ...model,
          due: model.due || proposedDue,
          questionSetVersionId: model.questionSetVersionId || versionId,
        })),
      );
    });
  }

  ngOnInit(): void {
    this.model.update((model) => ({
      ...model,
      title: $localize`Begäran om information`,
      message: FIRST_MESSAGE,
    }));
    this.kept = this.drafts.keepForm(this.model, { key: 'request-round' }, this.injector);
  }

  protected choose(chosen: readonly FollowUpListItem[]): void {
    this.model.update((model) => ({ ...model, chosen: [...chosen] }));
  }

  protected cancel(): void {
    this.kept.forget();
  }

  private async send(): Promise<void> {
    const { name, chosen, ...content } = this.model();
    if (this.chosenError()) {
      document.getElementById('follow-ups')?.focus();
      return;
    }
    const command = { ...contentCommand(content), name: name.trim(), followUpIds: chosen.map(({ id }) => id) };
    if (!(await this.sending.agreed(command))) return;
    await this.kept.send(() => this.sending.send(command));
  }
}

const FIRST_MESSAGE = $localize`Hej!

Vi följer upp verksamheten enligt avtalet. Därför ber vi er besvara frågorna och lämna de handlingar som anges i brevet.

Ni svarar genom länken i mejlet. Svaren sparas medan ni skriver, och flera hos er kan hjälpas åt.

Hör gärna av er om något är oklart.`;
