import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddActionRequest, ChangeActionRequest } from '@insyn/api-schema/server';
import { ACTION_KIND_LABELS, quotedStart, type ActionKind, type CalendarDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { nextPosition, recordChange, savedNew } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf, requireOwn } from '../follow-ups/content-change.js';
import { given } from '../follow-ups/given.js';
import type { StaffUser } from '../http/current-user.js';
import { NotFound } from '../http/problem.js';
import { requireJudgesClauses } from '../rechecks/judges-clauses.js';
import { ActionClause } from './action-clause.entity.js';
import { ActionFinding } from './action-finding.entity.js';
import { Action } from './action.entity.js';

interface ActionRow {
  kind: ActionKind;
  text: string;
  dueDate: CalendarDate | null;
  effectMeasure: string;
}

interface Ties {
  findingIds?: string[] | undefined;
  clauseIds?: string[] | undefined;
}

/** Requirements and recommendations. What they must rest on (R7) stops the follow-up later, not the writing. */
@Injectable()
export class ActionsService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, followUpId: string, request: AddActionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId);
      await requireJudgesClauses(tx, followUpId);
      const { findingIds, clauseIds, kind, text, dueDate = null, effectMeasure = '' } = request;
      await requireTies(tx, followUpId, { findingIds, clauseIds });
      const id = tx.newId();
      const action = { kind, text, dueDate, effectMeasure };
      const position = await nextPosition(tx, 'action', followUpId);
      await tx.insert(Action, {
        municipalityId: tx.municipalityId,
        id,
        followUpId,
        ...action,
        state: 'open',
        position,
      });
      await tie(tx, id, { findingIds, clauseIds });
      const summary = `Skrev ${nameOf(action)}`;
      const after = { ...action, findingIds, clauseIds };
      recordChange(tx, { followUpId, noun: 'action', id, act: 'added', summary, after });
      return savedNew(id);
    });
  }

  public change(user: StaffUser, id: string, request: ChangeActionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, findingIds, clauseIds, ...patch } = given(request);
      const followUp = await changeContentOf(tx, 'action', id);
      const before = await actionBefore(tx, id);
      await requireTies(tx, followUp.id, { findingIds, clauseIds });
      const version = await tx.update(Action, id, from, patch);
      await tie(tx, id, { findingIds, clauseIds });
      const after = { ...patch, ...(findingIds && { findingIds }), ...(clauseIds && { clauseIds }) };
      const summary = `Ändrade ${nameOf({ ...before, ...patch })}`;
      recordChange(tx, { followUpId: followUp.id, noun: 'action', id, act: 'changed', summary, before, after });
      return { id, version };
    });
  }

  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'action', id);
      const before = await actionBefore(tx, id);
      await tx.update(Action, id, version, {});
      for (const remove of REMOVE) await tx.query(remove, [tx.municipalityId, id]);
      const summary = `Tog bort ${nameOf(before)}`;
      recordChange(tx, { followUpId: followUp.id, noun: 'action', id, act: 'removed', summary, before });
    });
  }
}

const REMOVE = [
  'delete from action_finding where municipality_id = $1 and action_id = $2',
  'delete from action_clause where municipality_id = $1 and action_id = $2',
  'delete from action where municipality_id = $1 and id = $2',
] as const;

function nameOf({ kind, text }: Pick<ActionRow, 'kind' | 'text'>): string {
  return `${ACTION_KIND_LABELS[kind].toLowerCase()} ”${quotedStart(text)}”`;
}

async function actionBefore(tx: Transaction, id: string): Promise<ActionRow> {
  const [action] = await tx.query<ActionRow>(
    `select kind, text, due_date::text as "dueDate", effect_measure as "effectMeasure"
     from action where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id],
  );
  if (action === undefined) throw new NotFound();
  return action;
}

async function requireTies(tx: Transaction, followUpId: string, { findingIds, clauseIds }: Ties): Promise<void> {
  await requireOwn(tx, followUpId, 'finding', findingIds, 'findingIds');
  await requireOwn(tx, followUpId, 'clause', clauseIds, 'clauseIds');
}

/** Ties the action to exactly these findings and clauses; what is not given stays. */
async function tie(tx: Transaction, actionId: string, { findingIds, clauseIds }: Ties): Promise<void> {
  const { municipalityId } = tx;
  if (findingIds !== undefined) {
    await tx.query(REMOVE[0], [municipalityId, actionId]);
    if (findingIds.length > 0) {
      await tx.insert(
        ActionFinding,
        findingIds.map((findingId) => ({ municipalityId, actionId, findingId })),
      );
    }
  }
  if (clauseIds !== undefined) {
    await tx.query(REMOVE[1], [municipalityId, actionId]);
    if (clauseIds.length > 0) {
      await tx.insert(
        ActionClause,
        clauseIds.map((clauseId) => ({ municipalityId, actionId, clauseId })),
      );
    }
  }
}
