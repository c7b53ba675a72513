import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Id, PortalRequestView } from '@insyn/api-schema';
import { SIGNAL_LIMITS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { readResource } from '../../http/read-resource.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { type Crumb, PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';

/** A lex Sarah notice to the municipality of a request, about its unit. Only those named in the municipality read it. */
@Component({
  selector: 'app-lex-sarah-page',
  imports: [PageHeader, ResourceView, Data, RouterLink, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-page-header i18n-heading heading="Anmäl lex Sarah" [crumbs]="crumbs()" />
    <app-resource-view>
      <ng-template [appData]="request" let-about>
        <div class="stack">
          <p class="prose" i18n>
            Anmälan går till {{ about.municipality }} och gäller {{ about.letter.unit.name }}. Bara de i kommunen som är
            utsedda att läsa anmälningar enligt lex Sarah kan se den. Skriv inte namn eller personnummer.
          </p>
          <form [formRoot]="notice" class="form card padded" novalidate>
            <app-error-summary [items]="problems()" />
            <app-field i18n-label label="Dag då missförhållandet upptäcktes" [of]="notice.receivedOn">
              <input appControl class="date" type="date" [max]="today()" [formField]="notice.receivedOn" />
            </app-field>
            <app-field i18n-label label="Vad det gäller" i18n-hint hint="En rad" [of]="notice.title">
              <input appControl autocomplete="off" [formField]="notice.title" />
            </app-field>
            <app-field
              i18n-label
              label="Vad som har hänt"
              i18n-hint
              hint="Vad som hände, vad det ledde till för den enskilde och vad ni har gjort"
              [of]="notice.text"
            >
              <textarea appControl rows="8" [formField]="notice.text"></textarea>
            </app-field>
            <div class="buttons">
              <button type="submit" class="primary" [attr.aria-busy]="notice().submitting() || null" i18n>
                Skicka anmälan
              </button>
              <a class="btn quiet" [routerLink]="['/informationsbegaran', requestId()]" i18n>Avbryt</a>
            </div>
          </form>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    .form {
      max-width: none;
    }
    .date {
      max-width: 200px;
    }
  `,
})
export class LexSarahPage implements OnInit {
  private readonly api = inject(PortalApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  readonly requestId = input.required<Id>();

  private readonly address = computed(() => `/api/portal/requests/${this.requestId()}`);
  protected readonly request = readResource<PortalRequestView>(() => this.address());
  protected readonly today = computed(() => this.session.today() ?? '');
  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`Att göra`, link: '/att-gora' },
    {
      label: this.request.hasValue() ? this.request.value().title : '',
      link: `/informationsbegaran/${this.requestId()}`,
    },
    { label: $localize`Lex Sarah` },
  ]);
  private readonly tried = signal(false);
  private readonly model = signal({ receivedOn: this.session.today() ?? '', title: '', text: '' });
  protected readonly notice = form(
    this.model,
    (path) => {
      required(path.receivedOn, { message: $localize`Välj vilken dag det upptäcktes.` });
      validate(path.receivedOn, ({ value }) =>
        value() > this.today() ? { kind: 'future', message: $localize`Dagen har inte varit än.` } : undefined,
      );
      required(path.title, { message: $localize`Skriv vad det gäller.` });
      maxLength(path.title, SIGNAL_LIMITS.title, { message: $localize`Rubriken är längre än 200 tecken.` });
      required(path.text, { message: $localize`Skriv vad som har hänt.` });
      maxLength(path.text, SIGNAL_LIMITS.text, { message: $localize`Texten är längre än 10 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.notice()) : []));
  private kept!: KeptForm<unknown>;

  ngOnInit(): void {
    this.kept = this.drafts.keepForm(this.model, { key: `lex-sarah/${this.requestId()}` }, this.injector);
  }

  private async send(): Promise<void> {
    const { receivedOn, title, text } = this.model();
    const command = { requestId: this.requestId(), receivedOn, title: title.trim(), text: text.trim() };
    await this.kept.send(() => this.api.noticeLexSarah(command));
    this.toasts.show($localize`Anmälan är skickad`);
    await this.router.navigate(['/informationsbegaran', this.requestId()]);
  }
}
