import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Answer, TestApp } from './test-app.js';

/** How long commands are waited for, and how long they themselves may wait: a machine under load takes its time. */
export const MEETING_TIME = 60_000;

/** The tables whose rows a spec holds, so that commands meet at them. */
export type HeldTable = 'action_plan' | 'fact_check' | 'follow_up' | 'sanction' | 'deadline';

/**
 * Lets commands meet at a row in the order given: the row is held until each of them waits for a lock, in the order they
 * were sent, and then let go. What `Promise.all` leaves to chance happens every time. The application is one whose
 * `lockTimeout` is `MEETING_TIME`.
 * @returns their answers, in the same order.
 */
export async function meetingAt(
  t: TestApp,
  { table, id }: { readonly table: HeldTable; readonly id: string },
  ...commands: readonly (() => Promise<Answer>)[]
): Promise<Answer[]> {
  const holder = new pg.Client({ connectionString: t.database.superuserUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(HOLD[table], [id]);
    const sent: Promise<Answer>[] = [];
    for (const command of commands) {
      const answer = command();
      sent.push(answer);
      await Promise.race([untilWaiting(holder, sent.length), answer.then(neverWaited)]);
    }
    await holder.query('commit');
    return await Promise.all(sent);
  } finally {
    await holder.end();
  }
}

function neverWaited({ statusCode, body }: Answer): never {
  throw new Error(`A command was answered before it came to the row: ${String(statusCode)} ${body}`);
}

const HOLD: Readonly<Record<HeldTable, string>> = {
  action_plan: 'select 1 from action_plan where id = $1 for update',
  fact_check: 'select 1 from fact_check where id = $1 for update',
  follow_up: 'select 1 from follow_up where id = $1 for no key update',
  sanction: 'select 1 from sanction where id = $1 for update',
  deadline: 'select 1 from deadline where id = $1 for update',
};

async function untilWaiting(holder: pg.Client, count: number): Promise<void> {
  const deadline = Date.now() + MEETING_TIME;
  while (Date.now() < deadline) {
    const { rows } = await holder.query<{ waiting: number }>(WAITING);
    if ((rows[0]?.waiting ?? 0) >= count) return;
    await sleep(20);
  }
  throw new Error(`Fewer than ${String(count)} commands wait for the row.`);
}

const WAITING = `
select count(*)::int as waiting from pg_stat_activity
where datname = current_database() and wait_event_type = 'Lock'`;
