import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { ConflictDeclared, lockFollowUp, type LockedFollowUp, lockToDeclare } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted } from '../http/permitted-committees.js';
import { Conflict, Forbidden } from '../http/problem.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';

/** Conflict of interest (R10): everyone who works with a follow-up or decides on it says where they stand. */
@Injectable()
export class ConflictsService {
  public constructor(private readonly db: Database) {}

  /**
   * What the person declares in this follow-up; the latest word counts. A declared conflict takes the person out of the team
   * at once and stops every further act of theirs, this one too, until a manager lifts it.
   */
  public declare(user: StaffUser, followUpId: string, hasConflict: boolean, reason: string): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockToDeclare(tx, followUpId);
      const { accountId } = user;
      const mayWork = isPermitted(user, 'follow-up.write', followUp.committeeId);
      if (!mayWork && !isPermitted(user, 'follow-up.decide', followUp.committeeId)) throw new Forbidden();
      const [before] = await declarationOf(tx, followUpId, accountId);
      if (before?.stands === true && before.hasConflict) throw new ConflictDeclared();
      if (before?.stands === true && !hasConflict) return;
      await tx.manager.upsert(
        ConflictDeclaration,
        {
          ...{ municipalityId: tx.municipalityId, followUpId, accountId, hasConflict },
          ...{ reason: hasConflict ? reason : '', declaredAt: tx.now, liftedBy: null, liftedAt: null },
        },
        ['municipalityId', 'followUpId', 'accountId'],
      );
      const subject = { subjectKind: 'follow-up', subjectId: followUpId, followUpId };
      tx.appendEvent({
        kind: 'judgement.conflict-declared',
        ...subject,
        summary: hasConflict ? 'Jäv anmäldes' : 'Intyg om att jäv inte finns lämnades',
        after: { hasConflict },
      });
      if (hasConflict) await takeOut(tx, followUp, accountId);
    });
  }

  /** A manager finds that a declared conflict no longer stands; the person declares anew before deciding or being counted. */
  public lift(user: StaffUser, followUpId: string, accountId: string, reason: string): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      await lockFollowUp(tx, followUpId, 'follow-up.decide');
      const [declared] = await declarationOf(tx, followUpId, accountId);
      if (declared === undefined || !declared.stands || !declared.hasConflict) {
        throw new Conflict('no-conflict-stands', 'Personen har ingen anmälan om jäv som gäller i ärendet.');
      }
      await tx.query(
        `update conflict_declaration set lifted_by = $4, lifted_at = $5
         where municipality_id = $1 and follow_up_id = $2 and account_id = $3`,
        [tx.municipalityId, followUpId, accountId, user.accountId, tx.now],
      );
      tx.appendEvent({
        kind: 'judgement.conflict-lifted',
        subjectKind: 'follow-up',
        subjectId: followUpId,
        followUpId,
        summary: `Anmälan om jäv hävdes för ${declared.name}`,
        after: { accountId, reason },
      });
    });
  }
}

interface Declared {
  hasConflict: boolean;
  stands: boolean;
  name: string;
}

function declarationOf(tx: Transaction, followUpId: string, accountId: string): Promise<Declared[]> {
  return tx.query<Declared>(
    `select d.has_conflict as "hasConflict", d.lifted_at is null as stands, a.name
     from conflict_declaration d join account a on a.id = d.account_id
     where d.municipality_id = $1 and d.follow_up_id = $2 and d.account_id = $3`,
    [tx.municipalityId, followUpId, accountId],
  );
}

/** Out of the team, and no longer the one whom the decision waits for. */
async function takeOut(tx: Transaction, { id }: LockedFollowUp, accountId: string): Promise<void> {
  const key = [tx.municipalityId, id, accountId];
  const members = await tx.query(
    'delete from follow_up_team_member where municipality_id = $1 and follow_up_id = $2 and account_id = $3 returning 1',
    key,
  );
  await tx.query(
    'update follow_up set decider_id = null where municipality_id = $1 and id = $2 and decider_id = $3',
    key,
  );
  if (members.length === 0) return;
  tx.appendEvent({
    kind: 'follow-up.team-left',
    subjectKind: 'follow-up',
    subjectId: id,
    followUpId: id,
    summary: 'Lämnade teamet efter anmälan om jäv',
    after: { accountId },
  });
}
