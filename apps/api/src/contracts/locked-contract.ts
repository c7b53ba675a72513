import type { CreateContractRequest } from '@insyn/api-schema/server';
import type { Transaction } from '../database/transaction.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';

/** What a contract says, as it is asked for. */
export type ContractTerms = CreateContractRequest;

/**
 * The contract as it is, held until the transaction ends.
 * @throws NotFound outside what the person sees, Forbidden where another committee's contract can be seen only.
 */
export async function lockContract(tx: Transaction, id: string): Promise<ContractTerms & { version: number }> {
  const [row] = await tx.query<ContractTerms & { version: number }>(
    `select c.reference, c.kind, c.regime, c.committee_id as "committeeId", c.starts_on::text as "startsOn",
       c.ends_on::text as "endsOn", c.extension_months as "extensionMonths", c.latest_end::text as "latestEnd",
       c.service_types as "serviceTypes", c.version,
       (select y.provider_id from contract_party y
         where y.municipality_id = $1 and y.contract_id = c.id
         order by y.from_date desc, y.id desc limit 1) as "providerId",
       array(select x.unit_id::text from contract_unit x
         where x.municipality_id = $1 and x.contract_id = c.id order by x.unit_id) as "unitIds"
     from contract c
     where c.municipality_id = $1 and c.id = $2 and ($3::uuid[] is null or c.committee_id = any($3::uuid[]))
     for no key update of c`,
    [tx.municipalityId, id, visibleFor(tx.user, 'contract.write')],
  );
  if (row === undefined) throw new NotFound('Avtalet finns inte.');
  requirePermission(tx.user, 'contract.write', row.committeeId);
  return row;
}
