import {
  ACTION_STATES,
  CONTRACT_KINDS,
  EXCLUSION_BASES,
  RECORD_DIRECTIONS,
  SANCTION_ACTIONS,
  SANCTION_EVENT_KINDS,
  SANCTION_KINDS,
  SANCTION_STATES,
  type ActionState,
  type ContractKind,
  type ExclusionBasis,
  type RecordDirection,
  type SanctionAction,
  type SanctionEventKind,
  type SanctionKind,
  type SanctionState,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentLinkResponse } from './evidence.responses.js';
import { BlockerResponse } from './follow-ups.responses.js';
import type {
  ContractSanctionsView,
  FollowUpSanctionsView,
  PortalSanctionView,
  SanctionDisputeView,
  SanctionEventView,
  SanctionFileView,
  SanctionGround,
  SanctionLetter,
  SanctionListItem,
  SanctionOffer,
  SanctionStepChoice,
  SanctionStepView,
  SanctionView,
  ThreeYearsView,
} from './sanctions.js';

const NEEDS = ['text', 'reason', 'amount-and-reason'] as const;

export class SanctionStepResponse implements SanctionStepView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ type: String, enum: SANCTION_KINDS }) kind!: SanctionKind;
  @ApiProperty({ type: String }) label!: string;
  @ApiProperty({ type: String }) terms!: string;
  @ApiProperty({ type: String }) amountRule!: string;
  @ApiProperty({ type: String, nullable: true }) clauseNumber!: string | null;
  @ApiProperty({ type: Boolean }) used!: boolean;
}

class SanctionRecordResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: RECORD_DIRECTIONS }) direction!: RecordDirection;
  @ApiProperty({ type: String }) publicTitle!: string;
}

export class SanctionEventResponse implements SanctionEventView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: SANCTION_EVENT_KINDS }) kind!: SanctionEventKind;
  @ApiProperty({ type: String, enum: SANCTION_STATES }) state!: SanctionState;
  @ApiProperty({ type: String, format: 'date' }) on!: string;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: 'integer', nullable: true }) amount!: number | null;
  @ApiProperty({ type: SanctionRecordResponse, nullable: true }) record!: SanctionRecordResponse | null;
}

class SanctionFollowUpResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
}

export class SanctionListItemResponse implements SanctionListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: SanctionFollowUpResponse }) followUp!: SanctionFollowUpResponse;
  @ApiProperty({ type: String, enum: SANCTION_KINDS }) kind!: SanctionKind;
  @ApiProperty({ type: String }) label!: string;
  @ApiProperty({ type: String, enum: SANCTION_STATES }) state!: SanctionState;
  @ApiProperty({ type: Boolean }) severe!: boolean;
  @ApiProperty({ type: String, format: 'date' }) decidedOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) sentOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) answerDue!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) amount!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) reducedAmount!: number | null;
  @ApiProperty({ type: [SanctionEventResponse] }) events!: SanctionEventResponse[];
}

class SanctionContractResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, enum: CONTRACT_KINDS }) kind!: ContractKind;
}

class SanctionCountResponse {
  @ApiProperty({ type: String, enum: SANCTION_KINDS }) kind!: SanctionKind;
  @ApiProperty({ type: 'integer' }) count!: number;
}

class SanctionThreeYearsResponse implements ThreeYearsView {
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String, format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date' }) to!: string;
  @ApiProperty({ type: String, enum: EXCLUSION_BASES, nullable: true }) basis!: ExclusionBasis | null;
  @ApiProperty({ type: [SanctionCountResponse] }) counts!: SanctionCountResponse[];
  @ApiProperty({ type: 'integer' }) total!: number;
}

export class ContractSanctionsResponse implements ContractSanctionsView {
  @ApiProperty({ type: SanctionContractResponse }) contract!: SanctionContractResponse;
  @ApiProperty({ type: [SanctionStepResponse] }) ladder!: SanctionStepResponse[];
  @ApiProperty({ type: 'integer' }) ladderVersion!: number;
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: [SanctionListItemResponse] }) sanctions!: SanctionListItemResponse[];
  @ApiProperty({ type: SanctionThreeYearsResponse }) threeYears!: SanctionThreeYearsResponse;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) proposedStepId!: string | null;
}

export class SanctionStepChoiceResponse extends SanctionStepResponse implements SanctionStepChoice {
  @ApiProperty({ type: Boolean }) available!: boolean;
  @ApiProperty({ type: Boolean }) reserved!: boolean;
}

class SanctionGroundResponse implements SanctionGround {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: [String] }) clauseNumbers!: string[];
  @ApiProperty({ type: String, enum: ACTION_STATES }) state!: ActionState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueDate!: string | null;
  @ApiProperty({ type: Boolean }) severeOnly!: boolean;
}

export class FollowUpSanctionsResponse implements FollowUpSanctionsView {
  @ApiProperty({ type: SanctionContractResponse }) contract!: SanctionContractResponse;
  @ApiProperty({ type: 'integer' }) ladderVersion!: number;
  @ApiProperty({ type: [SanctionStepChoiceResponse] }) steps!: SanctionStepChoiceResponse[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) proposedStepId!: string | null;
  @ApiProperty({ type: [SanctionGroundResponse] }) grounds!: SanctionGroundResponse[];
  @ApiProperty({ type: [SanctionListItemResponse] }) sanctions!: SanctionListItemResponse[];
  @ApiProperty({ type: Boolean }) mayDecide!: boolean;
  @ApiProperty({ type: [BlockerResponse] }) blockers!: BlockerResponse[];
}

class SanctionPartyResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) legalName!: string;
}

class SanctionContractLinkResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
}

class SanctionTermsResponse {
  @ApiProperty({ type: String }) terms!: string;
  @ApiProperty({ type: String }) amountRule!: string;
  @ApiProperty({ type: String, nullable: true }) clauseNumber!: string | null;
}

class SanctionRequirementResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: ACTION_STATES }) state!: ActionState;
  @ApiProperty({ type: [String] }) clauseNumbers!: string[];
}

export class SanctionFileResponse implements SanctionFileView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ type: String }) href!: string;
}

class SanctionDisputeResponse implements SanctionDisputeView {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: [SanctionFileResponse] }) files!: SanctionFileResponse[];
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty({ type: String }) by!: string;
  @ApiProperty({ type: Boolean }) late!: boolean;
}

class SanctionOfferResponse implements SanctionOffer {
  @ApiProperty({ type: String, enum: SANCTION_ACTIONS }) name!: SanctionAction;
  @ApiProperty({ type: String, enum: NEEDS, nullable: true }) needs!: (typeof NEEDS)[number] | null;
  @ApiProperty({ type: Boolean }) needsCommittee!: boolean;
  @ApiProperty({ type: [BlockerResponse] }) blockers!: BlockerResponse[];
}

export class SanctionResponse extends SanctionListItemResponse implements SanctionView {
  @ApiProperty({ type: SanctionContractLinkResponse }) contract!: SanctionContractLinkResponse;
  @ApiProperty({ type: SanctionPartyResponse }) provider!: SanctionPartyResponse;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: SanctionTermsResponse }) step!: SanctionTermsResponse;
  @ApiProperty({ type: String, nullable: true }) severeReason!: string | null;
  @ApiProperty({ type: String }) grounds!: string;
  @ApiProperty({ type: String }) amountBasis!: string;
  @ApiProperty({ type: [SanctionRequirementResponse] }) requirements!: SanctionRequirementResponse[];
  @ApiProperty({ type: String }) decidedBy!: string;
  @ApiProperty({ type: String }) decisionGround!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) letterDocument!: DocumentLinkResponse | null;
  @ApiProperty({ type: SanctionDisputeResponse, nullable: true }) dispute!: SanctionDisputeResponse | null;
  @ApiProperty({ type: [SanctionOfferResponse] }) offers!: SanctionOfferResponse[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

class SanctionLetterContractResponse {
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, enum: CONTRACT_KINDS }) kind!: ContractKind;
}

class SanctionLetterPersonResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) title!: string;
}

class SanctionLetterSenderResponse extends SanctionLetterPersonResponse {
  @ApiProperty({ type: String }) email!: string;
}

class SanctionLetterStepResponse {
  @ApiProperty({ type: String }) label!: string;
  @ApiProperty({ type: String }) terms!: string;
}

class SanctionEarlierStepResponse {
  @ApiProperty({ type: String }) label!: string;
  @ApiProperty({ type: String, format: 'date' }) date!: string;
}

class SanctionLetterClauseResponse {
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
}

class SanctionLetterRequirementResponse {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: [SanctionLetterClauseResponse] }) clauses!: SanctionLetterClauseResponse[];
}

class SanctionLetterResponse implements SanctionLetter {
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) committee!: string;
  @ApiProperty({ type: String }) letterhead!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: SanctionLetterContractResponse }) contract!: SanctionLetterContractResponse;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: SanctionLetterSenderResponse }) sender!: SanctionLetterSenderResponse;
  @ApiProperty({ type: String }) address!: string;
  @ApiProperty({ type: String, format: 'date' }) decidedOn!: string;
  @ApiProperty({ type: SanctionLetterStepResponse }) step!: SanctionLetterStepResponse;
  @ApiProperty({ type: String }) grounds!: string;
  @ApiProperty({ type: [SanctionEarlierStepResponse] }) earlier!: SanctionEarlierStepResponse[];
  @ApiProperty({ type: String, nullable: true }) severeReason!: string | null;
  @ApiProperty({ type: [SanctionLetterRequirementResponse] }) requirements!: SanctionLetterRequirementResponse[];
  @ApiProperty({ type: 'integer', nullable: true }) amount!: number | null;
  @ApiProperty({ type: String }) amountBasis!: string;
  @ApiProperty({ type: SanctionLetterClauseResponse, nullable: true }) clause!: SanctionLetterClauseResponse | null;
  @ApiProperty({ type: String, format: 'date' }) disputeBy!: string;
  @ApiProperty({ type: SanctionLetterPersonResponse }) decidedBy!: SanctionLetterPersonResponse;
  @ApiProperty({ type: String }) decisionGround!: string;
}

class SanctionPortalProviderResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class SanctionAnswerResponse {
  @ApiProperty({ type: String, enum: SANCTION_EVENT_KINDS }) kind!: SanctionEventKind;
  @ApiProperty({ type: String, format: 'date' }) on!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: 'integer', nullable: true }) amount!: number | null;
}

export class PortalSanctionResponse implements PortalSanctionView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: SanctionPortalProviderResponse }) provider!: SanctionPortalProviderResponse;
  @ApiProperty({ type: String, enum: SANCTION_KINDS }) kind!: SanctionKind;
  @ApiProperty({ type: String }) label!: string;
  @ApiProperty({ type: String, enum: SANCTION_STATES }) state!: SanctionState;
  @ApiProperty({ type: SanctionLetterResponse }) letter!: SanctionLetterResponse;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) letterDocument!: DocumentLinkResponse | null;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) answerDue!: string;
  @ApiProperty({ type: 'integer', nullable: true }) amount!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) reducedAmount!: number | null;
  @ApiProperty({ type: SanctionDisputeResponse, nullable: true }) dispute!: SanctionDisputeResponse | null;
  @ApiProperty({ type: [SanctionFileResponse] }) draftFiles!: SanctionFileResponse[];
  @ApiProperty({ type: [SanctionAnswerResponse] }) answers!: SanctionAnswerResponse[];
  @ApiProperty({ type: Boolean }) mayDispute!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
}
