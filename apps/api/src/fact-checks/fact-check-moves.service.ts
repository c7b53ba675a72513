import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AnswerRemarkRequest, ExtendFactCheckRequest, TakeBackRequest } from '@insyn/api-schema/server';
import { formatDate, REMARK_OUTCOME_LABELS, take, takeFactCheckAction } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { sendDeadlineLetter } from '../deadlines/deadline-letter.js';
import { moveDeadline } from '../deadlines/deadlines.js';
import { changeContent } from '../follow-ups/content-change.js';
import { lockFollowUp, requireContentVersion } from '../follow-ups/follow-up-access.js';
import { loadFollowUpFacts } from '../follow-ups/follow-up-facts.js';
import { actorFacts, moveFollowUp } from '../follow-ups/follow-up-moves.js';
import type { StaffUser } from '../http/current-user.js';
import { requirePermission, visibleFor } from '../http/permitted-committees.js';
import { NotFound, StaleVersion } from '../http/problem.js';
import { letterDue } from '../information-requests/send-request.js';
import { draftSections, sectionAt } from './draft-sections.js';
import { FactCheckAnswer } from './fact-check-answer.entity.js';
import { type FactCheckRow, lockFactCheck, recordFactCheck } from './fact-check-row.js';
import { FactCheck } from './fact-check.entity.js';
import { takeBackFactCheck } from './take-back-fact-check.js';

/** What an officer does with a draft that the provider has. */
@Injectable()
export class FactCheckMovesService {
  public constructor(private readonly db: Database) {}

  /** Takes the draft back to work on it; the provider is told why. @returns the follow-up with its contentVersion. */
  public takeBack(user: StaffUser, followUpId: string, request: TakeBackRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await lockFollowUp(tx, followUpId, 'follow-up.write');
      if (request.contentVersion !== undefined) requireContentVersion(followUp, request.contentVersion);
      const { reason } = request;
      const facts = await loadFollowUpFacts(tx, followUpId);
      const { to } = take('take-back', facts, await actorFacts(tx, followUp), { reason });
      await takeBackFactCheck(tx, followUpId, reason);
      await moveFollowUp(tx, followUp, { action: 'take-back', to, reason });
      return { id: followUpId, version: followUp.contentVersion };
    });
  }

  /** Gives the provider more time, and tells it so; one that had kept silent is waited for again. */
  public extend(user: StaffUser, id: string, request: ExtendFactCheckRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const row = await lockOfficers(tx, id);
      const state = takeFactCheckAction('extend', row.state);
      const due = letterDue(request.due, tx.today);
      const version = await tx.update(FactCheck, id, request.version, { state });
      await moveDeadline(tx, { kind: 'fact-check', subjectId: id, due, reason: request.reason });
      const { followUpId, providerId, content } = row;
      const { reason } = request;
      await sendDeadlineLetter(tx, 'fact-check', {
        followUpId,
        providerId,
        subjectId: id,
        before: row.due,
        due,
        reason,
      });
      recordFactCheck(tx, row, {
        act: 'extended',
        summary: `Gav ${content.provider} ny svarstid för faktakontrollen, till ${formatDate(due)}`,
        before: { due: row.due, state: row.state },
        after: { due, state, reason: request.reason },
      });
      return { id, version };
    });
  }

  /**
   * Answers one remark: what was changed, or why nothing was. What is stored already is left as it is, so that a save that
   * is sent again is no conflict. @returns the answer's version.
   */
  public answer(user: StaffUser, remarkId: string, request: AnswerRemarkRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const row = await lockOfficers(tx, await factCheckOfRemark(tx, remarkId));
      takeFactCheckAction('answer', row.state);
      const remark = row.remarks.find(({ id }) => id === remarkId);
      if (remark === undefined) throw new NotFound();
      const { outcome, text } = request;
      const known = await answerTo(tx, remarkId);
      if (known?.outcome === outcome && known.text === text) return { id: remarkId, version: known.version };
      await changeContent(tx, row.followUpId, ['fact-check']);
      const place = { kind: remark.placeKind, id: remark.placeId };
      const heading = sectionAt(draftSections(row.content.report), place)?.heading ?? '';
      const version = await saveAnswer(tx, row, remarkId, request, known);
      recordFactCheck(tx, row, {
        act: known === undefined ? 'remark-answered' : 'answer-changed',
        summary: `Besvarade synpunkten på ${heading}: ${REMARK_OUTCOME_LABELS[outcome].toLowerCase()}`,
        ...(known && { before: { outcome: known.outcome, text: known.text } }),
        after: { remarkId, outcome, text },
      });
      return { id: remarkId, version };
    });
  }
}

interface KnownAnswer {
  readonly id: string;
  readonly outcome: string;
  readonly text: string;
  readonly version: number;
}

async function saveAnswer(
  tx: Transaction,
  { id: factCheckId }: FactCheckRow,
  remarkId: string,
  { version, outcome, text }: AnswerRemarkRequest,
  known: KnownAnswer | undefined,
): Promise<number> {
  const { municipalityId, accountId: answeredBy, now: answeredAt } = tx;
  if (known !== undefined) {
    if (version === null) {
      throw new StaleVersion({ version: known.version, changedBy: null, changedAt: null, change: null });
    }
    return tx.update(FactCheckAnswer, known.id, version, { outcome, text, answeredBy, answeredAt });
  }
  const id = tx.newId();
  await tx.insert(FactCheckAnswer, {
    ...{ municipalityId, id, factCheckId, remarkId, outcome, text, answeredBy, answeredAt },
  });
  return 1;
}

/**
 * Locks a fact check for an officer, the follow-up first. @throws NotFound for one that the person does not see, Forbidden
 * without the permission in the committee of its follow-up (R20).
 */
async function lockOfficers(tx: Transaction, id: string): Promise<FactCheckRow> {
  const values = [tx.municipalityId, id, visibleFor(tx.user, 'follow-up.write')];
  const [found] = await tx.query<{ followUpId: string; committeeId: string }>(FIND, values);
  if (found === undefined) throw new NotFound();
  requirePermission(tx.user, 'follow-up.write', found.committeeId);
  await lockFollowUp(tx, found.followUpId, 'follow-up.write');
  return lockFactCheck(tx, id);
}

async function factCheckOfRemark(tx: Transaction, remarkId: string): Promise<string> {
  const [remark] = await tx.query<{ id: string }>(OF_REMARK, [tx.municipalityId, remarkId]);
  if (remark === undefined) throw new NotFound();
  return remark.id;
}

async function answerTo(tx: Transaction, remarkId: string): Promise<KnownAnswer | undefined> {
  const [answer] = await tx.query<KnownAnswer>(ANSWER, [tx.municipalityId, remarkId]);
  return answer;
}

const FIND = `
select c.follow_up_id as "followUpId", f.committee_id as "committeeId"
from fact_check c join follow_up f on f.municipality_id = c.municipality_id and f.id = c.follow_up_id
where c.municipality_id = $1 and c.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
// What has not been handed in is not there for an officer.
const OF_REMARK = `
select r.fact_check_id as id
from fact_check_remark r join fact_check c on c.municipality_id = r.municipality_id and c.id = r.fact_check_id
where r.municipality_id = $1 and r.id = $2 and c.answered_at is not null`;
const ANSWER = 'select id, outcome, text, version from fact_check_answer where municipality_id = $1 and remark_id = $2';
