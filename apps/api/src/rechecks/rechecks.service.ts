import { Injectable } from '@nestjs/common';
import type { EffectShare, RecheckJudged } from '@insyn/api-schema';
import type { JudgeRecheckActionRequest } from '@insyn/api-schema/server';
import { quotedStart, RECHECK_VERDICT_LABELS } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { changeContent, requireOwn } from '../follow-ups/content-change.js';
import { recordChange } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound, type FieldError } from '../http/problem.js';
import { JUDGING_STATES } from './judging-states.js';
import { RecheckActionEvidence } from './recheck-action-evidence.entity.js';

type Judgement = Omit<JudgeRecheckActionRequest, 'version'>;
type JudgedRow = RecheckJudged & { text: string };

/** What a re-check finds of the requirements in its scope (R14). */
@Injectable()
export class RechecksService {
  public constructor(private readonly db: Database) {}

  /**
   * Saves what has been found of one requirement so far. What must be there (a verdict, a text, evidence) stops the sending
   * later, not the writing.
   * @throws NotFound for a requirement outside the scope, Conflict `stale-version` with what the other officer wrote.
   */
  public judge(
    user: StaffUser,
    recheckId: string,
    actionId: string,
    request: JudgeRecheckActionRequest,
  ): Promise<RecheckJudged> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, recheckId, JUDGING_STATES);
      const before = await judgedRow(tx, recheckId, actionId);
      requireShares(request);
      await requireOwn(tx, recheckId, 'evidence', request.evidenceIds, 'evidenceIds');
      if (before.version !== request.version) {
        // The same save sent again after its answer was lost is no collision.
        if (saysTheSame(before, request) && before.updatedBy === user.name) return viewOf(before);
        throw stale(before);
      }
      await write(tx, recheckId, actionId, request);
      const after = await judgedRow(tx, recheckId, actionId);
      const verdict = after.verdict === null ? 'utan bedömning' : RECHECK_VERDICT_LABELS[after.verdict].toLowerCase();
      recordChange(tx, {
        ...{ followUpId: recheckId, noun: 'recheck-action', id: actionId, act: 'changed' },
        summary: `Prövade kravet ”${quotedStart(after.text)}”: ${verdict}`,
        before: asContent(before),
        after: asContent(after),
      });
      return viewOf(after);
    });
  }
}

/** k of n: never more found than there are (R4). @throws Invalid at the field. */
function requireShares({ before, after }: Judgement): void {
  const faults = Object.entries({ before, after }).flatMap(([name, share]): FieldError[] =>
    share !== null && share.k > share.n ? [{ field: `${name}.k`, message: 'Antalet kan inte vara fler än alla.' }] : [],
  );
  if (faults.length > 0) throw new Invalid(faults);
}

async function judgedRow(tx: Transaction, recheckId: string, actionId: string): Promise<JudgedRow> {
  const [row] = await tx.query<JudgedRow>(JUDGED, [tx.municipalityId, recheckId, actionId]);
  if (row === undefined) throw new NotFound();
  return row;
}

async function write(tx: Transaction, recheckId: string, actionId: string, judged: Judgement): Promise<void> {
  const ids = [tx.municipalityId, recheckId, actionId];
  const { verdict, note, before, after, evidenceIds } = judged;
  await tx.query(WRITE, [...ids, verdict, note, jsonOf(before), jsonOf(after), tx.accountId, tx.now]);
  await tx.query(UNTIE, ids);
  if (evidenceIds.length === 0) return;
  const { municipalityId } = tx;
  await tx.insert(
    RecheckActionEvidence,
    evidenceIds.map((evidenceId) => ({ municipalityId, recheckId, actionId, evidenceId })),
  );
}

function jsonOf(share: EffectShare | null): string | null {
  return share === null ? null : JSON.stringify({ k: share.k, n: share.n });
}

function saysTheSame(there: JudgedRow, request: Judgement): boolean {
  const same = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id));
  return (
    there.verdict === request.verdict &&
    there.note === request.note &&
    jsonOf(there.before) === jsonOf(request.before) &&
    jsonOf(there.after) === jsonOf(request.after) &&
    same(there.evidenceIds, request.evidenceIds)
  );
}

function asContent({ verdict, note, before, after, evidenceIds }: JudgedRow) {
  return { verdict, note, before, after, evidenceIds };
}

function viewOf({ text: _text, ...judged }: JudgedRow): RecheckJudged {
  return judged;
}

function stale(current: JudgedRow): Conflict {
  const who = current.updatedBy ?? 'Någon';
  const title = `${who} har ändrat prövningen av kravet sedan du öppnade den. Jämför texterna och spara igen.`;
  const { version, updatedBy, updatedAt } = current;
  const changed = { version, changedBy: updatedBy, changedAt: updatedAt };
  return new Conflict('stale-version', title, { ...changed, current: viewOf(current) });
}

const JUDGED = `
select r.action_id as "actionId", r.verdict, r.note, r.before, r.after, r.version, a.text, w.name as "updatedBy",
  to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
  array(select e.evidence_id from recheck_action_evidence e
    where e.municipality_id = $1 and e.recheck_id = $2 and e.action_id = $3 order by e.evidence_id) as "evidenceIds"
from recheck_action r
  join action a on a.municipality_id = $1 and a.id = r.action_id
  left join account w on w.id = r.updated_by
where r.municipality_id = $1 and r.recheck_id = $2 and r.action_id = $3
for update of r`;
const WRITE = `
update recheck_action set verdict = $4, note = $5, before = $6, after = $7, updated_by = $8, updated_at = $9,
  version = version + 1
where municipality_id = $1 and recheck_id = $2 and action_id = $3`;
const UNTIE = 'delete from recheck_action_evidence where municipality_id = $1 and recheck_id = $2 and action_id = $3';
