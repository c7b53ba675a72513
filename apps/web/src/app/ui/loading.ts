import { Component, computed, input } from '@angular/core';

/** Grey lines where the content will stand; shown after a moment, so that a quick answer does not flicker. */
@Component({
  selector: 'app-loading',
  template: `
    <span class="visually-hidden" role="status" i18n>Läser in …</span>
    <div class="card padded" aria-hidden="true">
      @for (line of lines(); track line) {
        <span [style.width.%]="90 - ((line * 17) % 45)"></span>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    .card {
      display: grid;
      gap: 22px;
    }
    .card span {
      height: 14px;
      border-radius: 4px;
      background: var(--sunken);
    }
    @media (prefers-reduced-motion: no-preference) {
      .card {
        animation: appear 120ms 200ms backwards;
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
  host: { 'aria-busy': 'true' },
})
export class Loading {
  readonly rows = input(5);
  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
