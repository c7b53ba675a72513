import { describe, expect, it } from '@jest/globals';
import { FOLLOW_UP_STATES } from '../follow-ups/follow-up.js';
import { actionActRefusal, availableActionActs, stepsToJudged, type ActionActFacts } from './action-acts.js';
import { ACTION_ACTS, ACTION_KINDS, ACTION_STATES, type ActionState } from './action.js';
import { moveAction } from './action-states.js';

const REMEDYING: ActionActFacts = { followUpState: 'remedying', recheckState: null, contract: 'running' };
const requirement = (state: ActionState) => ({ kind: 'requirement', state }) as const;
const recommendation = (state: ActionState) => ({ kind: 'recommendation', state }) as const;

describe('what a person may do with an action after approval (R14)', () => {
  it.each<[ActionState, string[]]>([
    ['open', ['verify', 'withdraw']],
    ['planned', ['verify', 'withdraw']],
    ['reported-done', ['verify', 'withdraw']],
    ['remains', ['verify', 'withdraw']],
    ['verified', ['reopen', 'withdraw']],
    ['lapsed', []],
    ['withdrawn', []],
  ])('of a requirement that is %s', (state, acts) => {
    expect(availableActionActs(requirement(state), REMEDYING)).toEqual(acts);
  });

  it('lets a requirement lapse only once the contract has ended', () => {
    expect(actionActRefusal('lapse', requirement('planned'), REMEDYING)?.code).toBe('contract-running');
    expect(actionActRefusal('lapse', requirement('planned'), { ...REMEDYING, contract: 'ended' })).toBeNull();
    expect(actionActRefusal('lapse', requirement('planned'), { ...REMEDYING, contract: 'may-run-on' })).toBeNull();
  });

  it('verifies early only while no re-check has begun', () => {
    const during = (recheckState: ActionActFacts['recheckState']): ActionActFacts => ({
      ...REMEDYING,
      followUpState: 'rechecking',
      recheckState,
    });
    expect(actionActRefusal('verify', requirement('reported-done'), during('assessing'))?.code).toBe('recheck-running');
    expect(availableActionActs(requirement('verified'), during('assessing'))).toEqual(['reopen', 'withdraw']);
    expect(actionActRefusal('reopen', requirement('verified'), during('deciding'))?.code).toBe('recheck-deciding');
    expect(actionActRefusal('withdraw', requirement('open'), during('deciding'))?.code).toBe('recheck-deciding');
  });

  it('leaves a closed follow-up as it is, but for noting a recommendation', () => {
    const closed: ActionActFacts = { followUpState: 'closed', recheckState: null, contract: 'ended' };
    for (const state of ACTION_STATES) expect(availableActionActs(requirement(state), closed)).toEqual([]);
    expect(actionActRefusal('reopen', requirement('verified'), closed)?.code).toBe('follow-up-closed');
    expect(availableActionActs(recommendation('open'), closed)).toEqual(['note']);
  });

  it('notes a recommendation once, whatever its re-check does', () => {
    const deciding: ActionActFacts = { ...REMEDYING, followUpState: 'rechecking', recheckState: 'deciding' };
    expect(availableActionActs(recommendation('open'), deciding)).toEqual(['note']);
    expect(availableActionActs(recommendation('noted'), REMEDYING)).toEqual([]);
    expect(availableActionActs(recommendation('answered'), REMEDYING)).toEqual([]);
  });

  it('offers nothing before the judgement is approved', () => {
    for (const followUpState of FOLLOW_UP_STATES.filter(
      (state) => !['remedying', 'rechecking', 'closed'].includes(state),
    )) {
      for (const kind of ACTION_KINDS) {
        expect(availableActionActs({ kind, state: 'open' }, { ...REMEDYING, followUpState })).toEqual([]);
      }
      expect(actionActRefusal('verify', requirement('open'), { ...REMEDYING, followUpState })?.code).toBe(
        'not-approved-yet',
      );
    }
  });

  it('says of an act that the state does not lead to that the page must be read again', () => {
    for (const act of ACTION_ACTS) {
      expect(actionActRefusal(act, requirement('lapsed'), { ...REMEDYING, contract: 'ended' })?.code).toBe(
        'action-move-refused',
      );
    }
  });
});

describe('the way to what a re-check found (R14)', () => {
  it.each(['open', 'planned', 'reported-done', 'remains'] as const)('is walked by allowed moves from %s', (from) => {
    for (const to of ['verified', 'remains'] as const) {
      const walked = stepsToJudged(from, to).reduce<ActionState>(
        (state, next) => moveAction({ kind: 'requirement', state }, next, { recheckId: 'recheck' }),
        from,
      );
      expect(walked).toBe(to);
    }
  });

  it('passes the report of it only where nobody had reported it', () => {
    expect(stepsToJudged('reported-done', 'remains')).toEqual(['remains']);
    expect(stepsToJudged('planned', 'verified')).toEqual(['reported-done', 'verified']);
  });
});
