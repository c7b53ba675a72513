import type { FollowUpView } from '@insyn/api-schema';
import type { FollowUpState } from '@insyn/domain';

const SENDING_STATES: readonly FollowUpState[] = ['gathering', 'assessing', 'fact-check'];

/** Whether one can send a request in the case: it has begun, it is not decided, and one may write in it. */
export function maySendRequest(view: Pick<FollowUpView, 'state' | 'editable'> | null): boolean {
  return view !== null && view.editable && SENDING_STATES.includes(view.state);
}
