import type { ContractView, Id } from '@insyn/api-schema';
import {
  CONTRACT_TERM_PROBLEM_LABELS,
  contractTermProblems,
  extendedEnd,
  isCalendarDate,
  type CalendarDate,
  type ContractKind,
  type ContractTermProblem,
  type Regime,
  type ServiceType,
} from '@insyn/domain';
import type { SentContract } from '../contracts-api.js';

/** A contract while it is being written; dates are empty texts and months null until they are filled in. */
export interface ContractDraft {
  reference: string;
  kind: ContractKind;
  regime: Regime;
  committeeId: Id;
  providerId: Id;
  unitIds: Id[];
  startsOn: string;
  endsOn: string;
  extensionMonths: (number | null)[];
  latestEnd: string;
  serviceTypes: ServiceType[];
}

export function emptyDraft(): ContractDraft {
  return {
    reference: '',
    kind: 'contract',
    regime: 'LOU',
    committeeId: '',
    providerId: '',
    unitIds: [],
    startsOn: '',
    endsOn: '',
    extensionMonths: [],
    latestEnd: '',
    serviceTypes: [],
  };
}

export function draftOf(contract: ContractView): ContractDraft {
  const { reference, kind, regime, startsOn, endsOn, latestEnd } = contract;
  return {
    ...{ reference, kind, regime, startsOn, endsOn, latestEnd },
    committeeId: contract.committee.id,
    providerId: contract.provider.id,
    unitIds: contract.units.map(({ id }) => id),
    extensionMonths: [...contract.extensionMonths],
    serviceTypes: [...contract.serviceTypes],
  };
}

export function sentOf(draft: ContractDraft): SentContract {
  return {
    ...draft,
    reference: draft.reference.trim(),
    extensionMonths: draft.extensionMonths.map((months) => months ?? 0),
  };
}

/** The sentence that the domain has for a field of the period, or null; silent until both days are written. */
export function termError(draft: ContractDraft, field: ContractTermProblem['field']) {
  const { startsOn, endsOn, latestEnd } = draft;
  if (!startsOn || !endsOn) return null;
  const extensionOptions = draft.extensionMonths.map((months) => ({ months: months ?? 0 }));
  const problems = contractTermProblems({
    start: startsOn,
    end: endsOn,
    latestEnd: latestEnd || null,
    extensionOptions,
  });
  const found = problems.find((problem) => problem.field === field);
  return found ? { kind: found.code, message: CONTRACT_TERM_PROBLEM_LABELS[found.code] } : null;
}

/** The day that the contract ends when every extension is used; null until that can be told. */
export function endWithExtensions(draft: ContractDraft): CalendarDate | null {
  if (!isCalendarDate(draft.endsOn)) return null;
  return draft.extensionMonths.reduce<CalendarDate | null>(
    (end, months) => (end === null ? null : extendedEnd(end, { months: months ?? 0 })),
    draft.endsOn,
  );
}
