import { Component, computed, input, output } from '@angular/core';
import type { ActionView, FindingView, FollowUpView, Id } from '@insyn/api-schema';
import { ACTION_KIND_LABELS, formatDateShort } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { FINDING_TONES } from '../../ui/tone.js';
import { findingWord } from '../decision/finding-word.js';

/** One finding with what it rests on and what is made of it. */
@Component({
  selector: 'app-finding-card',
  imports: [Chip],
  template: `
    <article
      [id]="'finding-' + finding().id"
      [class]="tone()"
      tabindex="-1"
      [attr.aria-labelledby]="'title-' + finding().id"
    >
      <div class="row">
        <h4 [id]="'title-' + finding().id">{{ finding().title }}</h4>
        <app-chip [tone]="tone()" [label]="word()" />
        @if (finding().remedied) {
          <app-chip i18n-label label="Åtgärdad" />
        }
      </div>
      @if (finding().text; as text) {
        <p class="text">{{ text }}</p>
      }
      <p class="small muted">{{ grounds() }}</p>
      @for (note of notes(); track note.message) {
        <p class="small unchecked">{{ note.message }}.</p>
      }
      @for (action of actions(); track action.id) {
        <div class="action">
          <p>
            <app-chip [tone]="action.kind === 'requirement' ? 'info' : 'none'" [label]="kinds[action.kind]" />
            {{ action.text }}<span class="small muted"> {{ dueOf(action) }}</span>
          </p>
          @if (view().editable) {
            <button type="button" class="quiet" (click)="editAction.emit(action.id)">
              <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ action.text }}</span>
            </button>
          }
        </div>
      }
      @if (view().editable) {
        <div class="buttons small">
          <button type="button" class="quiet" (click)="makeAction.emit()">
            @if (finding().kind === 'deficiency') {
              <ng-container i18n>Ställ krav eller rekommendera</ng-container>
            } @else {
              <ng-container i18n>Gör till rekommendation</ng-container>
            }
            <span class="visually-hidden"> {{ finding().title }}</span>
          </button>
          <button type="button" class="quiet" (click)="edit.emit()">
            <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ finding().title }}</span>
          </button>
          <button type="button" class="quiet" (click)="remove.emit()">
            <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ finding().title }}</span>
          </button>
        </div>
      }
    </article>
  `,
  styles: `
    article {
      border: 1px solid var(--line);
      border-left: 4px solid var(--line-strong);
      border-radius: var(--r);
      padding: 12px 14px;
      display: grid;
      gap: 6px;
    }
    article.notmet {
      border-left-color: var(--notmet);
    }
    article.partly {
      border-left-color: var(--partly);
    }
    article.met {
      border-left-color: var(--met);
    }
    h4 {
      margin: 0;
      font-size: 16px;
    }
    .text {
      white-space: pre-wrap;
    }
    .unchecked {
      border-left: 3px solid var(--info);
      padding-left: 10px;
    }
    .action {
      display: flex;
      gap: var(--s3);
      justify-content: space-between;
      align-items: flex-start;
    }
    .action p {
      padding-top: 6px;
    }
    .buttons {
      gap: 0;
      margin-left: -12px;
    }
    .buttons button {
      padding-inline: 12px;
    }
  `,
})
export class FindingCard {
  readonly view = input.required<FollowUpView>();
  readonly finding = input.required<FindingView>();
  readonly actions = input.required<readonly ActionView[]>();
  readonly edit = output();
  readonly remove = output();
  readonly editAction = output<Id>();
  readonly makeAction = output();

  protected readonly kinds = ACTION_KIND_LABELS;
  protected readonly tone = computed(() => FINDING_TONES[this.finding().kind]);
  protected readonly word = computed(() => findingWord(this.finding()));
  /** A law cited here that nobody has checked says so. */
  protected readonly notes = computed(() =>
    this.view().notes.filter(({ place }) => place.kind === 'finding' && place.id === this.finding().id),
  );
  protected readonly grounds = computed(() => {
    const { evidenceIds, legalGround, remedied } = this.finding();
    const evidence = this.view().evidence.filter(({ id }) => evidenceIds.includes(id));
    const named = evidence.map(({ title, heldOn }) => `${title} ${formatDateShort(heldOn)}`).join(', ');
    const parts = [named ? $localize`Underlag: ${named}.` : $localize`Saknar underlag.`];
    if (legalGround) parts.push($localize`Lagstöd: ${legalGround}.`);
    if (remedied) parts.push($localize`Åtgärdad: ${remedied}.`);
    return parts.join(' ');
  });

  protected dueOf({ dueDate }: ActionView): string {
    return dueDate ? $localize`senast ${formatDateShort(dueDate)}` : '';
  }
}
