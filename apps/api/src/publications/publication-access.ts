import type { Outcome, Permission, PublicationState, ServiceType } from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import { requireNoConflict } from '../follow-ups/follow-up-access.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import type { Transaction } from '../database/transaction.js';

/** A publication under lock, with what its rules need to know of the report and the case. */
export interface LockedPublication {
  id: string;
  state: PublicationState;
  reportId: string;
  reportVersion: number;
  seal: string;
  snapshot: ReportData;
  screenedSeal: string | null;
  publicSnapshot: ReportData | null;
  publicSeal: string | null;
  followUpId: string;
  committeeId: string;
  smallNumberThreshold: number;
  municipalityName: string;
  municipalitySlug: string;
  serviceTypes: ServiceType[];
  outcome: Outcome;
}

/**
 * Locks a publication.
 * @throws NotFound for one of a case that the person does not see, Forbidden without the permission in its committee (R20),
 * ConflictDeclared for one who has a conflict of interest in it (R10).
 */
export async function lockPublication(tx: Transaction, id: string, permission: Permission): Promise<LockedPublication> {
  const [row] = await tx.query<LockedPublication>(
    `select p.id, p.state, p.report_id as "reportId", r.report_version as "reportVersion", r.seal, r.snapshot,
       p.screened_seal as "screenedSeal", p.public_snapshot as "publicSnapshot", p.public_seal as "publicSeal",
       f.id as "followUpId", f.committee_id as "committeeId", m.small_number_threshold as "smallNumberThreshold", m.name as "municipalityName",
       m.slug as "municipalitySlug", k.service_types as "serviceTypes",
       r.snapshot #>> '{judgement,outcome}' as outcome
     from publication p
       join report r on r.municipality_id = p.municipality_id and r.id = p.report_id
       join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
       join contract k on k.municipality_id = f.municipality_id and k.id = f.contract_id
       join municipality m on m.id = p.municipality_id
     where p.municipality_id = $1 and p.id = $2 and ($3::uuid[] is null or f.committee_id = any($3))
     for update of p`,
    [tx.municipalityId, id, visibleFor(tx.user, permission)],
  );
  if (row === undefined) throw new NotFound();
  requirePermission(tx.user, permission, row.committeeId);
  await requireNoConflict(tx, [row.followUpId]);
  return row;
}
