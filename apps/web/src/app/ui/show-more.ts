import { Component, input } from '@angular/core';
import type { PagedList } from '../http/paged-list.js';

/** The button that reads the next page of a list, and what is said of it. */
@Component({
  selector: 'app-show-more',
  template: `
    @if (list().hasMore()) {
      <button type="button" [attr.aria-busy]="list().reading() || null" (click)="list().showMore()">
        @if (list().reading()) {
          <ng-container i18n>Läser in …</ng-container>
        } @else {
          <ng-container i18n>Visa fler</ng-container>
        }
      </button>
    }
    <p role="alert" class="error-text">{{ list().problem() }}</p>
    <p role="status" class="visually-hidden" i18n>{{ list().rows().length }} rader visas.</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      justify-items: center;
      margin-top: var(--s4);
      position: relative;
    }
  `,
})
export class ShowMore {
  readonly list = input.required<PagedList<unknown>>();
}
