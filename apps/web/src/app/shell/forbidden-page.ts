import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader } from '../ui/page-header.js';

@Component({
  selector: 'app-forbidden-page',
  imports: [PageHeader, RouterLink],
  template: `
    <app-page-header i18n-heading heading="Du har inte behörighet" />
    <p class="prose" i18n>
      Ditt uppdrag i kommunen ger inte tillgång till den här sidan. Behöver du den ber du kommunens administratör om
      behörighet.
    </p>
    <p class="buttons"><a class="btn" routerLink="/mitt-arbete" i18n>Till Mitt arbete</a></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
  `,
})
export class ForbiddenPage {}
