import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id, SignalView } from '@insyn/api-schema';
import { SIGNAL_LIMITS } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { AttachDialog } from './attach-dialog.js';
import { SignalForm } from './signal-form.js';
import { SignalItem } from './signal-item.js';
import { SignalsApi, signalsOf } from './signals-api.js';

/** What came in about one unit, newest first, and whether it proposes an in-depth follow-up. */
@Component({
  selector: 'app-unit-signals-page',
  imports: [RouterLink, PageHeader, ResourceView, Data, EmptyState, SignalForm, SignalItem, AttachDialog],
  template: `
    <app-page-header [heading]="heading()" [lead]="view()?.provider ?? null" [crumbs]="crumbs">
      @if (mayWrite() && !writing()) {
        <button actions type="button" class="primary" (click)="writing.set('new')" i18n>Ny signal</button>
      }
    </app-page-header>
    <app-resource-view [rows]="6">
      <ng-template [appData]="timeline" let-timeline>
        <div class="stack wide column">
          @if (timeline.inDepth.proposed) {
            <section class="notice warning stack" aria-labelledby="in-depth">
              <h2 id="in-depth" i18n>Signalerna talar för en fördjupad uppföljning</h2>
              <p>{{ timeline.inDepth.because }}.</p>
              @if (mayOpen()) {
                <div class="buttons">
                  @for (contract of timeline.contracts; track contract.id) {
                    <a
                      class="btn"
                      routerLink="/uppfoljningar/ny"
                      [queryParams]="{ avtal: contract.id, enhet: timeline.unit.id, slag: 'in-depth' }"
                    >
                      <ng-container i18n>Öppna fördjupad uppföljning</ng-container>
                      @if (timeline.contracts.length > 1) {
                        <span>({{ contract.reference }})</span>
                      }
                    </a>
                  }
                </div>
              }
            </section>
          }
          @if (writing(); as now) {
            <section class="card padded">
              <app-signal-form
                [timeline]="timeline"
                [before]="beingChanged()"
                (stale)="timelineAgain()"
                (done)="written($event)"
              />
            </section>
          }
          @if (timeline.signals.length > 0) {
            <ol i18n-aria-label aria-label="Signaler, den senaste först">
              @for (each of timeline.signals; track each.id) {
                <li class="card padded">
                  <app-signal-item
                    [signal]="each"
                    [mayWrite]="mayWrite()"
                    (edit)="writing.set(each.id)"
                    (handle)="handle(each)"
                    (attach)="attaching.set(each)"
                  />
                </li>
              }
            </ol>
          } @else if (!writing()) {
            <app-empty-state
              class="card"
              i18n-heading
              heading="Inga signaler om enheten"
              i18n-text
              text="Här samlas klagomål, avvikelser, lex Sarah-rapporter, beslut av IVO och tips från handläggare, så att flera på kort tid syns."
            >
              @if (mayWrite()) {
                <button type="button" (click)="writing.set('new')" i18n>Registrera den första signalen</button>
              }
            </app-empty-state>
          }
        </div>
      </ng-template>
    </app-resource-view>
    @if (attaching(); as each) {
      <app-attach-dialog [signal]="each" (closed)="attaching.set(null)" (attached)="attached()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .column {
      max-width: 860px;
    }
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s3);
    }
    .notice {
      gap: var(--s2);
    }
  `,
})
export class UnitSignalsPage {
  private readonly api = inject(SignalsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  readonly unitId = input.required<string>();
  /** "1" when one comes to register a new signal. */
  readonly ny = input<string>();

  protected readonly timeline = signalsOf(() => this.unitId());
  protected readonly view = computed(() => (this.timeline.hasValue() ? this.timeline.value() : null));
  protected readonly crumbs = [{ label: $localize`Signaler`, link: '/signaler' }];
  protected readonly heading = computed(() => this.view()?.unit.name ?? $localize`Enhetens signaler`);
  /** Only where a committee of one's own has a contract for the unit. */
  protected readonly mayWrite = computed(
    () => this.session.can('signal.write') && (this.view()?.committees.length ?? 0) > 0,
  );
  protected readonly mayOpen = computed(() => this.session.can('follow-up.write'));
  /** The signal that is being changed, `new` for one more, null for none. */
  protected readonly writing = linkedSignal<Id | null>(() => (this.ny() === '1' && this.mayWrite() ? 'new' : null));
  protected readonly beingChanged = computed(
    () => this.view()?.signals.find(({ id }) => id === this.writing()) ?? null,
  );
  protected readonly attaching = signal<SignalView | null>(null);

  protected timelineAgain(): void {
    this.timeline.reload();
  }

  protected written(saved: boolean): void {
    this.writing.set(null);
    if (saved) this.timeline.reload();
  }

  protected attached(): void {
    this.attaching.set(null);
    this.timeline.reload();
  }

  protected async handle({ id, title, version }: SignalView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Markera ”${title}” som hanterad?`,
      text: $localize`Signalen står kvar på tidslinjen, med det ni gjorde.`,
      confirm: $localize`Markera som hanterad`,
      reason: { label: $localize`Vad gjorde ni?`, required: true, maxLength: SIGNAL_LIMITS.handledText },
    });
    if (!answer) return;
    try {
      await this.api.handle(id, { version, text: answer.reason });
      this.toasts.show($localize`Signalen är hanterad`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
    this.timeline.reload();
  }
}
