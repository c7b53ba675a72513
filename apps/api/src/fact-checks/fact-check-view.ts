import type { FactCheckView, PortalFactCheckView, RemarkView, TextDifference } from '@insyn/api-schema';
import { factCheckActions, OPEN_FACT_CHECK_STATES } from '@insyn/domain';
import { documentLink } from '../documents/document-link.js';
import { draftSections, sectionAt } from './draft-sections.js';
import type { AnswerRow, FactCheckRow } from './fact-check-row.js';

/** Through which door a fact check is read; it decides where its files and documents are fetched. */
export type Door = 'staff' | 'portal';

/** A fact check as the staff read it, with the officer's answers as they are now. */
export type StaffFactCheckRow = FactCheckRow & { readonly answers: readonly AnswerRow[] };

/** What the staff see of a fact check: remarks once they are handed in. `mayWrite` says whether its acts are offered. */
export function factCheckView(
  read: StaffFactCheckRow,
  difference: readonly TextDifference[],
  mayWrite: boolean,
): FactCheckView {
  // What the provider has written and not handed in is its own.
  const row = read.answeredAt === null ? { ...read, remarks: [], files: [] } : read;
  const answered = new Set(row.answers.map(({ remarkId }) => remarkId));
  return {
    ...partsOf(row, row.answers, 'staff'),
    readAt: row.readAt,
    difference: [...difference],
    unanswered: row.state === 'answered' ? row.remarks.filter(({ id }) => !answered.has(id)).length : 0,
    offers: mayWrite ? factCheckActions(row.state, 'officer') : [],
  };
}

/** What the provider sees: the answers and what was changed only once the fact check is closed (R21). */
export function portalFactCheckView(row: FactCheckRow): PortalFactCheckView {
  const { municipality, committee, caseNumber, title, provider, unit } = row.content;
  const { outcome } = row;
  return {
    ...partsOf(row, outcome?.answers ?? [], 'portal'),
    ...{ municipality, committee, caseNumber, title, unit },
    provider: { id: row.providerId, name: provider },
    editable: OPEN_FACT_CHECK_STATES.includes(row.state),
    difference: outcome === null ? null : [...outcome.difference],
    offers: factCheckActions(row.state, 'provider'),
  };
}

/** One remark with its files, and its answer where the reader may see it. */
export function remarkView(
  row: Pick<FactCheckRow, 'content' | 'files' | 'remarks'>,
  remark: FactCheckRow['remarks'][number],
  answers: readonly AnswerRow[],
  door: Door,
): RemarkView {
  const place = { kind: remark.placeKind, id: remark.placeId };
  const answer = answers.find(({ remarkId }) => remarkId === remark.id);
  const folder = door === 'staff' ? '/api/fact-check-files/' : '/api/portal/fact-check-files/';
  const { id, text, changedAt, version, person } = remark;
  return {
    ...{ id, place, text, changedAt, version },
    heading: sectionAt(draftSections(row.content.report), place)?.heading ?? '',
    files: row.files.flatMap((file) => (file.remarkId === id ? [{ ...file, href: folder + file.id }] : [])),
    changedBy: person ?? row.content.provider,
    answer: answer === undefined ? null : answerView(answer),
  };
}

function answerView({ outcome, text, answeredBy, answeredAt, version }: AnswerRow) {
  return { outcome, text, answeredBy, answeredAt, version };
}

function partsOf(row: FactCheckRow, answers: readonly AnswerRow[], door: Door) {
  const { id, followUpId, number, state, sentOn, due, noRemarks, late, version, content } = row;
  const sections = draftSections(content.report);
  // In the order of the draft, as one reads it; of one place the oldest first.
  const order = new Map(sections.map(({ place }, index) => [`${place.kind} ${place.id}`, index]));
  const at = ({ placeKind, placeId }: FactCheckRow['remarks'][number]) => order.get(`${placeKind} ${placeId}`) ?? 0;
  const remarks = [...row.remarks].sort((a, b) => at(a) - at(b));
  return {
    ...{ id, followUpId, number, state, sentOn, due, noRemarks, late, version, sections },
    message: content.message,
    sender: content.sender,
    document: row.document === null ? null : documentLink(row.document, door),
    receipt: row.receipt === null ? null : documentLink(row.receipt, door),
    submittedAt: row.answeredAt,
    submittedBy: row.answeredBy,
    takenBackReason: row.reason,
    remarks: remarks.map((remark) => remarkView(row, remark, answers, door)),
  };
}
