import { Injectable } from '@nestjs/common';
import type { AssessmentView } from '@insyn/api-schema';
import type { PutAssessmentRequest } from '@insyn/api-schema/server';
import { clauseName, VERDICT_LABELS } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordChange } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf, requireOwn } from '../follow-ups/content-change.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, NotFound } from '../http/problem.js';
import { requireJudgesClauses } from '../rechecks/judges-clauses.js';
import { assessmentById, assessmentsOnClauses, clauseNumbers } from './assessment-rows.js';
import { AssessmentClause } from './assessment-clause.entity.js';
import { AssessmentEvidence } from './assessment-evidence.entity.js';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class AssessmentsService {
  public constructor(private readonly db: Database) {}

  /**
   * Writes the verdict and text of one clause, or of a few judged together. The row is that of the first clause; clauses
   * taken in leave theirs, and clauses left out keep the former verdict and text in a row of their own.
   * @throws Conflict `stale-version` with what the other officer wrote, where the row is not the one that was read.
   */
  public put(user: StaffUser, followUpId: string, request: PutAssessmentRequest): Promise<AssessmentView> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId);
      await requireJudgesClauses(tx, followUpId);
      await requireOwn(tx, followUpId, 'clause', request.clauseIds, 'clauseIds');
      await requireOwn(tx, followUpId, 'evidence', request.evidenceIds, 'evidenceIds');
      const there = await assessmentsOnClauses(tx, followUpId, request.clauseIds);
      const own = there.find((assessment) => assessment.clauseIds.includes(request.clauseIds[0] ?? ''));
      if ((own?.version ?? null) !== request.version) {
        // The same save sent again after its answer was lost is no collision.
        if (own !== undefined && saysTheSame(own, request) && own.updatedBy === user.name) return own;
        throw stale(own);
      }
      const others = there.filter((assessment) => assessment.id !== own?.id);
      await leave(tx, followUpId, others, request.clauseIds);
      if (own !== undefined) await splitOff(tx, followUpId, own, request.clauseIds);
      const id = await write(tx, followUpId, own, request);
      const saved = await assessmentById(tx, id);
      if (saved === undefined) throw new NotFound();
      const name = clauseName(...(await clauseNumbers(tx, saved.clauseIds)));
      const verdict = saved.verdict === null ? 'utan bedömning' : VERDICT_LABELS[saved.verdict].toLowerCase();
      recordChange(tx, {
        followUpId,
        noun: 'assessment',
        id,
        act: own === undefined ? 'added' : 'changed',
        summary: `Bedömde ${name}: ${verdict}`,
        before: [...(own === undefined ? [] : [own]), ...others].map(asContent),
        after: asContent(saved),
      });
      return saved;
    });
  }

  /** Splits a joint assessment, so that each clause keeps its verdict and text; removes one that is of a single clause. */
  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const { id: followUpId } = await changeContentOf(tx, 'assessment', id);
      const before = await assessmentById(tx, id);
      if (before === undefined) throw new NotFound();
      if (before.version !== version) throw stale(before);
      const name = clauseName(...(await clauseNumbers(tx, before.clauseIds)));
      const isJoint = before.clauseIds.length > 1;
      if (isJoint) await splitOff(tx, followUpId, before, before.clauseIds.slice(0, 1));
      else await removeRow(tx, id);
      if (isJoint) await tx.update(Assessment, id, version, {});
      const summary = isJoint ? `Delade bedömningen av ${name}` : `Tog bort bedömningen av ${name}`;
      const act = isJoint ? 'split' : 'removed';
      recordChange(tx, { followUpId, noun: 'assessment', id, act, summary, before: asContent(before) });
    });
  }
}

function asContent({ clauseIds, verdict, text, evidenceIds }: AssessmentView) {
  return { clauseIds, verdict, text, evidenceIds };
}

function saysTheSame(there: AssessmentView, { clauseIds, verdict, text, evidenceIds }: PutAssessmentRequest): boolean {
  const same = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id));
  return (
    there.verdict === verdict &&
    there.text === text &&
    same(there.clauseIds, clauseIds) &&
    same(there.evidenceIds, evidenceIds)
  );
}

function stale(current: AssessmentView | undefined): Conflict {
  if (current === undefined) {
    return new Conflict('stale-version', 'Bedömningen finns inte längre. Läs in uppföljningen igen.', {
      current: null,
    });
  }
  const title = `${current.updatedBy} har ändrat bedömningen sedan du öppnade den. Jämför texterna och spara igen.`;
  const { version, updatedBy, updatedAt } = current;
  return new Conflict('stale-version', title, { version, changedBy: updatedBy, changedAt: updatedAt, current });
}

/** Writes the row with its clauses and evidence; a new one where there was none. */
async function write(
  tx: Transaction,
  followUpId: string,
  own: AssessmentView | undefined,
  { clauseIds, verdict, text, evidenceIds }: Omit<PutAssessmentRequest, 'version'>,
): Promise<string> {
  const { municipalityId } = tx;
  const id = own?.id ?? tx.newId();
  const row = { verdict, text, updatedBy: tx.user.accountId, updatedAt: tx.now };
  if (own === undefined) await tx.insert(Assessment, { municipalityId, id, followUpId, ...row });
  else await tx.update(Assessment, id, own.version, row);
  await untie(tx, id);
  await tx.insert(
    AssessmentClause,
    clauseIds.map((clauseId) => ({ municipalityId, followUpId, clauseId, assessmentId: id })),
  );
  if (evidenceIds.length > 0) {
    await tx.insert(
      AssessmentEvidence,
      evidenceIds.map((evidenceId) => ({ municipalityId, assessmentId: id, evidenceId })),
    );
  }
  return id;
}

/** The clauses leave the assessments that they had; one that has no clause left goes with them. */
async function leave(
  tx: Transaction,
  followUpId: string,
  others: AssessmentView[],
  clauseIds: string[],
): Promise<void> {
  for (const other of others) {
    if (other.clauseIds.every((id) => clauseIds.includes(id))) {
      await removeRow(tx, other.id);
      continue;
    }
    await tx.query(
      'delete from assessment_clause where municipality_id = $1 and follow_up_id = $2 and clause_id = any ($3)',
      [tx.municipalityId, followUpId, clauseIds],
    );
    await tx.update(Assessment, other.id, null, {});
  }
}

/** The clauses that are not kept get a row each, with the verdict, text and evidence that they had. */
async function splitOff(tx: Transaction, followUpId: string, own: AssessmentView, kept: string[]): Promise<void> {
  const { verdict, text, evidenceIds } = own;
  for (const clauseId of own.clauseIds.filter((id) => !kept.includes(id))) {
    await tx.query(
      'delete from assessment_clause where municipality_id = $1 and follow_up_id = $2 and clause_id = $3',
      [tx.municipalityId, followUpId, clauseId],
    );
    await write(tx, followUpId, undefined, { clauseIds: [clauseId], verdict, text, evidenceIds });
  }
}

async function removeRow(tx: Transaction, id: string): Promise<void> {
  await untie(tx, id);
  await tx.query('delete from assessment where municipality_id = $1 and id = $2', [tx.municipalityId, id]);
}

async function untie(tx: Transaction, id: string): Promise<void> {
  await tx.query('delete from assessment_clause where municipality_id = $1 and assessment_id = $2', [
    tx.municipalityId,
    id,
  ]);
  await tx.query('delete from assessment_evidence where municipality_id = $1 and assessment_id = $2', [
    tx.municipalityId,
    id,
  ]);
}
