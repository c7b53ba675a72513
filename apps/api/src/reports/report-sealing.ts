import type { CalendarDate } from '@insyn/domain';
import { seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { Publication } from '../publications/publication.entity.js';
import { Record as CaseRecord } from '../records/record.entity.js';
import { readReportContent } from './report-content.queries.js';
import { reportData } from './report-data.js';
import { Report } from './report.entity.js';

/** Who seals a report, and when. */
export interface Sealing {
  followUpId: string;
  approver: { accountId: string; name: string; title: string };
  approvedOn: CalendarDate;
  recheckDue: CalendarDate | null;
  versionNote?: string;
  /** By what right it was decided: 'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7'. */
  decisionGround?: string | null;
}

/**
 * Seals the next version of a report (R11): freezes the content as it stands in this transaction, stores it with the hash
 * of its canonical form, registers the record (R16), opens its publication, and asks for it to be rendered.
 * @returns the report's id.
 */
export async function sealReport(tx: Transaction, sealing: Sealing): Promise<string> {
  const { followUpId, approver, approvedOn } = sealing;
  const [last] = await tx.query<{ version: number }>(LAST_VERSION, [tx.municipalityId, followUpId]);
  const version = (last?.version ?? 0) + 1;
  const content = await readReportContent(tx, followUpId);
  const note = sealing.versionNote ?? (content.recheck === null ? null : `Återkontroll ${content.recheck.number}`);
  const data = reportData(content, {
    approvedOn,
    approver: { name: approver.name, title: approver.title },
    version,
    versionNote: note,
    recheckDue: sealing.recheckDue,
    decisionGround: sealing.decisionGround ?? null,
  });
  const id = tx.newId();
  const { municipalityId } = tx;
  await tx.insert(Report, {
    municipalityId,
    id,
    followUpId,
    reportVersion: version,
    title: data.title,
    snapshot: data as object,
    seal: seal(data),
    note,
    approvedBy: approver.accountId,
    approvedOn,
    createdAt: tx.now,
  });
  await tx.insert(CaseRecord, {
    municipalityId,
    id: tx.newId(),
    followUpId,
    direction: 'drawn-up',
    recordedOn: approvedOn,
    counterpart: data.municipality.committeeName,
    publicTitle: `Rapport, version ${version}: ${data.title}`,
    internal: true,
    reportId: id,
    createdBy: approver.accountId,
  });
  await tx.insert(Publication, { municipalityId, id: tx.newId(), reportId: id, state: 'waiting' });
  tx.enqueue('render-report', { municipalityId, ids: { reportId: id } });
  return id;
}

// The report of a re-check is the next version of its root's: versions are counted over the whole chain.
const LAST_VERSION = `
select coalesce(max(r.report_version), 0)::int as version
from follow_up f
  join follow_up o on o.municipality_id = $1
    and (o.id = f.id or o.id = f.parent_id or o.parent_id = case when f.parent_id is null then f.id else f.parent_id end)
  join report r on r.municipality_id = $1 and r.follow_up_id = o.id
where f.municipality_id = $1 and f.id = $2`;
