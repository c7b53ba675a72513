import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { MoveDeadlineRequest, RebaseDeadlineRequest } from '@insyn/api-schema/server';
import { daysBetween, type DeadlineKind, formatDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { type DeadlineCase, lockDeadlineCase } from './deadline-case.js';
import { isProvidersDeadline, sendDeadlineLetter } from './deadline-letter.js';
import { moveDeadline, rebaseDeadline } from './deadlines.js';

/** A year that was mistyped is no day to count from. */
const FARTHEST_BASE_DAYS = 730;

/** What an officer does to a deadline that runs; a provider that is to keep it is told. */
@Injectable()
export class DeadlineMovesService {
  public constructor(private readonly db: Database) {}

  /** Sets the day by hand, with the reason. */
  public move(user: StaffUser, id: string, { version, due, reason }: MoveDeadlineRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const deadline = await lockRunning(tx, id, version);
      const { kind, subjectId } = deadline;
      await moveDeadline(tx, { kind, subjectId, due, reason });
      return saved(tx, deadline, reason);
    });
  }

  /** Counts it from another day. @throws Invalid at `baseDate` for one so far away, or so early, that nothing could be kept. */
  public rebase(user: StaffUser, id: string, { version, baseDate, reason }: RebaseDeadlineRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const deadline = await lockRunning(tx, id, version);
      const { kind, subjectId } = deadline;
      if (Math.abs(daysBetween(tx.today, baseDate)) > FARTHEST_BASE_DAYS) {
        throw new Invalid([{ field: 'baseDate', message: 'Välj en dag högst två år bort.' }]);
      }
      const due = await rebaseDeadline(tx, { kind, subjectId, baseDate, reason });
      if (due !== deadline.due && due <= tx.today) {
        const message = `Sista dag skulle bli ${formatDate(due)}. Välj en senare dag.`;
        throw new Invalid([{ field: 'baseDate', message }]);
      }
      return saved(tx, deadline, reason);
    });
  }
}

/** @throws NotFound, Forbidden; StaleVersion where somebody changed it, Conflict where it no longer runs. */
async function lockRunning(tx: Transaction, id: string, version: number): Promise<DeadlineCase> {
  const [found] = await tx.query<{ followUpId: string; kind: DeadlineKind; subjectId: string }>(FIND, [
    ...[tx.municipalityId, id],
  ]);
  if (found === undefined) throw new NotFound();
  await lockFollowUp(tx, found.followUpId, 'follow-up.write');
  // In the order of a provider that hands it in, so that the two never wait for each other.
  if (found.kind === 'fact-check') await tx.query(LOCK_FACT_CHECK, [tx.municipalityId, found.subjectId]);
  const deadline = await lockDeadlineCase(tx, id);
  if (deadline === undefined || deadline.state !== 'open')
    throw new Conflict('deadline-not-running', 'Tidsfristen löper inte längre.');
  if (deadline.version !== version) throw await staleVersion(tx, deadline.version, [id]);
  return deadline;
}

/** Tells the provider of another day, and answers with the version that the deadline has now. */
async function saved(tx: Transaction, before: DeadlineCase, reason: string): Promise<Saved> {
  const { id, kind, subjectId, followUpId, providerId, due } = before;
  const now = await lockDeadlineCase(tx, id);
  if (now === undefined) throw new NotFound();
  if (now.due !== due && providerId !== null && isProvidersDeadline(kind)) {
    // The day has come again for one that was written down as silent.
    if (kind === 'fact-check') await tx.query(WAIT_AGAIN, [tx.municipalityId, subjectId]);
    await sendDeadlineLetter(tx, kind, { followUpId, providerId, subjectId, before: due, due: now.due, reason });
  }
  return { id, version: now.version };
}

const FIND = `
select follow_up_id as "followUpId", kind, subject_id as "subjectId" from deadline
where municipality_id = $1 and id = $2`;
const LOCK_FACT_CHECK = 'select id from fact_check where municipality_id = $1 and id = $2 for no key update';
const WAIT_AGAIN = `
update fact_check set state = 'sent', version = version + 1
where municipality_id = $1 and id = $2 and state = 'silent'`;
