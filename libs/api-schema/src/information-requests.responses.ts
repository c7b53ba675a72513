import {
  ANSWER_SOURCES,
  FINDING_KINDS,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  SEVERITIES,
  type AnswerSource,
  type AnswerValue,
  type FindingKind,
  type RequestAction,
  type RequestState,
  type Severity,
  type WantedDocument,
} from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentLinkResponse } from './evidence.responses.js';
import { SavedResponse } from './identity.responses.js';
import type {
  AnswerFileView,
  AnswerView,
  ExtensionView,
  InformationLetter,
  MissingAnswerView,
  ProposedFindingView,
  RequestListItem,
  RequestOptions,
  RequestView,
  RoundListItem,
  RoundView,
  SubmissionView,
} from './information-requests.js';
import { QuestionResponse } from './question-sets.responses.js';

const MAIL = ['waiting', 'sent', 'failed', 'uncertain'] as const;
const DECISIONS = ['granted', 'refused'] as const;

class WantedDocumentResponse implements WantedDocument {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: Boolean }) required!: boolean;
}

class LetterUnitResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class LetterSenderResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) email!: string;
}

class LetterQuestionSetResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: 'integer' }) questions!: number;
}

export class InformationLetterResponse implements InformationLetter {
  @ApiProperty({ type: String }) municipality!: string;
  @ApiProperty({ type: String }) committee!: string;
  @ApiProperty({ type: String, format: 'uuid' }) committeeId!: string;
  @ApiProperty({ type: String }) letterhead!: string;
  @ApiProperty({ type: String }) caseNumber!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: LetterUnitResponse }) unit!: LetterUnitResponse;
  @ApiProperty({ type: String }) contractReference!: string;
  @ApiProperty({ type: String }) message!: string;
  @ApiProperty({ type: LetterSenderResponse }) sender!: LetterSenderResponse;
  @ApiProperty({ type: [String] }) visitors!: string[];
  @ApiProperty({ type: String }) visit!: string;
  @ApiProperty({ type: LetterQuestionSetResponse }) questionSet!: LetterQuestionSetResponse;
  @ApiProperty({ type: [WantedDocumentResponse] }) wantedDocuments!: WantedDocumentResponse[];
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: String }) address!: string;
}

export class AnswerFileResponse implements AnswerFileView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true }) questionId!: string | null;
  @ApiProperty({ type: String, nullable: true }) wantedDocumentId!: string | null;
  @ApiProperty({ type: String }) fileName!: string;
  @ApiProperty({ type: String }) mediaType!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ type: String }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ type: String }) href!: string;
}

class SubmittedAnswerResponse {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) value!: AnswerValue | null;
  @ApiProperty({ type: String }) comment!: string;
  @ApiProperty({ type: String, enum: ANSWER_SOURCES }) source!: AnswerSource;
  @ApiProperty({ type: String }) sourceNote!: string;
}

export class AnswerResponse extends SubmittedAnswerResponse implements AnswerView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) changedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) changedAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class WaitingQuestionResponse {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: String }) comment!: string;
}

class QuestionReturnResponse extends WaitingQuestionResponse {
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
}

export class SubmissionResponse implements SubmissionView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String }) submittedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) submittedAt!: string;
  @ApiProperty({ type: Boolean }) late!: boolean;
  @ApiProperty({ type: Boolean }) onBehalf!: boolean;
  @ApiProperty({ type: String }) seal!: string;
  @ApiProperty({ type: [SubmittedAnswerResponse] }) answers!: SubmittedAnswerResponse[];
  @ApiProperty({ type: [QuestionReturnResponse] }) returned!: QuestionReturnResponse[];
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) receipt!: DocumentLinkResponse | null;
}

export class ExtensionResponse implements ExtensionView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'date' }) wantedDue!: string;
  @ApiProperty({ type: String }) reason!: string;
  @ApiProperty({ type: String, format: 'date-time' }) askedAt!: string;
  @ApiProperty({ type: String }) askedBy!: string;
  @ApiProperty({ type: String, enum: DECISIONS, nullable: true }) decision!: 'granted' | 'refused' | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) newDue!: string | null;
  @ApiProperty({ type: String }) decisionReason!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class MissingAnswerResponse implements MissingAnswerView {
  @ApiProperty({ type: String, enum: ['question', 'document'] }) place!: 'question' | 'document';
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) problem!: string;
}

class ProposedFindingResponse implements ProposedFindingView {
  @ApiProperty({ type: String }) questionId!: string;
  @ApiProperty({ type: String }) number!: string;
  @ApiProperty({ type: String, enum: FINDING_KINDS }) kind!: FindingKind;
  @ApiProperty({ type: String, enum: SEVERITIES, nullable: true }) severity!: Severity | null;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) because!: string;
}

export class RequestListItemResponse implements RequestListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) followUpId!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String, enum: REQUEST_STATES }) state!: RequestState;
  @ApiProperty({ type: String, format: 'date' }) sentOn!: string;
  @ApiProperty({ type: String, format: 'date' }) due!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;
  @ApiProperty({ type: Boolean }) late!: boolean;
  @ApiProperty({ type: 'integer' }) answered!: number;
  @ApiProperty({ type: 'integer' }) asked!: number;
  @ApiProperty({ type: Boolean }) extensionWaits!: boolean;
  @ApiProperty({ type: Boolean }) mailFailed!: boolean;
}

class RequestContactResponse {
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) email!: string;
  @ApiProperty({ type: Boolean }) hasAccount!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) mailId!: string | null;
  @ApiProperty({ type: String, enum: MAIL, nullable: true }) mail!: (typeof MAIL)[number] | null;
}

export class RequestResponse extends RequestListItemResponse implements RequestView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) roundId!: string | null;
  @ApiProperty({ type: String, format: 'uuid' }) evidenceId!: string;
  @ApiProperty({ type: InformationLetterResponse }) letter!: InformationLetterResponse;
  @ApiProperty({ type: DocumentLinkResponse, nullable: true }) document!: DocumentLinkResponse | null;
  @ApiProperty({ type: [RequestContactResponse] }) contacts!: RequestContactResponse[];
  @ApiProperty({ type: [QuestionResponse] }) questions!: QuestionResponse[];
  @ApiProperty({ type: [String] }) askedIds!: string[];
  @ApiProperty({ type: [AnswerResponse] }) answers!: AnswerResponse[];
  @ApiProperty({ type: [AnswerFileResponse] }) files!: AnswerFileResponse[];
  @ApiProperty({ type: [SubmissionResponse] }) submissions!: SubmissionResponse[];
  @ApiProperty({ type: [WaitingQuestionResponse] }) returned!: WaitingQuestionResponse[];
  @ApiProperty({ type: [MissingAnswerResponse] }) missing!: MissingAnswerResponse[];
  @ApiProperty({ type: [ProposedFindingResponse] }) proposedFindings!: ProposedFindingResponse[];
  @ApiProperty({ type: [ExtensionResponse] }) extensions!: ExtensionResponse[];
  @ApiProperty({ type: String, enum: REQUEST_ACTIONS, isArray: true }) offers!: RequestAction[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

class RoundCountsResponse {
  @ApiProperty({ type: 'integer' }) sent!: number;
  @ApiProperty({ type: 'integer' }) read!: number;
  @ApiProperty({ type: 'integer' }) started!: number;
  @ApiProperty({ type: 'integer' }) answered!: number;
  @ApiProperty({ type: 'integer' }) overdue!: number;
}

export class RoundResponse implements RoundView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: RoundCountsResponse }) counts!: RoundCountsResponse;
  @ApiProperty({ type: [RequestListItemResponse] }) requests!: RequestListItemResponse[];
}

export class RoundListItemResponse implements RoundListItem {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer' }) requests!: number;
  @ApiProperty({ type: 'integer' }) answered!: number;
}

export class SentRoundResponse extends SavedResponse {
  @ApiProperty({ type: 'integer' }) requests!: number;
}

class OptionContactResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String }) role!: string;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
}

class OptionQuestionSetResponse {
  @ApiProperty({ type: String, format: 'uuid' }) versionId!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: 'integer' }) questions!: number;
  @ApiProperty({ type: Boolean }) frozen!: boolean;
}

export class RequestOptionsResponse implements RequestOptions {
  @ApiProperty({ type: [OptionContactResponse] }) contacts!: OptionContactResponse[];
  @ApiProperty({ type: [OptionQuestionSetResponse] }) questionSets!: OptionQuestionSetResponse[];
  @ApiProperty({ type: String, format: 'date' }) proposedDue!: string;
  @ApiProperty({ type: 'integer' }) questionnaireDays!: number;
}
