import { recheckDue } from '@insyn/domain';
import type { Transaction } from '../../database/transaction.js';
import { CaseHistory } from '../case-history.js';
import { type DemoCase, isApproved, isProposed } from '../demo-case.js';
import { tellHistory } from '../tell-history.js';
import { approve, type CasePlace, movesOf, writeJudgement, writeMoves, writeReturn } from '../write-case.js';
import { writeContent } from '../write-content.js';

/** A case as it was when its gathering began: nothing gathered, assessed or decided. */
export function asItBegan(demoCase: DemoCase): DemoCase {
  return {
    ...demoCase,
    ...{ stage: 'gathering', publication: null, judgement: null, cancelReason: null },
    ...{ evidence: [], figures: [], assessments: [], findings: [], actions: [], returnComments: [] },
  };
}

/**
 * Takes a case from its gathering to where it has come, with the content that it has besides what was gathered.
 * @returns the id of its report, if it has one.
 */
export async function concludeCase(
  tx: Transaction,
  demoCase: DemoCase,
  at: { followUpId: string; place: CasePlace; gathered: ReadonlyMap<string, string> },
): Promise<string | null> {
  const { followUpId, place, gathered } = at;
  const { people, clock } = place;
  const { dates } = demoCase;
  const moves = movesOf(demoCase, people).slice(1);
  const last = moves.at(-1);
  if (last === undefined) return null;
  const due = demoCase.stage === 'remedying' ? recheckDue(dates.decided) : null;
  const content = await writeContent(tx, demoCase, {
    ...{ followUpId, officerId: people.officer.accountId, clauseIds: place.written.clauseIds, clock, gathered },
    requirementsDue: due,
  });
  const approvedOn = isApproved(demoCase) ? dates.decided : null;
  const [row] = await tx.query<{ contentVersion: number }>(CONCLUDE, [
    ...[tx.municipalityId, followUpId, last.to, approvedOn, due],
    ...[isProposed(demoCase) ? demoCase.noFactCheckReason : null, demoCase.assessments.length + 1],
  ]);
  const judged = { followUpId, content, contentVersion: row?.contentVersion ?? 1, place };
  const judgementId = await writeJudgement(tx, demoCase, judged);
  const reportId = isApproved(demoCase) ? await approve(tx, demoCase, { followUpId, due, place }) : null;
  await writeMoves(tx, moves, followUpId, clock);
  await writeReturn(tx, demoCase, { followUpId, judgementId, place });
  const isNew = demoCase.evidence.map(({ key }) => !gathered.has(key));
  await tellHistory(
    new CaseHistory(tx, clock, followUpId),
    { ...demoCase, evidence: demoCase.evidence.filter((_, index) => isNew[index]) },
    {
      ...{ followUpId, moves, caseNumber: place.caseNumber, officerId: people.officer.accountId, isOpen: true },
      content: { ...content, evidenceIds: content.evidenceIds.filter((_, index) => isNew[index]) },
    },
  );
  return reportId;
}

const CONCLUDE = `
update follow_up set state = $3, approved_on = $4, report_date = $4, recheck_due = $5, no_fact_check_reason = $6,
  content_version = content_version + $7
where municipality_id = $1 and id = $2
returning content_version as "contentVersion"`;
