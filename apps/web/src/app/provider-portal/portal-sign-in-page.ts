import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { Doorway } from '../ui/doorway.js';

/** Signing in at the provider's door: one account for all municipalities. */
@Component({
  selector: 'app-portal-sign-in-page',
  imports: [Doorway, SignInForm],
  template: `
    <app-doorway i18n-about about="För utförare av omsorg">
      <h1 i18n>Logga in</h1>
      <app-sign-in-form (signedIn)="goOn()" />
      <p below class="small muted prose" i18n>
        Saknar du konto? Du får en länk i ett mejl när en kommun följer upp er verksamhet, eller av en kollega.
      </p>
    </app-doorway>
  `,
})
export class PortalSignInPage {
  private readonly router = inject(Router);
  /** The page that was asked for before signing in. */
  readonly till = input<string>();

  protected goOn(): void {
    const asked = this.till() ?? '';
    void this.router.navigateByUrl(/^\/(?!\/)/.test(asked) ? asked : '/att-gora', { replaceUrl: true });
  }
}
