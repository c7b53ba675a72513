import { Component, input } from '@angular/core';
import type { DraftPart } from '@insyn/api-schema';
import { Chip } from '../ui/chip.js';

/** What a part of the draft says, as it is read. */
@Component({
  selector: 'app-draft-parts',
  imports: [Chip],
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('quote') {
          <blockquote class="prose">{{ part.text }}</blockquote>
        }
        @case ('verdict') {
          <p>
            <span class="muted" i18n>Bedömning:</span>&ngsp;<app-chip [verdict]="part.verdict" [label]="part.text" />
          </p>
        }
        @case ('list') {
          <ul class="prose">
            @for (item of part.items; track $index) {
              <li class="pre">{{ item }}</li>
            }
          </ul>
        }
        @case ('facts') {
          <dl class="facts">
            @for (fact of part.facts; track $index) {
              <dt>{{ fact.label }}</dt>
              <dd>{{ fact.value }}</dd>
            }
          </dl>
        }
        @default {
          <p class="prose pre">{{ part.text }}</p>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
    }
    .pre {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    blockquote {
      margin: 0;
      padding-left: 14px;
      border-left: 3px solid var(--line-strong);
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    ul {
      padding-left: 20px;
      display: grid;
      gap: 6px;
    }
    dd {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    @media (max-width: 600px) {
      .facts {
        grid-template-columns: 1fr;
        gap: 0;
      }
      .facts dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class DraftParts {
  readonly parts = input.required<readonly DraftPart[]>();
}
