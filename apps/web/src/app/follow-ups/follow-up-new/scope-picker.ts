import { Component, computed, input, model } from '@angular/core';
import type { ClauseView, Id } from '@insyn/api-schema';
import { compareClauseNumbers } from '@insyn/domain';

/** What a follow-up is about: whole focus areas and single clauses. */
export interface Scope {
  focusAreas: string[];
  clauseIds: Id[];
}

/** Chooses a scope: one box for each focus area with its count, and inside it one for each clause. */
@Component({
  selector: 'app-scope-picker',
  template: `
    <fieldset [attr.aria-describedby]="error() ? 'scope-error' : 'scope-count'" id="scope" tabindex="-1">
      <legend i18n>Omfattning</legend>
      <p class="hint" i18n>Välj fokusområden, eller öppna ett område och välj enstaka avtalspunkter.</p>
      @if (error(); as text) {
        <p class="error-text" id="scope-error">{{ text }}</p>
      }
      <ul>
        @for (area of areas(); track area.name) {
          <li>
            <label class="choice">
              <input
                type="checkbox"
                [checked]="area.whole"
                [indeterminate]="area.some"
                (change)="toggleArea(area.name)"
              />
              <span>{{ area.name }}</span>
              <span class="muted num count">{{ area.chosen }} av {{ area.clauses.length }}</span>
            </label>
            <details>
              <summary class="small">
                <ng-container i18n>Visa avtalspunkter</ng-container
                ><span class="visually-hidden"> i {{ area.name }}</span>
              </summary>
              @for (clause of area.clauses; track clause.id) {
                <label class="choice clause">
                  <input
                    type="checkbox"
                    [checked]="area.whole || scope().clauseIds.includes(clause.id)"
                    (change)="toggleClause(area.name, clause.id)"
                  />
                  <span
                    ><span class="num">{{ clause.number }}</span> {{ clause.heading }}</span
                  >
                  @if (clause.critical) {
                    <span class="small muted" i18n>kritisk</span>
                  }
                </label>
              }
            </details>
          </li>
        }
      </ul>
      <p id="scope-count" class="small muted" role="status" i18n>
        {{ total() }} av {{ clauses().length }} avtalspunkter är valda.
      </p>
    </fieldset>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
      margin: var(--s2) 0;
      border: 1px solid var(--line);
      border-radius: var(--r);
      background: var(--surface);
    }
    li {
      padding: 2px 14px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    .count {
      margin-left: auto;
    }
    summary {
      cursor: pointer;
      color: var(--pine);
      padding: 4px 0 10px 30px;
    }
    .clause {
      padding-left: 30px;
    }
    .clause .small {
      margin-left: auto;
    }
  `,
})
export class ScopePicker {
  readonly clauses = input.required<readonly ClauseView[]>();
  readonly scope = model.required<Scope>();
  readonly error = input<string | null>(null);

  protected readonly areas = computed(() => {
    const { focusAreas, clauseIds } = this.scope();
    const names = [...new Set(this.clauses().map((clause) => clause.focusArea))];
    return names.map((name) => {
      const clauses = this.clauses()
        .filter((clause) => clause.focusArea === name)
        .toSorted((a, b) => compareClauseNumbers(a.number, b.number));
      const whole = focusAreas.includes(name);
      const chosen = whole ? clauses.length : clauses.filter((clause) => clauseIds.includes(clause.id)).length;
      return { name, clauses, whole, chosen, some: !whole && chosen > 0 };
    });
  });
  protected readonly total = computed(() => this.areas().reduce((sum, area) => sum + area.chosen, 0));

  protected toggleArea(name: string): void {
    const of = new Set(this.clausesOf(name));
    this.scope.update(({ focusAreas, clauseIds }) => ({
      focusAreas: focusAreas.includes(name) ? focusAreas.filter((area) => area !== name) : [...focusAreas, name],
      clauseIds: clauseIds.filter((id) => !of.has(id)),
    }));
  }

  /** A box taken out of a whole area leaves the others; the last one in makes the area whole. */
  protected toggleClause(name: string, id: Id): void {
    const of = this.clausesOf(name);
    this.scope.update(({ focusAreas, clauseIds }) => {
      const before = focusAreas.includes(name) ? of : clauseIds.filter((each) => of.includes(each));
      const chosen = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
      const others = {
        areas: focusAreas.filter((area) => area !== name),
        ids: clauseIds.filter((each) => !of.includes(each)),
      };
      return chosen.length === of.length
        ? { focusAreas: [...others.areas, name], clauseIds: others.ids }
        : { focusAreas: others.areas, clauseIds: [...others.ids, ...chosen] };
    });
  }

  private clausesOf(name: string): Id[] {
    return this.clauses().flatMap((clause) => (clause.focusArea === name ? [clause.id] : []));
  }
}
