import { addDays } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { FOLLOW_UP_CONTENT_SQL } from '../follow-ups/follow-up-content.sql.js';

/** What this transaction has kept already, so that a command of many steps asks once. */
const kept = new WeakMap<Transaction, Set<string>>();

/**
 * Keeps a follow-up as it was when yesterday ended, before the first change of today, and with it the other ones of its chain:
 * the judgements of a re-check stand on the page of its root too. Days on which nothing changed have no row: they are shown by
 * the next one that has. Call it before anything is written; it reads, and locks nothing. Two that come at once both see what
 * was before: who changes something has kept it first, in the same transaction.
 */
export async function keepSnapshot(tx: Transaction, followUpId: string): Promise<void> {
  const done = kept.get(tx) ?? new Set();
  if (done.has(followUpId)) return;
  kept.set(tx, done.add(followUpId));
  const yesterday = addDays(tx.today, -1);
  for (const { id } of await tx.query<{ id: string }>(MISSING, [tx.municipalityId, followUpId, yesterday])) {
    done.add(id);
    // All of it, for nobody in particular: who may see the follow-up is asked when somebody looks.
    const [row] = await tx.query<{ content: object }>(FOLLOW_UP_CONTENT_SQL, [tx.municipalityId, id, null, null]);
    if (row === undefined) continue;
    await tx.query(KEEP, [tx.municipalityId, id, yesterday, JSON.stringify(row.content), tx.now]);
  }
}

const MISSING = `
select c.id
from follow_up f
  join follow_up c on c.municipality_id = f.municipality_id
    and (c.id = case when f.parent_id is null then f.id else f.parent_id end
      or c.parent_id = case when f.parent_id is null then f.id else f.parent_id end)
where f.municipality_id = $1 and f.id = $2 and (c.created_at at time zone 'Europe/Stockholm')::date <= $3::date
  and not exists (select 1 from follow_up_snapshot s where s.municipality_id = $1 and s.follow_up_id = c.id and s.day = $3)
order by c.id`;
const KEEP = `
insert into follow_up_snapshot (municipality_id, follow_up_id, day, content, saved_at) values ($1, $2, $3, $4, $5)
on conflict do nothing`;
