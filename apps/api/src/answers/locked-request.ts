import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';
import { REQUEST_ROW } from './answers.sql.js';
import type { RequestRow } from './request-parts.js';

/**
 * The request with everything that hangs on it, locked until the transaction ends: answers, submissions and returns of one
 * request happen one after another. @throws NotFound also for one that the door does not show.
 */
export async function lockRequest(tx: Transaction, requestId: string): Promise<RequestRow> {
  // Locked first and read after, or a wait for the lock would be followed by the answers of before it.
  const locked = await tx.query(LOCK, [tx.municipalityId, requestId]);
  if (locked.length === 0) throw new NotFound();
  const [row] = await tx.query<RequestRow>(READ, [tx.municipalityId, requestId]);
  if (row === undefined) throw new NotFound();
  return row;
}

const LOCK = 'select id from information_request where municipality_id = $1 and id = $2 for no key update';
const READ = `select ${REQUEST_ROW} from information_request r where r.municipality_id = $1 and r.id = $2`;
