import { CASE_NUMBER_ERROR_LABELS, formatCaseNumber, normaliseCaseNumber } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, Invalid } from '../http/problem.js';

/**
 * The case number of a new follow-up: as typed in from the municipality's register, or the next of the committee's own
 * series. The committee stays locked until the transaction ends, so that no number is left out or given twice.
 * @throws Invalid for what is no case number, Conflict `case-number-taken` for one that a follow-up has already.
 */
export async function takeCaseNumber(tx: Transaction, committeeId: string, typed: string | null): Promise<string> {
  await tx.query('select 1 from committee where municipality_id = $1 and id = $2 for update', [
    tx.municipalityId,
    committeeId,
  ]);
  if (typed === null) return nextOfSeries(tx, committeeId);
  const normalised = normaliseCaseNumber(typed);
  if (!normalised.ok) {
    throw new Invalid([{ field: 'caseNumber', message: CASE_NUMBER_ERROR_LABELS[normalised.error] }]);
  }
  if (await isTaken(tx, normalised.value)) {
    const message = `Diarienumret ${normalised.value} används redan av en annan uppföljning.`;
    throw new Conflict('case-number-taken', message, { errors: [{ field: 'caseNumber', message }] });
  }
  return normalised.value;
}

interface Series {
  pattern: string;
  prefix: string;
  classification: string | null;
}

async function nextOfSeries(tx: Transaction, committeeId: string): Promise<string> {
  const [series] = await tx.query<Series>(
    `select case_number_pattern as pattern, prefix, classification from committee where municipality_id = $1 and id = $2`,
    [tx.municipalityId, committeeId],
  );
  if (series === undefined) throw new Error('The contract has no committee.');
  const year = Number(tx.today.slice(0, 4));
  for (;;) {
    const [last] = await tx.query<{ number: number }>(
      `insert into case_number_series as s (municipality_id, committee_id, year, last_number) values ($1, $2, $3, 1)
       on conflict (municipality_id, committee_id, year) do update set last_number = s.last_number + 1
       returning last_number as number`,
      [tx.municipalityId, committeeId, year],
    );
    const { pattern, prefix, classification } = series;
    const caseNumber = formatCaseNumber(pattern, {
      prefix,
      year,
      number: last?.number ?? 1,
      classification: classification ?? '',
    });
    if (!(await isTaken(tx, caseNumber))) return caseNumber;
  }
}

async function isTaken(tx: Transaction, caseNumber: string): Promise<boolean> {
  const rows = await tx.query('select 1 from follow_up where municipality_id = $1 and case_number = $2 limit 1', [
    tx.municipalityId,
    caseNumber,
  ]);
  return rows.length > 0;
}
