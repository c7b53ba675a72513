import { Component, input } from '@angular/core';

/** The page before one is inside: the name of the system and one card. */
@Component({
  selector: 'app-doorway',
  template: `
    <main>
      <div class="brand">
        <span class="name">Insyn</span>
        <span>{{ about() }}</span>
      </div>
      <section class="card"><ng-content /></section>
      <ng-content select="[below]" />
    </main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100vh;
      border-top: 6px solid var(--rail);
      align-items: start;
      justify-items: center;
      padding: clamp(24px, 10vh, 96px) 16px 48px;
    }
    main {
      width: min(480px, 100%);
      display: grid;
      gap: var(--s5);
    }
    .brand {
      display: grid;
      gap: 6px;
      color: var(--ink-2);
    }
    .name {
      font: 600 34px/1 var(--serif);
      color: var(--pine);
      letter-spacing: 0.01em;
    }
    .card {
      padding: var(--s5);
      display: grid;
      gap: 20px;
    }
    @media (max-width: 480px) {
      .card {
        padding: 20px 16px;
      }
    }
  `,
})
export class Doorway {
  /** What the door is for, in a few words under the name. */
  readonly about = input.required<string>();
}
