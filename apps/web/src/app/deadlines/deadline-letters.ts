import { Component, computed, effect, input, untracked } from '@angular/core';
import type { DeadlineLetterView, Id } from '@insyn/api-schema';
import { readResource } from '../http/read-resource.js';
import { DateLongPipe } from '../ui/dates.js';

/** The letters that gave another day for one thing, newest first; nothing where the day was never moved. */
@Component({
  selector: 'app-deadline-letters',
  imports: [DateLongPipe],
  template: `
    @for (letter of letters(); track letter.id) {
      <div class="notice">
        <p>
          <b i18n>Ändrad tidsfrist {{ letter.sentOn | dateLong }}</b
          ><ng-container i18n>: {{ letter.due | dateLong }} i stället för {{ letter.before | dateLong }}.</ng-container>
        </p>
        <p class="pre">{{ letter.reason }}</p>
        @if (letter.document.href; as href) {
          <p><a [href]="href" download i18n>Ladda ner brevet om ändrad tidsfrist (PDF)</a></p>
        } @else {
          <p class="small muted" i18n>Brevet som PDF tas fram och finns här om en stund.</p>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    :host:empty {
      display: none;
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class DeadlineLetters {
  /** The fact check, action plan, sanction or information request. */
  readonly subjectId = input.required<Id>();
  /** Its case, for the municipality's people; left out at the provider's door. */
  readonly followUpId = input<Id>();
  /** Changes when the day has been moved on the page. */
  readonly due = input<string>();

  private readonly found = readResource<DeadlineLetterView[]>(() => {
    const followUpId = this.followUpId();
    if (followUpId) return `/api/follow-ups/${followUpId}/deadline-letters`;
    return `/api/portal/tasks/${this.subjectId()}/deadline-letters`;
  });
  protected readonly letters = computed(() =>
    this.found.hasValue() ? this.found.value().filter(({ subjectId }) => subjectId === this.subjectId()) : [],
  );

  constructor() {
    effect(() => {
      this.due();
      untracked(() => this.found.hasValue() && this.found.reload());
    });
  }
}
