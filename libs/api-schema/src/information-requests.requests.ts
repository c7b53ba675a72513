import {
  type AnswerValue,
  type CalendarDate,
  isAnswerValue,
  QUESTION_LIMITS,
  REQUEST_LIMITS as LIMITS,
  type WantedDocument,
} from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { ChoiceField, DateField, FlagField, IdField, IdsField, TextField, TextsField, VersionField } from './fields.js';

/** A document that the letter asks for; its id is given when it is sent. */
export class WantedDocumentRequest implements Omit<WantedDocument, 'id'> {
  @TextField({ max: LIMITS.wantedDocument }) text!: string;
  @FlagField() required!: boolean;
}

/** What a request says, whomever it goes to. */
class RequestContent {
  @IdField() questionSetVersionId!: string;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.message, empty: true }) message!: string;
  @TextField({ max: LIMITS.message, empty: true }) visit!: string;
  @TextsField({ max: LIMITS.visitors, length: LIMITS.visitor }) visitors!: string[];
  @Type(() => WantedDocumentRequest)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.wantedDocuments, { message: `Ange högst ${LIMITS.wantedDocuments} handlingar.` })
  @IsArray({ message: 'Ange de handlingar som önskas.' })
  @ApiProperty({ type: [WantedDocumentRequest], maxItems: LIMITS.wantedDocuments })
  wantedDocuments!: WantedDocumentRequest[];
  @DateField() due!: CalendarDate;
}

/** `POST /api/follow-ups/:id/information-requests` and its `/preview`. */
export class SendRequestRequest extends RequestContent {
  @IdsField({ min: 1, max: LIMITS.contacts }) contactIds!: string[];
}

/** `POST /api/request-rounds`: the same request to the providers of many follow-ups. */
export class SendRoundRequest extends RequestContent {
  @TextField({ max: LIMITS.roundName }) name!: string;
  @IdsField({ min: 1, max: LIMITS.followUpsInRound }) followUpIds!: string[];
}

/** `GET /api/request-rounds?after=`. */
export class RoundListQuery {
  @TextField({ max: 1200, optional: true }) after?: string;
}

export class ReturnedQuestionRequest {
  @TextField({ max: 100 }) questionId!: string;
  @TextField({ max: LIMITS.reason }) comment!: string;
}

/** `POST /api/information-requests/:id/return`; `due` when the time to complete is another than the one that was set. */
export class ReturnQuestionsRequest {
  @VersionField() version!: number;
  @Type(() => ReturnedQuestionRequest)
  @ValidateNested({ each: true })
  @ArrayMinSize(1, { message: 'Välj minst en fråga.' })
  @ArrayMaxSize(QUESTION_LIMITS.questions, { message: `Välj högst ${QUESTION_LIMITS.questions} frågor.` })
  @IsArray({ message: 'Välj de frågor som ska kompletteras.' })
  @ApiProperty({ type: [ReturnedQuestionRequest], minItems: 1, maxItems: QUESTION_LIMITS.questions })
  questions!: ReturnedQuestionRequest[];
  @DateField({ optional: true }) due?: CalendarDate;
}

/** `POST /api/information-requests/:id/close`, `/reopen` and `/submit`. */
export class RequestVersionRequest {
  @VersionField() version!: number;
}

/** `POST /api/information-requests/:id/withdraw`. */
export class WithdrawRequestRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.reason }) reason!: string;
}

/** An answer as JSON, or null to take it away; its bounds are the question's and are judged by the domain. */
export function AnswerValueField(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== null),
    ValidateBy(
      { name: 'isAnswerValue', validator: { validate: isAnswerValue } },
      { message: 'Svaret går inte att läsa. Fyll i det igen.' },
    ),
    ApiProperty({ type: 'object', additionalProperties: true, nullable: true }),
  );
}

/** `PUT /api/information-requests/:id/answers/:questionId`: `version` is null for the first answer. */
export class AnswerOnBehalfRequest {
  @VersionField({ nullable: true }) version!: number | null;
  @AnswerValueField() value!: AnswerValue | null;
  @TextField({ max: QUESTION_LIMITS.comment, empty: true }) comment!: string;
}

/** `POST /api/due-extensions/:id/decision`; without `newDue` the day that was asked for is granted. */
export class DecideExtensionRequest {
  @VersionField() version!: number;
  @ChoiceField(['granted', 'refused']) decision!: 'granted' | 'refused';
  @DateField({ optional: true, nullable: true }) newDue?: CalendarDate | null;
  @TextField({ max: LIMITS.reason }) reason!: string;
}
