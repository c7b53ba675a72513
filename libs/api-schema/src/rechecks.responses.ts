import {
  ACTION_ACTS,
  ACTION_KINDS,
  ACTION_STATES,
  EVIDENCE_KINDS,
  FOLLOW_UP_STATES,
  OUTCOMES,
  RECHECK_VERDICTS,
  SEVERITIES,
  type ActionAct,
  type ActionKind,
  type ActionState,
  type EvidenceKind,
  type FollowUpState,
  type Outcome,
  type RecheckVerdict,
  type Severity,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { AttachmentResponse } from './evidence.responses.js';
import type {
  ActionInFollowUp,
  ActionMoveView,
  ActionProgressView,
  ActionsProgressView,
  EarlierEvidence,
  EffectShare,
  PlannedRemedy,
  RecheckActionView,
  RecheckJudged,
  RecheckLink,
  RecheckView,
  RemedyReport,
} from './rechecks.js';

const ID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;
const IDS = { type: 'array', items: { type: 'string', format: 'uuid' } } as const;
const WHOLE = { type: 'integer' } as const;
const OUTCOME = { type: String, enum: OUTCOMES, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time', nullable: true } as const;

export class EffectShareResponse implements EffectShare {
  @ApiProperty(WHOLE) k!: number;
  @ApiProperty(WHOLE) n!: number;
}

const SHARE = { type: EffectShareResponse, nullable: true } as const;

class PlannedMeasureResponse {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) responsible!: string;
  @ApiProperty({ ...DATE, nullable: true }) due!: string | null;
}

class PlannedEffectResponse {
  @ApiProperty({ type: String }) how!: string;
  @ApiProperty({ ...DATE, nullable: true }) followUpOn!: string | null;
  @ApiProperty({ type: String }) measure!: string;
  @ApiProperty(SHARE) before!: EffectShareResponse | null;
  @ApiProperty(SHARE) target!: EffectShareResponse | null;
}

export class PlannedRemedyResponse implements PlannedRemedy {
  @ApiProperty(DATE) submittedOn!: string;
  @ApiProperty({ type: String }) cause!: string;
  @ApiProperty({ type: [PlannedMeasureResponse] }) measures!: PlannedMeasureResponse[];
  @ApiProperty({ type: PlannedEffectResponse }) effect!: PlannedEffectResponse;
  @ApiProperty({ type: String }) answer!: string;
  @ApiProperty({ type: String, enum: ['sufficient', 'incomplete', 'rejected'], nullable: true })
  verdict!: PlannedRemedy['verdict'];
  @ApiProperty({ type: String }) verdictText!: string;
}

class ReportedFileResponse {
  @ApiProperty(ID) id!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty(WHOLE) size!: number;
  @ApiProperty({ type: String }) href!: string;
}

export class RemedyReportResponse implements RemedyReport {
  @ApiProperty(ID) id!: string;
  @ApiProperty(DATE) reportedOn!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty(SHARE) effect!: EffectShareResponse | null;
  @ApiProperty({ type: [ReportedFileResponse] }) files!: ReportedFileResponse[];
}

class ActionClauseResponse {
  @ApiProperty(ID) id!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
}

class ActionFindingResponse {
  @ApiProperty(ID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String, enum: SEVERITIES, nullable: true }) severity!: Severity | null;
}

class ActionInFollowUpResponse implements ActionInFollowUp {
  @ApiProperty(ID) actionId!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: ACTION_KINDS }) kind!: ActionKind;
  @ApiProperty({ type: String, enum: ACTION_STATES }) state!: ActionState;
  @ApiProperty({ ...DATE, nullable: true }) dueDate!: string | null;
  @ApiProperty({ type: String }) effectMeasure!: string;
  @ApiProperty({ type: [ActionClauseResponse] }) clauses!: ActionClauseResponse[];
  @ApiProperty({ type: [ActionFindingResponse] }) findings!: ActionFindingResponse[];
  @ApiProperty({ type: PlannedRemedyResponse, nullable: true }) plan!: PlannedRemedyResponse | null;
  @ApiProperty({ type: [RemedyReportResponse] }) reports!: RemedyReportResponse[];
}

export class RecheckActionResponse extends ActionInFollowUpResponse implements RecheckActionView {
  @ApiProperty({ type: String, enum: RECHECK_VERDICTS, nullable: true }) verdict!: RecheckVerdict | null;
  @ApiProperty({ type: String }) note!: string;
  @ApiProperty(SHARE) before!: EffectShareResponse | null;
  @ApiProperty(SHARE) after!: EffectShareResponse | null;
  @ApiProperty(IDS) evidenceIds!: string[];
  @ApiProperty({ type: String, nullable: true }) updatedBy!: string | null;
  @ApiProperty(INSTANT) updatedAt!: string | null;
  @ApiProperty(WHOLE) version!: number;
}

export class RecheckJudgedResponse implements RecheckJudged {
  @ApiProperty(ID) actionId!: string;
  @ApiProperty({ type: String, enum: RECHECK_VERDICTS, nullable: true }) verdict!: RecheckVerdict | null;
  @ApiProperty({ type: String }) note!: string;
  @ApiProperty(SHARE) before!: EffectShareResponse | null;
  @ApiProperty(SHARE) after!: EffectShareResponse | null;
  @ApiProperty(IDS) evidenceIds!: string[];
  @ApiProperty({ type: String, nullable: true }) updatedBy!: string | null;
  @ApiProperty(INSTANT) updatedAt!: string | null;
  @ApiProperty(WHOLE) version!: number;
}

class RecheckRootResponse {
  @ApiProperty(ID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty(OUTCOME) outcome!: Outcome | null;
  @ApiProperty({ ...DATE, nullable: true }) approvedOn!: string | null;
}

class EarlierEvidenceResponse implements EarlierEvidence {
  @ApiProperty(ID) id!: string;
  @ApiProperty(ID) followUpId!: string;
  @ApiProperty({ type: String }) from!: string;
  @ApiProperty({ type: String, enum: EVIDENCE_KINDS }) kind!: EvidenceKind;
  @ApiProperty(DATE) heldOn!: string;
  @ApiProperty({ type: String }) title!: string;
}

export class RecheckResponse implements RecheckView {
  @ApiProperty({ type: RecheckRootResponse }) root!: RecheckRootResponse;
  @ApiProperty(WHOLE) number!: number;
  @ApiProperty({ ...DATE, nullable: true }) due!: string | null;
  @ApiProperty(DATE) contractEndsOn!: string;
  @ApiProperty({ type: Boolean }) contractEndsBefore!: boolean;
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: [RecheckActionResponse] }) actions!: RecheckActionResponse[];
  @ApiProperty({ type: [EarlierEvidenceResponse] }) earlierEvidence!: EarlierEvidenceResponse[];
}

class ActionMoveRecheckResponse {
  @ApiProperty(ID) id!: string;
  @ApiProperty(WHOLE) number!: number;
}

export class ActionMoveResponse implements ActionMoveView {
  @ApiProperty(ID) id!: string;
  @ApiProperty({ type: String, enum: ACTION_STATES }) from!: ActionState;
  @ApiProperty({ type: String, enum: ACTION_STATES }) to!: ActionState;
  @ApiProperty(DATE) on!: string;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: ActionMoveRecheckResponse, nullable: true }) recheck!: ActionMoveRecheckResponse | null;
  @ApiProperty({ ...ID, nullable: true }) reportId!: string | null;
  @ApiProperty({ type: [AttachmentResponse] }) files!: AttachmentResponse[];
}

export class ActionProgressResponse extends ActionInFollowUpResponse implements ActionProgressView {
  @ApiProperty(WHOLE) version!: number;
  @ApiProperty({ type: [ActionMoveResponse] }) moves!: ActionMoveResponse[];
  @ApiProperty({ type: String, enum: ACTION_ACTS, isArray: true }) offers!: ActionAct[];
  @ApiProperty({ type: 'array', items: { type: 'integer' } }) notMetBefore!: number[];
}

class RecheckCountResponse {
  @ApiProperty(WHOLE) verified!: number;
  @ApiProperty(WHOLE) total!: number;
}

export class RecheckLinkResponse implements RecheckLink {
  @ApiProperty(ID) id!: string;
  @ApiProperty(WHOLE) number!: number;
  @ApiProperty({ type: String, enum: FOLLOW_UP_STATES }) state!: FollowUpState;
  @ApiProperty({ ...DATE, nullable: true }) due!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) approvedOn!: string | null;
  @ApiProperty(OUTCOME) outcome!: Outcome | null;
  @ApiProperty({ type: RecheckCountResponse, nullable: true }) judged!: RecheckCountResponse | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class ActionsProgressResponse implements ActionsProgressView {
  @ApiProperty(ID) contractId!: string;
  @ApiProperty({ type: Boolean }) hasLadder!: boolean;
  @ApiProperty(DATE) contractEndsOn!: string;
  @ApiProperty({ type: Boolean }) contractHasEnded!: boolean;
  @ApiProperty({ type: Boolean }) contractMayRunOn!: boolean;
  @ApiProperty({ type: Boolean }) contractEndsBeforeRecheck!: boolean;
  @ApiProperty({ type: [ActionProgressResponse] }) actions!: ActionProgressResponse[];
  @ApiProperty({ type: [RecheckLinkResponse] }) rechecks!: RecheckLinkResponse[];
}
