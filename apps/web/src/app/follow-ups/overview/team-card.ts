import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Toasts } from '../../ui/toasts.js';
import { DeclareConflict } from '../decision/declare-conflict.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { changeTeam } from './change-team.js';
import { TeamAdder } from './team-adder.js';

/** Who is in the team. Each who is taken in or out is saved at once, and none of them may approve the judgement (R10). */
@Component({
  selector: 'app-team-card',
  imports: [Chip, DeclareConflict, TeamAdder],
  template: `
    <section class="card inner" aria-labelledby="team-heading">
      <h2 id="team-heading" #heading tabindex="-1" i18n>Team</h2>
      <p class="small muted" i18n>Den som ingår i teamet kan inte godkänna bedömningen.</p>
      <ul>
        @for (person of members(); track person.id) {
          <li>
            <span>{{ person.name }}</span>
            <app-chip
              class="said"
              [tone]="person.declared ? 'met' : 'partly'"
              [label]="person.declared ? none : silent"
            />
            @if (view().editable) {
              <button
                type="button"
                class="quiet"
                [attr.aria-disabled]="isLast() || null"
                [attr.aria-describedby]="isLast() ? 'team-last' : null"
                [attr.aria-busy]="followUp.busy() || null"
                (click)="takeOut(person.id, person.name)"
              >
                <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ person.name }}</span>
              </button>
            }
          </li>
        } @empty {
          <li class="muted" i18n>Ingen ingår i teamet.</li>
        }
      </ul>
      @if (left(); as names) {
        <p class="notice small"><ng-container i18n>Har anmält jäv och lämnat ärendet:</ng-container> {{ names }}</p>
      }
      @if (asked()) {
        <app-declare-conflict [followUpId]="view().id" [declared]="declared()" />
      }
      @if (view().editable) {
        @if (isLast()) {
          <p class="small muted" id="team-last" i18n>
            Någon måste ingå i teamet. Lägg till en annan person innan du tar bort den sista.
          </p>
        }
        <app-team-adder [view]="view()" />
      }
    </section>
  `,
  styles: `
    .inner {
      padding: 14px;
    }
    h2 {
      font-size: 16px;
    }
    h2:focus {
      outline: none;
    }
    ul {
      list-style: none;
      padding: 0;
      margin: var(--s2) 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
      min-height: 44px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li > span {
      flex: 1 1 auto;
    }
    .said {
      flex: none;
    }
    li button {
      padding-inline: 12px;
    }
    li button:not([aria-disabled]) {
      margin-right: -12px;
    }
  `,
})
export class TeamCard {
  private readonly change = changeTeam();
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();

  protected readonly isLast = computed(() => this.view().team.length === 1);
  protected readonly none = $localize`Inte jävig`;
  protected readonly silent = $localize`Har inte svarat om jäv`;
  private readonly me = computed(() => this.session.view()?.account.id ?? null);
  protected readonly members = computed(() =>
    this.view().team.map((person) => ({ ...person, declared: this.wordOf(person.id) === false })),
  );
  /** What the reader has declared; null for nothing yet. */
  protected readonly declared = computed(() => this.wordOf(this.me()));
  /** Those in the team answer as long as the case is worked on; one who has declared a conflict sees that it stands. */
  protected readonly asked = computed(() => {
    if (this.declared() === true) return true;
    return this.view().editable && this.view().team.some(({ id }) => id === this.me());
  });
  protected readonly left = computed(() =>
    this.view()
      .declarations.filter(({ hasConflict, lifted }) => hasConflict && !lifted)
      .map(({ name }) => name)
      .join(', '),
  );
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  private wordOf(accountId: Id | null): boolean | null {
    const said = this.view().declarations.find((declaration) => declaration.accountId === accountId);
    return said === undefined || said.lifted ? null : said.hasConflict;
  }

  protected async takeOut(id: Id, name: string): Promise<void> {
    if (this.isLast()) return;
    const without = (ids: Id[]) => ids.filter((each) => each !== id);
    const problem = await this.change(this.view().id, without, $localize`${name} ingår inte längre i teamet`);
    if (problem) this.toasts.show(problem.errors[0]?.message ?? problem.title, 'problem');
    else this.heading().nativeElement.focus();
  }
}
