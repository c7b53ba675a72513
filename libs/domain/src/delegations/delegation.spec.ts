import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.js';
import {
  committeeGround,
  coveringDelegation,
  DELEGATED_MATTERS,
  delegationGround,
  isReservedOutcome,
  isReservedSanction,
  RESERVED_MATTERS,
  type DelegationFacts,
} from './delegation.js';
import { DELEGATED_MATTER_LABELS, RESERVED_MATTER_LABELS } from './labels.js';

const aDelegation = (changes: Partial<DelegationFacts> = {}): DelegationFacts => ({
  id: 'd-1',
  matter: 'judgement',
  accountId: 'manager',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  revokedOn: null,
  ...changes,
});
const decision = { matter: 'judgement', accountId: 'manager', on: '2026-11-22' } as const;

describe('the delegation that covers a decision (R10)', () => {
  it.each([
    ['one that runs', {}, true],
    ['one from today', { validFrom: '2026-11-22' }, true],
    ['one from tomorrow', { validFrom: '2026-11-23' }, false],
    ['one that ends today', { validTo: '2026-11-22' }, true],
    ['one that ended yesterday', { validTo: '2026-11-21' }, false],
    ['one until further notice', { validTo: null }, true],
    ['one revoked from tomorrow', { revokedOn: '2026-11-23' }, true],
    ['one revoked from today', { revokedOn: '2026-11-22' }, false],
    ['one revoked last month', { revokedOn: '2026-10-22', validTo: null }, false],
    ['one in another matter', { matter: 'publication' }, false],
    ['somebody else’s', { accountId: 'other' }, false],
  ] as const)('%s: %j gives %s', (_, changes, covers) => {
    const delegation = aDelegation(changes);
    expect(coveringDelegation([delegation], decision)).toBe(covers ? delegation : null);
  });

  it('is the one that began last where several cover, in whatever order they stand', () => {
    const older = aDelegation({ id: 'older', validFrom: '2025-01-01', validTo: null });
    const newer = aDelegation({ id: 'newer', validFrom: '2026-06-01' });
    const ended = aDelegation({ id: 'ended', validFrom: '2026-11-01', validTo: '2026-11-10' });
    expect(coveringDelegation([older, newer, ended], decision)?.id).toBe('newer');
    expect(coveringDelegation([ended, newer, older], decision)?.id).toBe('newer');
  });

  it('is none in an empty register', () => {
    expect(coveringDelegation([], decision)).toBeNull();
  });

  it('covers exactly the days from its first to its last', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-06-01', days));
    fc.assert(
      fc.property(day, day, day, (validFrom, validTo, on) => {
        const found = coveringDelegation([aDelegation({ validFrom, validTo })], { ...decision, on });
        expect(found !== null).toBe(validFrom <= on && on <= validTo);
      }),
    );
  });
});

describe('what a municipality keeps for the committee (kommunallagen 6:38)', () => {
  it('is an outcome that it has named, and no other', () => {
    expect(isReservedOutcome(['judgement.not-approved'], 'not-approved')).toBe(true);
    expect(isReservedOutcome(['judgement.not-approved'], 'approved-with-remarks')).toBe(false);
    expect(isReservedOutcome(['judgement.not-approved'], 'cannot-be-judged')).toBe(false);
    expect(isReservedOutcome([], 'not-approved')).toBe(false);
  });

  it('is a step of the sanction ladder that it has named, and no other', () => {
    expect(isReservedSanction(['sanction.penalty'], 'penalty')).toBe(true);
    expect(isReservedSanction(['sanction.penalty'], 'warning')).toBe(false);
    expect(isReservedSanction(['judgement.not-approved'], 'not-approved')).toBe(false);
  });
});

describe('the words of a decision’s ground', () => {
  it('cite the point of the order of delegation and the committee’s decision', () => {
    const reference = 'SON 2026-01-20 § 7';
    expect(delegationGround({ point: '4.3', reference })).toBe(
      'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7',
    );
    expect(delegationGround({ point: '', reference })).toBe('Fattat på delegation enligt SON 2026-01-20 § 7');
  });

  it('name the committee that decided itself, its day and paragraph', () => {
    const decided = { committee: 'Socialnämnden', reference: '§ 41', decidedOn: '15 december 2026' };
    expect(committeeGround(decided)).toBe('Fattat av Socialnämnden den 15 december 2026, § 41');
  });

  it('exist for every matter, each its own', () => {
    const words = [
      ...DELEGATED_MATTERS.map((matter) => DELEGATED_MATTER_LABELS[matter]),
      ...RESERVED_MATTERS.map((matter) => RESERVED_MATTER_LABELS[matter]),
    ];
    expect(new Set(words).size).toBe(DELEGATED_MATTERS.length + RESERVED_MATTERS.length);
    expect(words.every((word) => word.length > 0)).toBe(true);
  });
});
