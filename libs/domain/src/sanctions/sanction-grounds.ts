import type { ActionKind, ActionState } from '../actions/action.js';
import type { CalendarDate } from '../calendar/calendar-date.js';

/** A requirement as a sanction asks for it. */
export interface GroundFacts {
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly dueDate: CalendarDate | null;
}

/**
 * Whether a sanction may rest on an action (R14): a requirement that remains after a re-check, or one that nobody has
 * reported done although its own day, or the day for the action plan, has passed. A severe case waits for neither day.
 */
export function isGroundForSanction(
  action: GroundFacts,
  { today, planOverdue, severe }: { today: CalendarDate; planOverdue: boolean; severe: boolean },
): boolean {
  if (action.kind !== 'requirement') return false;
  if (action.state === 'remains') return true;
  if (action.state !== 'open' && action.state !== 'planned') return false;
  if (severe || (action.dueDate !== null && action.dueDate < today)) return true;
  return planOverdue && action.state === 'open';
}
