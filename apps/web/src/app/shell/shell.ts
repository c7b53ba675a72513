import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { Permission } from '@insyn/domain';
import { Drafts } from '../drafts/drafts.js';
import { toProblem } from '../http/problem.js';
import { Session } from '../sign-in/session.js';
import { SessionDialogs } from '../sign-in/session-dialogs.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Toasts } from '../ui/toasts.js';
import { ToastRegion } from '../ui/toast-region.js';
import { Network } from './network.js';

const PLACES: readonly { path: string; label: string; permission: Permission }[] = [
  { path: '/mitt-arbete', label: $localize`Mitt arbete`, permission: 'session.own' },
  { path: '/uppfoljningar', label: $localize`Uppföljningar`, permission: 'follow-up.read' },
  { path: '/tidsfrister', label: $localize`Tidsfrister`, permission: 'follow-up.read' },
  { path: '/avtal', label: $localize`Avtal`, permission: 'contract.read' },
  { path: '/utforare', label: $localize`Utförare`, permission: 'provider.read' },
  { path: '/fragebatterier', label: $localize`Frågebatterier`, permission: 'follow-up.read' },
  { path: '/omgangar', label: $localize`Omgångar`, permission: 'follow-up.read' },
  { path: '/utskick', label: $localize`Utskick`, permission: 'mail.read' },
  { path: '/signaler', label: $localize`Signaler`, permission: 'signal.read' },
  { path: '/delegering', label: $localize`Delegering`, permission: 'delegation.read' },
  { path: '/publicerat', label: $localize`Publicerat`, permission: 'publication.read' },
];

/** The frame around every page of those signed in: the rail (on a phone a bar with a menu), who they are, the notices. */
@Component({
  selector: 'app-shell',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, ConfirmDialog, ToastRegion, SessionDialogs],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(keydown.escape)': 'closeMenu()' },
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly network = inject(Network);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly menuOpen = signal(false);
  protected readonly places = computed(() => PLACES.filter(({ permission }) => this.session.can(permission)));

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  protected closeMenu(): void {
    this.menuOpen.set(false);
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
