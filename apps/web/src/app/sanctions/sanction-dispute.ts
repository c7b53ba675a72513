import { Component, input } from '@angular/core';
import type { SanctionDisputeView } from '@insyn/api-schema';
import { AnswerFiles } from '../questions/answer-files.js';
import { InstantShortPipe } from '../ui/dates.js';

/** What the provider wrote against a sanction, with the files that came with it; either side reads it. */
@Component({
  selector: 'app-sanction-dispute',
  imports: [AnswerFiles, InstantShortPipe],
  template: `
    <p class="prose pre">{{ dispute().text }}</p>
    @if (dispute().files.length > 0) {
      <h3 [id]="heading" i18n>Bifogade filer</h3>
      <app-answer-files
        [attr.aria-labelledby]="heading"
        role="group"
        controlId="bestridandets-filer"
        [files]="dispute().files"
        [editable]="false"
      />
    }
    <p class="small muted">
      {{ dispute().by }} <span class="num">{{ dispute().at | instantShort }}</span>
      @if (dispute().late) {
        <b class="late" i18n>efter svarsdagen</b>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    .pre {
      white-space: pre-line;
    }
  `,
})
export class SanctionDispute {
  readonly dispute = input.required<SanctionDisputeView>();
  protected readonly heading = 'dispute-files-heading';
}
