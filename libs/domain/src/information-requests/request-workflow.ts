import { RuleViolation } from '../follow-ups/rule-violation.js';
import { REQUEST_ACTIONS, REQUEST_STATES, type RequestAction, type RequestState } from './information-request.js';
import { REQUEST_ACTION_LABELS, REQUEST_STATE_LABELS } from './labels.js';

/** From which side an act on a request comes. */
export type RequestActor = 'provider' | 'officer';

interface RequestWorkflowRow {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  /** Whose act it is. What is the provider's an officer may do on its behalf, marked as such. */
  readonly by: RequestActor;
}

/**
 * The workflow of an information request: one row for each act. A submission is never refused for being late, so no row
 * asks for the date.
 */
export const REQUEST_WORKFLOW: Readonly<Record<RequestAction, RequestWorkflowRow>> = {
  answer: { from: ['sent', 'answering', 'returned'], to: 'answering', by: 'provider' },
  submit: { from: ['answering', 'returned'], to: 'answered', by: 'provider' },
  return: { from: ['answered'], to: 'returned', by: 'officer' },
  close: { from: ['answered'], to: 'closed', by: 'officer' },
  reopen: { from: ['closed'], to: 'answered', by: 'officer' },
  withdraw: { from: ['sent', 'answering', 'returned', 'answered'], to: 'withdrawn', by: 'officer' },
};

/** The states in which a request waits for the provider. */
export const WAITING_STATES: readonly RequestState[] = ['sent', 'answering', 'returned'];

/**
 * The state that an act leads to. Answering a returned request leaves it returned: what waits is still the single
 * questions. Throws `RuleViolation` `wrong-state` where the state does not allow the act.
 */
export function takeRequestAction(action: RequestAction, state: RequestState): RequestState {
  const { from, to } = REQUEST_WORKFLOW[action];
  if (!from.includes(state)) {
    const button = REQUEST_ACTION_LABELS[action];
    const where = REQUEST_STATE_LABELS[state].toLowerCase();
    throw new RuleViolation('wrong-state', `${button} går inte när informationsbegäran är i läget ${where}`);
  }
  return action === 'answer' && state === 'returned' ? 'returned' : to;
}

/** The acts that a side may take in a state. An officer also has the provider's, to take on its behalf. */
export function requestActions(state: RequestState, by: RequestActor): RequestAction[] {
  return REQUEST_ACTIONS.filter((action) => {
    const row = REQUEST_WORKFLOW[action];
    return row.from.includes(state) && (by === 'officer' || row.by === 'provider');
  });
}

/** The workflow as a Mermaid state diagram in a Markdown page; `docs/information-request-states.md` holds exactly this. */
export function requestDiagram(): string {
  const arrows = REQUEST_ACTIONS.flatMap((action) =>
    REQUEST_WORKFLOW[action].from.map((from) => `  ${from} --> ${takeRequestAction(action, from)}: ${action}`),
  );
  const ends = REQUEST_STATES.filter((state) => requestActions(state, 'officer').length === 0);
  return [
    '# The states of an information request',
    '',
    'Generated from `libs/domain/src/information-requests/request-workflow.ts`; a spec holds the two equal.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...REQUEST_STATES.map((state) => `  state "${state} (${REQUEST_STATE_LABELS[state]})" as ${state}`),
    '  [*] --> sent',
    ...arrows,
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
    '',
  ].join('\n');
}
