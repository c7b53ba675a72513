import {
  ACTION_KINDS,
  ACTION_STATES,
  type ActionKind,
  type ActionState,
  CONTRACT_KINDS,
  type ContractKind,
  INCOMING_CHANNELS,
  type IncomingChannel,
  PLAN_ACTIONS,
  PLAN_STATES,
  PLAN_VERDICTS,
  type PlanAction,
  type PlanField,
  type PlanGap,
  type PlanShare,
  type PlanState,
  type PlanVerdict,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type {
  ActionPlanView,
  ActionReportView,
  DemandedActionView,
  DemandedClause,
  EarlierPlan,
  IncomingPlan,
  IncomingPlanFile,
  LiftedRequirement,
  PlanDemand,
  PlanFileView,
  PlanItemView,
  PlanParts,
  PlanRoundView,
  PlanVerdictView,
  PortalPlanView,
  RecheckFinding,
  SubmittedPlanFile,
} from './action-plans.js';
import { DocumentLinkResponse } from './evidence.responses.js';

class PlanShareResponse implements PlanShare {
  @ApiProperty({ type: 'integer' }) k!: number;
  @ApiProperty({ type: 'integer' }) n!: number;
}

class PlanMeasureResponse {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) responsible!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) due!: string | null;
}

class PlanEffectResponse {
  @ApiProperty({ type: String }) how!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) followUpOn!: string | null;
  @ApiProperty({ type: String }) measure!: string;
  @ApiProperty({ type: PlanShareResponse, nullable: true }) before!: PlanShareResponse | null;
  @ApiProperty({ type: PlanShareResponse, nullable: true }) target!: PlanShareResponse | null;
}

class SubmittedPlanItemResponse {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String, enum: ACTION_KINDS }) kind!: ActionKind;
  @ApiProperty({ type: String }) cause!: string;
  @ApiProperty({ type: [PlanMeasureResponse] }) measures!: PlanMeasureResponse[];
  @ApiProperty({ type: PlanEffectResponse }) effect!: PlanEffectResponse;
  @ApiProperty({ type: String }) answer!: string;
}

/** What `PUT /api/portal/action-plans/:id/items/:actionId` answers with, too. */
export class PlanItemResponse extends SubmittedPlanItemResponse implements PlanItemView {
  @ApiProperty({ type: String, nullable: true }) changedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) version!: number | null;
}

export class PlanFileResponse implements PlanFileView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) reportId!: string | null;
  @ApiProperty({ type: Boolean }) forReport!: boolean;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ type: String }) href!: string;
}

class DemandedClauseResponse implements DemandedClause {
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
}

class RecheckFindingResponse implements RecheckFinding {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: PlanShareResponse, nullable: true }) before!: PlanShareResponse | null;
  @ApiProperty({ type: PlanShareResponse, nullable: true }) after!: PlanShareResponse | null;
}

class DemandedActionResponse implements DemandedActionView {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: [DemandedClauseResponse] }) clauses!: DemandedClauseResponse[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) due!: string | null;
  @ApiProperty({ type: String }) effectMeasure!: string;
  @ApiProperty({ type: RecheckFindingResponse, required: false }) found?: RecheckFindingResponse;
}

class DemandRecheckResponse {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String, format: 'date' }) approvedOn!: string;
}

class DemandUnitResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class DemandContractResponse {
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, enum: CONTRACT_KINDS }) kind!: ContractKind;
}

class DemandSenderResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) email!: string;
}

class PlanDemandResponse implements PlanDemand {
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) committee!: string;
  @ApiProperty({ type: String }) letterhead!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: DemandUnitResponse }) unit!: DemandUnitResponse;
  @ApiProperty({ type: DemandContractResponse }) contract!: DemandContractResponse;
  @ApiProperty({ type: DemandSenderResponse }) sender!: DemandSenderResponse;
  @ApiProperty({ type: String, format: 'date' }) approvedOn!: string;
  @ApiProperty({ type: String }) outcomeLabel!: string;
  @ApiProperty({ type: [DemandedActionResponse] }) requirements!: DemandedActionResponse[];
  @ApiProperty({ type: [DemandedActionResponse] }) recommendations!: DemandedActionResponse[];
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) recheckDue!: string | null;
  @ApiProperty({ type: [String] }) consequences!: string[];
  @ApiProperty({ type: String, nullable: true }) takenOverFrom!: string | null;
  @ApiProperty({ type: DemandRecheckResponse, required: false }) recheck?: DemandRecheckResponse;
  @ApiProperty({ type: String }) address!: string;
}

class LiftedRequirementResponse implements LiftedRequirement {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String, format: 'date' }) on!: string;
  @ApiProperty({ type: String }) why!: string;
}

class EarlierPlanResponse implements EarlierPlan {
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: [SubmittedPlanItemResponse] }) items!: SubmittedPlanItemResponse[];
}

class SubmittedPlanFileResponse implements SubmittedPlanFile {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) href!: string;
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
}

class PlanVerdictResponse implements PlanVerdictView {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String, enum: PLAN_VERDICTS }) verdict!: PlanVerdict;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, format: 'date' }) decidedOn!: string;
}

export class IncomingPlanFileResponse implements IncomingPlanFile {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
}

class LinkedIncomingFileResponse extends IncomingPlanFileResponse {
  @ApiProperty({ type: String }) href!: string;
}

class IncomingPlanResponse implements IncomingPlan {
  @ApiProperty({ type: String, enum: INCOMING_CHANNELS }) channel!: IncomingChannel;
  @ApiProperty({ type: String, format: 'date' }) arrivedOn!: string;
  @ApiProperty({ type: String }) enteredBy!: string;
  @ApiProperty({ type: String, format: 'date' }) enteredOn!: string;
  @ApiProperty({ type: LinkedIncomingFileResponse }) file!: LinkedIncomingFileResponse;
}

class PlanRoundResponse implements PlanRoundView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String }) submittedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) submittedAt!: string;
  @ApiProperty({ type: Boolean }) late!: boolean;
  @ApiProperty({ type: String }) seal!: string;
  @ApiProperty({ type: IncomingPlanResponse, nullable: true }) incoming!: IncomingPlanResponse | null;
  @ApiProperty({ type: [SubmittedPlanItemResponse] }) items!: SubmittedPlanItemResponse[];
  @ApiProperty({ type: [SubmittedPlanFileResponse] }) files!: SubmittedPlanFileResponse[];
  @ApiProperty({ type: [PlanVerdictResponse] }) verdicts!: PlanVerdictResponse[];
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) document!: DocumentLinkResponse | null;
}

class ActionReportResponse implements ActionReportView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: PlanShareResponse, nullable: true }) effect!: PlanShareResponse | null;
  @ApiProperty({ type: String }) reportedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) reportedAt!: string;
  @ApiProperty({ type: Boolean }) settled!: boolean;
  @ApiProperty({ type: [PlanFileResponse] }) files!: PlanFileResponse[];
}

class PlanPartsResponse implements PlanParts {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: PLAN_STATES }) state!: PlanState;
  @ApiProperty({ type: PlanDemandResponse }) demand!: PlanDemandResponse;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) document!: DocumentLinkResponse | null;
  @ApiProperty({ type: [LiftedRequirementResponse] }) lifted!: LiftedRequirementResponse[];
  @ApiProperty({ type: EarlierPlanResponse, nullable: true }) earlier!: EarlierPlanResponse | null;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ type: [PlanItemResponse] }) items!: PlanItemResponse[];
  @ApiProperty({ type: [PlanFileResponse] }) files!: PlanFileResponse[];
  @ApiProperty({ type: [PlanRoundResponse] }) rounds!: PlanRoundResponse[];
  @ApiProperty({ type: [ActionReportResponse] }) reports!: ActionReportResponse[];
  @ApiProperty({ type: [String] }) waitingIds!: string[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

class PlanProviderResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class PlanGapResponse implements PlanGap {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String }) field!: PlanField;
  @ApiProperty({ type: String }) message!: string;
}

export class PortalPlanResponse extends PlanPartsResponse implements PortalPlanView {
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: PlanProviderResponse }) provider!: PlanProviderResponse;
  @ApiProperty({ type: String, enum: PLAN_ACTIONS, isArray: true }) offers!: PlanAction[];
  @ApiProperty({ type: [String] }) editableIds!: string[];
  @ApiProperty({ type: [PlanFileResponse] }) reportFiles!: PlanFileResponse[];
  @ApiProperty({ type: [PlanGapResponse] }) gaps!: PlanGapResponse[];
}

class PlanActionStateResponse {
  @ApiProperty({ type: String, format: 'uuid' }) actionId!: string;
  @ApiProperty({ type: String, enum: ACTION_KINDS }) kind!: ActionKind;
  @ApiProperty({ type: String, enum: ACTION_STATES }) state!: ActionState;
}

export class ActionPlanResponse extends PlanPartsResponse implements ActionPlanView {
  @ApiProperty({ type: String, format: 'uuid' }) followUpId!: string;
  @ApiProperty({ type: Boolean }) late!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true }) judgeBy!: string | null;
  @ApiProperty({ type: [PlanActionStateResponse] }) actions!: PlanActionStateResponse[];
  @ApiProperty({ type: String, enum: PLAN_ACTIONS, isArray: true }) offers!: PlanAction[];
  @ApiProperty({ type: String, format: 'date' }) proposedDue!: string;
}
