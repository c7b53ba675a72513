import { Component, computed, input, output } from '@angular/core';
import type { FollowUpView } from '@insyn/api-schema';
import { compareClauseNumbers, EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { SearchBox } from '../../ui/search-box.js';
import { shortNumber } from '../assess/clause-groups.js';
import type { EvidenceFilter } from './evidence-filter.js';

/** What the list of evidence can be narrowed to. Only what there is can be chosen. */
@Component({
  selector: 'app-evidence-filters',
  imports: [Field, Control, SearchBox],
  template: `
    <app-search-box
      i18n-label
      label="Sök i underlaget"
      [value]="filter().search"
      (searched)="narrow({ sok: $event })"
    />
    <details [open]="narrowed()">
      <summary class="small" i18n>Välj slag, avtalspunkt eller person</summary>
      <div class="choices">
        <app-field i18n-label label="Slag">
          <select appControl [value]="filter().kind" (change)="narrow({ slag: $any($event.target).value })">
            <option value="" [selected]="!filter().kind" i18n>Alla slag</option>
            @for (kind of kinds(); track kind) {
              <option [value]="kind" [selected]="filter().kind === kind">{{ kindLabels[kind] }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Avtalspunkt">
          <select appControl [value]="filter().clauseId" (change)="narrow({ punkt: $any($event.target).value })">
            <option value="" [selected]="!filter().clauseId" i18n>Alla avtalspunkter</option>
            @for (clause of clauses(); track clause.id) {
              <option [value]="clause.id" [selected]="filter().clauseId === clause.id">{{ clause.name }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Inlagt av">
          <select appControl [value]="filter().author" (change)="narrow({ av: $any($event.target).value })">
            <option value="" [selected]="!filter().author" i18n>Alla</option>
            @for (author of authors(); track author) {
              <option [value]="author" [selected]="filter().author === author">{{ author }}</option>
            }
          </select>
        </app-field>
        <label class="choice">
          <input
            type="checkbox"
            [checked]="filter().withoutClause"
            (change)="narrow({ utan: $any($event.target).checked ? 'punkt' : '' })"
          />
          <span i18n>Bara det som saknar avtalspunkt</span>
        </label>
      </div>
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      padding: 14px 16px;
    }
    summary {
      cursor: pointer;
      color: var(--pine);
      font-weight: 600;
      min-height: 28px;
    }
    .choices {
      display: grid;
      gap: var(--s2);
    }
  `,
})
export class EvidenceFilters {
  readonly view = input.required<FollowUpView>();
  readonly filter = input.required<EvidenceFilter>();
  /** Changes to the address; an empty text takes a filter away. */
  readonly changed = output<Record<string, string>>();

  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  protected readonly kinds = computed(() => {
    const there = new Set(this.view().evidence.map(({ kind }) => kind));
    return EVIDENCE_KINDS.filter((kind) => there.has(kind) || kind === this.filter().kind);
  });
  protected readonly authors = computed(() =>
    [...new Set(this.view().evidence.map(({ author }) => author))].sort((a, b) => a.localeCompare(b, 'sv')),
  );
  protected readonly clauses = computed(() =>
    this.view()
      .clauses.toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading }) => ({ id, name: `${shortNumber(number)} ${heading}` })),
  );
  protected readonly narrowed = computed(() => {
    const { kind, clauseId, author, withoutClause } = this.filter();
    return Boolean(kind || clauseId || author || withoutClause);
  });

  protected narrow(changes: Record<string, string>): void {
    this.changed.emit(changes);
  }
}
