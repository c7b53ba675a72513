import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Doorway } from '../ui/doorway.js';
import { SignInForm } from './sign-in-form.js';

@Component({
  selector: 'app-sign-in-page',
  imports: [Doorway, SignInForm],
  template: `
    <app-doorway i18n-about about="Uppföljning av omsorg">
      <h1 i18n>Logga in</h1>
      <app-sign-in-form (signedIn)="goOn()" />
      <p below class="small muted"><a href="/rapporter" i18n>Läs publicerade uppföljningar</a></p>
    </app-doorway>
  `,
})
export class SignInPage {
  private readonly router = inject(Router);
  /** The page that was asked for before signing in. */
  readonly till = input<string>();

  protected goOn(): void {
    const asked = this.till() ?? '';
    void this.router.navigateByUrl(/^\/(?!\/)/.test(asked) ? asked : '/', { replaceUrl: true });
  }
}
