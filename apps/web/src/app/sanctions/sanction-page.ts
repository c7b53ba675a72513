import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SANCTION_ACTION_LABELS, SANCTION_STATE_LABELS } from '@insyn/domain';
import { DeadlineLetters } from '../deadlines/deadline-letters.js';
import { Chip } from '../ui/chip.js';
import { type Crumb, PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ActForm } from './act-form.js';
import type { ManagerAct } from './act-words.js';
import { SanctionDispute } from './sanction-dispute.js';
import { SanctionEvents } from './sanction-events.js';
import { SanctionFacts } from './sanction-facts.js';
import { kindBeside, SANCTION_TONES } from './sanction-words.js';
import { sanctionOf } from './sanctions-api.js';

/** One sanction: what was decided and why, what the provider says, and what the manager does with it. */
@Component({
  selector: 'app-sanction-page',
  imports: [
    RouterLink,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    ActForm,
    DeadlineLetters,
    SanctionDispute,
    SanctionEvents,
    SanctionFacts,
  ],
  template: `
    <app-page-header [heading]="view()?.label ?? fallback" [crumbs]="crumbs()">
      @if (kind(); as named) {
        <span meta>{{ named }}</span>
      }
      @if (view(); as sanction) {
        <a meta [routerLink]="['/utforare', sanction.provider.id]">{{ sanction.provider.legalName }}</a>
      }
      @if (view(); as sanction) {
        <span meta>{{ sanction.unit }}</span>
      }
      @if (view(); as sanction) {
        <a meta [routerLink]="['/avtal', sanction.contract.id]" i18n>Avtal {{ sanction.contract.reference }}</a>
      }
      @if (view(); as sanction) {
        <a meta [routerLink]="['/uppfoljningar', sanction.followUp.id]" class="num">{{
          sanction.followUp.caseNumber
        }}</a>
      }
      @if (view(); as sanction) {
        <app-chip actions [tone]="tones[sanction.state]" [label]="states[sanction.state]" />
      }
    </app-page-header>
    <app-resource-view [rows]="8">
      <ng-template [appData]="resource" let-sanction>
        <div class="stack wide">
          @if (sanction.state === 'decided') {
            <p class="notice" i18n>Beslutet är inte skickat. Utföraren ser det inte än.</p>
          }
          @if (sanction.dispute; as dispute) {
            <section
              class="stack"
              [class]="sanction.state === 'disputed' ? 'notice warning' : 'card padded'"
              aria-labelledby="dispute-heading"
            >
              <h2 id="dispute-heading">{{ sanction.state === 'disputed' ? disputes : disputed }}</h2>
              <app-sanction-dispute [dispute]="dispute" />
            </section>
          }
          @if (acts().length > 0) {
            <div class="buttons no-print">
              @for (act of acts(); track act.name) {
                <button
                  type="button"
                  [class.primary]="$first && act.blockers.length === 0 && doing() === null"
                  [class.danger]="act.name === 'withdraw'"
                  [attr.aria-pressed]="doing() === act.name"
                  [attr.aria-disabled]="act.blockers.length > 0 || null"
                  [attr.aria-describedby]="act.blockers.length > 0 ? 'act-blockers' : null"
                  (click)="choose(act)"
                >
                  {{ labels[act.name] }}
                </button>
              }
            </div>
          }
          @if (blockers().length > 0) {
            <ul id="act-blockers" class="small muted no-print">
              @for (blocker of blockers(); track $index) {
                <li>{{ blocker }}</li>
              }
            </ul>
          }
          @if (undeclared()) {
            <p class="no-print">
              <a [routerLink]="['/uppfoljningar', sanction.followUp.id, 'pafoljder']" i18n>Svara om jäv i ärendet</a>
            </p>
          }
          @if (doing(); as name) {
            <app-act-form
              class="no-print"
              [sanction]="sanction"
              [name]="name"
              (changed)="resource.reload()"
              (done)="doing.set(null)"
            />
          }
          <app-deadline-letters [subjectId]="sanction.id" [followUpId]="sanction.followUp.id" />
          <div class="two-columns">
            <app-sanction-facts [sanction]="sanction" />
            <app-sanction-events [events]="sanction.events" [provider]="sanction.provider.legalName" />
          </div>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    ul {
      list-style: none;
      padding: 0;
    }
  `,
})
export class SanctionPage {
  readonly id = input.required<string>();

  protected readonly fallback = $localize`Påföljd`;
  protected readonly disputes = $localize`Utföraren bestrider påföljden`;
  protected readonly disputed = $localize`Utförarens bestridande`;
  protected readonly states = SANCTION_STATE_LABELS;
  protected readonly labels = SANCTION_ACTION_LABELS;
  protected readonly tones = SANCTION_TONES;
  protected readonly resource = sanctionOf(() => this.id());
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly kind = computed(() => {
    const view = this.view();
    return view && kindBeside(view);
  });
  protected readonly acts = computed(() => this.view()?.offers ?? []);
  protected readonly blockers = computed(() => [
    ...new Set(this.acts().flatMap(({ blockers }) => blockers.map(({ message }) => message))),
  ]);
  protected readonly undeclared = computed(() =>
    this.acts().some(({ blockers }) => blockers.some(({ code }) => code === 'conflict-undeclared')),
  );
  /** The act whose form is open; it closes by itself when the act is no longer offered. */
  protected readonly doing = linkedSignal<readonly { name: string }[], ManagerAct | null>({
    source: this.acts,
    computation: (acts, before) => {
      const open = before?.value ?? null;
      return acts.some(({ name }) => name === open) ? open : null;
    },
  });
  protected readonly crumbs = computed((): Crumb[] => {
    const view = this.view();
    if (!view) return [{ label: $localize`Uppföljningar`, link: '/uppfoljningar' }];
    return [
      { label: view.followUp.title, link: `/uppfoljningar/${view.followUp.id}` },
      { label: $localize`Påföljder`, link: `/uppfoljningar/${view.followUp.id}/pafoljder` },
      { label: view.label },
    ];
  });

  protected choose({ name, blockers }: { name: string; blockers: readonly unknown[] }): void {
    if (blockers.length > 0) return;
    this.doing.set(this.doing() === name ? null : (name as ManagerAct));
  }
}
