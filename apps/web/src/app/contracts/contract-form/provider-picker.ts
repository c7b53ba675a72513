import { Component, computed, ElementRef, inject, input, model, output, signal } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { Id, ProviderListItem } from '@insyn/api-schema';
import { PagedList } from '../../http/paged-list.js';
import { Session } from '../../sign-in/session.js';
import { Control, Field } from '../../ui/field.js';

const TYPING_PAUSE_MS = 250;
const SHOWN = 8;

/** Finds a provider by name or number and picks one of the answers. Fits `[formField]`. */
@Component({
  selector: 'app-provider-picker',
  imports: [Field, Control, RouterLink],
  template: `
    @if (value()) {
      <p class="label" id="chosen-provider" i18n>Utförare</p>
      <div class="card row spread" role="group" aria-labelledby="chosen-provider">
        <b>{{ providerName() }}</b>
        <button #change type="button" class="quiet" (click)="pick('')" i18n>Byt utförare</button>
      </div>
      @if (shownError(); as text) {
        <p class="error-text">{{ text }}</p>
      }
    } @else {
      <app-field
        i18n-label
        label="Utförare"
        i18n-hint
        hint="Sök på namn eller organisationsnummer och välj i listan"
        [error]="shownError()"
      >
        <input
          #box
          appControl
          type="search"
          autocomplete="off"
          maxlength="100"
          (input)="type(box.value)"
          (keydown.enter)="$event.preventDefault()"
        />
      </app-field>
      <ul i18n-aria-label aria-label="Utförare som passar">
        @for (provider of answers(); track provider.id) {
          <li>
            <button type="button" class="quiet" (click)="pick(provider.id)">
              <b>{{ provider.legalName }}</b>
              <span class="small muted num">{{ provider.organisationNumber }}</span>
            </button>
          </li>
        }
      </ul>
      <p class="small muted" role="status">{{ status() }}</p>
      @if (mayRegister()) {
        <p class="small">
          <ng-container i18n>Finns utföraren inte?</ng-container>&ngsp;<a routerLink="/utforare/ny" i18n
            >Registrera den först</a
          >
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .label {
      margin: 0;
    }
    .card {
      padding: 6px 6px 6px 14px;
    }
    ul {
      list-style: none;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: var(--r);
      background: var(--surface);
      overflow: hidden;
    }
    ul:empty {
      display: none;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    ul button {
      width: 100%;
      justify-content: space-between;
      flex-wrap: wrap;
      text-align: left;
      white-space: normal;
      color: var(--ink);
      border-radius: 0;
    }
    ul button:focus-visible {
      outline-offset: -3px;
    }
  `,
})
export class ProviderPicker implements FormValueControl<Id> {
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly value = model<Id>('');
  readonly touch = output<void>();
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  /** The chosen provider's name. */
  readonly providerName = input('');

  private readonly search = signal('');
  protected readonly found = new PagedList<ProviderListItem>('/api/providers', () =>
    this.search() ? { search: this.search() } : {},
  );
  protected readonly answers = computed(() => this.found.rows().slice(0, SHOWN));
  protected readonly shownError = computed(() => (this.touched() ? (this.errors()[0]?.message ?? null) : null));
  protected readonly mayRegister = computed(() => this.session.can('provider.write'));
  protected readonly status = computed(() => {
    if (this.found.resource.error()) return $localize`Utförarna gick inte att läsa in.`;
    if (!this.found.resource.hasValue()) return $localize`Läser in utförare …`;
    if (this.found.empty()) return $localize`Ingen utförare passar.`;
    const more = this.found.hasMore() || this.found.rows().length > SHOWN;
    if (more) return $localize`De ${this.answers().length} första visas. Sök för att hitta fler.`;
    return $localize`${this.answers().length} utförare.`;
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('input, button')?.focus();
  }

  protected type(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search.set(text.trim()), TYPING_PAUSE_MS);
  }

  /** The focus stays at the picker: what was pressed is gone. */
  protected pick(id: Id): void {
    this.search.set('');
    this.value.set(id);
    setTimeout(() => this.focus());
  }
}
