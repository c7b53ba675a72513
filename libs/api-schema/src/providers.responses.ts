import {
  OUTCOMES,
  PROVIDER_FORMS,
  SERVICE_TYPES,
  type Outcome,
  type ProviderForm,
  type ServiceType,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { ContactView, ProviderListItem, ProviderView, UnitView } from './providers.js';

class LatestFollowUpResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String, enum: OUTCOMES, nullable: true }) outcome!: Outcome | null;
}

export class ProviderListItemResponse implements ProviderListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) legalName!: string;
  @ApiProperty({ type: String, example: '556012-5790' }) organisationNumber!: string;
  @ApiProperty({ type: String, enum: PROVIDER_FORMS }) form!: ProviderForm;
  @ApiProperty({ type: 'integer' }) units!: number;
  @ApiProperty({ type: 'integer' }) contracts!: number;
  @ApiProperty({ type: LatestFollowUpResponse, nullable: true }) latestFollowUp!: LatestFollowUpResponse | null;
}

export class ContactResponse implements ContactView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) role!: string;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class UnitResponse implements UnitView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, enum: SERVICE_TYPES, isArray: true }) serviceTypes!: ServiceType[];
  @ApiProperty({ type: [String] }) laws!: string[];
  @ApiProperty({ type: 'integer', nullable: true }) places!: number | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class ProviderContractResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String, format: 'date' }) startsOn!: string;
  @ApiProperty({ type: String, format: 'date' }) latestEnd!: string;
}

class ProviderFollowUpResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String, enum: OUTCOMES, nullable: true }) outcome!: Outcome | null;
}

export class ProviderResponse implements ProviderView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) legalName!: string;
  @ApiProperty({ type: String, example: '556012-5790' }) organisationNumber!: string;
  @ApiProperty({ type: String, enum: PROVIDER_FORMS }) form!: ProviderForm;
  @ApiProperty({ type: String }) note!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [ContactResponse] }) contacts!: ContactResponse[];
  @ApiProperty({ type: [UnitResponse] }) units!: UnitResponse[];
  @ApiProperty({ type: [ProviderContractResponse] }) contracts!: ProviderContractResponse[];
  @ApiProperty({ type: [ProviderFollowUpResponse] }) followUps!: ProviderFollowUpResponse[];
}
