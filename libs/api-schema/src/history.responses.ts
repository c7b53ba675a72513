import { HISTORY_GROUPS, type HistoryChange, type HistoryGroup } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { HistoryItem } from './history.js';

const UUID = { type: String, format: 'uuid' } as const;

class HistoryChangeResponse implements HistoryChange {
  @ApiProperty({ type: String }) field!: string;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
}

class HistoryCaseResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
}

export class HistoryItemResponse implements HistoryItem {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String }) kind!: string;
  @ApiProperty({ type: String, enum: HISTORY_GROUPS }) group!: HistoryGroup;
  @ApiProperty({ type: String }) summary!: string;
  @ApiProperty({ type: [HistoryChangeResponse] }) changes!: HistoryChangeResponse[];
  @ApiProperty({ type: HistoryCaseResponse, nullable: true }) of!: HistoryCaseResponse | null;
  @ApiProperty({ type: String, nullable: true }) href!: string | null;
}
