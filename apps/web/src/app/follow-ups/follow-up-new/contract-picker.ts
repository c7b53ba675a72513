import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractView, Id } from '@insyn/api-schema';
import { REGIME_LABELS } from '@insyn/domain';
import { Session } from '../../sign-in/session.js';
import { Control, Field } from '../../ui/field.js';
import { contractList } from '../follow-ups-api.js';

const TYPING_PAUSE_MS = 250;

/** Finds a contract by its reference or provider and picks one of the answers. */
@Component({
  selector: 'app-contract-picker',
  imports: [Field, Control, RouterLink],
  template: `
    @if (chosen(); as contract) {
      <div class="chosen">
        <p class="label" i18n>Avtal</p>
        <div class="card row spread">
          <span
            ><b>{{ contract.reference }}</b
            >&ngsp;<span class="muted">{{ contract.provider.legalName }}</span></span
          >
          <button type="button" class="quiet" (click)="picked.emit('')" i18n>Byt avtal</button>
        </div>
      </div>
    } @else {
      <app-field
        i18n-label
        label="Avtal"
        i18n-hint
        hint="Sök på avtalets beteckning eller utförarens namn, välj sedan i listan."
        [error]="error()"
        fieldId="contract-search"
      >
        <input
          appControl
          type="search"
          autocomplete="off"
          [value]="search()"
          (input)="type($any($event.target).value)"
          aria-controls="contract-answers"
        />
      </app-field>
      <ul id="contract-answers" class="answers" i18n-aria-label aria-label="Avtal som passar">
        @for (contract of answers(); track contract.id) {
          <li>
            <button type="button" class="quiet" (click)="picked.emit(contract.id)">
              <span
                ><b>{{ contract.reference }}</b> {{ contract.provider.legalName }}</span
              >
              <span class="small muted"
                >{{ regimes[contract.regime] }}, {{ contract.clauses }}
                <ng-container i18n>avtalspunkter</ng-container></span
              >
            </button>
          </li>
        }
      </ul>
      <p class="small muted" role="status">{{ status() }}</p>
      @if (nothing() && mayAdd()) {
        <p class="small"><a routerLink="/avtal" i18n>Lägg in ett avtal först</a></p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .card {
      padding: 6px 6px 6px 14px;
    }
    .answers {
      list-style: none;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: var(--r);
      background: var(--surface);
      max-height: 300px;
      overflow-y: auto;
    }
    .answers:empty {
      display: none;
    }
    .answers button {
      width: 100%;
      justify-content: space-between;
      flex-wrap: wrap;
      text-align: left;
      white-space: normal;
      font-weight: 400;
      color: var(--ink);
      border-radius: 0;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
  `,
})
export class ContractPicker {
  private readonly session = inject(Session);
  readonly chosenId = input.required<Id>();
  readonly chosen = input.required<ContractView | null>();
  readonly error = input<string | null>(null);
  readonly picked = output<Id>();

  protected readonly regimes = REGIME_LABELS;
  protected readonly search = signal('');
  protected readonly found = contractList(() => this.search());
  protected readonly answers = computed(() => (this.found.hasValue() ? this.found.value().items.slice(0, 20) : []));
  protected readonly nothing = computed(() => this.found.hasValue() && this.answers().length === 0);
  protected readonly mayAdd = computed(() => this.session.can('contract.write'));
  protected readonly status = computed(() => {
    if (this.found.error()) return $localize`Avtalen gick inte att läsa in.`;
    if (!this.found.hasValue()) return $localize`Läser in avtal …`;
    if (this.nothing()) return $localize`Inget avtal passar.`;
    const count = this.answers().length;
    return this.found.value().next || count < this.found.value().items.length
      ? $localize`De ${count} första avtalen visas. Sök för att hitta fler.`
      : $localize`${count} avtal.`;
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected type(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search.set(text.trim()), TYPING_PAUSE_MS);
  }
}
