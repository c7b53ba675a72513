import {
  ANSWER_KINDS,
  COLUMN_KINDS,
  FINDING_KINDS,
  SERVICE_TYPES,
  SEVERITIES,
  type AnswerKind,
  type ColumnKind,
  type FindingKind,
  type FindingRule,
  type Question,
  type QuestionCondition,
  type ServiceType,
  type Severity,
  type TableColumn,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { SavedResponse } from './identity.responses.js';
import type {
  QuestionFault,
  QuestionImportPreview,
  QuestionSetListItem,
  QuestionSetVersionView,
  QuestionSetView,
  SavedQuestions,
} from './question-sets.js';

class TableColumnResponse implements TableColumn {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String, enum: COLUMN_KINDS }) kind!: ColumnKind;
}

class QuestionConditionResponse implements QuestionCondition {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: String }) equals!: string;
}

class FindingRuleResponse implements FindingRule {
  @ApiProperty({ type: [String] }) answers!: string[];
  @ApiProperty({ type: String, enum: FINDING_KINDS }) kind!: FindingKind;
  @ApiProperty({ type: String, enum: SEVERITIES, nullable: true }) severity!: Severity | null;
  @ApiProperty({ type: String }) title!: string;
}

/** A question, the same when it is sent and when it is read. */
export class QuestionResponse implements Question {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) section!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) guidance!: string;
  @ApiProperty({ type: String }) legalGround!: string;
  @ApiProperty({ type: String }) clauseNumber!: string;
  @ApiProperty({ type: String, enum: ANSWER_KINDS }) kind!: AnswerKind;
  @ApiProperty({ type: Boolean }) required!: boolean;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: Number, nullable: true }) min!: number | null;
  @ApiProperty({ type: Number, nullable: true }) max!: number | null;
  @ApiProperty({ type: [String] }) options!: string[];
  @ApiProperty({ type: [TableColumnResponse] }) columns!: TableColumnResponse[];
  @ApiProperty({ type: QuestionConditionResponse, nullable: true }) condition!: QuestionConditionResponse | null;
  @ApiProperty({ type: FindingRuleResponse, nullable: true }) finding!: FindingRuleResponse | null;
}

export class QuestionSetListItemResponse implements QuestionSetListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, enum: SERVICE_TYPES }) serviceType!: ServiceType;
  @ApiProperty({ type: Boolean }) archived!: boolean;
  @ApiProperty({ type: 'integer' }) versionNumber!: number;
  @ApiProperty({ type: Boolean }) frozen!: boolean;
  @ApiProperty({ type: 'integer' }) questions!: number;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: string;
}

export class QuestionSetVersionResponse implements QuestionSetVersionView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) questionSetId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: Boolean }) frozen!: boolean;
  @ApiProperty({ type: [QuestionResponse] }) questions!: QuestionResponse[];
  @ApiProperty({ type: String }) updatedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class EarlierVersionResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: Boolean }) frozen!: boolean;
  @ApiProperty({ type: 'integer' }) questions!: number;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: string;
}

export class QuestionSetResponse implements QuestionSetView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, enum: SERVICE_TYPES }) serviceType!: ServiceType;
  @ApiProperty({ type: Boolean }) archived!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: QuestionSetVersionResponse }) current!: QuestionSetVersionResponse;
  @ApiProperty({ type: [EarlierVersionResponse] }) earlier!: EarlierVersionResponse[];
}

export class SavedQuestionsResponse extends SavedResponse implements SavedQuestions {
  @ApiProperty({ type: String, format: 'uuid' }) versionId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
}

class QuestionFaultResponse implements QuestionFault {
  @ApiProperty({ type: String, nullable: true }) questionId!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) row!: number | null;
  @ApiProperty({ type: String }) field!: string;
  @ApiProperty({ type: String }) message!: string;
}

export class QuestionImportPreviewResponse implements QuestionImportPreview {
  @ApiProperty({ type: [QuestionResponse] }) questions!: QuestionResponse[];
  @ApiProperty({ type: [QuestionFaultResponse] }) faults!: QuestionFaultResponse[];
}
