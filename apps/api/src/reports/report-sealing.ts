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
}

/**
 * Seals the next version of a report (R11): freezes the content as it stands in this transaction, stores it with the hash
 * of its canonical form, registers the record (R16), opens its publication, and asks for it to be rendered.
 * @returns the report's id.
 */
export async function sealReport(tx: Transaction, sealing: Sealing): Promise<string> {
  const { followUpId, approver, approvedOn } = sealing;
  const [last] = await tx.query<{ version: number }>(
    `select coalesce(max(report_version), 0)::int as version from report where municipality_id = $1 and follow_up_id = $2`,
    [tx.municipalityId, followUpId],
  );
  const version = (last?.version ?? 0) + 1;
  const data = reportData(await readReportContent(tx, followUpId), {
    approvedOn,
    approver: { name: approver.name, title: approver.title },
    version,
    versionNote: sealing.versionNote ?? null,
    recheckDue: sealing.recheckDue,
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
    note: sealing.versionNote ?? null,
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
