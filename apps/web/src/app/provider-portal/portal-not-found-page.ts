import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader } from '../ui/page-header.js';

@Component({
  selector: 'app-portal-not-found-page',
  imports: [PageHeader, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Sidan finns inte" />
    <p class="prose" i18n>
      Adressen leder ingenstans, eller till något som du inte får se. Kontrollera att den är rätt skriven.
    </p>
    <p class="buttons"><a class="btn" routerLink="/att-gora" i18n>Till Att göra</a></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
  `,
})
export class PortalNotFoundPage {}
