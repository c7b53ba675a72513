import { SAMPLE_ALGORITHM, type CalendarDate } from '@insyn/domain';
import { ActionClause } from '../actions/action-clause.entity.js';
import { ActionFinding } from '../actions/action-finding.entity.js';
import { Action } from '../actions/action.entity.js';
import { AssessmentClause } from '../assessments/assessment-clause.entity.js';
import { AssessmentEvidence } from '../assessments/assessment-evidence.entity.js';
import { Assessment } from '../assessments/assessment.entity.js';
import type { Transaction } from '../database/transaction.js';
import { DocumentReview } from '../document-reviews/document-review.entity.js';
import { ReviewedFile } from '../document-reviews/reviewed-file.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Figure } from '../figures/figure.entity.js';
import { FindingClause } from '../findings/finding-clause.entity.js';
import { FindingEvidence } from '../findings/finding-evidence.entity.js';
import { Finding } from '../findings/finding.entity.js';
import { MeetingParticipant } from '../meetings/meeting-participant.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Observation } from '../observations/observation.entity.js';
import type { DemoCase, DemoEvidence } from './demo-case.js';
import type { DemoClock } from './demo-clock.js';
import { insertRows } from './insert-rows.js';

/** Where the content of a case belongs, and the ids of what it points at. */
export interface ContentPlace {
  followUpId: string;
  officerId: string;
  clauseIds: Map<string, string>;
  clock: DemoClock;
  /** Evidence that is there already, by its key in the case. */
  gathered?: ReadonlyMap<string, string>;
  /** When a requirement is to be remedied; null while that is not decided. */
  requirementsDue: CalendarDate | null;
}

/** What was written, for the history: findings and actions by their place in the case. */
export interface WrittenContent {
  evidenceIds: string[];
  findingIds: string[];
  actionIds: string[];
}

/** Writes all that a case holds: evidence, figures, assessments, findings and actions. */
export async function writeContent(tx: Transaction, demoCase: DemoCase, place: ContentPlace): Promise<WrittenContent> {
  const evidenceIds = await writeEvidence(tx, demoCase, place);
  await writeFigures(tx, demoCase, place);
  await writeAssessments(tx, demoCase, place, evidenceIds);
  const findingIds = await writeFindings(tx, demoCase, place, evidenceIds);
  const actionIds = await writeActions(tx, demoCase, place, findingIds);
  return { evidenceIds: [...evidenceIds.values()], findingIds: [...findingIds.values()], actionIds };
}

/** Where and in what situation a visit is made. */
const VISIT = { place: 'Verksamhetens lokaler', situation: 'Anmält besök en eftermiddag', minutes: 90 };

async function writeEvidence(
  tx: Transaction,
  { evidence: all }: DemoCase,
  place: ContentPlace,
): Promise<Map<string, string>> {
  const { municipalityId } = tx;
  const { followUpId, officerId, clock, gathered = new Map<string, string>() } = place;
  const ids = new Map(all.map(({ key }) => [key, gathered.get(key) ?? tx.newId()]));
  const evidence = all.filter(({ key }) => !gathered.has(key));
  const idOf = ({ key }: DemoEvidence) => ids.get(key) ?? '';
  await insertRows(
    tx,
    Evidence,
    evidence.map((item, at) => ({
      municipalityId,
      id: idOf(item),
      followUpId,
      kind: item.kind,
      heldOn: item.heldOn,
      title: item.title,
      text: item.text,
      createdBy: officerId,
      createdAt: clock.instant(item.heldOn, 60 + at).toISOString(),
    })),
  );
  const meetings = evidence.flatMap((item) =>
    item.meeting === undefined
      ? []
      : [{ evidenceId: idOf(item), heldOn: item.heldOn, isAhead: item.text === '', ...item.meeting }],
  );
  await insertRows(
    tx,
    Meeting,
    meetings.map(({ evidenceId, form, isAhead, heldOn }) => ({
      ...{ municipalityId, evidenceId, form, state: isAhead ? 'planned' : 'held' },
      startsAt: isAhead ? `${heldOn}T12:00:00Z` : null,
      endsAt: isAhead ? `${heldOn}T13:30:00Z` : null,
    })),
  );
  await insertRows(
    tx,
    MeetingParticipant,
    meetings.flatMap(({ evidenceId, participants }) =>
      participants.map((participant) => ({ municipalityId, id: tx.newId(), evidenceId, ...participant })),
    ),
  );
  await insertRows(
    tx,
    Observation,
    evidence.flatMap((item) =>
      item.kind === 'observation' ? [{ municipalityId, evidenceId: idOf(item), ...VISIT }] : [],
    ),
  );
  const reviews = evidence.flatMap((item) =>
    item.review === undefined ? [] : [{ evidenceId: idOf(item), ...item.review }],
  );
  await insertRows(
    tx,
    DocumentReview,
    reviews.map(({ evidenceId, method, population, size, seed, questions }) => ({
      municipalityId,
      evidenceId,
      method,
      population,
      size,
      seed,
      algorithm: method === 'random' ? SAMPLE_ALGORITHM : null,
      questions,
    })),
  );
  await insertRows(
    tx,
    ReviewedFile,
    reviews.flatMap(({ evidenceId, files }) =>
      files.map(({ number, results, note }) => ({
        municipalityId,
        id: tx.newId(),
        evidenceId,
        fileNumber: number,
        results,
        note,
      })),
    ),
  );
  return ids;
}

async function writeFigures(tx: Transaction, { figures }: DemoCase, { followUpId }: ContentPlace): Promise<void> {
  await insertRows(
    tx,
    Figure,
    figures.map(({ name, unit, period, aboutPersons, counted, reported }, at) => ({
      municipalityId: tx.municipalityId,
      id: tx.newId(),
      followUpId,
      name,
      unit,
      period,
      source: counted === undefined ? ('reported' as const) : ('counted' as const),
      found: counted?.found ?? null,
      total: counted?.total ?? null,
      reportedWords: reported?.words ?? null,
      reportedBy: reported?.by ?? null,
      aboutPersons,
      position: at + 1,
    })),
  );
}

async function writeAssessments(
  tx: Transaction,
  { assessments, dates }: DemoCase,
  { followUpId, officerId, clauseIds, clock }: ContentPlace,
  evidenceIds: Map<string, string>,
): Promise<void> {
  const { municipalityId } = tx;
  const rows = assessments.map((assessment) => ({ id: tx.newId(), assessment }));
  await insertRows(
    tx,
    Assessment,
    rows.map(({ id, assessment: { verdict, text } }, at) => ({
      municipalityId,
      id,
      followUpId,
      verdict,
      text,
      updatedBy: officerId,
      updatedAt: clock.instant(dates.assessing, 120 + at * 7).toISOString(),
    })),
  );
  await insertRows(
    tx,
    AssessmentClause,
    rows.flatMap(({ id, assessment }) =>
      ids(assessment.clauses, clauseIds).map((clauseId) => ({
        municipalityId,
        followUpId,
        clauseId,
        assessmentId: id,
      })),
    ),
  );
  await insertRows(
    tx,
    AssessmentEvidence,
    rows.flatMap(({ id, assessment }) =>
      ids(assessment.evidence, evidenceIds).map((evidenceId) => ({ municipalityId, assessmentId: id, evidenceId })),
    ),
  );
}

async function writeFindings(
  tx: Transaction,
  { findings }: DemoCase,
  { followUpId, clauseIds }: ContentPlace,
  evidenceIds: Map<string, string>,
): Promise<Map<string, string>> {
  const { municipalityId } = tx;
  const rows = findings.map((finding) => ({ id: tx.newId(), finding }));
  await insertRows(
    tx,
    Finding,
    rows.map(({ id, finding: { kind, severity, title, text, legalGround, remedied } }, at) => ({
      municipalityId,
      id,
      followUpId,
      kind,
      severity,
      title,
      text,
      legalGround,
      remedied,
      position: at + 1,
    })),
  );
  await insertRows(
    tx,
    FindingClause,
    rows.flatMap(({ id, finding }) =>
      ids(finding.clauses, clauseIds).map((clauseId) => ({ municipalityId, findingId: id, clauseId })),
    ),
  );
  await insertRows(
    tx,
    FindingEvidence,
    rows.flatMap(({ id, finding }) =>
      ids(finding.evidence, evidenceIds).map((evidenceId) => ({ municipalityId, findingId: id, evidenceId })),
    ),
  );
  return new Map(rows.map(({ id, finding }) => [finding.key, id]));
}

async function writeActions(
  tx: Transaction,
  { actions }: DemoCase,
  { followUpId, clauseIds, requirementsDue }: ContentPlace,
  findingIds: Map<string, string>,
): Promise<string[]> {
  const { municipalityId } = tx;
  const rows = actions.map((action) => ({ id: tx.newId(), action }));
  await insertRows(
    tx,
    Action,
    rows.map(({ id, action: { kind, text, effectMeasure, state } }, at) => ({
      municipalityId,
      id,
      followUpId,
      kind,
      text,
      dueDate: kind === 'requirement' ? requirementsDue : null,
      effectMeasure,
      state,
      position: at + 1,
    })),
  );
  await insertRows(
    tx,
    ActionFinding,
    rows.flatMap(({ id, action }) =>
      ids(action.findings, findingIds).map((findingId) => ({ municipalityId, actionId: id, findingId })),
    ),
  );
  await insertRows(
    tx,
    ActionClause,
    rows.flatMap(({ id, action }) =>
      ids(action.clauses, clauseIds).map((clauseId) => ({ municipalityId, actionId: id, clauseId })),
    ),
  );
  return rows.map(({ id }) => id);
}

/** The ids behind some keys. @throws Error for a key that the case does not have. */
export function ids(keys: readonly string[], known: ReadonlyMap<string, string>): string[] {
  return keys.map((key) => {
    const id = known.get(key);
    if (id === undefined) throw new Error(`The case points at ${key}, which it does not have.`);
    return id;
  });
}
