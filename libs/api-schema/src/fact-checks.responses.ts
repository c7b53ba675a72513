import {
  DIFFERENCE_KINDS,
  FACT_CHECK_ACTIONS,
  FACT_CHECK_STATES,
  REMARK_OUTCOMES,
  REMARK_PLACE_KINDS,
  VERDICTS,
  type DifferenceKind,
  type DifferencePart,
  type FactCheckAction,
  type FactCheckState,
  type RemarkOutcome,
  type RemarkPlace,
  type RemarkPlaceKind,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentLinkResponse } from './evidence.responses.js';
import type {
  DraftPart,
  DraftSection,
  FactCheckFileView,
  FactCheckOptions,
  FactCheckView,
  PortalFactCheckView,
  RemarkAnswerView,
  RemarkView,
  TextDifference,
} from './fact-checks.js';

class RemarkPlaceResponse implements RemarkPlace {
  @ApiProperty({ type: String, enum: REMARK_PLACE_KINDS }) kind!: RemarkPlaceKind;
  @ApiProperty({ type: String }) id!: string;
}

const FACT = { type: 'object', properties: { label: { type: 'string' }, value: { type: 'string' } } } as const;
const DRAFT_PART = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['text', 'quote', 'verdict', 'list', 'facts'] },
    text: { type: 'string' },
    verdict: { type: 'string', enum: [...VERDICTS] },
    items: { type: 'array', items: { type: 'string' } },
    facts: { type: 'array', items: FACT },
  },
} as const;

class DraftSectionResponse implements DraftSection {
  @ApiProperty({ type: RemarkPlaceResponse }) place!: RemarkPlaceResponse;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: 'array', items: DRAFT_PART as object }) parts!: DraftPart[];
}

class DifferencePartResponse implements DifferencePart {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: DIFFERENCE_KINDS }) kind!: DifferenceKind;
}

class TextDifferenceResponse implements TextDifference {
  @ApiProperty({ type: RemarkPlaceResponse }) place!: RemarkPlaceResponse;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: String }) before!: string;
  @ApiProperty({ type: String }) after!: string;
  @ApiProperty({ type: [DifferencePartResponse] }) parts!: DifferencePartResponse[];
}

export class FactCheckFileResponse implements FactCheckFileView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) remarkId!: string;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ type: String }) href!: string;
}

export class RemarkAnswerResponse implements RemarkAnswerView {
  @ApiProperty({ type: String, enum: REMARK_OUTCOMES }) outcome!: RemarkOutcome;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) answeredBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) answeredAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class RemarkResponse implements RemarkView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: RemarkPlaceResponse }) place!: RemarkPlaceResponse;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: [FactCheckFileResponse] }) files!: FactCheckFileResponse[];
  @ApiProperty({ type: String }) changedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) changedAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: RemarkAnswerResponse, nullable: true }) answer!: RemarkAnswerResponse | null;
}

class FactCheckSenderResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) email!: string;
}

class FactCheckPartsResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) followUpId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String, enum: FACT_CHECK_STATES }) state!: FactCheckState;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: String }) message!: string;
  @ApiProperty({ type: FactCheckSenderResponse }) sender!: FactCheckSenderResponse;
  @ApiProperty({ type: [DraftSectionResponse] }) sections!: DraftSectionResponse[];
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) document!: DocumentLinkResponse | null;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) receipt!: DocumentLinkResponse | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) submittedBy!: string | null;
  @ApiProperty({ type: Boolean }) noRemarks!: boolean;
  @ApiProperty({ type: Boolean }) late!: boolean;
  @ApiProperty({ type: String }) takenBackReason!: string;
  @ApiProperty({ type: [RemarkResponse] }) remarks!: RemarkResponse[];
  @ApiProperty({ type: String, enum: FACT_CHECK_ACTIONS, isArray: true }) offers!: FactCheckAction[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class FactCheckResponse extends FactCheckPartsResponse implements FactCheckView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: [TextDifferenceResponse] }) difference!: TextDifferenceResponse[];
  @ApiProperty({ type: 'integer' }) unanswered!: number;
}

export class FactCheckOptionsResponse implements FactCheckOptions {
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String, format: 'date' }) proposedDue!: string;
  @ApiProperty({ type: 'integer' }) factCheckDays!: number;
  @ApiProperty({ type: 'integer' }) receivers!: number;
}

class FactCheckProviderResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

export class PortalFactCheckResponse extends FactCheckPartsResponse implements PortalFactCheckView {
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) committee!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: FactCheckProviderResponse }) provider!: FactCheckProviderResponse;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: [TextDifferenceResponse], nullable: true }) difference!: TextDifferenceResponse[] | null;
}
