import { Component, inject } from '@angular/core';
import { PlaceComments } from '../decision/place-comments.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FiguresCard } from './figures-card.js';
import { ReportTexts } from './report-texts.js';
import { LawNotes } from '../follow-up-page/law-notes.js';
import { MissingCard } from '../follow-up-page/missing-card.js';
import { ReportsCard } from './reports-card.js';
import { TeamCard } from './team-card.js';

/** What the report says about the case as a whole, with its figures, and what is still missing. */
@Component({
  selector: 'app-overview-tab',
  imports: [PlaceComments, ReportTexts, FiguresCard, MissingCard, LawNotes, ReportsCard, TeamCard],
  template: `
    @if (followUp.view(); as view) {
      <div class="two-columns">
        <div class="stack wide">
          <app-place-comments [view]="view" [places]="texts" />
          <app-report-texts [view]="view" />
          <app-figures-card [figures]="view.figures" [editable]="view.editable" />
        </div>
        <div class="stack wide">
          @if (view.reports.length > 0) {
            <app-reports-card [view]="view" />
          }
          @if (view.editable) {
            <app-missing-card />
          }
          <app-law-notes />
          <app-team-card [view]="view" />
        </div>
      </div>
    }
  `,
})
export class OverviewTab {
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly texts = ['background', 'purpose', 'summary'];
}
