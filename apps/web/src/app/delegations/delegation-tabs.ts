import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** The two parts of the page about delegation. */
@Component({
  selector: 'app-delegation-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="tabs" i18n-aria-label aria-label="Delegering">
      <a
        routerLink="/delegering"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        i18n
        >Register</a
      >
      <a routerLink="/delegering/anmalan" routerLinkActive="here" ariaCurrentWhenActive="page" i18n
        >Anmälan till nämnden</a
      >
    </nav>
  `,
  styles: `
    .tabs {
      display: flex;
      gap: 4px;
      border-bottom: 1px solid var(--line);
      margin-block: var(--s3) var(--s5);
    }
    a {
      display: flex;
      align-items: center;
      min-height: 44px;
      padding: 0 14px;
      color: var(--ink-2);
      text-decoration: none;
      font-weight: 600;
      font-size: 15px;
      border-bottom: 3px solid transparent;
    }
    a.here {
      color: var(--pine);
      border-color: var(--pine);
    }
    @media print {
      .tabs {
        display: none;
      }
    }
  `,
})
export class DelegationTabs {}
