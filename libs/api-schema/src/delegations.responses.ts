import { DELEGATED_MATTERS, RESERVED_MATTERS, type DelegatedMatter, type ReservedMatter } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import {
  DELEGATION_STANDINGS,
  type DelegationCommittee,
  type DelegationDecisions,
  type DelegationDecisionView,
  type DelegationRegister,
  type DelegationStanding,
  type DelegationView,
} from './delegations.js';

const UUID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;

class DelegationHolderResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
}

export class DelegationResponse implements DelegationView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(UUID) committeeId!: string;
  @ApiProperty({ type: DelegationHolderResponse }) holder!: DelegationHolderResponse;
  @ApiProperty({ type: String, enum: DELEGATED_MATTERS }) matter!: DelegatedMatter;
  @ApiProperty({ type: String }) point!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty(DATE) decidedOn!: string;
  @ApiProperty(DATE) validFrom!: string;
  @ApiProperty({ ...DATE, nullable: true }) validTo!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) revokedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason!: string | null;
  @ApiProperty({ type: String, enum: DELEGATION_STANDINGS }) standing!: DelegationStanding;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class DelegationCommitteeResponse implements DelegationCommittee {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, enum: DELEGATED_MATTERS, isArray: true }) delegatedMatters!: DelegatedMatter[];
  @ApiProperty({ type: String, enum: RESERVED_MATTERS, isArray: true }) reservedMatters!: ReservedMatter[];
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [DelegationHolderResponse] }) holders!: DelegationHolderResponse[];
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: Boolean }) showsDecisions!: boolean;
}

export class DelegationRegisterResponse implements DelegationRegister {
  @ApiProperty({ type: [DelegationCommitteeResponse] }) committees!: DelegationCommitteeResponse[];
  @ApiProperty({ type: [DelegationResponse] }) delegations!: DelegationResponse[];
}

class DelegationDecisionResponse implements DelegationDecisionView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(DATE) decidedOn!: string;
  @ApiProperty({ type: String }) decidedBy!: string;
  @ApiProperty({ type: String, enum: DELEGATED_MATTERS }) matter!: DelegatedMatter;
  @ApiProperty({ type: String }) summary!: string;
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) point!: string;
  @ApiProperty({ type: String }) reference!: string;
}

class ReportedCommitteeResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class DelegationReportResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(DATE) meetingOn!: string;
  @ApiProperty({ type: String }) reportedBy!: string;
  @ApiProperty({ type: [DelegationDecisionResponse] }) decisions!: DelegationDecisionResponse[];
}

export class DelegationDecisionsResponse implements DelegationDecisions {
  @ApiProperty({ type: ReportedCommitteeResponse }) committee!: ReportedCommitteeResponse;
  @ApiProperty({ type: [DelegationDecisionResponse] }) unreported!: DelegationDecisionResponse[];
  @ApiProperty({ type: [DelegationReportResponse] }) reports!: DelegationReportResponse[];
  @ApiProperty({ type: Boolean }) editable!: boolean;
}
