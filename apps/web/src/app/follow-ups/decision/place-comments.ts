import { Component, computed, input } from '@angular/core';
import type { FollowUpView } from '@insyn/api-schema';
import { ReturnedComment } from './returned-comment.js';

/** What the manager wrote about these places when the judgement was returned last, answered where the officer mends it. */
@Component({
  selector: 'app-place-comments',
  imports: [ReturnedComment],
  template: `
    @if (comments().length > 0) {
      <div class="notice warning stack">
        @for (comment of comments(); track comment.id) {
          <app-returned-comment [view]="view()" [comment]="comment" [editable]="true" [placed]="true" />
        }
      </div>
    }
  `,
})
export class PlaceComments {
  readonly view = input.required<FollowUpView>();
  /** The ids of the rows, or the names of the report's texts, that stand here. */
  readonly places = input.required<readonly string[]>();

  protected readonly comments = computed(() => {
    const { editable, judgements, id } = this.view();
    const last = judgements.filter(({ followUpId }) => followUpId === id).at(-1);
    if (!editable || last?.status !== 'returned') return [];
    return last.comments.filter(({ place }) => place.id && this.places().includes(place.id));
  });
}
