import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '../accounts/role.js';
import { ACTION_KINDS, ACTION_STATES } from '../actions/action.js';
import { isOpenRequirement } from '../actions/action-rules.js';
import { RECHECK_VERDICTS } from '../actions/recheck-verdict.js';
import { VERDICTS } from '../assessments/verdict.js';
import { OUTCOMES } from '../judgements/outcome.js';
import { aClause, aDeficiency, aFollowUp, aRecheckAction, MANAGER, OFFICER } from './a-follow-up.js';
import type { ActorFacts, FollowUpFacts } from './follow-up-facts.js';
import {
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATES,
  type FollowUpAction,
  type FollowUpState,
} from './follow-up.js';
import {
  type ActionInput,
  type Actor,
  availableActions,
  blockersOf,
  FOLLOW_UP_WORKFLOW,
  take,
} from './follow-up-workflow.js';
import { RuleViolation } from './rule-violation.js';

const rarely = fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0);
const often = rarely.map((drawn) => !drawn);

const requirement = fc.record({
  id: fc.constant('action'),
  kind: fc.constantFrom(...ACTION_KINDS),
  text: fc.constant('Uppdatera planerna'),
  findingIds: fc.constantFrom(['deficiency'], []),
  clauseIds: fc.constant(['15']),
  dueDate: fc.constant(null),
  state: fc.constantFrom(...ACTION_STATES),
});
const rechecked = fc
  .record({
    critical: fc.boolean(),
    verdict: fc.constantFrom(...RECHECK_VERDICTS, ...RECHECK_VERDICTS, null),
    note: fc.constantFrom('Alla planer är uppdaterade.', ''),
    evidenceIds: fc.constantFrom(['meeting'], ['meeting'], []),
  })
  .map((changes) => aRecheckAction(changes));
const assessment = fc.constantFrom(...VERDICTS, null).map((verdict) => ({
  id: 'a',
  clauseIds: ['7', '15'],
  verdict,
  text: '',
}));

const facts: fc.Arbitrary<FollowUpFacts> = fc
  .record(
    {
      state: fc.constantFrom(...FOLLOW_UP_STATES),
      kind: fc.constantFrom(...FOLLOW_UP_KINDS),
      scope: fc.constantFrom([aClause('7'), aClause('15', { critical: true })], []),
      assessments: fc.array(assessment, { maxLength: 1 }),
      findings: fc.constantFrom([], [aDeficiency()], [aDeficiency({ severity: 'serious', evidenceIds: [] })]),
      actions: fc.array(requirement, { maxLength: 2 }),
      proposal: fc.option(
        fc.record({
          outcome: fc.constantFrom(...OUTCOMES),
          reason: fc.constantFrom(null, 'Nya signaler har kommit'),
          unmetReasons: fc.constant([]),
        }),
      ),
      recheck: fc.record({
        previousOutcome: fc.constantFrom(...OUTCOMES, null),
        actions: fc.array(rechecked, { maxLength: 2 }),
      }),
      hasFactCheck: fc.boolean(),
      factCheckOut: rarely,
      unansweredRemarks: rarely.map(Number),
      teamUndeclared: rarely.map((is) => (is ? ['Maja Lind'] : [])),
      unansweredComments: rarely.map((is) => (is ? [{ id: 'k-1', text: 'Hur många?' }] : [])),
      teamIds: fc.constantFrom(['officer'], ['officer', 'manager']),
      authorId: fc.constantFrom('officer', 'officer', 'manager'),
      startedById: fc.constantFrom('officer', 'manager', null),
      decision: fc.record({ delegated: fc.boolean(), covered: often, reserved: rarely, committeeDecided: rarely }),
    },
    { requiredKeys: ['state', 'kind'] },
  )
  .map((changes) => aFollowUp(changes as Partial<FollowUpFacts>));

const person: fc.Arbitrary<ActorFacts> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(MANAGER, OFFICER) },
  fc.record({
    accountId: fc.constantFrom('officer', 'manager', 'somebody'),
    roles: fc.subarray([...ROLES]),
    committeeIds: fc.subarray(['social', 'school']),
    hasConflict: fc.constantFrom(false, null, true),
  }),
);
const anyone: fc.Arbitrary<Actor> = fc.oneof({ weight: 4, arbitrary: person }, fc.constant('system' as const));
const act = fc.constantFrom(...FOLLOW_UP_ACTIONS);
const written: fc.Arbitrary<ActionInput> = fc.constantFrom(
  {},
  { reason: ' ' },
  { reason: 'Nytt underlag' },
  { comments: [{ place: { kind: 'judgement' as const }, text: ' ' }] },
  { comments: [{ place: { kind: 'judgement' as const }, text: 'Skriv vad som saknas' }], reason: 'Nytt underlag' },
);

interface Situation {
  about: FollowUpFacts;
  actor: Actor;
  action: FollowUpAction;
  input: ActionInput;
}

/** Anything at all; three times in four by one who may, and three in four in a state that the act begins in. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    about: facts,
    actor: anyone,
    action: act,
    input: written,
    fits: fc.nat(3),
    begins: fc.nat(3),
    at: fc.nat(3),
  })
  .map(({ about, actor, action, input, fits, begins, at }) => {
    const { from, permission } = FOLLOW_UP_WORKFLOW[action];
    const right: Actor = permission === 'system' ? 'system' : permission === 'follow-up.decide' ? MANAGER : OFFICER;
    const state = begins === 0 ? about.state : (from[at % from.length] ?? about.state);
    return { about: { ...about, state }, actor: fits === 0 ? actor : right, action, input };
  });

/** The state that the act leads to, or the code of its refusal. */
function tried({ action, about, actor, input }: Situation): { to: FollowUpState } | string {
  try {
    return take(action, about, actor, input);
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

const MANY = { numRuns: 600 };

describe('the workflow, whatever the facts', () => {
  it('lets nobody and nothing out of closed and cancelled', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { about, actor } = drawn;
        for (const state of ['closed', 'cancelled'] as const) {
          expect(['wrong-state', 'not-permitted']).toContain(tried({ ...drawn, about: { ...about, state } }));
          if (actor !== 'system') expect(availableActions({ ...about, state }, actor)).toEqual([]);
        }
      }),
    );
  });

  it('takes exactly the acts that it offers, once their blockers are gone and what they need is written', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { about, actor, action, input } = drawn;
        if (actor === 'system') return;
        const outcome = tried(drawn);
        const offer = availableActions(about, actor).find(({ name }) => name === action);
        if (offer === undefined) expect(['wrong-state', 'not-permitted']).toContain(outcome);
        else if (offer.blockers.length > 0) expect(outcome).toBe('blocked');
        else if (offer.needs === 'reason' && !input.reason?.trim()) expect(outcome).toBe('reason-required');
        else if (offer.needs === 'comments' && !input.comments?.some(({ text }) => text.trim())) {
          expect(outcome).toBe('comments-required');
        } else expect(outcome).toEqual({ to: expect.any(String) });
      }),
      MANY,
    );
  });

  it('says that an act is blocked exactly where it has blockers, and names them', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { about, actor, action } = drawn;
        const outcome = tried(drawn);
        if (outcome === 'wrong-state' || outcome === 'not-permitted') return;
        const blockers = blockersOf(action, about, actor);
        expect(outcome === 'blocked').toBe(blockers.length > 0);
        expect(blockers.every(({ code, message }) => code !== '' && message !== '')).toBe(true);
      }),
      MANY,
    );
  });

  it('leads only along the rows of its table', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { about, action } = drawn;
        const outcome = tried(drawn);
        if (typeof outcome === 'string') return;
        expect(FOLLOW_UP_WORKFLOW[action].from).toContain(about.state);
        expect(FOLLOW_UP_WORKFLOW[action].to).toContain(outcome.to);
      }),
      MANY,
    );
  });

  it('leaves the re-check’s own moves to the system, and nothing else', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { actor, action } = drawn;
        const refused = tried(drawn) === 'not-permitted';
        if (action.startsWith('recheck-') !== (actor === 'system')) expect(refused).toBe(true);
        if (action.startsWith('recheck-') && actor === 'system') expect(refused).toBe(false);
      }),
    );
  });

  it('lets one who has declared a conflict of interest do nothing (R10)', () => {
    fc.assert(
      fc.property(situation, ({ actor, ...drawn }) => {
        if (actor === 'system') return;
        expect(typeof tried({ ...drawn, actor: { ...actor, hasConflict: true } })).toBe('string');
      }),
    );
  });

  it('never closes a round while a requirement is open (R14)', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const { about } = drawn;
        const outcome = tried(drawn);
        if (typeof outcome === 'string' || outcome.to !== 'closed' || about.kind === 're-check') return;
        expect(about.actions.filter(isOpenRequirement)).toEqual([]);
      }),
      MANY,
    );
  });

  it('lets only the right manager approve (R10)', () => {
    const deciding = facts.map((about): FollowUpFacts => ({ ...about, state: 'deciding' }));
    fc.assert(
      fc.property(deciding, person, (about, actor) => {
        const { delegated, covered, reserved, committeeDecided } = about.decision;
        const apart =
          !about.teamIds.includes(actor.accountId) && ![about.authorId, about.startedById].includes(actor.accountId);
        const inOffice = actor.roles.includes('manager') && actor.committeeIds.includes(about.committeeId);
        const byRight = committeeDecided || (!reserved && (!delegated || covered));
        const may = inOffice && apart && actor.hasConflict === false && byRight;
        expect(typeof tried({ action: 'approve', about, actor, input: {} }) === 'object').toBe(may);
      }),
      MANY,
    );
  });

  it('submits nothing that is not judged, answered and declared (R6, R9, R10)', () => {
    const ready = facts.map((about): FollowUpFacts => ({ ...about, state: 'fact-check' }));
    fc.assert(
      fc.property(ready, (about) => {
        if (typeof tried({ action: 'submit', about, actor: OFFICER, input: {} }) === 'string') return;
        expect([about.factCheckOut, about.unansweredRemarks, about.teamUndeclared]).toEqual([false, 0, []]);
        expect(about.unansweredComments).toEqual([]);
        expect(about.proposal).not.toBeNull();
        const judged = about.kind === 're-check' ? (about.recheck?.actions ?? []) : about.assessments;
        expect(judged.length).toBeGreaterThan(0);
        expect(judged.every(({ verdict }) => verdict !== null)).toBe(true);
      }),
      MANY,
    );
  });
});
