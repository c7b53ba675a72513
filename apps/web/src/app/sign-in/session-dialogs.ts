import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { formatTimeOfDay } from '../ui/dates.js';
import { ModalDialog } from '../ui/modal-dialog.js';
import { Session } from './session.js';
import { SignInForm } from './sign-in-form.js';

/** The warning five minutes before the session ends, and signing in again without leaving the page. */
@Component({
  selector: 'app-session-dialogs',
  imports: [ModalDialog, SignInForm],
  template: `
    @if (session.lost()) {
      <app-modal-dialog i18n-heading heading="Logga in igen" [dismissable]="false">
        <p i18n>Du har varit inloggad länge utan att göra något. Det du skrivit finns kvar på sidan.</p>
        <app-sign-in-form [knownEmail]="session.view()?.account?.email ?? ''">
          <button type="button" class="quiet" (click)="leave()" i18n>Lämna sidan</button>
        </app-sign-in-form>
      </app-modal-dialog>
    } @else if (session.warning()) {
      <app-modal-dialog i18n-heading heading="Du loggas snart ut" (dismissed)="stay()">
        <p i18n>Klockan {{ endsAt() }} avslutas inloggningen. Fortsätt arbeta så stannar du kvar.</p>
        @if (failed()) {
          <p class="error-text" role="alert" i18n>Det gick inte att nå Insyn. Försök igen.</p>
        }
        <div class="buttons">
          <button type="button" class="primary" (click)="stay()" i18n>Fortsätt arbeta</button>
        </div>
      </app-modal-dialog>
    }
  `,
})
export class SessionDialogs {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly failed = signal(false);

  protected endsAt(): string {
    return formatTimeOfDay(this.session.view()?.expiresAt ?? null);
  }

  protected async stay(): Promise<void> {
    this.failed.set(false);
    try {
      if (!(await this.session.load())) await this.session.askToSignInAgain();
    } catch {
      this.failed.set(true);
    }
  }

  protected leave(): void {
    this.session.giveUp();
    void this.router.navigateByUrl('/logga-in');
  }
}
