import { Component, computed, inject, input } from '@angular/core';
import type { FollowUpView } from '@insyn/api-schema';
import { OpenFollowUp } from '../open-follow-up.js';
import { DecisionApi } from './decision-api.js';

/** What the manager wrote about these places when the judgement was returned last, where the officer mends it. */
@Component({
  selector: 'app-place-comments',
  template: `
    @if (comments().length > 0) {
      <div class="notice warning">
        <b i18n>Chefen skrev vid återlämningen:</b>
        @for (comment of comments(); track comment.id) {
          <label class="choice">
            <input
              type="checkbox"
              [checked]="comment.settledAt !== null"
              [attr.aria-busy]="followUp.busy() || null"
              (change)="settle(comment.id, comment.settledAt === null)"
            />
            <span [class.settled]="comment.settledAt"
              >{{ comment.text }} <span class="small muted">{{ comment.by }}</span></span
            >
          </label>
        }
      </div>
    }
  `,
  styles: `
    .settled {
      text-decoration: line-through;
    }
  `,
})
export class PlaceComments {
  private readonly api = inject(DecisionApi);
  protected readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();
  /** The ids of the rows, or the names of the report's texts, that stand here. */
  readonly places = input.required<readonly string[]>();

  protected readonly comments = computed(() => {
    const { editable, judgements, id } = this.view();
    const last = judgements.filter(({ followUpId }) => followUpId === id).at(-1);
    if (!editable || last?.status !== 'returned') return [];
    return last.comments.filter(({ place }) => place.id && this.places().includes(place.id));
  });

  protected async settle(commentId: string, settled: boolean): Promise<void> {
    await this.followUp.act(
      () => this.api.settleComment(this.view().id, commentId, settled),
      settled ? $localize`Kommentaren är avbockad` : $localize`Kommentaren är inte längre avbockad`,
    );
  }
}
