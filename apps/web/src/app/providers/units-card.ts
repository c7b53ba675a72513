import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id, ProviderView } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS, type ServiceType } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { UnitDialog } from './unit-dialog.js';

/** The places where the provider gives its service. */
@Component({
  selector: 'app-units-card',
  imports: [RouterLink, UnitDialog, EmptyState],
  template: `
    <section class="card">
      <div class="row spread top">
        <h2 id="units-heading" i18n>Enheter</h2>
        @if (mayWrite() && provider().units.length > 0) {
          <button type="button" (click)="open.set('new')" i18n>Ny enhet</button>
        }
      </div>
      @if (provider().units.length > 0) {
        <table class="rows-on-phone" role="table" aria-labelledby="units-heading">
          <caption class="visually-hidden" i18n>
            Enheter med tjänster, lagrum och platser
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Enhet</th>
              <th scope="col" role="columnheader" i18n>Tjänster</th>
              <th scope="col" role="columnheader" i18n>Lagrum</th>
              <th scope="col" role="columnheader" class="n" i18n>Platser</th>
              @if (mayWrite()) {
                <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Ändra</span></th>
              }
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (unit of provider().units; track unit.id) {
              <tr role="row">
                <td role="cell">
                  <b>{{ unit.name }}</b>
                  @if (maySeeSignals()) {
                    <a class="small signals" [routerLink]="['/signaler/enheter', unit.id]"
                      ><ng-container i18n>Signaler</ng-container
                      ><span class="visually-hidden" i18n> om {{ unit.name }}</span></a
                    >
                  }
                </td>
                <td role="cell">{{ services(unit.serviceTypes) }}</td>
                <td role="cell" class="muted">{{ laws(unit.laws) }}</td>
                <td role="cell" class="n num">
                  {{ unit.places ?? '' }}
                  @if (unit.places !== null) {
                    <span class="on-phone" i18n>{unit.places, plural, =1 {plats} other {platser}}</span>
                  }
                </td>
                @if (mayWrite()) {
                  <td role="cell" class="act">
                    <button type="button" class="quiet" (click)="open.set(unit.id)">
                      <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ unit.name }}</span>
                    </button>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <app-empty-state
          i18n-heading
          heading="Ingen enhet än"
          i18n-text
          text="Enheten är platsen där tjänsten ges. Ett avtal gäller en eller flera enheter, och varje uppföljning en av dem."
        >
          @if (mayWrite()) {
            <button type="button" class="primary" (click)="open.set('new')" i18n>Lägg till den första enheten</button>
          }
        </app-empty-state>
      }
    </section>
    @if (open()) {
      <app-unit-dialog
        [providerId]="provider().id"
        [unit]="unit()"
        (changed)="changed.emit()"
        (closed)="open.set(null)"
      />
    }
  `,
  styles: `
    .top {
      padding: var(--s3) var(--s4) var(--s2);
      min-height: 56px;
    }
    .top h2 {
      font-size: 16px;
    }
    .n {
      text-align: right;
    }
    .signals {
      display: block;
    }
    .on-phone {
      display: none;
    }
    @media (max-width: 760px) {
      .n {
        text-align: left;
      }
      tr {
        grid-template-columns: 1fr auto;
      }
      tr td:not(.act) {
        grid-column: 1;
      }
      .act {
        grid-area: 1 / 2 / span 2;
        margin: -8px -12px 0 0;
      }
      .on-phone {
        display: inline;
      }
      td:empty {
        display: none;
      }
    }
  `,
})
export class UnitsCard {
  readonly provider = input.required<ProviderView>();
  readonly mayWrite = input(false);
  readonly changed = output();

  private readonly session = inject(Session);
  protected readonly maySeeSignals = computed(() => this.session.can('signal.read'));
  /** The unit being written, `new` for one more, null for none. */
  protected readonly open = signal<Id | null>(null);
  protected readonly unit = computed(() => this.provider().units.find((unit) => unit.id === this.open()) ?? null);

  /** A law stays on one line. */
  protected laws(laws: readonly string[]): string {
    return laws.map((law) => law.replaceAll(' ', '\u00a0')).join(', ');
  }

  protected services(types: readonly ServiceType[]): string {
    return types.map((type) => SERVICE_TYPE_LABELS[type]).join(', ');
  }
}
