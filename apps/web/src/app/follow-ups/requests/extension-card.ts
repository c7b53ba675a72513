import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import type { ExtensionView } from '@insyn/api-schema';
import { type CalendarDate, extensionFaults, REQUEST_LIMITS } from '@insyn/domain';
import { sending } from '../../http/sending.js';
import { type ExtensionDecision, RequestsApi } from '../../information-requests/requests-api.js';
import { Session } from '../../sign-in/session.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenRequest } from './open-request.js';

interface Written {
  decision: 'granted' | 'refused';
  newDue: string;
  reason: string;
}

/** The provider asks for more time; the officer grants it, to that day or another, or refuses, and says why. */
@Component({
  selector: 'app-extension-card',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, DateLongPipe, InstantShortPipe],
  template: `
    <section class="notice warning stack" aria-labelledby="extension-heading">
      <h2 id="extension-heading" i18n>Utföraren ber om längre tid</h2>
      <p>
        <ng-container i18n>Till</ng-container> <b>{{ extension().wantedDue | dateLong }}</b><ng-container i18n
          >. Nu gäller</ng-container
        >
        {{ due() | dateLong }}.
      </p>
      <p class="reason">”{{ extension().reason }}”</p>
      <p class="small muted">
        {{ extension().askedBy }} <span class="num">{{ extension().askedAt | instantShort }}</span>
      </p>
      @if (mayDecide()) {
        <form [formRoot]="decisionForm" class="form" novalidate>
          <app-error-summary [items]="problems()" />
          <fieldset>
            <legend i18n>Beslut</legend>
            <div class="row">
              <label class="choice"
                ><input type="radio" value="granted" [formField]="decisionForm.decision" />
                <span i18n>Bevilja</span></label
              >
              <label class="choice"
                ><input type="radio" value="refused" [formField]="decisionForm.decision" />
                <span i18n>Avslå</span></label
              >
            </div>
          </fieldset>
          @if (model().decision === 'granted') {
            <app-field
              i18n-label
              label="Ny sista dag"
              i18n-hint
              hint="En helgdag flyttas till närmaste vardag"
              [of]="decisionForm.newDue"
            >
              <input appControl type="date" [formField]="decisionForm.newDue" />
            </app-field>
          }
          <app-field i18n-label label="Skäl" i18n-hint hint="Läses av utföraren" [of]="decisionForm.reason">
            <textarea appControl [formField]="decisionForm.reason"></textarea>
          </app-field>
          <div class="buttons">
            <button type="submit" class="primary" [attr.aria-busy]="decisionForm().submitting() || null" i18n>
              Besluta och meddela
            </button>
          </div>
        </form>
      }
    </section>
  `,
  styles: `
    .reason {
      white-space: pre-wrap;
      max-width: var(--line-length);
    }
    input[type='date'] {
      max-width: 220px;
    }
  `,
})
export class ExtensionCard implements OnInit {
  private readonly api = inject(RequestsApi);
  private readonly request = inject(OpenRequest);
  private readonly session = inject(Session);
  readonly extension = input.required<ExtensionView>();
  readonly due = input.required<CalendarDate>();
  readonly mayDecide = input(true);

  private readonly tried = signal(false);
  protected readonly model = signal<Written>({ decision: 'granted', newDue: '', reason: '' });
  protected readonly decisionForm = form(
    this.model,
    (path) => {
      validate(path.newDue, (field) => {
        if (field.valueOf(path.decision) === 'refused') return null;
        const today = this.session.today() ?? '';
        const [fault] = extensionFaults({ due: this.due(), wantedDue: field.value(), today });
        return fault ? { kind: 'due', message: `${fault}.` } : null;
      });
      required(path.reason, { message: $localize`Skriv skälet till beslutet.` });
      maxLength(path.reason, REQUEST_LIMITS.reason, { message: $localize`Texten är längre än 1 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.decisionForm()) : []));

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, newDue: this.extension().wantedDue }));
  }

  private async send(): Promise<void> {
    const { decision, newDue, reason } = this.model();
    const { id, version } = this.extension();
    const command: ExtensionDecision = {
      version,
      decision,
      reason: reason.trim(),
      ...(decision === 'granted' ? { newDue } : {}),
    };
    const receipt = decision === 'granted' ? $localize`Längre tid är beviljad` : $localize`Längre tid är avslagen`;
    await this.request.carryOut(() => this.api.decideExtension(id, command), receipt);
  }
}
