import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { Id, PortalSanctionView } from '@insyn/api-schema';
import { daysBetween, SANCTION_STATE_LABELS } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { DeadlineLetters } from '../../deadlines/deadline-letters.js';
import { readResource } from '../../http/read-resource.js';
import { KronorPipe } from '../../sanctions/kronor.js';
import { SanctionDispute } from '../../sanctions/sanction-dispute.js';
import { kindBeside } from '../../sanctions/sanction-words.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';
import { type Crumb, PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { InviteLink } from '../people/invite-link.js';
import { daysLeftText } from '../request/days-left.js';
import { DisputeForm } from './dispute-form.js';
import { SanctionLetterCard } from './sanction-letter-card.js';

/** A decision on a sanction as the provider reads it: the letter, what has been said since, and the way to dispute it. */
@Component({
  selector: 'app-portal-sanction-page',
  imports: [
    DeadlineLetters,
    InviteLink,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    DateLongPipe,
    KronorPipe,
    DisputeForm,
    SanctionDispute,
    SanctionLetterCard,
  ],
  template: `
    <app-page-header [heading]="heading()" [crumbs]="crumbs()">
      @if (kind(); as named) {
        <span meta>{{ named }}</span>
      }
      @if (view(); as sanction) {
        <span meta>{{ sanction.letter.unit }}</span>
      }
      @if (view(); as sanction) {
        <app-chip actions tone="info" [label]="states[sanction.state]" />
      }
    </app-page-header>
    <app-resource-view [rows]="8">
      <ng-template [appData]="resource" let-sanction>
        <div class="stack wide">
          @if (sanction.mayDispute) {
            <p class="notice" [class.warning]="overdue()">
              @if (overdue()) {
                <ng-container i18n>Svarsdagen var</ng-container>
                <b>&ngsp;{{ sanction.answerDue | dateLong }}</b
                >.
                <ng-container i18n
                  >Ni kan ändå bestrida beslutet. Då antecknas att det kom efter svarsdagen.</ng-container
                >
              } @else {
                <ng-container i18n>Om ni anser att beslutet är fel kan ni bestrida det senast</ng-container>
                <b>&ngsp;{{ sanction.answerDue | dateLong }}</b
                >. {{ daysText() }}.
                <ng-container i18n>Ni behöver inte svara om ni godtar beslutet.</ng-container>
              }
            </p>
          }
          <app-deadline-letters [subjectId]="sanction.id" />
          <app-invite-link [providerId]="sanction.provider.id" [taskId]="sanction.id" />
          <app-sanction-letter-card [view]="sanction" />
          @if (sanction.reducedAmount !== null) {
            <p class="notice">
              <ng-container i18n>Beloppet är nedsatt till</ng-container>
              <b class="num">&ngsp;{{ sanction.reducedAmount | kronor }}</b
              ><ng-container i18n>, från</ng-container>&ngsp;{{ sanction.amount | kronor }}.
            </p>
          }
          @if (sanction.dispute; as dispute) {
            <section class="card padded stack" aria-labelledby="own-words">
              <h2 id="own-words" i18n>Ert bestridande</h2>
              <app-sanction-dispute [dispute]="dispute" />
            </section>
          }
          @for (answer of sanction.answers; track $index) {
            <section class="card padded stack" [attr.aria-labelledby]="'answer-' + $index">
              <h2 [id]="'answer-' + $index">{{ answerWords[answer.kind] }}</h2>
              <p class="small muted">{{ sanction.municipality }}, {{ answer.on | dateLong }}</p>
              @if (answer.amount !== null) {
                <p i18n>Nytt belopp: {{ answer.amount | kronor }}</p>
              }
              <p class="prose pre">{{ answer.text }}</p>
            </section>
          }
          @if (sanction.mayDispute) {
            <app-dispute-form [sanction]="sanction" (changed)="resource.reload()" />
          }
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    .pre {
      white-space: pre-line;
    }
  `,
})
export class SanctionPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  readonly sanctionId = input.required<Id>();

  protected readonly states = SANCTION_STATE_LABELS;
  protected readonly answerWords: Record<PortalSanctionView['answers'][number]['kind'], string> = {
    decide: '',
    send: '',
    dispute: '',
    answer: $localize`Kommunens svar`,
    uphold: $localize`Påföljden står fast`,
    reduce: $localize`Beloppet är nedsatt`,
    withdraw: $localize`Påföljden är återtagen`,
  };
  private readonly address = computed(() => `/api/portal/sanctions/${this.sanctionId()}`);
  protected readonly resource = readResource<PortalSanctionView>(() => this.address());
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly heading = computed(() => {
    const label = this.view()?.label;
    return label ? $localize`Beslut om påföljd: ${label}` : $localize`Beslut om påföljd`;
  });
  protected readonly kind = computed(() => {
    const view = this.view();
    return view && kindBeside(view);
  });
  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`Att göra`, link: '/att-gora' },
    { label: this.view()?.municipality ?? '' },
  ]);
  private readonly daysLeft = computed(() => {
    const [view, today] = [this.view(), this.session.today()];
    return view && today ? daysBetween(today, view.answerDue) : 0;
  });
  protected readonly overdue = computed(() => this.daysLeft() < 0);
  protected readonly daysText = computed(() => daysLeftText(this.daysLeft()));

  constructor() {
    const opened = computed(() => this.view()?.id ?? null);
    effect(() => {
      const id = opened();
      // Only the first reading counts, and the server knows which one that was: a lost mark is sent at the next visit.
      if (id) untracked(() => void this.markRead(id));
    });
  }

  private async markRead(id: Id): Promise<void> {
    await firstValueFrom(this.http.post(`/api/portal/sanctions/${id}/read`, {})).catch(() => undefined);
  }
}
