import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractView } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS } from '@insyn/domain';
import { DateLongPipe } from '../ui/dates.js';

/** What a contract is: whom it is with, for what, how long; and where it has been followed up. */
@Component({
  selector: 'app-contract-facts',
  imports: [RouterLink, DateLongPipe],
  template: `
    <section class="card padded stack">
      <h2 i18n>Uppgifter</h2>
      <dl>
        <dt i18n>Utförare</dt>
        <dd>
          <a [routerLink]="['/utforare', contract().provider.id]">{{ contract().provider.legalName }}</a>
          <span class="small muted num under">{{ contract().provider.organisationNumber }}</span>
        </dd>
        <dt i18n>Enheter</dt>
        @for (unit of contract().units; track unit.id) {
          <dd>{{ unit.name }}</dd>
        }
        <dt i18n>Tjänster</dt>
        <dd>{{ services() }}</dd>
        <dt i18n>Nämnd</dt>
        <dd>{{ contract().committee.name }}</dd>
        <dt i18n>Börjar</dt>
        <dd>{{ contract().startsOn | dateLong }}</dd>
        <dt i18n>Slutar</dt>
        <dd>{{ contract().endsOn | dateLong }}</dd>
        <dt i18n>Kan förlängas</dt>
        <dd>{{ extensions() }}</dd>
        <dt i18n>Sista möjliga slutdatum</dt>
        <dd>{{ contract().latestEnd | dateLong }}</dd>
      </dl>
    </section>
    <section class="card padded stack">
      <h2 i18n>Uppföljningar</h2>
      @if (contract().followUps.length > 0) {
        <ul>
          @for (followUp of contract().followUps; track followUp.id) {
            <li>
              <a [routerLink]="['/uppfoljningar', followUp.id]">{{ followUp.title }}</a>
              <span class="small muted num under">{{ followUp.year }}, {{ followUp.caseNumber }}</span>
            </li>
          }
        </ul>
      } @else {
        <p class="muted" i18n>Avtalet är inte följt upp än.</p>
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    dt {
      color: var(--ink-2);
      font-size: 14px;
    }
    dt:not(:first-child) {
      margin-top: 10px;
    }
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 10px;
    }
    .under {
      display: block;
    }
  `,
})
export class ContractFacts {
  readonly contract = input.required<ContractView>();
  protected readonly services = computed(() =>
    this.contract()
      .serviceTypes.map((type) => SERVICE_TYPE_LABELS[type])
      .join(', '),
  );
  protected readonly extensions = computed(() => {
    const { extensionMonths } = this.contract();
    if (extensionMonths.length === 0) return $localize`Nej`;
    return $localize`${extensionMonths.join(' + ')} månader`;
  });
}
