import { Component, computed, inject, input, output, signal } from '@angular/core';
import { DELEGATION_LIMITS, type DelegationCommittee, type DelegationView } from '@insyn/api-schema';
import { DELEGATED_MATTER_LABELS, formatDate } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { Session } from '../sign-in/session.js';
import { Chip } from '../ui/chip.js';
import { Confirm } from '../ui/confirm.js';
import { Toasts } from '../ui/toasts.js';
import type { Tone } from '../ui/tone.js';
import { DecisionSettings } from './decision-settings.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationsApi } from './delegations-api.js';

const TONES: Record<DelegationView['standing'], Tone> = {
  running: 'met',
  coming: 'info',
  ended: 'none',
  revoked: 'none',
};

/** The register of one committee: what holds, what has ended, and what the committee keeps for itself. */
@Component({
  selector: 'app-committee-delegations',
  imports: [Chip, DecisionSettings, DelegationForm],
  template: `
    <section class="stack wide" [attr.aria-labelledby]="'committee-' + committee().id">
      <h2 [id]="'committee-' + committee().id">{{ committee().name }}</h2>
      <div class="card">
        <table class="rows-on-phone" role="table">
          <caption>
            <ng-container i18n>Delegationer</ng-container
            ><span class="visually-hidden">, {{ committee().name }}</span>
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Vem</th>
              <th scope="col" role="columnheader" i18n>Får besluta</th>
              <th scope="col" role="columnheader" i18n>Gäller</th>
              <th scope="col" role="columnheader" i18n>Enligt</th>
              <th scope="col" role="columnheader" i18n>Läge</th>
              @if (committee().editable) {
                <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Återkalla</span></th>
              }
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (row of rows(); track row.id) {
              <tr role="row">
                <th scope="row" role="rowheader">
                  {{ row.holder.name }}
                  @if (row.holder.title; as title) {
                    <span class="small muted under">{{ title }}</span>
                  }
                </th>
                <td role="cell">{{ matters[row.matter] }}</td>
                <td role="cell" class="num">{{ row.period }}</td>
                <td role="cell">
                  <span class="whole">{{ row.reference }}</span>&ngsp;
                  @if (row.point) {
                    <span class="small muted under"><ng-container i18n>Punkt</ng-container> {{ row.point }}</span>
                  }
                </td>
                <td role="cell">
                  <app-chip [tone]="tones[row.standing]" [label]="standings[row.standing]" />
                  @if (row.revokedOn; as on) {
                    <span class="small muted under">{{ date(on) }}: {{ row.revokeReason }}</span>
                  }
                </td>
                @if (committee().editable) {
                  <td role="cell">
                    @if (row.revokable) {
                      <button type="button" class="quiet" (click)="revoke(row)">
                        <ng-container i18n>Återkalla</ng-container
                        ><span class="visually-hidden"> {{ row.holder.name }}</span>
                      </button>
                    }
                  </td>
                }
              </tr>
            } @empty {
              <tr role="row">
                <td role="cell" colspan="6" class="muted" i18n>Inga delegationer är införda.</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (committee().editable) {
        @if (adding()) {
          <app-delegation-form [committee]="committee()" (done)="added($event)" />
        } @else {
          <div class="buttons">
            <button type="button" (click)="adding.set(true)" i18n>Lägg till delegation</button>
          </div>
        }
      }
      <app-decision-settings [committee]="committee()" (changed)="changed.emit()" />
    </section>
  `,
  styles: `
    .whole,
    th {
      white-space: nowrap;
    }
    tbody th {
      font-weight: 600;
      color: var(--ink);
      font-size: 15px;
    }
    .under {
      display: block;
      font-weight: 400;
    }
    @media (max-width: 760px) {
      td button {
        margin-left: -16px;
      }
    }
  `,
})
export class CommitteeDelegations {
  private readonly api = inject(DelegationsApi);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  readonly committee = input.required<DelegationCommittee>();
  readonly delegations = input.required<readonly DelegationView[]>();
  readonly changed = output();

  protected readonly adding = signal(false);
  protected readonly date = formatDate;
  protected readonly matters = DELEGATED_MATTER_LABELS;
  protected readonly tones = TONES;
  protected readonly standings: Record<DelegationView['standing'], string> = {
    running: $localize`Gäller`,
    coming: $localize`Kommande`,
    ended: $localize`Har upphört`,
    revoked: $localize`Återkallad`,
  };
  /** What holds first, then what will, then the rest. */
  protected readonly rows = computed(() => {
    const order = Object.keys(TONES);
    return this.delegations()
      .map((delegation) => ({
        ...delegation,
        period: delegation.validTo
          ? `${formatDate(delegation.validFrom)} – ${formatDate(delegation.validTo)}`
          : $localize`${formatDate(delegation.validFrom)} – tills vidare`,
        revokable: delegation.revokedOn === null && delegation.standing !== 'ended',
      }))
      .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  });

  protected added(saved: boolean): void {
    this.adding.set(false);
    if (saved) this.changed.emit();
  }

  protected async revoke({ id, version, holder }: DelegationView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Återkalla delegationen för ${holder.name}?`,
      text: $localize`Den gäller inte från och med i dag. Beslut som redan är fattade står kvar.`,
      confirm: $localize`Återkalla`,
      tone: 'danger',
      reason: { label: $localize`Skäl`, required: true, maxLength: DELEGATION_LIMITS.reason },
    });
    if (!answer) return;
    try {
      await this.api.revoke(id, { version, on: this.session.today() ?? '', reason: answer.reason });
      this.toasts.show($localize`Delegationen är återkallad`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
    this.changed.emit();
  }
}
