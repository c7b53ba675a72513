import { Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageFocus } from '../shell/page-focus.js';
import { PageTitle } from '../shell/page-title.js';

/** A step on the way to the page; the last one, the page itself, has no link. */
export interface Crumb {
  label: string;
  link?: string;
}

/**
 * The page's one h1, which is also the document's title, with the way there above and facts below.
 * Buttons and a `app-saved-indicator` go in with the attribute `actions`, facts as `<span>`s with the attribute `meta`.
 */
@Component({
  selector: 'app-page-header',
  imports: [RouterLink],
  template: `
    @if (crumbs().length > 0) {
      <nav class="crumbs" i18n-aria-label aria-label="Länkstig">
        <ol>
          @for (crumb of crumbs(); track $index) {
            <li>
              @if (crumb.link; as link) {
                <a [routerLink]="link">{{ crumb.label }}</a>
              } @else {
                <span>{{ crumb.label }}</span>
              }
            </li>
          }
        </ol>
      </nav>
    }
    <div class="head">
      <div>
        <h1 tabindex="-1">{{ heading() }}</h1>
        @if (lead(); as text) {
          <p class="muted">{{ text }}</p>
        }
        <div class="meta"><ng-content select="[meta]" /></div>
      </div>
      <div class="actions"><ng-content select="[actions]" /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    ol {
      display: flex;
      align-items: baseline;
      flex-wrap: wrap;
      list-style: none;
      padding: 0;
      margin-bottom: var(--s2);
      font-size: 14px;
      color: var(--ink-2);
    }
    li + li::before {
      content: '›';
      content: '›' / '';
      padding: 0 6px;
    }
    .crumbs a {
      color: inherit;
      display: inline-block;
      min-height: 24px;
      padding-block: 2px;
    }
    .head {
      display: flex;
      justify-content: space-between;
      gap: var(--s3) var(--s5);
      align-items: flex-start;
      flex-wrap: wrap;
    }
    .head > :first-child {
      flex: 1 1 320px;
      min-width: 0;
    }
    .meta {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      color: var(--ink-2);
      font-size: 15px;
    }
    .meta:not(:empty) {
      margin-top: 6px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: center;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input<string | null>(null);
  readonly crumbs = input<readonly Crumb[]>([]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.heading()));
    inject(PageFocus).headingMayBeThere();
  }
}
