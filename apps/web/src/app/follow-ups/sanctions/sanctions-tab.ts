import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Drafts } from '../../drafts/drafts.js';
import { SanctionTable } from '../../sanctions/sanction-table.js';
import { followUpSanctionsOf } from '../../sanctions/sanctions-api.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { DeclareConflict } from '../decision/declare-conflict.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { decisionKey, DecideForm } from './decide-form.js';

/** The sanctions of a case, the step that the contract's ladder proposes, and the manager's decision to take one. */
@Component({
  selector: 'app-sanctions-tab',
  imports: [RouterLink, DeclareConflict, EmptyState, ResourceView, Data, SanctionTable, DecideForm],
  template: `
    <app-resource-view>
      <ng-template [appData]="resource" let-view>
        <div class="stack wide">
          @if (view.contract.kind === 'assignment') {
            <app-empty-state
              class="card"
              i18n-heading
              heading="Egen regi har inga påföljder"
              i18n-text
              text="Enheten har ett uppdrag i stället för ett avtal. Det som kvarstår följs upp vid nästa återkontroll."
            />
          } @else if (view.steps.length === 0) {
            <app-empty-state
              class="card"
              i18n-heading
              heading="Avtalet har ingen påföljdstrappa"
              i18n-text
              text="En påföljd kan bara vara ett steg som avtalet själv har. Lägg in trappan i avtalet först."
            >
              <a class="btn" [routerLink]="['/avtal', view.contract.id]" i18n>Gå till avtalet</a>
            </app-empty-state>
          } @else {
            <section class="card padded stack" aria-labelledby="next-step-heading">
              <h2 id="next-step-heading" i18n>Nästa steg i avtalets påföljdstrappa</h2>
              @if (proposed(); as step) {
                <p>
                  <b>{{ step.label }}</b>
                  @if (step.clauseNumber) {
                    <span class="muted"> ({{ step.clauseNumber }})</span>
                  }
                </p>
              } @else {
                <p i18n>Alla steg i trappan är tagna.</p>
              }
              @if (view.grounds.length === 0) {
                <p class="muted" i18n>
                  Inget krav kvarstår eller har gått över tiden. En påföljd kan beslutas först när ett krav gör det.
                </p>
              } @else if (!view.mayDecide) {
                <p class="muted" i18n>En enhetschef i nämnden beslutar om påföljd.</p>
              } @else if (view.blockers.length > 0) {
                <div class="notice warning">
                  <b i18n>Du kan inte besluta om påföljd:</b>
                  <ul>
                    @for (blocker of view.blockers; track blocker.code) {
                      <li>{{ blocker.message }}</li>
                    }
                  </ul>
                </div>
              }
              @if (undeclared()) {
                <app-declare-conflict
                  [followUpId]="followUp.id() ?? ''"
                  [declared]="null"
                  (changed)="resource.reload()"
                />
              }
              @if (view.grounds.length > 0 && view.mayDecide && view.blockers.length === 0 && !deciding()) {
                <div class="buttons">
                  <button type="button" class="primary" (click)="deciding.set(true)" i18n>Besluta om påföljd</button>
                </div>
              }
            </section>
            @if (deciding() && view.mayDecide && view.blockers.length === 0 && view.grounds.length > 0) {
              <app-decide-form
                [followUpId]="followUp.id() ?? ''"
                [view]="view"
                [actionId]="krav() ?? null"
                (changed)="resource.reload()"
                (done)="deciding.set(false)"
              />
            }
          }
          @if (view.sanctions.length > 0) {
            <section class="card" aria-labelledby="sanctions-heading">
              <h2 id="sanctions-heading" class="head" i18n>Påföljder i ärendet</h2>
              <app-sanction-table [rows]="view.sanctions" i18n-caption caption="Påföljder i ärendet" />
            </section>
          }
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    .head {
      padding: 16px 16px 12px;
    }
    ul {
      padding-left: 20px;
    }
  `,
})
export class SanctionsTab {
  private readonly drafts = inject(Drafts);
  protected readonly followUp = inject(OpenFollowUp);
  /** The requirement that one came from: the form opens with it chosen. */
  readonly krav = input<string>();

  protected readonly resource = followUpSanctionsOf(this.followUp.id);
  /** Opened by the button, by the way one came, or by words that are kept from before a reload. */
  protected readonly deciding = linkedSignal(
    () => this.krav() !== undefined || this.drafts.holds(decisionKey(this.followUp.id())),
  );
  /** One who decides about a sanction, now or later, says first where one stands (R10). */
  protected readonly undeclared = computed(() => {
    const view = this.resource.hasValue() ? this.resource.value() : null;
    if (!view || (view.grounds.length === 0 && view.sanctions.length === 0)) return false;
    return view.blockers.some(({ code }) => code === 'conflict-undeclared');
  });
  protected readonly proposed = computed(() => {
    const view = this.resource.hasValue() ? this.resource.value() : null;
    return view?.steps.find(({ id }) => id === view.proposedStepId) ?? null;
  });
}
