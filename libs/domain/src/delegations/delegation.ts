import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Outcome } from '../judgements/outcome.js';

/** What a committee can let somebody decide on its behalf (kommunallagen 6:37). */
export const DELEGATED_MATTERS = ['judgement', 'publication', 'sanction'] as const;
export type DelegatedMatter = (typeof DELEGATED_MATTERS)[number];

/** What a municipality can keep for the committee itself (kommunallagen 6:38), whoever holds a delegation. */
export const RESERVED_MATTERS = [
  'judgement.not-approved',
  'sanction.price-reduction',
  'sanction.penalty',
  'sanction.withdrawn-assignment',
  'sanction.termination',
] as const;
export type ReservedMatter = (typeof RESERVED_MATTERS)[number];

/** One row of the register: who may decide what, from when to when. `validTo` is the last day, null for until further notice. */
export interface DelegationFacts {
  id: string;
  matter: DelegatedMatter;
  accountId: string;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
  /** The day from which it no longer holds, whatever `validTo` says; null while it stands. */
  revokedOn: CalendarDate | null;
}

/** What a delegation is asked for: a decision by this person in this matter on this day. */
export interface DelegatedDecision {
  matter: DelegatedMatter;
  accountId: string;
  on: CalendarDate;
}

/**
 * The delegation that covers a decision that day (R10), or null. Both ends of its time count; the day on which it is revoked
 * does not. Of several the one that began last is cited.
 */
export function coveringDelegation<D extends DelegationFacts>(
  delegations: readonly D[],
  { matter, accountId, on }: DelegatedDecision,
): D | null {
  const covering = delegations.filter(
    (delegation) =>
      delegation.matter === matter &&
      delegation.accountId === accountId &&
      delegation.validFrom <= on &&
      (delegation.validTo === null || on <= delegation.validTo) &&
      (delegation.revokedOn === null || on < delegation.revokedOn),
  );
  return covering.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}

/** Whether a judgement with this outcome is the committee's own to decide, by what the municipality has kept for it. */
export function isReservedOutcome(reservedMatters: readonly string[], outcome: Outcome): boolean {
  return reservedMatters.includes(`judgement.${outcome}`);
}

/** Whether the committee itself decides on a step of this kind on the sanction ladder, by what has been kept for it. */
export function isReservedSanction(reservedMatters: readonly string[], stepKind: string): boolean {
  return reservedMatters.includes(`sanction.${stepKind}`);
}

/**
 * The ground that a decision on delegation cites, as it stands in the report and in the list for the committee.
 * `point` is the number in the committee's order of delegation, empty where it has none.
 */
export function delegationGround(delegation: { point: string; reference: string }): string {
  const point = delegation.point === '' ? '' : `punkt ${delegation.point}, `;
  return `Beslutat på delegation, ${point}${delegation.reference}`;
}

/** The ground that a decision cites which the committee took itself. `committee` is its name, `decidedOn` written as a Swedish date. */
export function committeeGround(decision: { committee: string; reference: string; decidedOn: string }): string {
  return `Beslutat av ${decision.committee} ${decision.decidedOn}, ${decision.reference}`;
}
