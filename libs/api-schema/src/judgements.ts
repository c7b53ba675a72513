import type { CalendarDate, JudgementGround, JudgementStatus, Outcome, UnmetReason } from '@insyn/domain';
import type { BlockerView } from './blockers.js';
import type { Id, Instant } from './identity.js';

export type { JudgementGround };

/** `GET /api/follow-ups/:id/judgement-proposal`: what rule R9 gives today. */
export interface JudgementProposal {
  outcome: Outcome;
  grounds: JudgementGround[];
  blockers: BlockerView[];
}

export interface ReturnCommentView {
  id: Id;
  place: { kind: string; id?: Id };
  text: string;
  by: string;
  at: Instant;
}

/** One link in the chain of judgements. */
export interface JudgementView {
  id: Id;
  outcome: Outcome;
  proposedOutcome: Outcome;
  grounds: JudgementGround[];
  text: string;
  departureReason: string | null;
  /** Why a serious deficiency or a critical clause not met carries no requirement (R9). */
  unmetReasons: UnmetReason[];
  author: string;
  authorId: Id;
  proposedAt: Instant;
  contentVersion: number;
  status: JudgementStatus;
  decidedBy: string | null;
  decidedOn: CalendarDate | null;
  comments: ReturnCommentView[];
}
