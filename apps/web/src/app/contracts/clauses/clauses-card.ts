import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClauseView, ContractView, Id } from '@insyn/api-schema';
import { CLAUSE_KIND_LABELS, compareClauseNumbers } from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Toasts } from '../../ui/toasts.js';
import { ContractsApi } from '../contracts-api.js';
import { ClauseDialog } from './clause-dialog.js';

/** The newest version of a contract's clauses, by focus area and in their natural order (4.9 before 4.10). */
@Component({
  selector: 'app-clauses-card',
  imports: [RouterLink, Chip, EmptyState, ClauseDialog],
  templateUrl: './clauses-card.html',
  styleUrl: './clauses-card.css',
})
export class ClausesCard {
  private readonly api = inject(ContractsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly contract = input.required<ContractView>();
  readonly mayWrite = input(false);
  readonly changed = output();

  protected readonly kinds = CLAUSE_KIND_LABELS;
  protected readonly set = computed(() => this.contract().clauseSet);
  protected readonly criticals = computed(() => this.set().clauses.filter(({ critical }) => critical).length);
  protected readonly areas = computed(() => byFocusArea(this.set().clauses));
  protected readonly areaNames = computed(() =>
    this.areas()
      .map(({ name }) => name)
      .filter(Boolean),
  );
  /** The clause being written, `new` for one more, null for none. */
  protected readonly open = signal<Id | null>(null);
  protected readonly clause = computed(() => this.set().clauses.find(({ id }) => id === this.open()) ?? null);

  protected async remove(clause: ClauseView): Promise<void> {
    const next = this.set().number + 1;
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort avtalspunkt ${clause.number}?`,
      text: this.set().frozen
        ? $localize`Punkten står kvar i den frysta versionen. Den tas bort i version ${next}.`
        : $localize`Punkten och dess text tas bort ur avtalet. Det går inte att ångra.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.api.removeClause(clause);
      this.toasts.show($localize`Avtalspunkt ${clause.number} är borttagen`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
    this.changed.emit();
  }
}

/** The areas stand where their first clause stands. */
function byFocusArea(clauses: readonly ClauseView[]): { name: string; clauses: ClauseView[] }[] {
  const areas = new Map<string, ClauseView[]>();
  for (const clause of [...clauses].sort((a, b) => compareClauseNumbers(a.number, b.number))) {
    areas.set(clause.focusArea, [...(areas.get(clause.focusArea) ?? []), clause]);
  }
  return [...areas].map(([name, inArea]) => ({ name, clauses: inArea }));
}
