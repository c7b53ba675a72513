import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SignalView } from '@insyn/api-schema';
import { formatDate, SIGNAL_KIND_LABELS, SIGNAL_STATE_LABELS } from '@insyn/domain';
import { Chip } from '../ui/chip.js';

/** One signal: what came in, when and from where, what was done with it, and who may read it. */
@Component({
  selector: 'app-signal-item',
  imports: [RouterLink, Chip],
  template: `
    <article [id]="'signal-' + signal().id" tabindex="-1" [attr.aria-labelledby]="'heading-' + signal().id">
      <div class="row">
        <app-chip [label]="kinds[signal().kind]" />
        <app-chip [tone]="signal().state === 'open' ? 'info' : 'none'" [label]="states[signal().state]" />
        <span class="small num">{{ day() }}</span>
      </div>
      <h2 [id]="'heading-' + signal().id">{{ signal().title }}</h2>
      @if (showsUnit()) {
        <p class="small">
          <a [routerLink]="['/signaler/enheter', signal().unitId]">{{ signal().unit }}</a><span class="muted"
            >, {{ signal().provider }}</span
          >
        </p>
      }
      @if (signal().text; as text) {
        <p class="prose text">{{ text }}</p>
      }
      <p class="small muted">{{ facts() }}</p>
      @if (readers(); as names) {
        <p class="small restricted"><ng-container i18n>Kan bara läsas av:</ng-container> {{ names }}.</p>
      }
      @if (signal().followUp; as followUp) {
        <p class="small">
          <ng-container i18n>Underlag i</ng-container>&ngsp;<a
            [routerLink]="['/uppfoljningar', followUp.id, 'underlag']"
            [queryParams]="{ underlag: signal().evidenceId }"
            >{{ followUp.title }}</a
          >
        </p>
      }
      @if (signal().handledOn) {
        <p class="small handled">
          <b i18n>Hanterad {{ handledDay() }}.</b> {{ signal().handledText }}
        </p>
      }
      @if (mayWrite()) {
        <div class="buttons">
          <button type="button" class="quiet" (click)="edit.emit()">
            <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ signal().title }}</span>
          </button>
          @if (signal().state === 'open') {
            <button type="button" class="quiet" (click)="handle.emit()">
              <ng-container i18n>Markera som hanterad</ng-container
              ><span class="visually-hidden"> {{ signal().title }}</span>
            </button>
          }
          @if (signal().kind !== 'lex-sarah' && !signal().followUp) {
            <button type="button" class="quiet" (click)="attach.emit()">
              <ng-container i18n>Lägg till i en uppföljning</ng-container
              ><span class="visually-hidden"> {{ signal().title }}</span>
            </button>
          }
        </div>
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: 6px;
    }
    article:focus {
      outline: 2px solid var(--focus-ring);
      outline-offset: 6px;
    }
    h2 {
      font-size: 16px;
    }
    .row {
      gap: var(--s2);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .restricted,
    .handled {
      border-left: 3px solid var(--line-strong);
      padding-left: 10px;
    }
    .restricted {
      border-left-color: var(--info);
    }
    .buttons {
      gap: 0;
      margin-left: -12px;
    }
    .buttons button {
      padding-inline: 12px;
    }
  `,
})
export class SignalItem {
  readonly signal = input.required<SignalView>();
  /** Whether the unit is named: not on the unit's own page. */
  readonly showsUnit = input(false);
  readonly mayWrite = input(false);
  readonly edit = output();
  readonly handle = output();
  readonly attach = output();

  protected readonly kinds = SIGNAL_KIND_LABELS;
  protected readonly states = SIGNAL_STATE_LABELS;
  protected readonly day = computed(() => formatDate(this.signal().receivedOn));
  protected readonly handledDay = computed(() => {
    const { handledOn } = this.signal();
    return handledOn ? formatDate(handledOn) : '';
  });
  protected readonly facts = computed(() => {
    const { source, fromProvider, createdBy } = this.signal();
    const by = fromProvider ? $localize`inlämnad av ${createdBy}` : $localize`registrerad av ${createdBy}`;
    return [source, by].filter(Boolean).join(', ');
  });
  protected readonly readers = computed(() =>
    this.signal().kind === 'lex-sarah'
      ? this.signal()
          .readers.map(({ name }) => name)
          .join(', ')
      : '',
  );
}
