import { OUTCOMES, type Outcome } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { BlockerResponse } from './follow-ups.responses.js';
import type { JudgementGround, JudgementProposal } from './judgements.js';

const IDS = { type: 'array', items: { type: 'string', format: 'uuid' } } as const;

export class JudgementGroundResponse implements JudgementGround {
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty(IDS) clauseIds!: string[];
  @ApiProperty(IDS) findingIds!: string[];
  @ApiProperty(IDS) actionIds!: string[];
}

export class JudgementProposalResponse implements JudgementProposal {
  @ApiProperty({ type: String, enum: OUTCOMES }) outcome!: Outcome;
  @ApiProperty({ type: [JudgementGroundResponse] }) grounds!: JudgementGroundResponse[];
  @ApiProperty({ type: [BlockerResponse] }) blockers!: BlockerResponse[];
}
