import type { EvidenceView, FollowUpView, Id, ScopeClauseView } from '@insyn/api-schema';
import { compareClauseNumbers, EVIDENCE_KINDS, type EvidenceKind } from '@insyn/domain';

/** What the list of evidence is narrowed to; each lives in the address. */
export interface EvidenceFilter {
  kind: EvidenceKind | '';
  clauseId: Id;
  author: string;
  withoutClause: boolean;
  search: string;
}

export type ClauseLink = { clauseId: Id; through: 'assessment' } | { clauseId: Id; through: 'finding'; title: string };

/** The clauses that a piece of evidence is used for: by their assessment, or by a finding on them. */
export function linksOf(view: FollowUpView, evidenceId: Id): ClauseLink[] {
  const uses = (row: { evidenceIds: Id[] }) => row.evidenceIds.includes(evidenceId);
  const assessed = new Set(view.assessments.filter(uses).flatMap(({ clauseIds }) => clauseIds));
  const found = view.findings
    .filter(uses)
    .flatMap(({ clauseIds, title }) => clauseIds.map((clauseId) => ({ clauseId, through: 'finding' as const, title })))
    .filter(
      ({ clauseId }, index, all) =>
        !assessed.has(clauseId) && all.findIndex((each) => each.clauseId === clauseId) === index,
    );
  return [...[...assessed].map((clauseId) => ({ clauseId, through: 'assessment' as const })), ...found];
}

/** The clauses in scope that nothing which proves anything is linked to, in the order of their numbers. */
export function clausesWithoutEvidence(view: FollowUpView): ScopeClauseView[] {
  const covered = new Set(
    view.evidence.filter(({ counts }) => counts).flatMap(({ id }) => linksOf(view, id).map(({ clauseId }) => clauseId)),
  );
  return view.clauses.filter(({ id }) => !covered.has(id)).toSorted((a, b) => compareClauseNumbers(a.number, b.number));
}

/** The evidence that fits, newest first. */
export function filteredEvidence(view: FollowUpView, filter: EvidenceFilter): EvidenceView[] {
  const words = filter.search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  return view.evidence
    .filter((evidence) => {
      const links = linksOf(view, evidence.id);
      if (filter.kind && evidence.kind !== filter.kind) return false;
      if (filter.author && evidence.author !== filter.author) return false;
      if (filter.withoutClause && links.length > 0) return false;
      if (filter.clauseId && !links.some(({ clauseId }) => clauseId === filter.clauseId)) return false;
      const text = textOf(evidence);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn) || b.createdAt.localeCompare(a.createdAt));
}

/** Those that an address can say. */
export function kindOf(text: string | undefined): EvidenceKind | '' {
  return EVIDENCE_KINDS.find((kind) => kind === text) ?? '';
}

/** All that can be searched for in a piece of evidence, in small letters. */
function textOf({ title, text, author, attachments, meeting, observation, review }: EvidenceView): string {
  const parts = [
    ...[title, text, author, meeting?.place, observation?.place, observation?.situation],
    ...attachments.map(({ fileName }) => fileName),
    ...(meeting?.participants ?? []).map(({ name, role }) => `${name} ${role}`),
    ...(meeting?.agenda ?? []).map((item) => item.text),
    ...(review?.questions ?? []).map((question) => question.text),
  ];
  return parts.filter(Boolean).join('\n').toLocaleLowerCase('sv');
}
