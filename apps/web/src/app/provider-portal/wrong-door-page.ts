import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { toProblem } from '../http/problem.js';
import { Session } from '../sign-in/session.js';
import { Toasts } from '../ui/toasts.js';
import { ToastRegion } from '../ui/toast-region.js';
import { Doorway } from '../ui/doorway.js';

/** For one who is signed in, but answers for no provider. */
@Component({
  selector: 'app-wrong-door-page',
  imports: [Doorway, ToastRegion],
  template: `
    <app-doorway i18n-about about="För utförare av omsorg">
      <h1 i18n>Ingången är för utförare</h1>
      <p i18n>
        Du är inloggad som {{ session.view()?.account?.name }}, som inte svarar för någon utförare. Arbetar du i
        kommunen går du till kommunens ingång. Annars loggar du ut och in igen med ditt konto hos utföraren.
      </p>
      <div class="buttons">
        <a class="btn primary" href="/app" i18n>Till kommunens ingång</a>
        <button type="button" (click)="signOut()" i18n>Logga ut</button>
      </div>
    </app-doorway>
    <app-toast-region />
  `,
})
export class WrongDoorPage {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/logga-in');
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }
}
