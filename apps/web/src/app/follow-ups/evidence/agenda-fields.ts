import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  signal,
} from '@angular/core';
import { EVIDENCE_LIMITS, type Id } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { MeetingsApi } from '../../meetings/meetings-api.js';

export interface AgendaItem {
  text: string;
  clauseId: Id | null;
}

/** The agenda of a meeting: proposed from what is open in the case, written, and put in order. */
@Component({
  selector: 'app-agenda-fields',
  template: `
    <fieldset class="stack">
      <legend i18n>Dagordning</legend>
      @if (items().length > 0) {
        <ol>
          @for (item of items(); track $index) {
            <li>
              <span class="num" aria-hidden="true">{{ $index + 1 }}.</span>
              <input
                autocomplete="off"
                [attr.aria-label]="nameOf($index)"
                [attr.maxlength]="longest"
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                [value]="item.text"
                (input)="write($index, $any($event.target).value)"
                (keydown)="key($event, $index)"
              />
              <span class="tools">
                <button
                  type="button"
                  class="quiet"
                  [attr.aria-disabled]="$first || null"
                  (click)="step($index, -1, 'up')"
                >
                  <span aria-hidden="true">↑</span
                  ><span class="visually-hidden" i18n>Flytta upp punkt {{ $index + 1 }}</span>
                </button>
                <button
                  type="button"
                  class="quiet"
                  [attr.aria-disabled]="$last || null"
                  (click)="step($index, 1, 'down')"
                >
                  <span aria-hidden="true">↓</span
                  ><span class="visually-hidden" i18n>Flytta ned punkt {{ $index + 1 }}</span>
                </button>
                <button type="button" class="quiet" (click)="remove($index)">
                  <ng-container i18n>Ta bort</ng-container
                  ><span class="visually-hidden" i18n> punkt {{ $index + 1 }}</span>
                </button>
              </span>
            </li>
          }
        </ol>
      }
      <div class="buttons">
        @if (items().length < most) {
          <button type="button" (click)="add()" i18n>Lägg till punkt</button>
        }
        <button type="button" [attr.aria-busy]="asking() || null" (click)="propose()" i18n>Föreslå dagordning</button>
      </div>
      <p class="small muted" role="status">{{ said() }}</p>
      @if (items().length > 1) {
        <p class="small muted">
          <ng-container i18n>Flytta en punkt med</ng-container>&ngsp;<kbd>Alt</kbd>&ngsp;<kbd>↑</kbd>&ngsp;<ng-container
            i18n
            >eller</ng-container
          >&ngsp;<kbd>Alt</kbd>&ngsp;<kbd>↓</kbd>.
        </p>
      }
    </fieldset>
  `,
  styles: `
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s2);
    }
    li {
      display: grid;
      grid-template-columns: 24px minmax(0, 1fr) auto;
      gap: var(--s2);
      align-items: center;
    }
    .tools {
      display: flex;
    }
    .tools button {
      padding-inline: 10px;
    }
    @media (max-width: 760px) {
      .tools {
        grid-column: 2 / -1;
        justify-self: end;
      }
    }
  `,
})
export class AgendaFields {
  private readonly api = inject(MeetingsApi);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly followUpId = input.required<Id>();
  readonly items = model.required<readonly AgendaItem[]>();

  protected readonly most = EVIDENCE_LIMITS.agendaItems;
  protected readonly longest = EVIDENCE_LIMITS.agendaItem;
  protected readonly asking = signal(false);
  protected readonly said = signal('');
  private readonly texts = computed(() => new Set(this.items().map(({ text }) => text.trim())));

  protected nameOf(index: number): string {
    return $localize`Punkt ${index + 1}`;
  }

  protected write(index: number, text: string): void {
    this.items.update((items) => items.map((item, each) => (each === index ? { ...item, text } : item)));
  }

  protected add(): void {
    this.items.update((items) => [...items, { text: '', clauseId: null }]);
    this.focus(`li:last-child input`);
  }

  protected remove(index: number): void {
    this.items.update((items) => items.filter((_, each) => each !== index));
    this.focus(this.items().length > 0 ? `li:nth-child(${Math.min(index + 1, this.items().length)}) input` : 'button');
  }

  protected key(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.step(index, event.key === 'ArrowUp' ? -1 : 1, 'input');
  }

  /** Moves an item; the focus goes with it. */
  protected step(index: number, step: -1 | 1, from: 'input' | 'up' | 'down'): void {
    const to = index + step;
    const [item, other] = [this.items()[index], this.items()[to]];
    if (!item || !other) return;
    this.items.update((items) => items.map((each, at) => (at === index ? other : at === to ? item : each)));
    this.said.set($localize`Punkten är nu nummer ${to + 1}.`);
    const within = { input: 'input', up: 'button:nth-child(1)', down: 'button:nth-child(2)' }[from];
    this.focus(`li:nth-child(${to + 1}) ${within}`);
  }

  /** What is open in the case is added after what stands there already. */
  protected async propose(): Promise<void> {
    if (this.asking()) return;
    this.asking.set(true);
    try {
      const { items } = await this.api.proposeAgenda(this.followUpId());
      const room = this.most - this.items().length;
      const added = items.filter(({ text }) => !this.texts().has(text.trim())).slice(0, room);
      this.items.update((all) => [...all, ...added.map(({ text, clauseId }) => ({ text, clauseId }))]);
      const count = added.length;
      if (count === 0) this.said.set($localize`Det finns inget mer att föreslå.`);
      else this.said.set(count === 1 ? $localize`1 punkt är tillagd.` : $localize`${count} punkter är tillagda.`);
    } catch (error) {
      this.said.set(toProblem(error).title);
    } finally {
      this.asking.set(false);
    }
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
