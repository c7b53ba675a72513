import { afterNextRender, Component, computed, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { Session } from './session.js';

/** E-mail and password; on the sign-in page and in the dialog over a page whose session has ended. */
@Component({
  selector: 'app-sign-in-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="credentials" class="form" novalidate>
      <app-error-summary [title]="summaryTitle()" [items]="problems()" />
      <app-field i18n-label label="E-postadress" [of]="credentials.email">
        <input
          appControl
          type="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          [formField]="credentials.email"
        />
      </app-field>
      <app-field i18n-label label="Lösenord" [of]="credentials.password">
        <input appControl type="password" autocomplete="current-password" [formField]="credentials.password" />
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="credentials().submitting() || null">
          @if (credentials().submitting()) {
            <ng-container i18n>Loggar in …</ng-container>
          } @else {
            <ng-container i18n>Logga in</ng-container>
          }
        </button>
        <ng-content />
      </div>
    </form>
  `,
})
export class SignInForm {
  private readonly session = inject(Session);
  /** The address of the one whose session ended, so that only the password is asked for. */
  readonly knownEmail = input('');
  readonly signedIn = output();

  private readonly tried = signal(false);
  private readonly model = signal({ email: '', password: '' });
  protected readonly credentials = form(
    this.model,
    (path) => {
      required(path.email, { message: $localize`Skriv din e-postadress, till exempel namn@kommun.se.` });
      email(path.email, { message: $localize`Skriv e-postadressen i formen namn@kommun.se.` });
      required(path.password, { message: $localize`Skriv ditt lösenord.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.credentials()) : []));
  protected readonly summaryTitle = computed(() => $localize`Du är inte inloggad än.`);

  constructor() {
    afterNextRender(() => {
      if (!this.knownEmail()) return this.credentials.email().focusBoundControl();
      this.model.update((model) => ({ ...model, email: this.knownEmail() }));
      this.credentials.password().focusBoundControl();
    });
  }

  private async send(): Promise<void> {
    await this.session.signIn(this.model().email.trim(), this.model().password);
    this.signedIn.emit();
  }
}
