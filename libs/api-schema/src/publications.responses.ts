import {
  HIT_SETTLEMENTS,
  OUTCOMES,
  PUBLICATION_STATES,
  SCREEN_HIT_KINDS,
  type HitSettlement,
  type Outcome,
  type PublicationState,
  type ScreenHitKind,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { PublicationListItem, PublicationView, ScreenHitView } from './publications.js';

const UUID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;
const INSTANT = { type: String, format: 'date-time' } as const;
const REASON = { type: String, nullable: true, description: 'null where it may be done now; else why not, in Swedish' };

export class PublicationListItemResponse implements PublicationListItem {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: 'integer' }) reportVersion!: number;
  @ApiProperty({ type: String, enum: OUTCOMES }) outcome!: Outcome;
  @ApiProperty({ type: String, enum: PUBLICATION_STATES }) state!: PublicationState;
  @ApiProperty(DATE) approvedOn!: string;
  @ApiProperty({ ...DATE, nullable: true }) publishedOn!: string | null;
  @ApiProperty({ type: 'integer' }) unsettled!: number;
}

export class ScreenHitResponse implements ScreenHitView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String, enum: SCREEN_HIT_KINDS }) kind!: ScreenHitKind;
  @ApiProperty({ type: String }) place!: string;
  @ApiProperty({ type: String }) excerpt!: string;
  @ApiProperty({ type: 'integer' }) start!: number;
  @ApiProperty({ type: 'integer' }) end!: number;
  @ApiProperty({ type: String }) advice!: string;
  @ApiProperty({ type: String, enum: HIT_SETTLEMENTS, nullable: true }) settlement!: HitSettlement | null;
  @ApiProperty({ type: String, nullable: true }) replacement!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) settledBy!: string | null;
  @ApiProperty({ ...INSTANT, nullable: true }) settledAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class PublicationRightResponse {
  @ApiProperty({ type: Boolean }) holds!: boolean;
  @ApiProperty({ type: String }) text!: string;
}

class PublicationActsResponse {
  @ApiProperty(REASON) screen!: string | null;
  @ApiProperty(REASON) approve!: string | null;
  @ApiProperty(REASON) publish!: string | null;
  @ApiProperty(REASON) withdraw!: string | null;
}

export class PublicationResponse extends PublicationListItemResponse implements PublicationView {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ ...INSTANT, nullable: true }) screenedAt!: string | null;
  @ApiProperty({ type: [ScreenHitResponse] }) hits!: ScreenHitResponse[];
  @ApiProperty({ type: String, nullable: true }) approvedBy!: string | null;
  @ApiProperty({ ...INSTANT, nullable: true }) approvedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) ground!: string | null;
  @ApiProperty({ type: PublicationRightResponse, nullable: true }) right!: PublicationRightResponse | null;
  @ApiProperty({ type: String, nullable: true }) publishedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicHref!: string | null;
  @ApiProperty({ type: Boolean }) pdfReady!: boolean;
  @ApiProperty({ type: String, nullable: true }) withdrawnReason!: string | null;
  @ApiProperty({ type: PublicationActsResponse }) may!: PublicationActsResponse;
}
