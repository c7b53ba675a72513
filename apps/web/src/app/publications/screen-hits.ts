import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import type { Id, PublicationView } from '@insyn/api-schema';
import { HIT_SETTLEMENT_LABELS, SCREEN_HIT_KIND_LABELS } from '@insyn/domain';
import { keyIsTaken } from '../ui/keyboard.js';
import { settledOf } from './publication-steps.js';
import { ScreenHitCard } from './screen-hit-card.js';

/** The hits of a screen, one at a time, with the list of all of them beside. J and K go between them. */
@Component({
  selector: 'app-screen-hits',
  imports: [ScreenHitCard],
  template: `
    <div class="progress">
      <progress [value]="settled()" [max]="hits().length" aria-labelledby="hits-settled"></progress>
      <span id="hits-settled" class="num" role="status">{{ progress() }}</span>
    </div>
    <div class="panes">
      <nav class="card" i18n-aria-label aria-label="Träffar">
        <ol>
          @for (hit of hits(); track hit.id) {
            <li>
              <button type="button" [attr.aria-current]="hit.id === shown()?.id ? 'true' : null" (click)="go(hit.id)">
                <span class="what"
                  ><b>{{ kinds[hit.kind] }}</b
                  ><span class="small">{{ hit.place }}</span></span
                >
                @if (hit.settlement) {
                  <span class="small done">{{ settlements[hit.settlement] }}</span>
                } @else {
                  <span class="small open" i18n>Att avgöra</span>
                }
              </button>
            </li>
          }
        </ol>
      </nav>
      @if (shown(); as hit) {
        @for (each of [hit]; track each.id) {
          <div class="stack">
            <app-screen-hit-card
              [hit]="each"
              [number]="at() + 1"
              [total]="hits().length"
              [why]="publication().may.screen"
              (settled)="settledOne()"
              (stale)="changed.emit()"
            />
            <div class="row spread">
              <button type="button" [attr.aria-disabled]="at() === 0 || null" (click)="step(-1)">
                <ng-container i18n>Föregående</ng-container> <kbd aria-hidden="true">K</kbd>
              </button>
              <button type="button" [attr.aria-disabled]="at() === hits().length - 1 || null" (click)="step(1)">
                <ng-container i18n>Nästa</ng-container> <kbd aria-hidden="true">J</kbd>
              </button>
            </div>
          </div>
        }
      }
    </div>
  `,
  styleUrl: './screen-hits.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class ScreenHits {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly publication = input.required<PublicationView>();
  readonly changed = output();

  protected readonly kinds = SCREEN_HIT_KIND_LABELS;
  protected readonly settlements = HIT_SETTLEMENT_LABELS;
  /** In the order of their ids, so that a hit keeps its place when it is settled. */
  protected readonly hits = computed(() => [...this.publication().hits].sort((a, b) => (a.id < b.id ? -1 : 1)));
  private readonly chosen = signal<Id | null>(null);
  protected readonly at = computed(() => {
    const hits = this.hits();
    const chosen = hits.findIndex(({ id }) => id === this.chosen());
    if (chosen >= 0) return chosen;
    return Math.max(
      hits.findIndex(({ settlement }) => settlement === null),
      0,
    );
  });
  protected readonly shown = computed(() => this.hits()[this.at()] ?? null);
  protected readonly settled = computed(() => this.hits().length - this.publication().unsettled);
  protected readonly progress = computed(() => settledOf(this.publication()));

  protected go(id: Id): void {
    this.chosen.set(id);
    this.focusHit();
  }

  protected step(by: 1 | -1): void {
    const hit = this.hits()[this.at() + by];
    if (hit) this.go(hit.id);
  }

  /** On to the next one that is not settled, after this one or from the top; the last one stays. */
  protected settledOne(): void {
    const [hits, at] = [this.hits(), this.at()];
    const next = [...hits.slice(at + 1), ...hits.slice(0, at)].find(({ settlement }) => settlement === null);
    this.chosen.set(next?.id ?? hits[at]?.id ?? null);
    this.changed.emit();
    this.focusHit();
  }

  protected key(event: KeyboardEvent): void {
    if (event.shiftKey || keyIsTaken(event)) return;
    const by = { j: 1, k: -1 }[event.key] as 1 | -1 | undefined;
    if (!by) return;
    event.preventDefault();
    this.step(by);
  }

  private focusHit(): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('app-screen-hit-card h3')?.focus(), {
      injector: this.injector,
    });
  }
}
