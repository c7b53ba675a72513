import {
  ACTION_KINDS,
  ACTION_STATES,
  FIGURE_SOURCES,
  FIGURE_UNITS,
  FINDING_KINDS,
  SEVERITIES,
  VERDICTS,
  type ActionKind,
  type ActionState,
  type FigureSource,
  type FigureUnit,
  type FindingKind,
  type Severity,
  type Verdict,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { ActionView, AssessmentView, FigureView, FindingView } from './follow-ups.js';

const IDS = { type: 'array', items: { type: 'string', format: 'uuid' } } as const;

export class AssessmentResponse implements AssessmentView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty(IDS) clauseIds!: string[];
  @ApiProperty({ type: String, enum: VERDICTS, nullable: true }) verdict!: Verdict | null;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty(IDS) evidenceIds!: string[];
  @ApiProperty({ type: String }) updatedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class FigureResponse implements FigureView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, enum: FIGURE_UNITS }) unit!: FigureUnit;
  @ApiProperty({ type: String }) period!: string;
  @ApiProperty({ type: String, enum: FIGURE_SOURCES }) source!: FigureSource;
  @ApiProperty({ type: 'integer', nullable: true }) found!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) total!: number | null;
  @ApiProperty({ type: String, nullable: true }) reportedWords!: string | null;
  @ApiProperty({ type: String, nullable: true }) reportedBy!: string | null;
  @ApiProperty({ type: Boolean }) aboutPersons!: boolean;
  @ApiProperty({ type: String }) display!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class FindingResponse implements FindingView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: FINDING_KINDS }) kind!: FindingKind;
  @ApiProperty({ type: String, enum: SEVERITIES, nullable: true }) severity!: Severity | null;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, nullable: true }) legalGround!: string | null;
  @ApiProperty({ type: String, nullable: true }) remedied!: string | null;
  @ApiProperty(IDS) clauseIds!: string[];
  @ApiProperty(IDS) evidenceIds!: string[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ActionResponse implements ActionView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, enum: ACTION_KINDS }) kind!: ActionKind;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueDate!: string | null;
  @ApiProperty({ type: String }) effectMeasure!: string;
  @ApiProperty({ type: String, enum: ACTION_STATES }) state!: ActionState;
  @ApiProperty(IDS) findingIds!: string[];
  @ApiProperty(IDS) clauseIds!: string[];
  @ApiProperty({ type: 'integer' }) version!: number;
}
