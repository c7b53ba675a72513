import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { toProblem } from '../http/problem.js';
import { DateLongPipe } from '../ui/dates.js';
import { Control, Field } from '../ui/field.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { DelegationDecisionTable } from './delegation-decision-table.js';
import { DelegationTabs } from './delegation-tabs.js';
import { delegationDecisions, delegationRegister, DelegationsApi } from './delegations-api.js';

/** The decisions made on delegation, as the committee is told of them at its next meeting (kommunallagen 6:40). */
@Component({
  selector: 'app-delegation-report-page',
  imports: [PageHeader, ResourceView, Data, Field, Control, DateLongPipe, DelegationTabs, DelegationDecisionTable],
  template: `
    <app-page-header
      i18n-heading
      heading="Anmälan till nämnden"
      i18n-lead
      lead="Beslut som är fattade på delegation och ska anmälas till nämnden"
    />
    <app-delegation-tabs />
    <app-resource-view>
      <ng-template [appData]="register">
        @if (committees().length > 1) {
          <app-field i18n-label label="Nämnd" class="narrow no-print">
            <select appControl (change)="chosen.set($any($event.target).value)">
              @for (committee of committees(); track committee.id) {
                <option [value]="committee.id" [selected]="committee.id === chosen()">{{ committee.name }}</option>
              }
            </select>
          </app-field>
        }
        @if (committees().length === 0) {
          <p class="muted" i18n>Du ser inga beslut i någon nämnd.</p>
        } @else {
          <app-resource-view>
            <ng-template [appData]="decisions" let-read>
              <div class="stack wide">
                <section class="stack" aria-labelledby="waiting-heading">
                  <h2 id="waiting-heading">
                    {{ read.committee.name }}<ng-container i18n>: att anmäla vid nästa sammanträde</ng-container>
                  </h2>
                  @if (read.unreported.length > 0) {
                    <app-delegation-decision-table [decisions]="read.unreported" [caption]="waiting" />
                    <div class="buttons no-print">
                      <button type="button" (click)="print()" i18n>Skriv ut</button>
                    </div>
                    @if (read.editable) {
                      <form class="row no-print" (submit)="report($event)" novalidate>
                        <app-field i18n-label label="Sammanträdets dag" fieldId="meeting-on" [error]="error()">
                          <input
                            appControl
                            type="date"
                            [value]="meetingOn()"
                            (input)="meetingOn.set($any($event.target).value)"
                          />
                        </app-field>
                        <button type="submit" class="primary" [attr.aria-busy]="sending() || null" i18n>
                          Markera som anmälda
                        </button>
                      </form>
                    }
                  } @else {
                    <p class="muted" i18n>
                      Inga beslut väntar på att anmälas. Listan fylls på när någon beslutar på delegation.
                    </p>
                  }
                </section>
                @if (read.reports.length > 0) {
                  <section class="stack no-print" aria-labelledby="reported-heading">
                    <h2 id="reported-heading" i18n>Tidigare anmälningar</h2>
                    @for (report of read.reports; track report.id) {
                      <details>
                        <summary>
                          {{ report.meetingOn | dateLong }}
                          <span class="small muted">{{ count(report.decisions.length) }}, {{ report.reportedBy }}</span>
                        </summary>
                        <app-delegation-decision-table [decisions]="report.decisions" [caption]="reported" />
                      </details>
                    }
                  </section>
                }
              </div>
            </ng-template>
          </app-resource-view>
        }
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    .narrow {
      max-width: 360px;
      margin-bottom: var(--s4);
    }
    form {
      align-items: end;
    }
    summary {
      cursor: pointer;
      min-height: 44px;
      padding: 10px 0;
    }
    @media print {
      .no-print {
        display: none;
      }
    }
  `,
})
export class DelegationReportPage {
  private readonly api = inject(DelegationsApi);
  private readonly toasts = inject(Toasts);

  protected readonly register = delegationRegister();
  protected readonly committees = computed(() =>
    this.register.hasValue() ? this.register.value().committees.filter(({ showsDecisions }) => showsDecisions) : [],
  );
  protected readonly chosen = linkedSignal((): Id | null => this.committees()[0]?.id ?? null);
  protected readonly decisions = delegationDecisions(() => this.chosen());
  protected readonly meetingOn = signal('');
  protected readonly error = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly waiting = $localize`Beslut som ska anmälas`;
  protected readonly reported = $localize`Anmälda beslut`;

  protected count(decisions: number): string {
    return decisions === 1 ? $localize`ett beslut` : $localize`${decisions} beslut`;
  }

  protected print(): void {
    window.print();
  }

  protected async report(event: Event): Promise<void> {
    event.preventDefault();
    const committeeId = this.chosen();
    if (!this.meetingOn()) {
      this.error.set($localize`Ange vilken dag nämnden sammanträder.`);
      document.getElementById('meeting-on')?.focus();
      return;
    }
    if (!committeeId || this.sending()) return;
    this.sending.set(true);
    try {
      await this.api.report(committeeId, this.meetingOn());
      this.error.set(null);
      this.toasts.show($localize`Besluten är markerade som anmälda`);
      this.decisions.reload();
    } catch (error) {
      const problem = toProblem(error);
      this.error.set(problem.errors[0]?.message ?? problem.title);
    } finally {
      this.sending.set(false);
    }
  }
}
