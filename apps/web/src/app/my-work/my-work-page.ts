import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDateLong, isoWeek } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { EmptyState } from '../ui/empty-state.js';
import { myWork } from './my-work-api.js';
import { WaitingForMeTable } from './waiting-for-me-table.js';
import { WaitingForOthersTable } from './waiting-for-others-table.js';
import { YearCard } from './year-card.js';
import { MeetingsCard } from './meetings-card.js';

/** The first page: what waits for me with its date, what waits for others, then numbers. */
@Component({
  selector: 'app-my-work-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    EmptyState,
    RouterLink,
    WaitingForMeTable,
    WaitingForOthersTable,
    YearCard,
    MeetingsCard,
  ],
  template: `
    <app-page-header i18n-heading heading="Mitt arbete" [lead]="day()">
      @if (mayBegin() && !nothing()) {
        <a actions class="btn primary" routerLink="/uppfoljningar/ny" i18n>Ny uppföljning</a>
      }
    </app-page-header>
    @if (mayFollow()) {
      <app-resource-view [isEmpty]="nothing()">
        <ng-template [appData]="work" let-work>
          <div class="two-columns">
            <div class="stack wide">
              <app-waiting-for-me-table [rows]="work.waitingForMe" />
              @if (work.waitingForOthers.length > 0) {
                <app-waiting-for-others-table [rows]="work.waitingForOthers" />
              }
            </div>
            <div class="stack wide">
              <app-year-card [year]="work.year" />
              <app-meetings-card [meetings]="work.meetings" />
            </div>
          </div>
        </ng-template>
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget väntar, och inget är påbörjat"
          i18n-text
          text="Här visas ärenden som väntar på dig med sista dag, det som väntar på andra, och årets möten."
        >
          @if (mayBegin()) {
            <a class="btn primary" routerLink="/uppfoljningar/ny" i18n>Ny uppföljning</a>
          }
        </app-empty-state>
      </app-resource-view>
    } @else {
      <app-empty-state
        class="card"
        i18n-heading
        heading="Uppföljningarna ligger hos handläggarna"
        i18n-text
        text="Ditt uppdrag är att sköta inställningarna: vem som får besluta vad, och vilka bedömningar nämnden själv beslutar om."
      >
        <a class="btn primary" routerLink="/delegering" i18n>Gå till delegering</a>
      </app-empty-state>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    @media (min-width: 1081px) and (max-width: 1400px) {
      .two-columns {
        grid-template-columns: minmax(0, 1fr) 300px;
      }
    }
  `,
})
export class MyWorkPage {
  private readonly session = inject(Session);
  /** An administrator keeps the settings and sees no cases. */
  protected readonly mayFollow = computed(() => this.session.can('follow-up.read'));
  protected readonly work = myWork(this.mayFollow);

  protected readonly mayBegin = computed(() => this.session.can('follow-up.write'));
  protected readonly day = computed(() => {
    const today = this.session.today();
    if (!today) return null;
    const day = formatDateLong(today);
    return $localize`${day.charAt(0).toLocaleUpperCase('sv') + day.slice(1)}, vecka ${isoWeek(today).week}`;
  });
  protected readonly nothing = computed(() => {
    if (!this.work.hasValue()) return false;
    const { waitingForMe, waitingForOthers, meetings, year } = this.work.value();
    return (
      waitingForMe.length + waitingForOthers.length + meetings.length + year.done + year.ongoing + year.notStarted === 0
    );
  });
}
