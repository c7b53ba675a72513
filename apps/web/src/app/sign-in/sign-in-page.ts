import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { SignInForm } from './sign-in-form.js';

@Component({
  selector: 'app-sign-in-page',
  imports: [SignInForm],
  template: `
    <main>
      <div class="brand">
        <span class="name">Insyn</span>
        <span i18n>Uppföljning av omsorg</span>
      </div>
      <section class="card">
        <h1 i18n>Logga in</h1>
        <app-sign-in-form (signedIn)="goOn()" />
      </section>
      <p class="small muted"><a href="/rapporter" i18n>Läs publicerade uppföljningar</a></p>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100vh;
      border-top: 6px solid var(--rail);
      align-items: start;
      justify-items: center;
      padding: clamp(24px, 12vh, 120px) 16px 48px;
    }
    main {
      width: min(420px, 100%);
      display: grid;
      gap: var(--s5);
    }
    .brand {
      display: grid;
      gap: 6px;
      color: var(--ink-2);
    }
    .name {
      font: 600 34px/1 var(--serif);
      color: var(--pine);
      letter-spacing: 0.01em;
    }
    .card {
      padding: var(--s5);
      display: grid;
      gap: 20px;
    }
    @media (max-width: 480px) {
      .card {
        padding: 20px 16px;
      }
    }
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
