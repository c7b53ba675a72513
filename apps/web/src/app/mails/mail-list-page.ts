import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MailListItem } from '@insyn/api-schema';
import { MAIL_KIND_LABELS, MAIL_STATE_LABELS, MAIL_STATES } from '@insyn/domain';
import { PagedList } from '../http/paged-list.js';
import { InstantShortPipe } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Control, Field } from '../ui/field.js';
import { narrowing } from '../ui/narrowing.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { ShowMore } from '../ui/show-more.js';
import { MailStateChip } from './mail-state.js';

/** All mail that the system has sent, or could not, newest first. */
@Component({
  selector: 'app-mail-list-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    EmptyState,
    RouterLink,
    Field,
    Control,
    ShowMore,
    InstantShortPipe,
    MailStateChip,
  ],
  template: `
    <app-page-header i18n-heading heading="Utskick" i18n-lead lead="E-post som Insyn har skickat i era ärenden" />
    <app-field i18n-label label="Läge" class="filter">
      <select appControl (change)="narrow({ lage: $any($event.target).value })">
        <option value="" [selected]="!state()" i18n>Alla lägen</option>
        @for (each of states; track each) {
          <option [value]="each" [selected]="state() === each">{{ stateLabels[each] }}</option>
        }
      </select>
    </app-field>
    @if (arende()) {
      <p class="notice row spread">
        <span i18n>Bara utskick i ett ärende visas.</span>
        <button type="button" (click)="narrow({ arende: '' })" i18n>Visa alla ärenden</button>
      </p>
    }
    <app-resource-view [isEmpty]="list.empty()" [rows]="8">
      <ng-template [appData]="list.resource">
        <div class="card">
          <table class="rows-on-phone" role="table">
            <caption class="visually-hidden" i18n>
              Utskick med mottagare, ärende och läge
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" i18n>Skrivet</th>
                <th scope="col" role="columnheader" i18n>Utskick</th>
                <th scope="col" role="columnheader" i18n>Till</th>
                <th scope="col" role="columnheader" i18n>Läge</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              @for (row of list.rows(); track row.id) {
                <tr role="row">
                  <td role="cell" class="num when">{{ row.createdAt | instantShort }}</td>
                  <td role="cell" class="subject">
                    <a [routerLink]="['/utskick', row.id]">{{ row.subject }}</a>
                    <span class="small muted under">{{ aboutOf(row) }}</span>
                  </td>
                  <td role="cell" class="to">
                    @let to = recipientOf(row);
                    {{ to.name }}
                    @if (to.address) {
                      <span class="small muted under">{{ to.address }}</span>
                    }
                  </td>
                  <td role="cell" class="state">
                    <app-mail-state [state]="row.state" />
                    @if (row.lastError && row.state !== 'sent') {
                      <span class="small under">{{ row.lastError }}</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <app-show-more [list]="list" />
      </ng-template>
      @if (state() || arende()) {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget utskick stämmer med urvalet"
          i18n-text
          text="Välj ett annat läge, eller visa alla."
        >
          <button type="button" (click)="narrow({ lage: '', arende: '' })" i18n>Visa alla utskick</button>
        </app-empty-state>
      } @else {
        <app-empty-state
          empty
          class="card"
          i18n-heading
          heading="Inget är skickat än"
          i18n-text
          text="Här syns inbjudningar, informationsbegäran, påminnelser och kallelser, och om något inte kom fram."
        />
      }
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .filter {
      max-width: 260px;
    }
    .when {
      white-space: nowrap;
    }
    .subject a {
      font-weight: 650;
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    .under {
      display: block;
      margin-top: 2px;
    }
    .to {
      width: 28%;
      overflow-wrap: anywhere;
    }
    .state {
      width: 16%;
    }
    @media (max-width: 760px) {
      .to,
      .state {
        width: auto;
      }
      .subject a {
        display: inline-block;
        padding-block: 8px;
      }
    }
  `,
})
export class MailListPage {
  protected readonly narrow = narrowing();
  readonly lage = input<string>();
  readonly arende = input<string>();

  protected readonly states = MAIL_STATES;
  protected readonly stateLabels = MAIL_STATE_LABELS;
  protected readonly state = computed(() => MAIL_STATES.find((each) => each === this.lage()) ?? '');
  protected readonly list = new PagedList<MailListItem>('/api/mails', () => {
    const [state, followUpId] = [this.state(), this.arende()];
    return { ...(state && { state }), ...(followUpId && { followUpId }) };
  });

  /** "Elin Berg <elin@bjorken.example>" in two parts; whoever has no address to show is a name alone. */
  protected recipientOf({ to }: MailListItem): { name: string; address: string } {
    const [, name, address] = /^(.*?)\s*<([^>]*)>$/.exec(to) ?? [];
    return name && address ? { name, address } : { name: to, address: '' };
  }

  protected aboutOf({ kind, followUp }: MailListItem): string {
    return [MAIL_KIND_LABELS[kind], followUp?.title].filter(Boolean).join(', ');
  }
}
