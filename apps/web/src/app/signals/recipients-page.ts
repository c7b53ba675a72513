import { Component, computed, inject, signal } from '@angular/core';
import type { Id, LexSarahRecipients } from '@insyn/api-schema';
import { toProblem } from '../http/problem.js';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { lexSarahRecipients, SignalsApi } from './signals-api.js';

/** Who is told, and may read, when a provider hands in a lex Sarah report; the managers of each committee decide. */
@Component({
  selector: 'app-recipients-page',
  imports: [PageHeader, ResourceView, Data, EmptyState],
  template: `
    <app-page-header i18n-heading heading="Mottagare av lex Sarah-rapporter" [crumbs]="crumbs" />
    <p class="prose" i18n>
      När en utförare lämnar in en lex Sarah-rapport får mottagarna ett mejl om att det finns något att läsa, och bara
      de kan läsa den. Är ingen vald går den till nämndens chefer. Rapporter som redan har kommit in påverkas inte.
    </p>
    <app-resource-view [isEmpty]="isEmpty()" [rows]="5">
      <ng-template [appData]="recipients" let-all>
        <div class="stack">
          @for (each of all; track each.committee.id) {
            <section class="card padded stack" [attr.aria-labelledby]="'committee-' + each.committee.id">
              <h2 [id]="'committee-' + each.committee.id">{{ each.committee.name }}</h2>
              @if (each.mayChange) {
                <fieldset>
                  <legend class="visually-hidden" i18n>Mottagare i {{ each.committee.name }}</legend>
                  @for (person of each.candidates; track person.id) {
                    <label class="choice">
                      <input
                        type="checkbox"
                        [checked]="chosenIn(each).includes(person.id)"
                        (change)="toggle(each, person.id)"
                      />
                      <span>
                        <span>{{ person.name }}</span>
                        @if (person.title) {
                          <span class="muted">, {{ person.title }}</span>
                        }
                      </span>
                    </label>
                  } @empty {
                    <p class="muted" i18n>Ingen i nämnden arbetar med signaler.</p>
                  }
                </fieldset>
                <div class="buttons">
                  <button type="button" class="primary" [attr.aria-busy]="saving() || null" (click)="save(each)">
                    <ng-container i18n>Spara mottagarna</ng-container
                    ><span class="visually-hidden" i18n> i {{ each.committee.name }}</span>
                  </button>
                </div>
              } @else {
                <p>{{ namesOf(each) }}</p>
                <p class="small muted" i18n>Nämndens chefer bestämmer vilka som är mottagare.</p>
              }
            </section>
          }
        </div>
      </ng-template>
      <app-empty-state empty class="card" i18n-heading heading="Du hör inte till någon nämnd med signaler" />
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .stack {
      max-width: 760px;
    }
    h2 {
      font-size: 17px;
    }
  `,
})
export class RecipientsPage {
  private readonly api = inject(SignalsApi);
  private readonly toasts = inject(Toasts);
  protected readonly crumbs = [{ label: $localize`Signaler`, link: '/signaler' }];
  protected readonly recipients = lexSarahRecipients();
  protected readonly isEmpty = computed(() => this.recipients.hasValue() && this.recipients.value().length === 0);
  protected readonly saving = signal(false);
  /** What is ticked and not saved yet, by committee. */
  private readonly ticked = signal<ReadonlyMap<Id, readonly Id[]>>(new Map());

  protected chosenIn({ committee, recipients }: LexSarahRecipients): readonly Id[] {
    return this.ticked().get(committee.id) ?? recipients.map(({ id }) => id);
  }

  protected namesOf({ recipients }: LexSarahRecipients): string {
    return recipients.map(({ name }) => name).join(', ') || $localize`Nämndens chefer`;
  }

  protected toggle(each: LexSarahRecipients, id: Id): void {
    const before = this.chosenIn(each);
    const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    this.ticked.update((ticked) => new Map(ticked).set(each.committee.id, after));
  }

  protected async save(each: LexSarahRecipients): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    try {
      await this.api.nameRecipients(each.committee.id, [...this.chosenIn(each)]);
      this.toasts.show($localize`Mottagarna är sparade`);
      this.recipients.reload();
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.saving.set(false);
    }
  }
}
