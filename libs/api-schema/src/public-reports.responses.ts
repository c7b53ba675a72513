import { OUTCOMES, SERVICE_TYPES, type Outcome, type ServiceType } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { PublicReportItem } from './publications.js';

export class PublicReportItemResponse implements PublicReportItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String, enum: SERVICE_TYPES, isArray: true }) serviceTypes!: ServiceType[];
  @ApiProperty({ type: String, enum: OUTCOMES }) outcome!: Outcome;
  @ApiProperty({ type: String, format: 'date' }) publishedOn!: string;
  @ApiProperty({ type: String, format: 'uri' }) htmlUrl!: string;
  @ApiProperty({ type: String, format: 'uri' }) pdfUrl!: string;
}
