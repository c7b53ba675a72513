import { Component, input } from '@angular/core';
import type { TextDifference } from '@insyn/api-schema';

/** What was changed, place by place: taken away is struck through, added is underlined, and both are said aloud. */
@Component({
  selector: 'app-difference-list',
  template: `
    <p class="small muted">
      <ng-container i18n>Så läser du:</ng-container>&ngsp;<del i18n>borttagen text är överstruken</del>,
      <ins i18n>tillagd text är understruken</ins>.
    </p>
    @for (difference of differences(); track difference.place.kind + difference.place.id) {
      <article>
        <h3>{{ difference.heading }}</h3>
        @if (difference.before === '') {
          <p class="small muted" i18n>Delen är ny.</p>
        } @else if (difference.after === '') {
          <p class="small muted" i18n>Delen är borttagen.</p>
        }
        <p class="text prose">
          @for (part of difference.parts; track $index) {
            @switch (part.kind) {
              @case ('removed') {
                <del
                  ><span class="visually-hidden" i18n>[Borttaget: </span>{{ part.text
                  }}<span class="visually-hidden" i18n>] </span></del
                >
              }
              @case ('added') {
                <ins
                  ><span class="visually-hidden" i18n>[Tillagt: </span>{{ part.text
                  }}<span class="visually-hidden" i18n>] </span></ins
                >
              }
              @default {
                <span>{{ part.text }}</span>
              }
            }
          }
        </p>
      </article>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      border-top: 1px solid var(--line);
      padding-top: var(--s3);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    del {
      text-decoration: line-through;
      background: var(--notmet-tint);
    }
    ins {
      text-decoration: underline;
      text-decoration-thickness: 2px;
      background: var(--met-tint);
    }
  `,
})
export class DifferenceList {
  readonly differences = input.required<readonly TextDifference[]>();
}
