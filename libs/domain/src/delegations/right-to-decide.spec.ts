import { describe, expect, it } from '@jest/globals';
import { DELEGATED_MATTERS, type DelegatedMatter, type DelegationFacts } from './delegation.js';
import { delegationMissing, rightToDecide } from './right-to-decide.js';

const held = (matter: DelegatedMatter, changes: Partial<DelegationFacts> = {}): DelegationFacts => ({
  ...{ id: 'd-1', matter, accountId: 'manager', validFrom: '2026-01-01', validTo: '2026-12-31', revokedOn: null },
  ...changes,
});

describe('by what right a manager decides (R10)', () => {
  it.each(DELEGATED_MATTERS)(
    'in the matter %s is the post alone where the committee has not delegated it',
    (matter) => {
      const others = DELEGATED_MATTERS.filter((other) => other !== matter);
      const decision = { matter, accountId: 'manager', on: '2026-11-22' };
      expect(rightToDecide({ delegatedMatters: others, delegations: [] }, decision)).toEqual({ by: 'post' });
      expect(rightToDecide({ delegatedMatters: others, delegations: [held(matter)] }, decision)).toEqual({
        by: 'post',
      });
    },
  );

  it.each(DELEGATED_MATTERS)(
    'in the delegated matter %s is the delegation that covers the day, and otherwise none',
    (matter) => {
      const decision = { matter, accountId: 'manager', on: '2026-11-22' };
      const right = (...delegations: DelegationFacts[]) =>
        rightToDecide({ delegatedMatters: DELEGATED_MATTERS, delegations }, decision);
      expect(right(held(matter))).toEqual({ by: 'delegation', delegation: held(matter) });
      const nobody = { by: 'nobody', blocker: delegationMissing(matter) };
      const [another] = DELEGATED_MATTERS.filter((other) => other !== matter);
      expect(right()).toEqual(nobody);
      expect(right(held(matter, { validTo: '2026-11-21' }))).toEqual(nobody);
      expect(right(held(matter, { accountId: 'other' }))).toEqual(nobody);
      expect(right(held(another ?? matter))).toEqual(nobody);
    },
  );

  it('that is missing is told of each matter in its own words, at its place', () => {
    const told = DELEGATED_MATTERS.map(delegationMissing);
    expect(told.map(({ place }) => place.kind)).toEqual(['judgement', 'follow-up', 'follow-up']);
    expect(
      told.map(({ message }) => message.replace(/^Du har ingen delegation som gäller i dag för att /, '')),
    ).toEqual(['besluta om den samlade bedömningen', 'godkänna publiceringen', 'besluta om påföljder']);
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['delegation-missing']));
  });
});
