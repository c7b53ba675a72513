import { type CalendarDate, isCalendarDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';
import type { Blocker } from '../follow-ups/blocker.js';
import { RuleViolation } from '../follow-ups/rule-violation.js';
import { SANCTION_ACTION_LABELS, SANCTION_STATE_LABELS } from './labels.js';
import { hasAmount } from './sanction-amount.js';
import {
  SANCTION_ACTIONS,
  SANCTION_STATES,
  type SanctionAction,
  type SanctionKind,
  type SanctionState,
} from './sanction.js';

/** From which side an act on a sanction comes. */
export type SanctionActor = 'manager' | 'provider';

/** What must be written with an act. */
export type SanctionNeed = 'text' | 'reason' | 'amount-and-reason';

/** What the rules ask of a sanction. */
export interface SanctionFacts {
  readonly kind: SanctionKind;
  readonly state: SanctionState;
  /** The last day for the provider's answer; null until it is sent. */
  readonly answerDue: CalendarDate | null;
}

/** An act that a side may take now, once its blockers are gone. */
export interface AvailableSanctionAction {
  name: SanctionAction;
  needs: SanctionNeed | null;
  blockers: Blocker[];
}

interface SanctionWorkflowRow {
  readonly from: readonly SanctionState[];
  readonly to: SanctionState;
  readonly who: SanctionActor;
  readonly needs: SanctionNeed | null;
  readonly blockers: readonly ((facts: SanctionFacts, today: CalendarDate) => Blocker[])[];
}

/**
 * The workflow of a sanction: one row for each act after the decision. What the provider disputes is answered before it is
 * upheld or reduced; only a withdrawal needs no answer, since it gives the provider what it asked for.
 */
export const SANCTION_WORKFLOW: Readonly<Record<SanctionAction, SanctionWorkflowRow>> = {
  send: { from: ['decided'], to: 'sent', who: 'manager', needs: null, blockers: [] },
  dispute: { from: ['sent'], to: 'disputed', who: 'provider', needs: 'text', blockers: [] },
  answer: { from: ['disputed'], to: 'answered', who: 'manager', needs: 'text', blockers: [] },
  uphold: { from: ['sent', 'answered'], to: 'upheld', who: 'manager', needs: 'reason', blockers: [answerTimeBlockers] },
  reduce: {
    from: ['answered'],
    to: 'reduced',
    who: 'manager',
    needs: 'amount-and-reason',
    blockers: [amountBlockers],
  },
  withdraw: {
    from: ['decided', 'sent', 'disputed', 'answered'],
    to: 'withdrawn',
    who: 'manager',
    needs: 'reason',
    blockers: [],
  },
};

/** The acts that a side may take in a state, with what still stops each; one that the kind can never take is left out. */
export function sanctionActions(
  facts: SanctionFacts,
  by: SanctionActor,
  today: CalendarDate,
): AvailableSanctionAction[] {
  return SANCTION_ACTIONS.filter((name) => {
    const { from, who } = SANCTION_WORKFLOW[name];
    return who === by && from.includes(facts.state) && (name !== 'reduce' || hasAmount(facts.kind));
  }).map((name) => {
    const { needs, blockers } = SANCTION_WORKFLOW[name];
    return { name, needs, blockers: blockers.flatMap((rule) => rule(facts, today)) };
  });
}

/**
 * The state that an act leads to. `text` is what was written with it: a dispute, an answer or a reason. Throws
 * `RuleViolation`: `not-permitted` for an act of the other side, `wrong-state` where the state does not allow it, `blocked`
 * with the blockers, `text-required` or `reason-required`.
 * @throws RangeError unless today is a date.
 */
export function takeSanction(
  action: SanctionAction,
  facts: SanctionFacts,
  by: SanctionActor,
  today: CalendarDate,
  text = '',
): SanctionState {
  if (!isCalendarDate(today)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${JSON.stringify(today)}`);
  const { from, to, who, needs, blockers } = SANCTION_WORKFLOW[action];
  const button = SANCTION_ACTION_LABELS[action];
  if (who !== by) throw new RuleViolation('not-permitted', `Du får inte göra detta: ${button}`);
  if (!from.includes(facts.state)) {
    const where = SANCTION_STATE_LABELS[facts.state].toLowerCase();
    throw new RuleViolation('wrong-state', `${button} går inte när påföljden är i läget ${where}`);
  }
  const stops = blockers.flatMap((rule) => rule(facts, today));
  if (stops.length > 0) throw new RuleViolation('blocked', `${button} går inte än`, stops);
  if (needs === 'text' && text.trim() === '') throw new RuleViolation('text-required', 'Skriv en text');
  if (needs !== null && needs !== 'text' && text.trim() === '') {
    throw new RuleViolation('reason-required', 'Skriv ett skäl');
  }
  return to;
}

/** The workflow as a Mermaid state diagram in a Markdown page; `docs/sanction-states.md` holds exactly this. */
export function sanctionDiagram(): string {
  const arrows = SANCTION_ACTIONS.flatMap((action) =>
    SANCTION_WORKFLOW[action].from.map((from) => `  ${from} --> ${SANCTION_WORKFLOW[action].to}: ${action}`),
  );
  const left = new Set(SANCTION_ACTIONS.flatMap((action) => SANCTION_WORKFLOW[action].from));
  return [
    '# The states of a sanction',
    '',
    'Generated from `libs/domain/src/sanctions/sanction-workflow.ts`; a spec holds the two equal.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...SANCTION_STATES.map((state) => `  state "${state} (${SANCTION_STATE_LABELS[state]})" as ${state}`),
    '  [*] --> decided',
    ...arrows,
    ...SANCTION_STATES.filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`),
    '```',
    '',
  ].join('\n');
}

/** A sanction that nobody has disputed stands fast first when the time to answer it is out. */
function answerTimeBlockers({ state, answerDue }: SanctionFacts, today: CalendarDate): Blocker[] {
  if (state !== 'sent' || answerDue === null || answerDue < today) return [];
  const message = `Utföraren kan svara till och med ${formatDate(answerDue)}`;
  return [{ code: 'answer-time-not-out', message, place: { kind: 'follow-up' } }];
}

function amountBlockers({ kind }: SanctionFacts): Blocker[] {
  if (hasAmount(kind)) return [];
  const message = 'Påföljden har inget belopp att sätta ned';
  return [{ code: 'no-amount', message, place: { kind: 'follow-up' } }];
}
