import { Component, inject, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Drafts } from '../drafts/drafts.js';
import { toProblem } from '../http/problem.js';
import { Network } from '../shell/network.js';
import { Session } from '../sign-in/session.js';
import { SessionDialogs } from '../sign-in/session-dialogs.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ToastRegion } from '../ui/toast-region.js';
import { Toasts } from '../ui/toasts.js';
import { PortalAccount } from './portal-account.js';

/** The frame around the provider's pages: where one can go, for whom one answers, the notices. */
@Component({
  selector: 'app-portal-shell',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, ConfirmDialog, ToastRegion, SessionDialogs],
  template: `
    <a class="skip" href="#innehall" (click)="skipToContent($event)" i18n>Hoppa till innehållet</a>
    <header>
      <a class="brand" routerLink="/att-gora" i18n-aria-label aria-label="Insyn, till Att göra">Insyn</a>
      <nav i18n-aria-label aria-label="Huvudmeny">
        <a routerLink="/att-gora" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Att göra</a>
        <a routerLink="/personer" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Personer</a>
      </nav>
      <p class="me">
        @if (account.names(); as names) {
          <span>{{ names }}</span>
        }
        <span>{{ session.view()?.account?.name }}</span>
      </p>
      <button type="button" class="quiet" (click)="signOut()" i18n>Logga ut</button>
    </header>
    <div role="status">
      @if (!network.online()) {
        <p class="notice warning offline" i18n>
          Du är inte ansluten till nätet. Det du skriver finns kvar här och sparas när anslutningen är tillbaka.
        </p>
      }
    </div>
    <main #content id="innehall" tabindex="-1"><router-outlet /></main>
    <app-toast-region />
    <app-confirm-dialog />
    @defer (when session.lost() || session.warning(); prefetch on idle) {
      <app-session-dialogs />
    }
  `,
  styleUrl: './portal-shell.css',
})
export class PortalShell {
  protected readonly session = inject(Session);
  protected readonly network = inject(Network);
  protected readonly account = inject(PortalAccount);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      this.drafts.forgetAll();
      await this.router.navigateByUrl('/logga-in');
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
  }
}
