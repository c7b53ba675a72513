import { type DraftReportData, draftReportOf } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { readReportContent, type ReportContent } from '../reports/report-content.queries.js';
import { reportData } from '../reports/report-data.js';

/** Said of a clause whose verdict was taken away while the provider checks the facts. */
const WITHOUT_VERDICT = 'Saknar bedömning';

/**
 * The report of a follow-up as it stands, as the provider may read it: every verdict on a clause, and nothing of the
 * judgement of the whole, also where one is proposed (R21).
 */
export async function readDraftReport(
  tx: Transaction,
  followUpId: string,
  drawnUpBy: { readonly name: string; readonly title: string },
): Promise<DraftReportData> {
  return draftReport(await readReportContent(tx, followUpId), { ...drawnUpBy, on: tx.today });
}

/** The same of content that has been read. */
export function draftReport(
  content: ReportContent,
  { name, title, on }: { name: string; title: string; on: string },
): DraftReportData {
  const judgement = {
    ...{ outcome: 'cannot-be-judged' as const, grounds: [], text: '', departureReason: null },
    ...{ authorName: name, authorTitle: title === '' ? null : title },
  };
  const unassessed = new Set(content.clauses.flatMap(({ id, verdict }) => (verdict === null ? [id] : [])));
  const clauses = content.clauses.map((clause) => ({ ...clause, verdict: clause.verdict ?? 'cannot-be-assessed' }));
  const report = reportData(
    { ...content, clauses, judgement, noFactCheckReason: null },
    { approvedOn: on, approver: { name: '', title: '' }, version: 1, versionNote: null, recheckDue: null },
  );
  const labelled = report.clauses.map((clause) =>
    unassessed.has(clause.id) ? { ...clause, verdictLabel: WITHOUT_VERDICT } : clause,
  );
  return draftReportOf({ ...report, clauses: labelled });
}
