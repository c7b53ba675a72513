import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddFindingRequest, ChangeFindingRequest } from '@insyn/api-schema/server';
import { FINDING_KIND_LABELS, quotedStart, type FindingKind, type Severity } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { nextPosition, recordChange, savedNew } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf, requireOwn } from '../follow-ups/content-change.js';
import { given } from '../follow-ups/given.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { requireJudgesClauses } from '../rechecks/judges-clauses.js';
import { FindingClause } from './finding-clause.entity.js';
import { FindingEvidence } from './finding-evidence.entity.js';
import { Finding } from './finding.entity.js';

interface FindingRow {
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  remedied: string | null;
}

interface Ties {
  clauseIds?: string[] | undefined;
  evidenceIds?: string[] | undefined;
}

@Injectable()
export class FindingsService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, followUpId: string, request: AddFindingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId);
      await requireJudgesClauses(tx, followUpId);
      const { clauseIds, evidenceIds, ...written } = given(request);
      const finding = soundFinding({ severity: null, text: '', legalGround: null, remedied: null, ...written });
      await requireTies(tx, followUpId, { clauseIds, evidenceIds });
      const id = tx.newId();
      const position = await nextPosition(tx, 'finding', followUpId);
      await tx.insert(Finding, { municipalityId: tx.municipalityId, id, followUpId, ...finding, position });
      await tie(tx, id, { clauseIds, evidenceIds });
      const summary = `Skrev ${nameOf(finding)}`;
      const after = { ...finding, clauseIds, evidenceIds };
      recordChange(tx, { followUpId, noun: 'finding', id, act: 'added', summary, after });
      return savedNew(id);
    });
  }

  public change(user: StaffUser, id: string, request: ChangeFindingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, clauseIds, evidenceIds, ...patch } = given(request);
      const followUp = await changeContentOf(tx, 'finding', id);
      const before = await findingBefore(tx, id);
      // A finding that stops being a deficiency has no severity any more.
      const dropped = patch.kind !== undefined && patch.kind !== 'deficiency' && patch.severity === undefined;
      const finding = soundFinding({ ...before, ...patch, ...(dropped ? { severity: null } : {}) });
      await requireTies(tx, followUp.id, { clauseIds, evidenceIds });
      const version = await tx.update(Finding, id, from, finding);
      await tie(tx, id, { clauseIds, evidenceIds });
      const after = { ...finding, ...(clauseIds && { clauseIds }), ...(evidenceIds && { evidenceIds }) };
      const summary = `Ändrade ${nameOf(finding)}`;
      recordChange(tx, { followUpId: followUp.id, noun: 'finding', id, act: 'changed', summary, before, after });
      return { id, version };
    });
  }

  /** @throws Conflict `finding-cited` while an action rests on it. */
  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'finding', id);
      const before = await findingBefore(tx, id);
      const actions = await tx.query<{ text: string }>(
        `select a.text from action_finding af join action a on a.municipality_id = af.municipality_id and a.id = af.action_id
         where af.municipality_id = $1 and af.finding_id = $2 order by a.position`,
        [tx.municipalityId, id],
      );
      if (actions.length > 0) {
        const names = actions.map(({ text }) => `”${quotedStart(text)}”`).join(', ');
        throw new Conflict('finding-cited', `Iakttagelsen kan inte tas bort: den är grund för ${names}.`);
      }
      await tx.update(Finding, id, version, {});
      for (const remove of REMOVE) await tx.query(remove, [tx.municipalityId, id]);
      const summary = `Tog bort ${nameOf(before)}`;
      recordChange(tx, { followUpId: followUp.id, noun: 'finding', id, act: 'removed', summary, before });
    });
  }
}

const REMOVE = [
  'delete from finding_clause where municipality_id = $1 and finding_id = $2',
  'delete from finding_evidence where municipality_id = $1 and finding_id = $2',
  'delete from finding where municipality_id = $1 and id = $2',
] as const;

function nameOf({ kind, title }: FindingRow): string {
  return `${FINDING_KIND_LABELS[kind].toLowerCase()} ”${title}”`;
}

/** @throws Invalid where the severity and the kind do not hold together. Empty words are none. */
function soundFinding(finding: FindingRow): FindingRow {
  const { kind, severity } = finding;
  if (kind === 'deficiency' && severity === null) {
    throw new Invalid([{ field: 'severity', message: 'Välj om bristen är allvarlig eller mindre.' }]);
  }
  if (kind !== 'deficiency' && severity !== null) {
    throw new Invalid([{ field: 'severity', message: 'Bara en brist har allvarlighetsgrad.' }]);
  }
  return { ...finding, legalGround: finding.legalGround || null, remedied: finding.remedied || null };
}

async function findingBefore(tx: Transaction, id: string): Promise<FindingRow> {
  const [finding] = await tx.query<FindingRow>(
    `select kind, severity, title, text, legal_ground as "legalGround", remedied
     from finding where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id],
  );
  if (finding === undefined) throw new NotFound();
  return finding;
}

async function requireTies(tx: Transaction, followUpId: string, { clauseIds, evidenceIds }: Ties): Promise<void> {
  await requireOwn(tx, followUpId, 'clause', clauseIds, 'clauseIds');
  await requireOwn(tx, followUpId, 'evidence', evidenceIds, 'evidenceIds');
}

/** Ties the finding to exactly these clauses and this evidence; what is not given stays. */
async function tie(tx: Transaction, findingId: string, { clauseIds, evidenceIds }: Ties): Promise<void> {
  const { municipalityId } = tx;
  if (clauseIds !== undefined) {
    await tx.query(REMOVE[0], [municipalityId, findingId]);
    if (clauseIds.length > 0) {
      await tx.insert(
        FindingClause,
        clauseIds.map((clauseId) => ({ municipalityId, findingId, clauseId })),
      );
    }
  }
  if (evidenceIds !== undefined) {
    await tx.query(REMOVE[1], [municipalityId, findingId]);
    if (evidenceIds.length > 0) {
      await tx.insert(
        FindingEvidence,
        evidenceIds.map((evidenceId) => ({ municipalityId, findingId, evidenceId })),
      );
    }
  }
}
