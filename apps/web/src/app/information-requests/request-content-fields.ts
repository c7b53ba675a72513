import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { RequestOptions } from '@insyn/api-schema';
import { addDays, REQUEST_LIMITS } from '@insyn/domain';
import { Session } from '../sign-in/session.js';
import { Control, Field } from '../ui/field.js';
import type { WrittenContent } from './request-content.js';

/** What a request says: the questions, the letter, the visit, the documents that are wanted and the last day. */
@Component({
  selector: 'app-request-content-fields',
  imports: [FormField, Field, Control],
  template: `
    <app-field i18n-label label="Frågebatteri" [of]="content().questionSetVersionId">
      <select appControl [formField]="content().questionSetVersionId">
        <option value="" i18n>Välj frågebatteri</option>
        @for (set of options().questionSets; track set.versionId) {
          <option [value]="set.versionId" i18n>
            {{ set.name }}, version {{ set.number }} ({{ set.questions }} frågor)
          </option>
        }
      </select>
    </app-field>
    @if (options().questionSets.length === 0) {
      <p class="notice" i18n>Det finns inget frågebatteri med frågor än. Lägg upp ett under Frågebatterier först.</p>
    }
    <app-field i18n-label label="Rubrik" [of]="content().title">
      <input appControl autocomplete="off" [formField]="content().title" />
    </app-field>
    <app-field
      i18n-label
      label="Meddelande"
      i18n-hint
      hint="Står i brevet. En tom rad blir ett nytt stycke."
      [of]="content().message"
    >
      <textarea appControl class="letter" [formField]="content().message"></textarea>
    </app-field>
    <app-field
      i18n-label
      label="Besök eller möte"
      [optional]="true"
      i18n-hint
      hint="Till exempel: Vi kommer till verksamheten tisdag 8 december klockan 9–12"
      [of]="content().visit"
    >
      <input appControl autocomplete="off" [formField]="content().visit" />
    </app-field>
    <app-field
      i18n-label
      label="De som kommer"
      [optional]="true"
      i18n-hint
      hint="En person per rad, med titel"
      [of]="content().visitors"
    >
      <textarea appControl [formField]="content().visitors"></textarea>
    </app-field>
    <fieldset class="stack">
      <legend>
        <ng-container i18n>Handlingar vi vill ha</ng-container>&ngsp;<span class="hint" i18n>Frivilligt</span>
      </legend>
      @for (document of content().wantedDocuments; track document) {
        <div class="document">
          <app-field i18n-label label="Handling {{ $index + 1 }}" [of]="document.text">
            <input appControl autocomplete="off" [formField]="document.text" />
          </app-field>
          <label class="choice">
            <input type="checkbox" [formField]="document.required" />
            <span i18n>Måste lämnas</span>
          </label>
          <button type="button" class="quiet" (click)="remove($index)">
            <ng-container i18n>Ta bort</ng-container
            ><span class="visually-hidden" i18n> handling {{ $index + 1 }}</span>
          </button>
        </div>
      }
      @if (content().wantedDocuments.length < longest) {
        <div><button type="button" (click)="add()" i18n>Lägg till handling</button></div>
      }
    </fieldset>
    <app-field i18n-label label="Svar senast" [hint]="dueHint()" [of]="content().due" class="due">
      <input appControl type="date" [formField]="content().due" />
    </app-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    .letter {
      min-height: 160px;
    }
    .document {
      display: grid;
      grid-template-columns: minmax(0, 1fr) max-content max-content;
      gap: var(--s2) var(--s4);
      align-items: end;
    }
    .due input {
      max-width: 220px;
    }
    @media (max-width: 760px) {
      .document {
        grid-template-columns: 1fr max-content;
      }
      .document app-field {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class RequestContentFields {
  private readonly session = inject(Session);
  /** The fields of a form that may have more of its own. */
  readonly content = input.required<Pick<FieldTree<WrittenContent>, keyof WrittenContent>>();
  readonly options = input.required<Pick<RequestOptions, 'questionSets' | 'proposedDue' | 'questionnaireDays'>>();
  protected readonly longest = REQUEST_LIMITS.wantedDocuments;

  /** Why the proposed day is that one (R1). */
  protected readonly dueHint = computed(() => {
    const { proposedDue, questionnaireDays: days } = this.options();
    if (this.content().due().value() !== proposedDue) return null;
    const today = this.session.today();
    const moved = today !== null && addDays(today, days) !== proposedDue;
    return moved
      ? $localize`${days} dagar från i dag enligt kommunens inställning, flyttat till närmaste vardag`
      : $localize`${days} dagar från i dag enligt kommunens inställning`;
  });

  protected add(): void {
    this.content()
      .wantedDocuments()
      .value.update((documents) => [...documents, { text: '', required: true }]);
  }

  protected remove(index: number): void {
    this.content()
      .wantedDocuments()
      .value.update((documents) => documents.toSpliced(index, 1));
  }
}
