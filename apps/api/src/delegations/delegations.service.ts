import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type {
  DecisionSettingsRequest,
  DelegationReportRequest,
  DelegationRequest,
  RevokeDelegationRequest,
} from '@insyn/api-schema/server';
import { DELEGATED_MATTER_LABELS, formatDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { Conflict, Invalid, NotFound, StaleVersion } from '../http/problem.js';
import { DelegationReport } from './delegation-report.entity.js';
import { Delegation } from './delegation.entity.js';

/** Keeps the register of who may decide what on a committee's behalf, and reports to it what was decided so. */
@Injectable()
export class DelegationsService {
  public constructor(private readonly db: Database) {}

  /** Enters a delegation as the committee decided it. */
  public add(user: StaffUser, request: DelegationRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { committeeId, accountId, matter, point = '', reference, decidedOn, validFrom, validTo = null } = request;
      await requireCommittee(tx, committeeId, 'committeeId');
      const holder = await requireHolder(tx, committeeId, accountId);
      const faults = [
        ...(validTo !== null && validTo < validFrom
          ? [{ field: 'validTo', message: 'Sista dagen är före den första.' }]
          : []),
        ...(decidedOn > validFrom
          ? [{ field: 'validFrom', message: 'Delegationen kan inte gälla före nämndens beslut.' }]
          : []),
        ...(decidedOn > tx.today
          ? [{ field: 'decidedOn', message: 'Nämnden kan inte ha beslutat en dag som inte har varit.' }]
          : []),
      ];
      if (faults.length > 0) throw new Invalid(faults);
      const id = tx.newId();
      await tx.insert(Delegation, {
        ...{ municipalityId: tx.municipalityId, id, committeeId, accountId, matter, point, reference },
        ...{ decidedOn, validFrom, validTo, createdBy: user.accountId, createdAt: tx.now },
      });
      tx.appendEvent({
        ...{ kind: 'delegation.added', subjectKind: 'delegation', subjectId: id },
        summary: `Förde in delegation: ${DELEGATED_MATTER_LABELS[matter].toLowerCase()}`,
        after: { accountId, holder, matter, point, reference, decidedOn, validFrom, validTo },
      });
      return { id, version: 1 };
    });
  }

  /** Revokes a delegation from a day on; decisions made on it before stand. */
  public revoke(user: StaffUser, id: string, { version, on, reason }: RevokeDelegationRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const [row] = await tx.query<{ committeeId: string; revokedOn: string | null; validFrom: string }>(
        `select committee_id as "committeeId", revoked_on::text as "revokedOn", valid_from::text as "validFrom"
         from delegation
         where municipality_id = $1 and id = $2 and ($3::uuid[] is null or committee_id = any ($3)) for update`,
        [tx.municipalityId, id, visibleFor(user, 'delegation.write')],
      );
      if (row === undefined) throw new NotFound();
      requirePermission(user, 'delegation.write', row.committeeId);
      if (row.revokedOn !== null) throw new Conflict('already-revoked', 'Delegationen är redan återkallad.');
      if (on < tx.today) {
        throw new Invalid([{ field: 'on', message: 'En delegation kan återkallas tidigast från i dag.' }]);
      }
      const next = await tx.update(Delegation, id, version, { revokedOn: on, revokeReason: reason });
      tx.appendEvent({
        ...{ kind: 'delegation.revoked', subjectKind: 'delegation', subjectId: id },
        summary: `Återkallade en delegation från och med ${formatDate(on)}`,
        before: { revokedOn: null },
        after: { revokedOn: on, reason },
      });
      return { id, version: next };
    });
  }

  /** Sets what the committee has decided on delegation, and what it keeps for itself (kommunallagen 6:38). */
  public changeSettings(user: StaffUser, committeeId: string, request: DecisionSettingsRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await requireCommittee(tx, committeeId);
      const [before] = await tx.query<{ version: number; delegatedMatters: string[]; reservedMatters: string[] }>(
        `select version, delegated_matters as "delegatedMatters", reserved_matters as "reservedMatters"
         from committee where municipality_id = $1 and id = $2 for update`,
        [tx.municipalityId, committeeId],
      );
      if (before === undefined) throw new NotFound();
      const { version, delegatedMatters = before.delegatedMatters, reservedMatters = before.reservedMatters } = request;
      if (before.version !== version) {
        throw new StaleVersion({ version: before.version, changedBy: null, changedAt: null, change: null });
      }
      await tx.query(
        `update committee set delegated_matters = $3, reserved_matters = $4, version = version + 1
         where municipality_id = $1 and id = $2`,
        [tx.municipalityId, committeeId, delegatedMatters, reservedMatters],
      );
      tx.appendEvent({
        ...{ kind: 'committee.decision-settings-changed', subjectKind: 'committee', subjectId: committeeId },
        summary: 'Ändrade vad som beslutas på delegation och vad nämnden beslutar själv',
        before: { delegatedMatters: before.delegatedMatters, reservedMatters: before.reservedMatters },
        after: { delegatedMatters, reservedMatters },
      });
      return { id: committeeId, version: version + 1 };
    });
  }

  /** Reports all decisions that wait at one meeting of the committee (kommunallagen 6:40). */
  public report(user: StaffUser, committeeId: string, { meetingOn }: DelegationReportRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await requireCommittee(tx, committeeId);
      requirePermission(user, 'follow-up.read', committeeId);
      const waiting = await tx.query<{ id: string; decidedOn: string }>(
        `select id, decided_on::text as "decidedOn" from delegation_decision
         where municipality_id = $1 and committee_id = $2 and report_id is null order by id for update`,
        [tx.municipalityId, committeeId],
      );
      if (waiting.length === 0) throw new Conflict('nothing-to-report', 'Inga beslut väntar på att anmälas.');
      if (waiting.some(({ decidedOn }) => decidedOn > meetingOn)) {
        throw new Invalid([{ field: 'meetingOn', message: 'Sammanträdet är före något av besluten.' }]);
      }
      const id = tx.newId();
      await tx.insert(DelegationReport, {
        ...{ municipalityId: tx.municipalityId, id, committeeId, meetingOn },
        ...{ createdBy: user.accountId, createdAt: tx.now },
      });
      await tx.query(
        `update delegation_decision set report_id = $3
         where municipality_id = $1 and committee_id = $2 and id = any ($4::uuid[])`,
        [tx.municipalityId, committeeId, id, waiting.map((decision) => decision.id)],
      );
      const many = waiting.length === 1 ? 'ett delegationsbeslut' : `${waiting.length} delegationsbeslut`;
      tx.appendEvent({
        ...{ kind: 'delegation.reported', subjectKind: 'committee', subjectId: committeeId },
        summary: `Anmälde ${many} till sammanträdet ${formatDate(meetingOn)}`,
        after: { meetingOn, decisionIds: waiting.map((decision) => decision.id) },
      });
      return { id, version: 1 };
    });
  }
}

/**
 * Makes sure that the person keeps the register of this committee.
 * @throws NotFound for one whose register the person does not see, or Invalid at the field that named it; Forbidden for one only seen.
 */
async function requireCommittee(tx: Transaction, committeeId: string, field?: string): Promise<void> {
  const [seen] = await tx.query(
    'select 1 from committee where municipality_id = $1 and id = $2 and ($3::uuid[] is null or id = any ($3))',
    [tx.municipalityId, committeeId, visibleFor(tx.user, 'delegation.write')],
  );
  if (seen === undefined) {
    throw field === undefined ? new NotFound() : new Invalid([{ field, message: 'Nämnden finns inte.' }]);
  }
  requirePermission(tx.user, 'delegation.write', committeeId);
}

/** @returns the holder's name. @throws Invalid at `accountId` for one who does not work for the committee. */
async function requireHolder(tx: Transaction, committeeId: string, accountId: string): Promise<string> {
  const [holder] = await tx.query<{ name: string }>(
    `select a.name from account a
     where a.id = $3 and a.suspended_at is null and exists (select 1 from membership m
       where m.municipality_id = $1 and m.account_id = a.id and m.role in ('officer', 'manager', 'registrar')
         and (m.committee_id is null or m.committee_id = $2))`,
    [tx.municipalityId, committeeId, accountId],
  );
  if (holder === undefined) {
    throw new Invalid([{ field: 'accountId', message: 'Personen arbetar inte för nämnden.' }]);
  }
  return holder.name;
}
