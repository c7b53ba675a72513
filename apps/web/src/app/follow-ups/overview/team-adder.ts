import { Component, computed, inject, input, signal } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { Control, Field } from '../../ui/field.js';
import { teamCandidates } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { changeTeam } from './change-team.js';

/** Takes one more person into the team, of those who handle cases of the committee. */
@Component({
  selector: 'app-team-adder',
  imports: [Field, Control],
  template: `
    @if (others().length > 0) {
      <form (submit)="takeIn($event)" novalidate>
        <app-field i18n-label label="Lägg till i teamet" [error]="error()" fieldId="team-candidate">
          <select appControl (change)="choose($any($event.target).value)">
            <option value="" [selected]="!chosen()" i18n>Välj person</option>
            @for (person of others(); track person.id) {
              <option [value]="person.id" [selected]="chosen() === person.id">
                {{ person.title ? person.name + ', ' + person.title : person.name }}
              </option>
            }
          </select>
        </app-field>
        <button type="submit" [attr.aria-busy]="followUp.busy() || null" i18n>Lägg till</button>
      </form>
    } @else if (candidates.error()) {
      <p class="error-text" i18n>Det går inte att läsa in vilka som kan ingå i teamet.</p>
    } @else if (candidates.hasValue()) {
      <p class="small muted" i18n>Alla som kan ingå i teamet gör det.</p>
    }
  `,
  styles: `
    form {
      display: grid;
      gap: var(--s3);
      justify-items: start;
      margin-top: var(--s3);
    }
    app-field {
      width: 100%;
    }
  `,
})
export class TeamAdder {
  private readonly change = changeTeam();
  protected readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();

  protected readonly candidates = teamCandidates();
  protected readonly chosen = signal<Id>('');
  protected readonly error = signal<string | null>(null);
  protected readonly others = computed(() => {
    const { team, declarations } = this.view();
    const inConflict = declarations.filter(({ hasConflict, lifted }) => hasConflict && !lifted);
    const inTeam = new Set([...team.map(({ id }) => id), ...inConflict.map(({ accountId }) => accountId)]);
    return this.candidates.hasValue() ? this.candidates.value().filter(({ id }) => !inTeam.has(id)) : [];
  });

  protected choose(id: Id): void {
    this.chosen.set(id);
    this.error.set(null);
  }

  protected async takeIn(event: Event): Promise<void> {
    event.preventDefault();
    const person = this.others().find(({ id }) => id === this.chosen());
    if (!person) {
      this.error.set($localize`Välj vem som ska läggas till.`);
      document.getElementById('team-candidate')?.focus();
      return;
    }
    const withPerson = (ids: Id[]) => [...ids.filter((id) => id !== person.id), person.id];
    const problem = await this.change(this.view().id, withPerson, $localize`${person.name} ingår nu i teamet`);
    this.error.set(problem ? (problem.errors[0]?.message ?? problem.title) : null);
    if (!problem) this.chosen.set('');
  }
}
