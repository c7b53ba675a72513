import { OUTCOMES, VERDICTS, type Outcome, type Verdict } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { BlockerResponse, ConflictDeclarationResponse } from './follow-ups.responses.js';
import type {
  CommitteeDecisionView,
  ConflictDeclarationDetail,
  DecisionBasis,
  DecisionFactCheck,
  FigureChange,
  JudgementGround,
  JudgementProposal,
  RepeatedClauseView,
  VerdictChange,
} from './judgements.js';

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
  @ApiProperty({ type: 'integer' }) remaining!: number;
}

const UUID = { type: String, format: 'uuid' } as const;
const DATE = { type: String, format: 'date' } as const;

class PreviousFollowUpResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty(DATE) approvedOn!: string;
  @ApiProperty({ type: String, enum: OUTCOMES, nullable: true }) outcome!: Outcome | null;
}

class VerdictChangeResponse implements VerdictChange {
  @ApiProperty(UUID) clauseId!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) heading!: string;
  @ApiProperty({ type: String, enum: VERDICTS, nullable: true }) before!: Verdict | null;
  @ApiProperty({ type: String, enum: VERDICTS, nullable: true }) now!: Verdict | null;
}

class RepeatedRoundResponse {
  @ApiProperty(UUID) followUpId!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: String }) caseNumber!: string;
}

class RepeatedClauseResponse implements RepeatedClauseView {
  @ApiProperty(UUID) clauseId!: string;
  @ApiProperty({ type: String }) clauseNumber!: string;
  @ApiProperty({ type: [RepeatedRoundResponse] }) rounds!: RepeatedRoundResponse[];
}

class ShownFigureResponse {
  @ApiProperty({ type: String }) display!: string;
  @ApiProperty({ type: String }) period!: string;
}

class FigureChangeResponse implements FigureChange {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: ShownFigureResponse }) before!: ShownFigureResponse;
  @ApiProperty({ type: ShownFigureResponse }) now!: ShownFigureResponse;
}

class RemarkAnswerResponse {
  @ApiProperty({ type: Boolean }) accepted!: boolean;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) by!: string;
}

class DecisionRemarkResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) placeKind!: string;
  @ApiProperty({ type: String }) place!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: RemarkAnswerResponse, nullable: true }) answer!: RemarkAnswerResponse | null;
}

class DecisionFactCheckResponse implements DecisionFactCheck {
  @ApiProperty(DATE) sentOn!: string;
  @ApiProperty({ type: String }) state!: string;
  @ApiProperty({ type: Boolean }) noRemarks!: boolean;
  @ApiProperty({ type: [DecisionRemarkResponse] }) remarks!: DecisionRemarkResponse[];
}

class ConflictDetailResponse extends ConflictDeclarationResponse implements ConflictDeclarationDetail {
  @ApiProperty({ type: String }) reason!: string;
}

class OwnDelegationResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) point!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ ...DATE, nullable: true }) validTo!: string | null;
}

class OfficialLetterResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty(DATE) issuedOn!: string;
  @ApiProperty({ type: String, nullable: true }) href!: string | null;
}

class CommitteeDecisionResponse implements CommitteeDecisionView {
  @ApiProperty(DATE) decidedOn!: string;
  @ApiProperty({ type: String }) reference!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) registeredBy!: string;
}

class DeciderResponse {
  @ApiProperty(UUID) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class ManagerResponse extends DeciderResponse {
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
}

export class DecisionBasisResponse implements DecisionBasis {
  @ApiProperty({ type: PreviousFollowUpResponse, nullable: true }) previous!: PreviousFollowUpResponse | null;
  @ApiProperty({ type: [VerdictChangeResponse] }) changes!: VerdictChangeResponse[];
  @ApiProperty({ type: [RepeatedClauseResponse] }) repeated!: RepeatedClauseResponse[];
  @ApiProperty({ type: [FigureChangeResponse] }) figures!: FigureChangeResponse[];
  @ApiProperty({ type: DecisionFactCheckResponse, nullable: true }) factCheck!: DecisionFactCheckResponse | null;
  @ApiProperty({ type: [ConflictDetailResponse] }) declarations!: ConflictDetailResponse[];
  @ApiProperty({ type: Boolean }) delegated!: boolean;
  @ApiProperty({ type: OwnDelegationResponse, nullable: true }) delegation!: OwnDelegationResponse | null;
  @ApiProperty({ type: Boolean }) reserved!: boolean;
  @ApiProperty({ type: [OfficialLetterResponse] }) letters!: OfficialLetterResponse[];
  @ApiProperty({ type: CommitteeDecisionResponse, nullable: true })
  committeeDecision!: CommitteeDecisionResponse | null;
  @ApiProperty({ type: DeciderResponse, nullable: true }) decider!: DeciderResponse | null;
  @ApiProperty({ type: [ManagerResponse] }) managers!: ManagerResponse[];
  @ApiProperty({ type: Boolean }) mayRegisterDecision!: boolean;
}
