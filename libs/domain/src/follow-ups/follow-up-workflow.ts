import { actionBlockers, isOpenRequirement } from '../actions/action-rules.js';
import { recheckActionBlockers } from '../actions/recheck-rules.js';
import { assessmentBlockers } from '../assessments/assessment-rules.js';
import { findingBlockers } from '../findings/finding-rules.js';
import { approvalBlockers, conflictBlockers } from '../judgements/approval.js';
import { judgementBlockers } from '../judgements/judgement-proposal.js';
import type { Permission } from '../permissions/permission.js';
import { permissionsOf } from '../permissions/role-permissions.js';
import { quotedStart } from '../texts/start-of-text.js';
import { textBlockers } from '../texts/text-rules.js';
import type { Blocker, Place } from './blocker.js';
import type { ActorFacts, FollowUpFacts } from './follow-up-facts.js';
import { FOLLOW_UP_ACTIONS, type FollowUpAction, type FollowUpState } from './follow-up.js';
import { FOLLOW_UP_ACTION_LABELS, FOLLOW_UP_STATE_LABELS } from './labels.js';
import { RuleViolation } from './rule-violation.js';

/** Who moves a follow-up: a person, or the system when the follow-up's own re-check changes state. */
export type Actor = ActorFacts | 'system';

/** What must be written with an act. */
export type ActionNeed = 'reason' | 'comments';

/** A comment that a manager returns a judgement with, and its place. */
export interface ReturnComment {
  place: Place;
  text: string;
}

/** What the actor wrote with the act. */
export interface ActionInput {
  reason?: string;
  comments?: readonly ReturnComment[];
}

/** An act that the actor may take now, once its blockers are gone. */
export interface AvailableAction {
  name: FollowUpAction;
  blockers: Blocker[];
  needs: ActionNeed | null;
}

type BlockerRule = (facts: FollowUpFacts, actor: Actor) => Blocker[];

/** One row of the workflow. Where `to` names several states, `choose` says which. */
interface WorkflowRow {
  from: readonly FollowUpState[];
  to: readonly [FollowUpState, ...FollowUpState[]];
  choose?: (facts: FollowUpFacts) => FollowUpState;
  permission: Permission | 'system';
  blockers: readonly BlockerRule[];
  needs?: (facts: FollowUpFacts) => ActionNeed | null;
}

/** What is judged before a follow-up leaves assessing: in a round its clauses (R6), in a re-check its requirements. */
const JUDGED: readonly BlockerRule[] = [
  scopeBlockers,
  inRound(assessmentBlockers),
  inRound(findingBlockers),
  inRecheck(recheckActionBlockers),
];

/** The workflow of a follow-up: one row for each act (domain.md §5). All else here reads this table. */
export const FOLLOW_UP_WORKFLOW: Record<FollowUpAction, WorkflowRow> = {
  start: { from: ['planned'], to: ['gathering'], permission: 'follow-up.write', blockers: [] },
  assess: { from: ['gathering'], to: ['assessing'], permission: 'follow-up.write', blockers: [scopeBlockers] },
  'gather-more': { from: ['assessing'], to: ['gathering'], permission: 'follow-up.write', blockers: [] },
  'send-for-fact-check': {
    from: ['assessing'],
    to: ['fact-check'],
    permission: 'follow-up.write',
    blockers: [...JUDGED, textBlockers],
  },
  'take-back': {
    from: ['fact-check'],
    to: ['assessing'],
    permission: 'follow-up.write',
    blockers: [],
    needs: () => 'reason',
  },
  submit: {
    from: ['assessing', 'fact-check'],
    to: ['deciding'],
    permission: 'follow-up.write',
    blockers: [
      ...JUDGED,
      inRound(actionBlockers),
      judgementBlockers,
      textBlockers,
      factCheckBlockers,
      remarkBlockers,
      commentBlockers,
      teamBlockers,
    ],
    needs: (facts) => (facts.state === 'assessing' && !facts.hasFactCheck ? 'reason' : null),
  },
  return: {
    from: ['deciding'],
    to: ['assessing'],
    permission: 'follow-up.decide',
    blockers: [],
    needs: () => 'comments',
  },
  approve: {
    from: ['deciding'],
    to: ['remedying', 'closed'],
    choose: (facts) => (facts.kind === 're-check' ? 'closed' : remedyingOrClosed(facts)),
    permission: 'follow-up.decide',
    blockers: [(facts, actor) => (actor === 'system' ? [] : approvalBlockers(facts, actor))],
  },
  'recheck-opened': { from: ['remedying'], to: ['rechecking'], permission: 'system', blockers: [] },
  'recheck-closed': {
    from: ['rechecking'],
    to: ['remedying', 'closed'],
    choose: remedyingOrClosed,
    permission: 'system',
    blockers: [],
  },
  close: { from: ['remedying'], to: ['closed'], permission: 'follow-up.write', blockers: [openRequirementBlockers] },
  cancel: {
    from: ['planned', 'gathering', 'assessing', 'fact-check'],
    to: ['cancelled'],
    permission: 'follow-up.write',
    blockers: [],
    needs: () => 'reason',
  },
};

/**
 * What stops this act for this actor, each with its place; who has declared a conflict of interest is stopped from every act
 * (R10). It does not ask whether state and permission allow the act.
 */
export function blockersOf(action: FollowUpAction, facts: FollowUpFacts, actor: Actor): Blocker[] {
  const conflict = actor === 'system' ? [] : conflictBlockers(actor);
  return [...conflict, ...FOLLOW_UP_WORKFLOW[action].blockers.flatMap((rule) => rule(facts, actor))];
}

/** The acts that the state and the actor's permission and committee allow, with what still stops each. */
export function availableActions(facts: FollowUpFacts, actor: ActorFacts): AvailableAction[] {
  return FOLLOW_UP_ACTIONS.filter(
    (name) => FOLLOW_UP_WORKFLOW[name].from.includes(facts.state) && mayTake(name, facts, actor),
  ).map((name) => ({
    name,
    blockers: blockersOf(name, facts, actor),
    needs: FOLLOW_UP_WORKFLOW[name].needs?.(facts) ?? null,
  }));
}

/**
 * The state that the act leads to. Throws `RuleViolation`: `not-permitted` where the actor may not take it, `wrong-state`
 * where the state does not allow it, `blocked` with the blockers, `reason-required` or `comments-required`.
 */
export function take(
  action: FollowUpAction,
  facts: FollowUpFacts,
  actor: Actor,
  input: ActionInput = {},
): { to: FollowUpState } {
  const row = FOLLOW_UP_WORKFLOW[action];
  const button = FOLLOW_UP_ACTION_LABELS[action];
  if (!mayTake(action, facts, actor)) throw new RuleViolation('not-permitted', `Du får inte göra detta: ${button}`);
  if (!row.from.includes(facts.state)) {
    const state = FOLLOW_UP_STATE_LABELS[facts.state];
    throw new RuleViolation('wrong-state', `${button} går inte när uppföljningen är i läget ${state}`);
  }
  const blockers = blockersOf(action, facts, actor);
  if (blockers.length > 0) throw new RuleViolation('blocked', `${button} går inte än`, blockers);
  const needs = row.needs?.(facts) ?? null;
  if (needs === 'reason' && !input.reason?.trim()) {
    const message = action === 'submit' ? 'Skriv varför ingen faktakontroll har gjorts' : 'Skriv ett skäl';
    throw new RuleViolation('reason-required', message);
  }
  if (needs === 'comments' && !input.comments?.some((comment) => comment.text.trim() !== '')) {
    throw new RuleViolation('comments-required', 'Skriv minst en kommentar om vad som behöver ändras');
  }
  return { to: row.choose?.(facts) ?? row.to[0] };
}

/** The workflow as a Mermaid state diagram in a Markdown page; `docs/follow-up-states.md` holds exactly this. */
export function workflowDiagram(): string {
  const names = new Map<FollowUpState, string>();
  const arrows: string[] = ['  [*] --> planned'];
  for (const action of FOLLOW_UP_ACTIONS) {
    const { from, to } = FOLLOW_UP_WORKFLOW[action];
    for (const state of [...from, ...to]) names.set(state, FOLLOW_UP_STATE_LABELS[state]);
    for (const source of from) {
      for (const target of to) arrows.push(`  ${nodeOf(source)} --> ${nodeOf(target)}: ${action}`);
    }
  }
  const ends = [...names.keys()].filter((state) => !isLeft(state)).map((state) => `  ${nodeOf(state)} --> [*]`);
  const states = [...names].map(([state, label]) => `  state "${state} (${label})" as ${nodeOf(state)}`);
  const lines = ['stateDiagram-v2', ...states, ...arrows, ...ends];
  return [
    '# The states of a follow-up',
    '',
    'Generated from `libs/domain/src/follow-ups/follow-up-workflow.ts`; a spec holds the two equal.',
    '',
    '```mermaid',
    ...lines,
    '```',
    '',
  ].join('\n');
}

function nodeOf(state: FollowUpState): string {
  return state.replaceAll('-', '_');
}

function isLeft(state: FollowUpState): boolean {
  return Object.values(FOLLOW_UP_WORKFLOW).some((row) => row.from.includes(state));
}

function mayTake(action: FollowUpAction, facts: FollowUpFacts, actor: Actor): boolean {
  const { permission } = FOLLOW_UP_WORKFLOW[action];
  if (permission === 'system' || actor === 'system') return permission === 'system' && actor === 'system';
  return actor.committeeIds.includes(facts.committeeId) && permissionsOf(actor.roles).includes(permission);
}

function remedyingOrClosed(facts: FollowUpFacts): FollowUpState {
  return facts.actions.some(isOpenRequirement) ? 'remedying' : 'closed';
}

function inRound(rule: (facts: FollowUpFacts) => Blocker[]): BlockerRule {
  return (facts) => (facts.kind === 're-check' ? [] : rule(facts));
}

function inRecheck(rule: (facts: FollowUpFacts) => Blocker[]): BlockerRule {
  return (facts) => (facts.kind === 're-check' ? rule(facts) : []);
}

function scopeBlockers(facts: FollowUpFacts): Blocker[] {
  const isRecheck = facts.kind === 're-check';
  const scope = isRecheck ? (facts.recheck?.actions ?? []) : facts.scope;
  if (scope.length > 0) return [];
  const message = isRecheck ? 'Återkontrollen omfattar inga öppna krav' : 'Uppföljningen omfattar inga avtalspunkter';
  return [{ code: 'scope-empty', message, place: { kind: 'follow-up' } }];
}

function factCheckBlockers(facts: FollowUpFacts): Blocker[] {
  if (!facts.factCheckOut) return [];
  const message = 'Faktakontrollen pågår: utföraren är inte klar och svarstiden har inte gått ut';
  return [{ code: 'fact-check-out', message, place: { kind: 'fact-check' } }];
}

function remarkBlockers(facts: FollowUpFacts): Blocker[] {
  if (facts.unansweredRemarks === 0) return [];
  const count = facts.unansweredRemarks;
  const message =
    count === 1 ? 'En synpunkt i faktakontrollen är obesvarad' : `${count} synpunkter i faktakontrollen är obesvarade`;
  return [{ code: 'remarks-unanswered', message, place: { kind: 'fact-check' } }];
}

/** Every comment of the last return is answered in words before the judgement goes to the manager again. */
function commentBlockers({ unansweredComments }: FollowUpFacts): Blocker[] {
  return unansweredComments.map(({ id, text }) => ({
    code: 'comment-unanswered',
    message: `Chefens kommentar är obesvarad: ”${quotedStart(text)}”`,
    place: { kind: 'return-comment', id },
  }));
}

function teamBlockers({ teamUndeclared }: FollowUpFacts): Blocker[] {
  if (teamUndeclared.length === 0) return [];
  const names = new Intl.ListFormat('sv').format(teamUndeclared);
  const message = `Alla i teamet ska intyga att de saknar jäv. Det återstår för ${names}`;
  return [{ code: 'team-conflict-undeclared', message, place: { kind: 'follow-up' } }];
}

function openRequirementBlockers(facts: FollowUpFacts): Blocker[] {
  return facts.actions.filter(isOpenRequirement).map((action) => ({
    code: 'requirement-open',
    message: `Kravet ”${action.text}” är inte åtgärdat`,
    place: { kind: 'action', id: action.id },
  }));
}
