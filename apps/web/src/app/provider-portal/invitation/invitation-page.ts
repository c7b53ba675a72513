import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { InvitationView } from '@insyn/api-schema';
import { type Problem, toProblem } from '../../http/problem.js';
import { ErrorState } from '../../ui/error-state.js';
import { Loading } from '../../ui/loading.js';
import { Doorway } from '../../ui/doorway.js';
import { PortalApi } from '../portal-api.js';
import { AcceptForm } from './accept-form.js';

/**
 * Where the link of an invitation leads. The secret stands behind the #, which no server sees; it is taken out of the
 * address bar at once, so that it neither lies in the history nor follows a copied address.
 */
@Component({
  selector: 'app-invitation-page',
  imports: [Doorway, AcceptForm, ErrorState, Loading, RouterLink],
  template: `
    <app-doorway i18n-about about="För utförare av omsorg">
      @if (invitation(); as invitation) {
        <h1 i18n>Inbjudan att svara för {{ invitation.provider }}</h1>
        <p i18n>
          {{ invitation.municipality }} följer upp er verksamhet och ber er svara på frågor här. Inbjudan gäller
          {{ invitation.email }}.
        </p>
        <app-accept-form [token]="token" [invitation]="invitation" (over)="end($event)" />
      } @else if (over()) {
        <h1 i18n>Länken gäller inte längre</h1>
        <p i18n>
          En länk kan användas en gång och gäller i fjorton dagar. Har du redan ett konto loggar du in. Annars ber du
          den som bjöd in dig att skicka en ny inbjudan.
        </p>
        <div class="buttons"><a class="btn primary" routerLink="/logga-in" i18n>Logga in</a></div>
      } @else if (!token) {
        <h1 i18n>Öppna länken i mejlet</h1>
        <p i18n>
          Den här adressen saknar inbjudans kod. Öppna länken i mejlet en gång till. Har du redan ett konto loggar du
          in.
        </p>
        <div class="buttons"><a class="btn primary" routerLink="/logga-in" i18n>Logga in</a></div>
      } @else if (problem(); as problem) {
        <app-error-state [error]="problem" (retry)="lookUp()" />
      } @else {
        <app-loading [rows]="3" />
      }
    </app-doorway>
  `,
})
export class InvitationPage {
  private readonly api = inject(PortalApi);
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly invitation = signal<InvitationView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** Used, revoked, too old and never made are told apart by no one. */
  protected readonly over = computed(() => [400, 404, 410].includes(this.problem()?.status ?? 0));

  constructor() {
    inject(Location).replaceState('/inbjudan');
    if (this.token) void this.lookUp();
  }

  /** The link was used or revoked while the form stood open. */
  protected end(problem: Problem): void {
    this.invitation.set(null);
    this.problem.set(problem);
  }

  protected async lookUp(): Promise<void> {
    this.problem.set(null);
    try {
      this.invitation.set(await this.api.lookUp({ token: this.token }));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
