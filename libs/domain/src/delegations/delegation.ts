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

/** A delegation as a decision refers to it; `point` is empty where the committee's order of delegation has no numbers. */
export interface DelegationReference {
  point: string;
  reference: string;
}

/** How a decision on delegation is told inside a sentence: "på delegation enligt punkt 4.3 i delegationsordningen, SON …". */
export function onDelegation({ point, reference }: DelegationReference): string {
  return `på delegation enligt ${point === '' ? '' : `punkt ${point} i delegationsordningen, `}${reference}`;
}

/** The ground that a decision on delegation cites, as it stands in the report after the word "Beslut". */
export function delegationGround(delegation: DelegationReference): string {
  return `Fattat ${onDelegation(delegation)}`;
}

/** The ground that a decision cites which the committee took itself. `committee` is its name, `decidedOn` written as a Swedish date. */
export function committeeGround(decision: { committee: string; reference: string; decidedOn: string }): string {
  return `Fattat av ${decision.committee} den ${decision.decidedOn}, ${decision.reference}`;
}
