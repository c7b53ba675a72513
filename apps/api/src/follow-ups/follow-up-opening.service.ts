import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { OpenFollowUpRequest } from '@insyn/api-schema/server';
import { SERVICE_TYPE_LABELS, startOfText, type ServiceType } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { Invalid } from '../http/problem.js';
import { takeCaseNumber } from './case-number.js';
import { FollowUpClause } from './follow-up-clause.entity.js';
import { FollowUpTeamMember } from './follow-up-team-member.entity.js';
import { requireCandidates } from './follow-up-team.js';
import { FollowUp } from './follow-up.entity.js';

interface Ground {
  committeeId: string;
  serviceTypes: ServiceType[];
  unit: string;
  providerId: string;
  provider: string;
  isOwnRun: boolean;
  clauseSetId: string;
}

@Injectable()
export class FollowUpOpeningService {
  public constructor(private readonly db: Database) {}

  /** Opens a round for a contract and one of its units, and freezes the newest clause set into it. */
  public open(user: StaffUser, request: OpenFollowUpRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const ground = await groundOf(tx, request);
      // Frozen before it is read: a clause that is being changed or removed is waited for.
      await tx.query(
        `update clause_set set frozen_at = $3, version = version + 1
         where municipality_id = $1 and id = $2 and frozen_at is null`,
        [tx.municipalityId, ground.clauseSetId, tx.now],
      );
      const clauseIds = await scopeOf(tx, ground.clauseSetId, request);
      const teamIds = [...new Set([user.accountId, ...(request.teamIds ?? [])])];
      await requireCandidates(tx, teamIds, ground.committeeId);
      const caseNumber = await takeCaseNumber(tx, ground.committeeId, request.caseNumber ?? null);
      const id = tx.newId();
      const followUp = {
        committeeId: ground.committeeId,
        contractId: request.contractId,
        unitId: request.unitId,
        providerId: ground.providerId,
        clauseSetId: ground.clauseSetId,
        kind: request.kind,
        year: request.year,
        state: 'planned' as const,
        caseNumber,
        title: titleOf(ground, request.year),
        decisionDue: request.decisionDue ?? null,
      };
      const { municipalityId } = tx;
      const made = { parentId: null, reportDate: null, noFactCheckReason: null, approvedOn: null, recheckDue: null };
      await tx.insert(FollowUp, {
        municipalityId,
        id,
        ...followUp,
        ...made,
        createdBy: user.accountId,
        createdAt: tx.now,
      });
      await tx.insert(
        FollowUpClause,
        clauseIds.map((clauseId) => ({ municipalityId, followUpId: id, clauseId })),
      );
      await tx.insert(
        FollowUpTeamMember,
        teamIds.map((accountId) => ({ municipalityId, followUpId: id, accountId })),
      );
      tx.appendEvent({
        kind: 'follow-up.opened',
        subjectKind: 'follow-up',
        subjectId: id,
        followUpId: id,
        summary: `Öppnade uppföljningen ${caseNumber} med ${clauseIds.length} avtalspunkter`,
        after: { ...followUp, clauseIds, teamIds },
      });
      return { id, version: 1 };
    });
  }
}

/**
 * What the follow-up stands on. @throws Invalid at the contract or the unit where they do not hold together, Forbidden where
 * the person only sees the contract.
 */
async function groundOf(tx: Transaction, { contractId, unitId }: OpenFollowUpRequest): Promise<Ground> {
  const [contract] = await tx.query<Omit<Ground, 'unit'> & { unit: string | null; hasClauses: boolean }>(
    `select c.committee_id as "committeeId", c.service_types as "serviceTypes", u.name as unit, p.id as "providerId",
       p.legal_name as provider, p.form = 'own-run' as "isOwnRun", s.id as "clauseSetId"
     from contract c
       join lateral (select * from contract_party y where y.municipality_id = c.municipality_id and y.contract_id = c.id
         order by y.from_date <= $4::date desc, y.from_date desc limit 1) y on true
       join provider p on p.id = y.provider_id
       join lateral (select * from clause_set x where x.municipality_id = c.municipality_id and x.contract_id = c.id
         order by x.number desc limit 1) s on true
       left join contract_unit cu on cu.municipality_id = c.municipality_id and cu.contract_id = c.id and cu.unit_id = $3
       left join unit u on u.municipality_id = cu.municipality_id and u.id = cu.unit_id
     where c.municipality_id = $1 and c.id = $2 and ($5::uuid[] is null or c.committee_id = any ($5))
     for update of c`,
    [tx.municipalityId, contractId, unitId, tx.today, visibleFor(tx.user, 'follow-up.write')],
  );
  if (contract === undefined) throw new Invalid([{ field: 'contractId', message: 'Avtalet finns inte.' }]);
  requirePermission(tx.user, 'follow-up.write', contract.committeeId);
  const { unit } = contract;
  if (unit === null) throw new Invalid([{ field: 'unitId', message: 'Enheten omfattas inte av avtalet.' }]);
  return { ...contract, unit };
}

/** The clauses of the focus areas and those named, together. @throws Invalid for none, or for one of another set. */
async function scopeOf(tx: Transaction, clauseSetId: string, request: OpenFollowUpRequest): Promise<string[]> {
  const { focusAreas = [], clauseIds = [] } = request;
  const rows = await tx.query<{ id: string; focusArea: string }>(
    `select id, focus_area as "focusArea" from clause
     where municipality_id = $1 and clause_set_id = $2 and (focus_area = any ($3) or id = any ($4))
     order by sort_key, id`,
    [tx.municipalityId, clauseSetId, focusAreas, clauseIds],
  );
  const found = new Set(rows.map((row) => row.id));
  if (clauseIds.some((id) => !found.has(id))) {
    const message = 'Avtalspunkten finns inte i avtalets senaste version. Läs in avtalet igen.';
    throw new Invalid([{ field: 'clauseIds', message }]);
  }
  const areas = new Set(rows.map((row) => row.focusArea));
  const unknown = focusAreas.find((area) => !areas.has(area));
  if (unknown !== undefined) {
    throw new Invalid([{ field: 'focusAreas', message: `Fokusområdet ”${unknown}” finns inte i avtalet.` }]);
  }
  if (found.size === 0) {
    throw new Invalid([{ field: 'focusAreas', message: 'Välj minst ett fokusområde eller en avtalspunkt.' }]);
  }
  return [...found];
}

/** "Björkens assistans AB, personlig assistans 2026"; an own-run unit is known by its own name. */
function titleOf({ provider, unit, isOwnRun, serviceTypes }: Ground, year: number): string {
  const services = serviceTypes.map((type) => SERVICE_TYPE_LABELS[type].toLowerCase()).join(' och ');
  return startOfText(`${isOwnRun ? unit : provider}, ${services} ${year}`, 200);
}
