import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpView } from '@insyn/api-schema';
import { DateShortPipe } from '../../ui/dates.js';
import { OpenFollowUp } from '../open-follow-up.js';

const LOOK_AGAIN_MS = 4000;

/** The sealed reports, to read and to download; one that is still being made is looked for until it is there. */
@Component({
  selector: 'app-reports-card',
  imports: [DateShortPipe, RouterLink],
  template: `
    <section class="card padded stack">
      <h2 i18n>Rapport</h2>
      @for (report of view().reports; track report.id) {
        <div>
          <p>
            <b><ng-container i18n>Version</ng-container> {{ report.version }}</b
            >, <ng-container i18n>godkänd</ng-container> {{ report.approvedOn | dateShort }}
          </p>
          @if (report.pdfHref && report.htmlHref) {
            <p class="buttons">
              <a class="btn" [href]="report.pdfHref" download i18n>Ladda ned PDF</a>
              <a class="btn" [href]="report.htmlHref" target="_blank" rel="noopener" i18n>Läs som webbsida</a>
            </p>
          } @else {
            <p class="muted" role="status" i18n>Rapporten skapas. Den visas här om en liten stund.</p>
          }
          <p class="small muted seal">
            <ng-container i18n>Sigill</ng-container>&ngsp;<span class="num">{{ report.seal.slice(0, 16) }}…</span>
          </p>
        </div>
      }
      @if (view().publicationId; as publicationId) {
        <p><a [routerLink]="['/publicerat', publicationId]" i18n>Gå till publiceringen</a></p>
      }
    </section>
  `,
  styles: `
    .buttons {
      margin: var(--s2) 0;
    }
  `,
})
export class ReportsCard {
  private readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();
  private readonly waits = computed(() => this.view().reports.some((report) => !report.pdfHref || !report.htmlHref));

  constructor() {
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      if (this.waits()) timer = setInterval(() => this.followUp.reload(), LOOK_AGAIN_MS);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
