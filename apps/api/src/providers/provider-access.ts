import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';

/** Whether the municipality follows the provider up. Every one in the municipality who reads providers sees all of them. */
export async function isRegistered(tx: Transaction, providerId: string): Promise<boolean> {
  const rows = await tx.query('select 1 from provider_registration where municipality_id = $1 and provider_id = $2', [
    tx.municipalityId,
    providerId,
  ]);
  return rows.length > 0;
}

/** @throws NotFound for a provider that only others have registered, as for one that does not exist (R20). */
export async function requireRegistered(tx: Transaction, providerId: string): Promise<void> {
  if (!(await isRegistered(tx, providerId))) throw new NotFound('Utföraren finns inte.');
}
