import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { CommitteeDecisionRequest, HandOverRequest } from '@insyn/api-schema/server';
import { formatDate, stockholmDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { CommitteeDecision } from '../delegations/committee-decision.entity.js';
import { lockFollowUp, readIn, type LockedFollowUp } from '../follow-ups/follow-up-access.js';
import { loadContent } from '../follow-ups/follow-up-content.js';
import { factsOf } from '../follow-ups/follow-up-facts.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted } from '../http/permitted-committees.js';
import { Conflict, Forbidden, Invalid } from '../http/problem.js';
import { queueMail } from '../mails/queue-mail.js';
import { registerRecord } from '../records/register-record.js';
import { drawUpOfficialLetter } from './official-letter.js';
import { proposedJudgement } from './proposed-judgement.js';

/** What a manager may do with a judgement beside deciding it: hand it over, put it before the committee. */
@Injectable()
export class DecisionsService {
  public constructor(private readonly db: Database) {}

  /**
   * Hands the decision over to another manager of the committee, or takes over one that was handed to another. The other one
   * is mailed.
   */
  public handOver(user: StaffUser, followUpId: string, { accountId, reason }: HandOverRequest): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockDeciding(tx, followUpId);
      const before = await deciderOf(tx, followUpId);
      const takesOver = accountId === user.accountId;
      if (takesOver && (before === null || before.id === accountId)) {
        throw new Invalid([{ field: 'accountId', message: 'Välj en annan chef än dig själv.' }]);
      }
      const name = await requireManager(tx, followUp, accountId);
      await tx.query('update follow_up set decider_id = $3 where municipality_id = $1 and id = $2', [
        tx.municipalityId,
        followUpId,
        accountId,
      ]);
      const other = takesOver && before !== null ? before : { id: accountId, name };
      const { title } = followUp;
      const text = [
        `Hej ${other.name}!`,
        takesOver
          ? `${user.name} har tagit över beslutet om ${title}. Du behöver inte besluta om det.`
          : `${user.name} har lämnat över beslutet om ${title} till dig.`,
        `Skäl: ${reason}`,
        `Öppna ärendet:\n${tx.publicUrl}/app/uppfoljningar/${followUpId}/beslut`,
      ];
      await queueMail(tx, {
        ...{ kind: 'decision-handed-over', to: { accountId: other.id }, followUpId },
        subject: `${takesOver ? 'Beslut övertaget' : 'Beslut att fatta'}: ${title}`,
        text: text.join('\n\n'),
      });
      tx.appendEvent({
        ...{ kind: 'judgement.handed-over', subjectKind: 'follow-up', subjectId: followUpId, followUpId },
        summary: takesOver ? `Tog över beslutet från ${other.name}` : `Lämnade över beslutet till ${name}`,
        after: { accountId, reason },
      });
    });
  }

  /** Draws up the official letter that puts a matter of the committee's own before it (kommunallagen 6:38). */
  public proposeToCommittee(user: StaffUser, followUpId: string, proposal: string): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockDeciding(tx, followUpId);
      const content = await loadContent(readIn(tx), user, followUpId);
      requireReserved(factsOf(content, tx.today).decision);
      const judgement = await proposedJudgement(tx, followUpId);
      const id = await drawUpOfficialLetter(tx, { content, judgementId: judgement.id, proposal });
      tx.appendEvent({
        ...{ kind: 'judgement.put-to-committee', subjectKind: 'follow-up', subjectId: followUpId, followUpId },
        summary: `Upprättade en tjänsteskrivelse till ${content.committee.name}`,
        after: { documentId: id, title: followUp.title },
      });
      return { id, version: 1 };
    });
  }

  /** Registers what the committee decided itself, so that the judgement can be approved by that decision. */
  public registerDecision(user: StaffUser, followUpId: string, request: CommitteeDecisionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.read');
      const { committeeId } = followUp;
      const isRegistrar = isPermitted(user, 'delegation.write', committeeId);
      if (!isRegistrar && !isPermitted(user, 'follow-up.decide', committeeId)) throw new Forbidden();
      requireDeciding(followUp);
      const content = await loadContent(readIn(tx), user, followUpId);
      requireReserved(factsOf(content, tx.today).decision);
      const judgement = await proposedJudgement(tx, followUpId);
      const { decidedOn, reference, text = '' } = request;
      if (decidedOn > tx.today) {
        throw new Invalid([{ field: 'decidedOn', message: 'Nämnden kan inte ha beslutat en dag som inte har varit.' }]);
      }
      if (decidedOn < stockholmDate(judgement.proposedAt)) {
        throw new Invalid([{ field: 'decidedOn', message: 'Dagen är före den då bedömningen lämnades till beslut.' }]);
      }
      const recordId = await registerRecord(tx, {
        ...{ followUpId, direction: 'drawn-up', counterpart: content.committee.name, internal: true },
        publicTitle: `Beslut av ${content.committee.name}, ${reference}`,
      });
      const id = tx.newId();
      await tx.insert(CommitteeDecision, {
        ...{ municipalityId: tx.municipalityId, id, committeeId, followUpId, matter: 'judgement' },
        ...{ subjectId: judgement.id, decidedOn, reference, text, recordId },
        ...{ createdBy: user.accountId, createdAt: tx.now },
      });
      tx.appendEvent({
        ...{ kind: 'judgement.committee-decided', subjectKind: 'follow-up', subjectId: followUpId, followUpId },
        summary: `Registrerade beslut av ${content.committee.name} den ${formatDate(decidedOn)}, ${reference}`,
        after: { decidedOn, reference },
      });
      return { id, version: 1 };
    });
  }
}

async function lockDeciding(tx: Transaction, followUpId: string): Promise<LockedFollowUp> {
  const followUp = await lockFollowUp(tx, followUpId, 'follow-up.decide');
  requireDeciding(followUp);
  return followUp;
}

function requireDeciding({ state }: LockedFollowUp): void {
  if (state !== 'deciding') throw new Conflict('wrong-state', 'Ingen bedömning väntar på beslut.');
}

function requireReserved({ reserved, committeeDecided }: { reserved: boolean; committeeDecided: boolean }): void {
  if (!reserved) throw new Conflict('not-reserved', 'Frågan är inte nämndens egen att besluta i.');
  if (committeeDecided) throw new Conflict('committee-has-decided', 'Nämndens beslut är redan registrerat.');
}

/** The manager to whom the decision was handed over, or null. */
async function deciderOf(tx: Transaction, followUpId: string): Promise<{ id: string; name: string } | null> {
  const [decider] = await tx.query<{ id: string; name: string }>(
    `select a.id, a.name from follow_up f join account a on a.id = f.decider_id
     where f.municipality_id = $1 and f.id = $2`,
    [tx.municipalityId, followUpId],
  );
  return decider ?? null;
}

/** @returns the manager's name. @throws Invalid at `accountId` for one who may not decide here. */
async function requireManager(tx: Transaction, followUp: LockedFollowUp, accountId: string): Promise<string> {
  const refuse = (message: string) => new Invalid([{ field: 'accountId', message }]);
  const [manager] = await tx.query<{ name: string; inTeam: boolean; inConflict: boolean; wrote: boolean }>(
    MANAGER_HERE,
    [tx.municipalityId, followUp.id, accountId, followUp.committeeId],
  );
  if (manager === undefined) throw refuse('Personen är inte enhetschef i nämnden som äger ärendet.');
  if (manager.inTeam) throw refuse(`${manager.name} ingår i teamet och kan inte fatta beslutet.`);
  if (manager.inConflict) throw refuse(`${manager.name} har anmält jäv i ärendet.`);
  if (manager.wrote) throw refuse(`${manager.name} har skrivit bedömningen och kan inte fatta beslutet.`);
  return manager.name;
}

const MANAGER_HERE = `
select a.name,
  exists (select 1 from follow_up_team_member t
    where t.municipality_id = $1 and t.follow_up_id = $2 and t.account_id = a.id) as "inTeam",
  exists (select 1 from conflict_declaration c where c.municipality_id = $1 and c.follow_up_id = $2
    and c.account_id = a.id and c.has_conflict and c.lifted_at is null) as "inConflict",
  exists (select 1 from judgement j where j.municipality_id = $1 and j.follow_up_id = $2 and j.author_id = a.id
    and j.status = 'proposed') as wrote
from account a
where a.id = $3 and a.suspended_at is null and exists (select 1 from membership m
  where m.municipality_id = $1 and m.account_id = a.id and m.role = 'manager'
    and (m.committee_id is null or m.committee_id = $4))`;
