import {
  DEADLINE_KEEPERS,
  DEADLINE_KINDS,
  DEADLINE_STATES,
  type DeadlineKeeper,
  type DeadlineState,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { DeadlineItem, DeadlineLetterView, ListedDeadlineKind } from './deadlines.js';
import { DocumentLinkResponse } from './evidence.responses.js';

const UUID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;

export class DeadlineItemResponse implements DeadlineItem {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String, enum: [...DEADLINE_KINDS, 'information-request'] }) kind!: ListedDeadlineKind;
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String, nullable: true }) subject!: string | null;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty(DATE) due!: string;
  @ApiProperty({ type: 'integer' }) daysLeft!: number;
  @ApiProperty({ type: String, enum: DEADLINE_STATES }) state!: DeadlineState;
  @ApiProperty(DATE) baseDate!: string;
  @ApiProperty({ type: String }) rule!: string;
  @ApiProperty({ type: String, enum: ['rule', 'person'] }) setBy!: 'rule' | 'person';
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ ...DATE, nullable: true }) escalatedOn!: string | null;
  @ApiProperty({ type: String, enum: DEADLINE_KEEPERS }) waitsFor!: DeadlineKeeper;
  @ApiProperty({ type: String }) href!: string;
  @ApiProperty({ type: String, nullable: true }) warning!: string | null;
  @ApiProperty({ type: Boolean }) mayMove!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class DeadlineLetterResponse implements DeadlineLetterView {
  @ApiProperty(UUID) id!: string;
  @ApiProperty(UUID) subjectId!: string;
  @ApiProperty(DATE) sentOn!: string;
  @ApiProperty(DATE) before!: string;
  @ApiProperty(DATE) due!: string;
  @ApiProperty({ type: String }) reason!: string;
  @ApiProperty({ type: DocumentLinkResponse }) document!: DocumentLinkResponse;
}
