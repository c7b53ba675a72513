import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, minLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type InvitationView, PASSWORD_LENGTH, PORTAL_LIMITS } from '@insyn/api-schema';
import { type Problem, toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { PortalAccount } from '../portal-account.js';
import { PortalApi } from '../portal-api.js';

/** Accepting an invitation: with a name and a new password, or with the password that the address has already. */
@Component({
  selector: 'app-accept-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="acceptance" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      <input
        class="visually-hidden"
        type="email"
        autocomplete="username"
        tabindex="-1"
        readonly
        aria-hidden="true"
        [value]="invitation().email"
      />
      @if (invitation().hasAccount) {
        <p class="notice" i18n>Adressen har redan ett konto i Insyn. Skriv lösenordet till det.</p>
        <app-field i18n-label label="Lösenord" [of]="acceptance.password">
          <input appControl type="password" autocomplete="current-password" [formField]="acceptance.password" />
        </app-field>
      } @else {
        <app-field i18n-label label="Ditt namn" [of]="acceptance.name">
          <input appControl autocomplete="name" [formField]="acceptance.name" />
        </app-field>
        <app-field
          i18n-label
          label="Välj ett lösenord"
          i18n-hint
          hint="Minst 12 tecken, gärna några ord efter varandra"
          [of]="acceptance.password"
        >
          <input appControl type="password" autocomplete="new-password" [formField]="acceptance.password" />
        </app-field>
      }
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="acceptance().submitting() || null">
          @if (invitation().hasAccount) {
            <ng-container i18n>Logga in och ta emot</ng-container>
          } @else {
            <ng-container i18n>Skapa konto</ng-container>
          }
        </button>
      </div>
    </form>
  `,
})
export class AcceptForm implements OnInit {
  private readonly api = inject(PortalApi);
  private readonly session = inject(Session);
  private readonly account = inject(PortalAccount);
  private readonly router = inject(Router);
  readonly token = input.required<string>();
  readonly invitation = input.required<InvitationView>();
  /** The link does not hold any more. */
  readonly over = output<Problem>();

  private readonly tried = signal(false);
  private readonly model = signal({ name: '', password: '' });
  protected readonly acceptance = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Skriv ditt namn.`, when: () => !this.invitation().hasAccount });
      maxLength(path.name, PORTAL_LIMITS.name, { message: $localize`Namnet är längre än 120 tecken.` });
      required(path.password, { message: $localize`Skriv ett lösenord.` });
      minLength(path.password, () => (this.invitation().hasAccount ? 1 : PASSWORD_LENGTH), {
        message: $localize`Lösenordet ska ha minst 12 tecken.`,
      });
      maxLength(path.password, PORTAL_LIMITS.password, { message: $localize`Lösenordet är längre än 200 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.acceptance()) : []));

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, name: this.invitation().name }));
  }

  private async send(): Promise<void> {
    const { name, password } = this.model();
    try {
      await this.api.accept({ token: this.token(), name: name.trim() || this.invitation().name, password });
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== 410) throw problem;
      return this.over.emit(problem);
    }
    await this.session.load();
    this.account.reload();
    await this.router.navigateByUrl('/att-gora', { replaceUrl: true });
  }
}
