import type { Saved } from '@insyn/api-schema';
import { handInFault, isLate, takeFactCheckAction } from '@insyn/domain';
import { type FactCheckReceiptData, seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { meetDeadline } from '../deadlines/deadlines.js';
import { issueDocument } from '../documents/issue-document.js';
import { Conflict } from '../http/problem.js';
import { draftSections, sectionAt } from './draft-sections.js';
import { type FactCheckRow, lockFactCheck, recordFactCheck } from './fact-check-row.js';
import { FactCheck } from './fact-check.entity.js';

/**
 * Hands the remarks in, or declares that there are none: sealed, with a receipt. It is never refused for being late, only
 * marked. At the provider's door; a job takes it in on the municipality's side.
 * @throws RuleViolation 'wrong-state', Conflict 'nothing-said' for what says nothing, or both.
 */
export async function handInFactCheck(tx: Transaction, id: string, noRemarks: boolean): Promise<Saved> {
  const row = await lockFactCheck(tx, id);
  const state = takeFactCheckAction('hand-in', row.state);
  const fault = handInFault(row.remarks.length, noRemarks);
  if (fault !== null) throw new Conflict('nothing-said', fault, { errors: [{ field: 'noRemarks', message: fault }] });
  const late = isLate(tx.now, row.due);
  const receipt = await receiptOf(tx, row, late);
  const { municipalityId, accountId: answeredBy, now: answeredAt } = tx;
  const version = await tx.update(FactCheck, id, null, { state, answeredAt, answeredBy, noRemarks, late });
  await meetDeadline(tx, 'fact-check', id);
  const { followUpId, providerId, content, remarks } = row;
  await issueDocument(tx, {
    ...{ kind: 'fact-check-receipt', subjectId: id, followUpId, providerId, content: receipt },
    title: `Kvittens på faktakontroll: ${content.title}`,
  });
  const what = noRemarks ? 'Svarade att det inte finns några synpunkter på utkastet' : remarksInWords(remarks.length);
  recordFactCheck(tx, row, {
    act: 'handed-in',
    summary: what + (late ? ', efter svarstiden' : ''),
    before: { state: row.state },
    after: { state, remarks: remarks.length, noRemarks, late, seal: receipt.seal },
  });
  tx.enqueue('receive-fact-check', { municipalityId, ids: { factCheckId: id } });
  return { id, version };
}

async function receiptOf(tx: Transaction, row: FactCheckRow, late: boolean): Promise<FactCheckReceiptData> {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit, report } = row.content;
  const sections = draftSections(report);
  const remarks = row.remarks.map(({ id, placeKind, placeId, text }) => ({
    place: sectionAt(sections, { kind: placeKind, id: placeId })?.heading ?? '',
    text,
    files: row.files.flatMap(({ remarkId, fileName }) => (remarkId === id ? [fileName] : [])),
  }));
  const files = row.files.map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 }));
  const submittedBy = await nameOf(tx);
  const said = { number: row.number, submittedBy, submittedAt: tx.now.toISOString(), remarks, files };
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit, due: row.due, late },
    ...said,
    seal: seal(said),
  };
}

function remarksInWords(remarks: number): string {
  return remarks === 1 ? 'Lämnade en synpunkt på utkastet' : `Lämnade ${remarks} synpunkter på utkastet`;
}

async function nameOf(tx: Transaction): Promise<string> {
  const [account] = await tx.query<{ name: string }>('select name from account where id = $1', [tx.accountId]);
  return account?.name ?? '';
}
