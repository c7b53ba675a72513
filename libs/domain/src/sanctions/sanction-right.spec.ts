import { describe, expect, it } from '@jest/globals';
import { delegationMissing } from '../delegations/right-to-decide.js';
import {
  type ManagerSanctionAction,
  needsCommittee,
  sanctionRightBlockers,
  type SanctionRightFacts,
} from './sanction-right.js';
import { SANCTION_ACTIONS } from './sanction.js';

const ACTS = SANCTION_ACTIONS.filter((action): action is ManagerSanctionAction => action !== 'dispute');
const DECIDING = ACTS.filter((action) => action !== 'send');
const nobody = { by: 'nobody', blocker: delegationMissing('sanction') } as const;

function facts(changes: Partial<SanctionRightFacts> = {}): SanctionRightFacts {
  return {
    ...{ kind: 'penalty', inTeam: false, hasConflict: false, byCommittee: false, reservedMatters: [] },
    ...{ right: { by: 'post' }, takenOver: false, ...changes },
  };
}
const stopped = (action: ManagerSanctionAction, changes: Partial<SanctionRightFacts>) =>
  sanctionRightBlockers(action, facts(changes)).map(({ code }) => code);

describe('the right to act on a sanction after its decision (R10)', () => {
  it.each(DECIDING)('to %s is asked for as the decision itself', (action) => {
    expect(stopped(action, {})).toEqual([]);
    expect(stopped(action, { inTeam: true })).toEqual(['decider-in-team']);
    expect(stopped(action, { hasConflict: true })).toEqual(['conflict-declared']);
    expect(stopped(action, { hasConflict: null })).toEqual(['conflict-undeclared']);
    expect(stopped(action, { right: nobody })).toEqual(['delegation-missing']);
    expect(stopped(action, { takenOver: true })).toEqual([]);
  });

  it('to send is to carry out what is decided: a conflict of interest stops it, and a take-over of the contract', () => {
    expect(stopped('send', { inTeam: true, hasConflict: null, right: nobody, byCommittee: true })).toEqual([]);
    expect(stopped('send', { hasConflict: true })).toEqual(['conflict-declared']);
    expect(stopped('send', { takenOver: true })).toEqual(['contract-taken-over']);
  });

  it('to reduce and withdraw is the committee’s where it decided, or has kept the kind since (kommunallagen 6:38)', () => {
    const waiting = (changes: Partial<SanctionRightFacts>) =>
      ACTS.filter((action) => needsCommittee(action, facts(changes)));
    expect(waiting({})).toEqual([]);
    expect(waiting({ byCommittee: true })).toEqual(['reduce', 'withdraw']);
    expect(waiting({ reservedMatters: ['sanction.penalty'] })).toEqual(['reduce', 'withdraw']);
    expect(waiting({ reservedMatters: ['sanction.termination'] })).toEqual([]);
  });

  it('needs no delegation where the committee decides, and one all the same to answer and to let it stand', () => {
    const missing = DECIDING.filter((action) => stopped(action, { byCommittee: true, right: nobody }).length > 0);
    expect(missing).toEqual(['answer', 'uphold']);
    expect(stopped('withdraw', { byCommittee: true, right: nobody, inTeam: true })).toEqual(['decider-in-team']);
  });
});
