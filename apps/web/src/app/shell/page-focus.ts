import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/**
 * Moves the focus to the page's heading after a navigation, so that a screen reader and the keyboard start where the page
 * does. A change of the query alone (a filter) moves nothing, nor does the first page.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private waiting = false;
  private lastPath: string | null = null;

  constructor() {
    this.lastPath = pathOf(this.router.url);
    // eslint-disable-next-line no-restricted-syntax -- the router pushes its events; there is no answer to wait for
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart && this.router.navigated) this.waiting = pathOf(event.url) !== this.lastPath;
      if (event instanceof NavigationEnd) {
        this.lastPath = pathOf(event.urlAfterRedirects);
        this.headingMayBeThere();
      }
    });
  }

  /** A page heading has been drawn, or may have been. */
  headingMayBeThere(): void {
    afterNextRender(
      () => {
        if (!this.waiting || this.router.currentNavigation()) return;
        const heading = document.querySelector<HTMLElement>('main h1');
        if (!heading) return;
        this.waiting = false;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}
