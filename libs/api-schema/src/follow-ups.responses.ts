import {
  CLAUSE_KINDS,
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATES,
  JUDGEMENT_STATUSES,
  OUTCOMES,
  type ClauseKind,
  type FollowUpAction,
  type FollowUpKind,
  type FollowUpState,
  type JudgementGround,
  type JudgementStatus,
  type Outcome,
  type UnmetReason,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ActionResponse, AssessmentResponse, FigureResponse, FindingResponse } from './assessments.responses.js';
import type { ActionOffer, BlockerView } from './blockers.js';
import { AttachmentResponse, EvidenceResponse } from './evidence.responses.js';
import type { FollowUpListItem, FollowUpView, ScopeClauseView, TeamCandidate, TransitionView } from './follow-ups.js';
import type { ConflictDeclarationView, JudgementView, ReturnCommentView } from './judgements.js';
import type { MyWorkView, WaitingForMe, WaitingForOthers } from './my-work.js';

const UUID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

export class FollowUpListItemResponse implements FollowUpListItem {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String, enum: FOLLOW_UP_KINDS }) kind!: FollowUpKind;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String, enum: FOLLOW_UP_STATES }) state!: FollowUpState;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String }) committee!: string;
  @ApiProperty({ type: String, enum: OUTCOMES, nullable: true }) outcome!: Outcome | null;
  @ApiProperty({ ...DATE, nullable: true }) decisionDue!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) recheckDue!: string | null;
}

export class PlaceResponse {
  @ApiProperty({ type: String }) kind!: string;
  @ApiProperty({ type: String, required: false }) id?: string;
}

export class BlockerResponse implements BlockerView {
  @ApiProperty({ type: String }) code!: string;
  @ApiProperty({ type: String }) message!: string;
  @ApiProperty({ type: PlaceResponse }) place!: PlaceResponse;
}

class ActionOfferResponse implements ActionOffer {
  @ApiProperty({ type: String, enum: FOLLOW_UP_ACTIONS }) name!: FollowUpAction;
  @ApiProperty({ type: [BlockerResponse] }) blockers!: BlockerResponse[];
}

class NamedResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class FollowUpProviderResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) legalName!: string;
}

class FollowUpContractResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) reference!: string;
}

class ScopeClauseResponse implements ScopeClauseView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: CLAUSE_KINDS }) kind!: ClauseKind;
  @ApiProperty({ type: String }) focusArea!: string;
  @ApiProperty({ type: Boolean }) critical!: boolean;
  @ApiProperty({ type: [Number] }) notMetBefore!: number[];
}

class TransitionResponse implements TransitionView {
  @ApiProperty({ type: String, enum: FOLLOW_UP_ACTIONS }) action!: FollowUpAction;
  @ApiProperty({ type: String, enum: FOLLOW_UP_STATES }) from!: FollowUpState;
  @ApiProperty({ type: String, enum: FOLLOW_UP_STATES }) to!: FollowUpState;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty(DATE) on!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

class CommentAnswerResponse {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) by!: string;
  @ApiProperty(INSTANT) at!: string;
}

class ReturnCommentResponse implements ReturnCommentView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: PlaceResponse }) place!: PlaceResponse;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) by!: string;
  @ApiProperty(INSTANT) at!: string;
  @ApiProperty({ type: CommentAnswerResponse, nullable: true }) answer!: CommentAnswerResponse | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ConflictDeclarationResponse implements ConflictDeclarationView {
  @ApiProperty(UUID) accountId!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: Boolean }) hasConflict!: boolean;
  @ApiProperty(INSTANT) declaredAt!: string;
  @ApiProperty({ type: Boolean }) lifted!: boolean;
}

class FollowUpJudgementResponse implements JudgementView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String, enum: OUTCOMES }) outcome!: Outcome;
  @ApiProperty({ type: String, enum: OUTCOMES }) proposedOutcome!: Outcome;
  @ApiProperty({ type: 'array', items: { type: 'object' } }) grounds!: JudgementGround[];
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, nullable: true }) departureReason!: string | null;
  @ApiProperty({ type: String, nullable: true }) noPlanReason!: string | null;
  @ApiProperty({ type: 'array', items: { type: 'object' } }) unmetReasons!: UnmetReason[];
  @ApiProperty({ type: String }) author!: string;
  @ApiProperty(UUID) authorId!: string;
  @ApiProperty(INSTANT) proposedAt!: string;
  @ApiProperty({ type: 'integer' }) contentVersion!: number;
  @ApiProperty({ type: String, enum: JUDGEMENT_STATUSES }) status!: JudgementStatus;
  @ApiProperty({ type: String, nullable: true }) decidedBy!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) decidedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) ground!: string | null;
  @ApiProperty({ type: [ReturnCommentResponse] }) comments!: ReturnCommentResponse[];
}

class FollowUpReportResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty(DATE) approvedOn!: string;
  @ApiProperty({ type: String }) seal!: string;
  @ApiProperty({ type: String, nullable: true }) pdfHref!: string | null;
  @ApiProperty({ type: String, nullable: true }) htmlHref!: string | null;
}

export class FollowUpResponse implements FollowUpView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String, enum: FOLLOW_UP_KINDS }) kind!: FollowUpKind;
  @ApiProperty({ ...UUID, nullable: true }) parentId!: string | null;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String, enum: FOLLOW_UP_STATES }) state!: FollowUpState;
  @ApiProperty({ type: NamedResponse }) committee!: NamedResponse;
  @ApiProperty({ type: FollowUpProviderResponse }) provider!: FollowUpProviderResponse;
  @ApiProperty({ type: NamedResponse }) unit!: NamedResponse;
  @ApiProperty({ type: FollowUpContractResponse }) contract!: FollowUpContractResponse;
  @ApiProperty({ type: 'integer' }) clauseSetNumber!: number;
  @ApiProperty({ type: String }) background!: string;
  @ApiProperty({ type: String }) purpose!: string;
  @ApiProperty({ type: String }) summary!: string;
  @ApiProperty({ ...DATE, nullable: true }) reportDate!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) decisionDue!: string | null;
  @ApiProperty({ type: String, nullable: true }) noFactCheckReason!: string | null;
  @ApiProperty({ type: Boolean }) factChecked!: boolean;
  @ApiProperty({ ...DATE, nullable: true }) approvedOn!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) recheckDue!: string | null;
  @ApiProperty({ type: 'integer' }) contentVersion!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [NamedResponse] }) team!: NamedResponse[];
  @ApiProperty({ type: [ConflictDeclarationResponse] }) declarations!: ConflictDeclarationResponse[];
  @ApiProperty({ type: [ScopeClauseResponse] }) clauses!: ScopeClauseResponse[];
  @ApiProperty({ type: [AssessmentResponse] }) assessments!: AssessmentResponse[];
  @ApiProperty({ type: [EvidenceResponse] }) evidence!: EvidenceResponse[];
  @ApiProperty({ type: [AttachmentResponse] }) attachments!: AttachmentResponse[];
  @ApiProperty({ type: [FigureResponse] }) figures!: FigureResponse[];
  @ApiProperty({ type: [FindingResponse] }) findings!: FindingResponse[];
  @ApiProperty({ type: [ActionResponse] }) actions!: ActionResponse[];
  @ApiProperty({ type: [TransitionResponse] }) transitions!: TransitionResponse[];
  @ApiProperty({ type: [FollowUpJudgementResponse] }) judgements!: FollowUpJudgementResponse[];
  @ApiProperty({ type: [FollowUpReportResponse] }) reports!: FollowUpReportResponse[];
  @ApiProperty({ ...UUID, nullable: true }) publicationId!: string | null;
  @ApiProperty({ type: [ActionOfferResponse] }) offers!: ActionOfferResponse[];
  @ApiProperty({ type: [BlockerResponse] }) missing!: BlockerResponse[];
  @ApiProperty({ type: [BlockerResponse] }) notes!: BlockerResponse[];
  @ApiProperty({ type: Boolean }) editable!: boolean;
}

export class TeamCandidateResponse implements TeamCandidate {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
}

class WaitingForMeResponse implements WaitingForMe {
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) subtitle!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ ...DATE, nullable: true }) due!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) overdueDays!: number | null;
  @ApiProperty({ type: String }) nextStep!: string;
  @ApiProperty({ type: String }) href!: string;
}

class WaitingForOthersResponse implements WaitingForOthers {
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ ...DATE, nullable: true }) due!: string | null;
  @ApiProperty({ type: String }) who!: string;
}

class WorkYearResponse {
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer' }) ongoing!: number;
  @ApiProperty({ type: 'integer' }) notStarted!: number;
}

class WorkMeetingResponse {
  @ApiProperty(DATE) on!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt!: string | null;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty(UUID) followUpId!: string;
}

export class MyWorkResponse implements MyWorkView {
  @ApiProperty({ type: [WaitingForMeResponse] }) waitingForMe!: WaitingForMeResponse[];
  @ApiProperty({ type: [WaitingForOthersResponse] }) waitingForOthers!: WaitingForOthersResponse[];
  @ApiProperty({ type: WorkYearResponse }) year!: WorkYearResponse;
  @ApiProperty({ type: [WorkMeetingResponse] }) meetings!: WorkMeetingResponse[];
}
