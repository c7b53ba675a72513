import { Injectable } from '@nestjs/common';
import type { AnswerCommentRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import { CONTENT_STATES } from '../follow-ups/content-change.js';
import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, NotFound } from '../http/problem.js';
import { ReturnComment } from './return-comment.entity.js';

/** What a manager returned the judgement with, and what the officer has done about it. */
@Injectable()
export class ReturnCommentsService {
  public constructor(private readonly db: Database) {}

  /**
   * Says in words how a comment has been taken care of; the manager reads it when the judgement is sent anew. What is stored
   * already is left as it is, so that a save that is sent again is no conflict.
   */
  public answer(
    user: StaffUser,
    followUpId: string,
    commentId: string,
    { version, text }: AnswerCommentRequest,
  ): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const { state } = await lockFollowUp(tx, followUpId, 'follow-up.write');
      if (!CONTENT_STATES.includes(state)) {
        throw new Conflict('wrong-state', 'Kommentarer besvaras medan uppföljningen bearbetas.');
      }
      const [comment] = await tx.query<ReturnedComment>(LAST_RETURNED, [tx.municipalityId, followUpId, commentId]);
      if (comment === undefined) throw new NotFound();
      if (comment.answer === text) return;
      if (!comment.last) {
        throw new Conflict('comment-of-earlier-return', 'Kommentaren hör till en tidigare återlämning.');
      }
      await tx.update(ReturnComment, commentId, version, {
        ...{ answer: text, answeredBy: user.accountId, answeredAt: tx.now },
      });
      tx.appendEvent({
        ...{ kind: 'judgement.comment-answered', subjectKind: 'return-comment', subjectId: commentId, followUpId },
        summary: 'Svarade på en kommentar från återlämningen',
        ...(comment.answer !== null && { before: { answer: comment.answer } }),
        after: { comment: comment.text, answer: text },
      });
    });
  }
}

interface ReturnedComment {
  readonly text: string;
  readonly answer: string | null;
  /** Whether it belongs to the last judgement of the follow-up. */
  readonly last: boolean;
}

const LAST_RETURNED = `
select c.text, c.answer, not exists (
    select 1 from judgement later where later.municipality_id = $1 and later.follow_up_id = $2
      and later.id > j.id) as last
from return_comment c join judgement j on j.municipality_id = c.municipality_id and j.id = c.judgement_id
where c.municipality_id = $1 and c.follow_up_id = $2 and c.id = $3`;
