import { Component, computed, inject, input, output } from '@angular/core';
import type { EvidenceView } from '@insyn/api-schema';
import {
  EVIDENCE_KIND_LABELS,
  formatDateShort,
  MEETING_FORM_LABELS,
  PARTICIPANT_SIDE_LABELS,
  PARTICIPANT_SIDES,
} from '@insyn/domain';
import { Confirm } from '../../ui/confirm.js';
import { shortNumber } from '../assess/clause-groups.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Attachments } from './attachments.js';
import { Checklist } from './checklist.js';

/** One piece of evidence with the parts of its kind. */
@Component({
  selector: 'app-evidence-card',
  imports: [Attachments, Checklist],
  template: `
    <section
      class="card padded stack"
      [id]="'evidence-' + evidence().id"
      tabindex="-1"
      [attr.aria-labelledby]="'heading-' + evidence().id"
    >
      <div class="row spread">
        <div>
          <h2 [id]="'heading-' + evidence().id">{{ evidence().title }}</h2>
          <p class="small muted">
            {{ facts() }}
          </p>
        </div>
        @if (editable()) {
          <div class="buttons">
            <button type="button" class="quiet" (click)="edit.emit()">
              <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ evidence().title }}</span>
            </button>
            <button
              type="button"
              class="quiet"
              [attr.aria-disabled]="citedBy().length > 0 || null"
              [attr.aria-describedby]="citedBy().length > 0 ? 'cited-' + evidence().id : null"
              (click)="remove()"
            >
              <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ evidence().title }}</span>
            </button>
          </div>
        }
      </div>
      @if (evidence().text; as text) {
        <p class="prose text">{{ text }}</p>
      }
      @if (evidence().meeting) {
        <div class="sides">
          @for (side of sides(); track side.label) {
            <div>
              <h3>{{ side.label }}</h3>
              <ul>
                @for (person of side.people; track $index) {
                  <li>
                    {{ person.name }}<span class="muted">, {{ person.role }}</span>
                  </li>
                } @empty {
                  <li class="muted" i18n>Ingen antecknad</li>
                }
              </ul>
            </div>
          }
        </div>
      }
      @if (evidence().review; as review) {
        <app-checklist [evidenceId]="evidence().id" [review]="review" [editable]="editable()" />
      }
      <app-attachments [attachments]="evidence().attachments" [evidenceId]="evidence().id" [editable]="editable()" />
      @if (editable() && citedBy().length > 0) {
        <p class="small muted" [id]="'cited-' + evidence().id">
          <ng-container i18n>Kan inte tas bort medan det används av:</ng-container> {{ citedBy().join(', ') }}.
        </p>
      }
    </section>
  `,
  styles: `
    .text {
      white-space: pre-wrap;
    }
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: var(--s4);
    }
    ul {
      list-style: none;
      padding: 0;
    }
    section:focus {
      outline: 2px solid var(--focus-ring);
    }
  `,
})
export class EvidenceCard {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  readonly evidence = input.required<EvidenceView>();
  readonly editable = input.required<boolean>();
  readonly edit = output();

  protected readonly facts = computed(() => {
    const { kind, heldOn, meeting, author } = this.evidence();
    const form = meeting ? [MEETING_FORM_LABELS[meeting.form].toLowerCase()] : [];
    return [EVIDENCE_KIND_LABELS[kind], formatDateShort(heldOn), ...form, $localize`inlagt av ${author}`].join(', ');
  });
  protected readonly sides = computed(() =>
    PARTICIPANT_SIDES.map((side) => ({
      label: PARTICIPANT_SIDE_LABELS[side],
      people: this.evidence().meeting?.participants.filter((person) => person.side === side) ?? [],
    })),
  );
  /** What rests on it; as long as anything does, it stays. */
  protected readonly citedBy = computed(() => {
    const [view, { id }] = [this.followUp.view(), this.evidence()];
    const findings = view?.findings.filter(({ evidenceIds }) => evidenceIds.includes(id)) ?? [];
    const assessed = view?.assessments.filter(({ evidenceIds }) => evidenceIds.includes(id)) ?? [];
    const clauses = assessed.flatMap(({ clauseIds }) => clauseIds.slice(0, 1));
    return [
      ...findings.map(({ title }) => `”${title}”`),
      ...clauses.map(
        (clauseId) => $localize`bedömningen av ${shortNumber(this.followUp.clauses().get(clauseId)?.number ?? '')}`,
      ),
    ];
  });

  protected async remove(): Promise<void> {
    if (this.citedBy().length > 0) return;
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort ”${this.evidence().title}”?`,
      text: $localize`Underlaget och dess filer försvinner ur ärendet.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer)
      await this.followUp.act(() => this.api.deleteEvidence(this.evidence()), $localize`Underlaget är borttaget`);
  }
}
