import {
  CONTRACT_TERM_PROBLEM_LABELS,
  contractTermProblems,
  type CalendarDate,
  type ContractTermProblem,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import type { FieldError } from '../http/problem.js';
import { isRegistered } from '../providers/provider-access.js';

/** The dates of a contract as the API names them. */
export interface ContractPeriod {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  extensionMonths: number[];
  latestEnd: CalendarDate;
}

/** Whom a contract is with, for what, and which committee owns it. */
export interface ContractLinks {
  committeeId: string;
  providerId: string;
  unitIds: string[];
}

/** What does not hold together in the period, each at the field of the request where it is mended. */
export function periodErrors(period: ContractPeriod): FieldError[] {
  const { startsOn, endsOn, extensionMonths, latestEnd } = period;
  const extensionOptions = extensionMonths.map((months) => ({ months }));
  return contractTermProblems({ start: startsOn, end: endsOn, extensionOptions, latestEnd }).map((problem) => ({
    field: fieldOf(problem.field),
    message: CONTRACT_TERM_PROBLEM_LABELS[problem.code],
  }));
}

function fieldOf(field: ContractTermProblem['field']): string {
  if (field === 'start') return 'startsOn';
  if (field === 'end') return 'endsOn';
  if (field === 'latestEnd') return 'latestEnd';
  return field.replace(/^extensionOptions\.(\d+)$/, 'extensionMonths[$1]');
}

/**
 * What the contract points at must be there to be pointed at: a committee where the person writes contracts, a provider that the
 * municipality has registered, and units that this provider operates or has operated. Rows of others do not exist (R20).
 */
export async function linkErrors(tx: Transaction, links: ContractLinks): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  const committees = await tx.query(
    'select 1 from committee where municipality_id = $1 and id = $2 and ($3::uuid[] is null or id = any ($3))',
    [tx.municipalityId, links.committeeId, permittedCommittees(tx.user, 'contract.write')],
  );
  if (committees.length === 0) {
    errors.push({ field: 'committeeId', message: 'Välj en av dina nämnder.' });
  }
  if (!(await isRegistered(tx, links.providerId))) {
    errors.push({ field: 'providerId', message: 'Utföraren finns inte. Registrera den först.' });
    return errors;
  }
  const operated = await tx.query<{ unit_id: string }>(
    `select distinct unit_id from unit_operator
     where municipality_id = $1 and provider_id = $2 and unit_id = any($3::uuid[])`,
    [tx.municipalityId, links.providerId, links.unitIds],
  );
  if (operated.length < links.unitIds.length) {
    errors.push({ field: 'unitIds', message: 'Välj enheter som drivs av utföraren.' });
  }
  return errors;
}
