import { effect, inject, untracked } from '@angular/core';
import { OpenFollowUp } from '../open-follow-up.js';

/** Reads a part of the case anew when the case has moved to another state: what it shows follows from that. */
export function rereadOnMove(part: { reload: () => boolean }): void {
  const followUp = inject(OpenFollowUp);
  let known: string | null = null;
  effect(() => {
    const view = followUp.view();
    if (!view) return;
    const now = `${view.id} ${view.state}`;
    if (known !== null && known !== now) untracked(() => part.reload());
    known = now;
  });
}
