import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { EvidenceView, FollowUpView } from '@insyn/api-schema';
import { compareClauseNumbers } from '@insyn/domain';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { SearchBox } from '../../ui/search-box.js';
import { shortNumber } from '../assess/clause-groups.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { ClauseLinks } from './clause-links.js';
import { linksOf } from './evidence-filter.js';

/** The clauses in scope as boxes to tick: which of them this evidence is used for. Each tick is saved at once. */
@Component({
  selector: 'app-link-dialog',
  imports: [ModalDialog, SearchBox],
  template: `
    <app-modal-dialog i18n-heading heading="Koppla till avtalspunkt" (dismissed)="closed.emit()">
      <p class="muted">{{ evidence().title }}</p>
      <app-search-box i18n-label label="Sök avtalspunkt" [value]="search()" (searched)="search.set($event)" />
      <fieldset>
        <legend class="visually-hidden" i18n>Avtalspunkter</legend>
        @for (row of rows(); track row.id) {
          <label class="choice">
            <input
              type="checkbox"
              [checked]="row.assessed"
              [attr.aria-disabled]="followUp.busy() || null"
              (click)="waitFor($event)"
              (change)="toggle(row.id, $any($event.target))"
            />
            <span>
              <span class="num">{{ row.number }}</span> {{ row.heading }}
              @if (row.finding; as title) {
                <span class="small muted line"><ng-container i18n>Genom iakttagelsen</ng-container> ”{{ title }}”</span>
              }
            </span>
          </label>
        } @empty {
          <p class="muted" i18n>Ingen avtalspunkt stämmer med sökningen.</p>
        }
      </fieldset>
      <div class="buttons">
        <button type="button" class="primary" (click)="closed.emit()" i18n>Klar</button>
      </div>
    </app-modal-dialog>
  `,
  styles: `
    fieldset {
      max-height: min(360px, 45vh);
      overflow-y: auto;
      padding-inline: 3px;
    }
    .line {
      display: block;
    }
  `,
})
export class LinkDialog {
  protected readonly followUp = inject(OpenFollowUp);
  private readonly links = inject(ClauseLinks);
  readonly view = input.required<FollowUpView>();
  readonly evidence = input.required<EvidenceView>();
  readonly closed = output();

  protected readonly search = signal('');
  protected readonly rows = computed(() => {
    const view = this.view();
    const links = linksOf(view, this.evidence().id);
    const word = this.search().toLocaleLowerCase('sv');
    return view.clauses
      .toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading }) => {
        const link = links.find(({ clauseId }) => clauseId === id);
        const finding = link?.through === 'finding' ? link.title : null;
        return { id, number: shortNumber(number), heading, assessed: link?.through === 'assessment', finding };
      })
      .filter((row) => `${row.number} ${row.heading}`.toLocaleLowerCase('sv').includes(word));
  });

  /** One at a time: the next tick rests on what the one before saved. */
  protected waitFor(event: Event): void {
    if (this.followUp.busy()) event.preventDefault();
  }

  /** A tick that did not arrive is taken back. */
  protected async toggle(clauseId: string, box: HTMLInputElement): Promise<void> {
    const wanted = box.checked;
    const evidenceId = this.evidence().id;
    const done = wanted ? await this.links.link(evidenceId, clauseId) : await this.links.unlink(evidenceId, clauseId);
    if (!done) box.checked = !wanted;
  }
}
