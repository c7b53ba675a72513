import type { CalendarDate } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Invalid, NotFound } from '../http/problem.js';

/**
 * The committee that a signal about the unit belongs to: one with a contract for it in which the person writes. Without a
 * word it is the only one. @throws NotFound for a unit that is not here, Invalid at `committeeId`.
 */
export async function committeeFor(tx: Transaction, unitId: string, wanted: string | undefined): Promise<string> {
  const [unit] = await tx.query('select 1 from unit where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    unitId,
  ]);
  if (unit === undefined) throw new NotFound();
  const committees = await tx.query<{ id: string }>(
    `select distinct c.committee_id as id
     from contract_unit cu join contract c on c.municipality_id = cu.municipality_id and c.id = cu.contract_id
     where cu.municipality_id = $1 and cu.unit_id = $2 and ($3::uuid[] is null or c.committee_id = any ($3))`,
    [tx.municipalityId, unitId, permittedCommittees(tx.user, 'signal.write')],
  );
  const [only] = committees;
  if (wanted === undefined && only !== undefined && committees.length === 1) return only.id;
  if (wanted !== undefined && committees.some(({ id }) => id === wanted)) return wanted;
  const message = wanted === undefined ? 'Välj nämnd.' : 'Välj en nämnd som har avtal med enheten.';
  throw new Invalid([{ field: 'committeeId', message }]);
}

/** The provider that operated the unit on a day; before anyone did, the first. @throws NotFound without any. */
export async function operatorOn(tx: Transaction, unitId: string, day: CalendarDate): Promise<string> {
  const [operator] = await tx.query<{ providerId: string }>(
    `select provider_id as "providerId" from unit_operator
     where municipality_id = $1 and unit_id = $2
     order by (from_date <= $3::date and (to_date is null or to_date >= $3::date)) desc, from_date, id
     limit 1`,
    [tx.municipalityId, unitId, day],
  );
  if (operator === undefined) throw new NotFound();
  return operator.providerId;
}
