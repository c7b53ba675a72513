import {
  type AnswerValue,
  FACT_CHECK_STATES,
  PLAN_STATES,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type RequestAction,
  type RequestState,
  SANCTION_STATES,
  TASK_KINDS,
  type TaskKind,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentLinkResponse } from './evidence.responses.js';
import {
  AnswerFileResponse,
  AnswerResponse,
  ExtensionResponse,
  InformationLetterResponse,
  MissingAnswerResponse,
  SubmissionResponse,
  WaitingQuestionResponse,
} from './information-requests.responses.js';
import type {
  AnswerImportResult,
  EarlierAnswer,
  InvitationView,
  PortalPeopleView,
  PortalRequestView,
  PortalSessionView,
  PortalTask,
} from './portal.js';
import { QuestionResponse } from './question-sets.responses.js';

export class InvitationResponse implements InvitationView {
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) email!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: Boolean }) hasAccount!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
}

class NamedProviderResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class PortalAccountResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) email!: string;
}

export class PortalSessionResponse implements PortalSessionView {
  @ApiProperty({ type: PortalAccountResponse }) account!: PortalAccountResponse;
  @ApiProperty({ type: [NamedProviderResponse] }) providers!: NamedProviderResponse[];
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, format: 'date' }) today!: string;
}

const TASK_STATES = [...REQUEST_STATES, ...FACT_CHECK_STATES, ...PLAN_STATES, ...SANCTION_STATES];

/** A task of any kind; `state` is one of its kind's. */
export class PortalTaskResponse {
  @ApiProperty({ type: String, enum: TASK_KINDS }) kind!: TaskKind;
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String, enum: [...new Set(TASK_STATES)] }) state!: PortalTask['state'];
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: 'integer', nullable: true }) daysLeft!: number | null;
  @ApiProperty({ type: 'integer' }) answered!: number;
  @ApiProperty({ type: 'integer' }) asked!: number;
  @ApiProperty({ type: 'integer' }) returned!: number;
}

class EarlierAnswerResponse implements EarlierAnswer {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) value!: AnswerValue;
  @ApiProperty({ type: String }) comment!: string;
  @ApiProperty({ type: String }) source!: string;
  @ApiProperty({ type: String, format: 'date' }) submittedOn!: string;
}

export class PortalRequestResponse implements PortalRequestView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: NamedProviderResponse }) provider!: NamedProviderResponse;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String, enum: REQUEST_STATES }) state!: RequestState;
  @ApiProperty({ type: InformationLetterResponse }) letter!: InformationLetterResponse;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) letterDocument!: DocumentLinkResponse | null;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: [QuestionResponse] }) questions!: QuestionResponse[];
  @ApiProperty({ type: [String] }) askedIds!: string[];
  @ApiProperty({ type: [AnswerResponse] }) answers!: AnswerResponse[];
  @ApiProperty({ type: [AnswerFileResponse] }) files!: AnswerFileResponse[];
  @ApiProperty({ type: [WaitingQuestionResponse] }) returned!: WaitingQuestionResponse[];
  @ApiProperty({ type: [MissingAnswerResponse] }) missing!: MissingAnswerResponse[];
  @ApiProperty({ type: [EarlierAnswerResponse] }) earlier!: EarlierAnswerResponse[];
  @ApiProperty({ type: [SubmissionResponse] }) submissions!: SubmissionResponse[];
  @ApiProperty({ type: [ExtensionResponse] }) extensions!: ExtensionResponse[];
  @ApiProperty({ type: String, enum: REQUEST_ACTIONS, isArray: true }) offers!: RequestAction[];
  @ApiProperty({ type: Boolean }) editable!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
}

class ImportFaultResponse {
  @ApiProperty({ type: String }) cell!: string;
  @ApiProperty({ type: String }) questionNumber!: string;
  @ApiProperty({ type: String }) message!: string;
}

export class AnswerImportResponse implements AnswerImportResult {
  @ApiProperty({ type: 'integer' }) saved!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: [ImportFaultResponse] }) faults!: ImportFaultResponse[];
}

class PortalPersonResponse {
  @ApiProperty({ type: String, format: 'uuid' }) accountId!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) email!: string;
  @ApiProperty({ type: Boolean }) primary!: boolean;
  @ApiProperty({ type: Boolean }) me!: boolean;
}

class WaitingInvitationResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) email!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
}

export class PortalPeopleResponse implements PortalPeopleView {
  @ApiProperty({ type: NamedProviderResponse }) provider!: NamedProviderResponse;
  @ApiProperty({ type: [PortalPersonResponse] }) people!: PortalPersonResponse[];
  @ApiProperty({ type: [WaitingInvitationResponse] }) invitations!: WaitingInvitationResponse[];
  @ApiProperty({ type: Boolean }) mayAdminister!: boolean;
}
