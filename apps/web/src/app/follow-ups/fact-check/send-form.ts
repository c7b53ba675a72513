import { Component, computed, effect, inject, Injector, input, type OnInit, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { BlockerView, FollowUpView } from '@insyn/api-schema';
import { FACT_CHECK_LIMITS, formatDate } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { factCheckOptionsOf, type FactCheckLetter, FactChecksApi } from '../../fact-checks/fact-checks-api.js';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';
import { BlockerList } from '../follow-up-page/blocker-list.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { DraftPreview } from './draft-preview.js';
import { OpenFactChecks } from './open-fact-checks.js';

interface Written {
  message: string;
  due: string;
}

/** Sends the draft to the provider: a few words, the last day, a look at the PDF first; or what stops it. */
@Component({
  selector: 'app-send-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, BlockerList, RouterLink],
  providers: [DraftPreview],
  template: `
    <section class="card padded stack" aria-labelledby="send-heading">
      <h2 id="send-heading" i18n>Skicka utkastet för faktakontroll</h2>
      <p class="muted prose" i18n>
        Utföraren läser utkastet med bedömningen av varje punkt och lämnar synpunkter på sakuppgifterna. Den samlade
        bedömningen ingår inte.
      </p>
      @if (blockers().length > 0) {
        <div class="notice warning stack">
          <p><b i18n>Utkastet kan inte skickas än:</b></p>
          <app-blocker-list [followUpId]="view().id" [blockers]="blockers()" />
        </div>
      }
      @if (nobody()) {
        <p class="notice warning">
          <ng-container i18n
            >Ingen hos utföraren får mejl om utkastet: det finns ingen kontaktperson med e-postadress.</ng-container
          >&ngsp;<a [routerLink]="['/utforare', view().provider.id]" i18n>Lägg till en hos utföraren</a>
        </p>
      }
      <form [formRoot]="sendForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field
          i18n-label
          label="Några ord till utföraren"
          [optional]="true"
          i18n-hint
          hint="Står i mejlet och först i utkastet"
          [of]="sendForm.message"
        >
          <textarea appControl [formField]="sendForm.message"></textarea>
        </app-field>
        <app-field i18n-label label="Svar senast" [hint]="dueHint()" [of]="sendForm.due">
          <input appControl type="date" class="due" [formField]="sendForm.due" />
        </app-field>
        <div class="buttons">
          <button
            type="submit"
            class="primary"
            [attr.aria-disabled]="blockers().length > 0 || null"
            [attr.aria-busy]="sendForm().submitting() || null"
            i18n
          >
            Skicka för faktakontroll
          </button>
          <button type="button" [attr.aria-busy]="preview.busy() || null" (click)="show()">
            @if (preview.busy()) {
              <ng-container i18n>Tar fram utkastet …</ng-container>
            } @else {
              <ng-container i18n>Visa utkastet (PDF)</ng-container>
            }
          </button>
        </div>
        <p role="status">
          @if (preview.address(); as address) {
            <a [href]="address" target="_blank" download="utkast.pdf" i18n>Öppna utkastet (PDF)</a>
          }
        </p>
      </form>
    </section>
  `,
  styles: `
    .due {
      max-width: 220px;
    }
  `,
})
export class SendForm implements OnInit {
  private readonly api = inject(FactChecksApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly factChecks = inject(OpenFactChecks);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today;
  protected readonly preview = inject(DraftPreview);
  readonly view = input.required<FollowUpView>();
  readonly blockers = input<readonly BlockerView[]>([]);

  private readonly resource = factCheckOptionsOf(this.followUp.id);
  private readonly options = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly nobody = computed(() => this.options()?.receivers === 0);
  protected readonly dueHint = computed(() => {
    const days = this.options()?.factCheckDays;
    const rest = $localize`En helgdag flyttas till närmaste vardag.`;
    return days === undefined ? rest : $localize`Kommunens tid är ${days} dagar. ${rest}`;
  });
  private readonly tried = signal(false);
  private readonly model = signal<Written>({ message: '', due: '' });
  private kept!: KeptForm<unknown>;
  protected readonly sendForm = form(
    this.model,
    (path) => {
      maxLength(path.message, FACT_CHECK_LIMITS.message, { message: $localize`Texten är längre än 5 000 tecken.` });
      validate(path.due, ({ value }) => {
        const today = this.today() ?? '';
        if (value() === '') return { kind: 'due', message: $localize`Ange sista dag för svar.` };
        return value() <= today ? { kind: 'due', message: $localize`Välj en dag efter i dag.` } : null;
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.sendForm()) : []));

  constructor() {
    effect(() => {
      const due = this.options()?.proposedDue;
      if (due) untracked(() => this.model.update((model) => (model.due ? model : { ...model, due })));
    });
  }

  ngOnInit(): void {
    const drafts = this.injector.get(Drafts);
    this.kept = drafts.keepForm(this.model, { key: `fact-check/${this.view().id}` }, this.injector);
  }

  protected async show(): Promise<void> {
    try {
      await this.followUp.savedView();
      await this.preview.open(this.view().id, this.letter());
    } catch (error) {
      const problem = toProblem(error);
      this.toasts.show(problem.errors[0]?.message ?? problem.title, 'problem');
    }
  }

  private async send(): Promise<void> {
    if (this.blockers().length > 0) {
      this.toasts.show($localize`Utkastet kan inte skickas än. Se vad som saknas ovan.`, 'problem');
      return;
    }
    const { provider, caseNumber } = this.view();
    const answer = await this.confirm.ask({
      heading: $localize`Skicka utkastet till utföraren?`,
      text: $localize`Utkastet registreras i ${caseNumber} och skickas till ${provider.legalName}, som svarar senast ${formatDate(this.model().due)}. Du kan ta tillbaka det, men utföraren får då veta det.`,
      confirm: $localize`Skicka`,
    });
    if (!answer) return;
    await this.kept.send(() =>
      this.factChecks.carryOut(
        async () => {
          const { id, contentVersion } = await this.followUp.savedView();
          return this.api.send(id, { contentVersion, ...this.letter() });
        },
        $localize`Utkastet är registrerat och skickas nu`,
      ),
    );
  }

  private letter(): FactCheckLetter {
    const { message, due } = this.model();
    // The proposed day is the municipality's own time, which the server counts itself.
    const own = due !== '' && due !== this.options()?.proposedDue;
    return { message: message.trim(), ...(own ? { due } : {}) };
  }
}
