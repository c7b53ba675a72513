import {
  CLAUSE_KINDS,
  CONTRACT_KINDS,
  REGIMES,
  SERVICE_TYPES,
  type ClauseKind,
  type ContractKind,
  type Regime,
  type ServiceType,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type {
  ClauseDraft,
  ClauseImportError,
  ClauseImportPreview,
  ClauseSaved,
  ClauseSetView,
  ClausesImported,
  ClauseView,
  ContractListItem,
  ContractView,
} from './contracts.js';
import { SavedResponse } from './identity.responses.js';

class ContractProviderResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) legalName!: string;
}

export class ContractListItemResponse implements ContractListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, enum: CONTRACT_KINDS }) kind!: ContractKind;
  @ApiProperty({ type: String, enum: REGIMES }) regime!: Regime;
  @ApiProperty({ type: ContractProviderResponse }) provider!: ContractProviderResponse;
  @ApiProperty({ type: String, enum: SERVICE_TYPES, isArray: true }) serviceTypes!: ServiceType[];
  @ApiProperty({ type: String, format: 'date' }) startsOn!: string;
  @ApiProperty({ type: String, format: 'date' }) endsOn!: string;
  @ApiProperty({ type: String, format: 'date' }) latestEnd!: string;
  @ApiProperty({ type: 'integer' }) clauses!: number;
}

export class ClauseDraftResponse implements ClauseDraft {
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: CLAUSE_KINDS }) kind!: ClauseKind;
  @ApiProperty({ type: String }) focusArea!: string;
  @ApiProperty({ type: Boolean }) critical!: boolean;
  @ApiProperty({ type: String }) verification!: string;
}

export class ClauseResponse extends ClauseDraftResponse implements ClauseView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ClauseSetResponse implements ClauseSetView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: Boolean }) frozen!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [ClauseResponse] }) clauses!: ClauseResponse[];
}

class ContractCommitteeResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class ContractPartyResponse extends ContractProviderResponse {
  @ApiProperty({ type: String, example: '556012-5790' }) organisationNumber!: string;
}

class ContractUnitResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class ContractFollowUpResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String }) caseNumber!: string;
}

export class ContractResponse implements ContractView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, enum: CONTRACT_KINDS }) kind!: ContractKind;
  @ApiProperty({ type: String, enum: REGIMES }) regime!: Regime;
  @ApiProperty({ type: ContractCommitteeResponse }) committee!: ContractCommitteeResponse;
  @ApiProperty({ type: ContractPartyResponse }) provider!: ContractPartyResponse;
  @ApiProperty({ type: [ContractUnitResponse] }) units!: ContractUnitResponse[];
  @ApiProperty({ type: String, format: 'date' }) startsOn!: string;
  @ApiProperty({ type: String, format: 'date' }) endsOn!: string;
  @ApiProperty({ type: 'array', items: { type: 'integer' } }) extensionMonths!: number[];
  @ApiProperty({ type: String, format: 'date' }) latestEnd!: string;
  @ApiProperty({ type: String, enum: SERVICE_TYPES, isArray: true }) serviceTypes!: ServiceType[];
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: ClauseSetResponse }) clauseSet!: ClauseSetResponse;
  @ApiProperty({ type: [ContractFollowUpResponse] }) followUps!: ContractFollowUpResponse[];
}

export class ClauseSavedResponse extends SavedResponse implements ClauseSaved {
  @ApiProperty({ type: String, format: 'uuid' }) clauseSetId!: string;
  @ApiProperty({ type: 'integer' }) clauseSetNumber!: number;
  @ApiProperty({ type: 'integer' }) clauseSetVersion!: number;
}

export class ClausesImportedResponse implements ClausesImported {
  @ApiProperty({ type: String, format: 'uuid' }) clauseSetId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: 'integer' }) clauseSetVersion!: number;
  @ApiProperty({ type: 'integer' }) clauses!: number;
}

export class ClauseImportErrorResponse implements ClauseImportError {
  @ApiProperty({ type: 'integer' }) row!: number;
  @ApiProperty({ type: String, nullable: true }) column!: string | null;
  @ApiProperty({ type: String }) code!: string;
  @ApiProperty({ type: String }) message!: string;
}

export class ClauseImportPreviewResponse implements ClauseImportPreview {
  @ApiProperty({ type: String }) csv!: string;
  @ApiProperty({ type: [ClauseDraftResponse] }) clauses!: ClauseDraftResponse[];
  @ApiProperty({ type: [ClauseImportErrorResponse] }) errors!: ClauseImportErrorResponse[];
}
