import { Component, computed, input, output } from '@angular/core';
import { FOLLOW_UP_LIMITS, type Id, type ScopeClauseView } from '@insyn/api-schema';
import { clauseName, compareClauseNumbers } from '@insyn/domain';
import { shortNumber } from './clause-groups.js';

/** Which other clauses share this verdict and text: "§§ 7 och 8 bedöms tillsammans". */
@Component({
  selector: 'app-joint-clauses',
  template: `
    <details>
      <summary class="small">{{ summary() }}</summary>
      <fieldset>
        <legend class="visually-hidden" i18n>Bedöms tillsammans med</legend>
        <p class="hint" i18n>
          De valda punkterna får samma bedömning och text. En bedömning som redan finns på dem ersätts.
        </p>
        @for (clause of others(); track clause.id) {
          <label class="choice">
            <input
              type="checkbox"
              [checked]="clauseIds().includes(clause.id)"
              [attr.aria-disabled]="(full() && !clauseIds().includes(clause.id)) || null"
              (change)="toggle(clause.id, $any($event.target))"
            />
            <span
              ><span class="num">{{ clause.number }}</span> {{ clause.heading }}</span
            >
          </label>
        }
      </fieldset>
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      color: var(--pine);
      font-weight: 600;
      min-height: 28px;
    }
    fieldset {
      margin-top: 6px;
      max-height: 280px;
      overflow-y: auto;
    }
  `,
})
export class JointClauses {
  readonly clauses = input.required<readonly ScopeClauseView[]>();
  readonly ownId = input.required<Id>();
  readonly clauseIds = input.required<readonly Id[]>();
  readonly changed = output<Id[]>();

  protected readonly others = computed(() =>
    this.clauses()
      .filter(({ id }) => id !== this.ownId())
      .toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading }) => ({ id, heading, number: shortNumber(number) })),
  );
  protected readonly full = computed(() => this.clauseIds().length >= FOLLOW_UP_LIMITS.jointClauses);
  protected readonly summary = computed(() => {
    const joined = this.clauses().filter(({ id }) => this.clauseIds().includes(id));
    if (joined.length < 2) return $localize`Bedöm tillsammans med fler punkter`;
    const numbers = joined.map(({ number }) => number).toSorted(compareClauseNumbers);
    return $localize`${clauseName(...numbers)} bedöms tillsammans`;
  });

  protected toggle(id: Id, box: HTMLInputElement): void {
    const ids = this.clauseIds();
    if (!ids.includes(id) && this.full()) {
      box.checked = false;
      return;
    }
    this.changed.emit(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  }
}
