import { QUESTION_LIMITS, READY_QUESTION_SETS, SERVICE_TYPES, type Question, type ServiceType } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsString,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, FlagField, IdField, IntegerField, TextField, VersionField } from './fields.js';
import { SearchQuery } from './identity.requests.js';
import { QUESTION_SET_LIMITS as LIMITS } from './question-sets.js';
import { QuestionResponse } from './question-sets.responses.js';

const READY_IDS = READY_QUESTION_SETS.map(({ id }) => id);
export const QUESTION_FILE_FORMATS = ['csv', 'json'] as const;
export type QuestionFileFormat = (typeof QUESTION_FILE_FORMATS)[number];

/** `GET /api/question-sets?search=&serviceType=&archived=&after=`; without `archived` those in use. */
export class QuestionSetListQuery extends SearchQuery {
  @ChoiceField(SERVICE_TYPES, { optional: true }) serviceType?: ServiceType;
  @ChoiceField(['true', 'false'], { optional: true }) archived?: 'true' | 'false';
}

/** What a new set begins with: the questions of an earlier version, or of a set that the product comes with. */
export class CopyOfRequest {
  @IdField({ optional: true }) versionId?: string;
  @ChoiceField(READY_IDS, { optional: true }) ready?: (typeof READY_IDS)[number];
}

/** `POST /api/question-sets`; without `copyOf` the set has no questions yet. */
export class CreateQuestionSetRequest {
  @TextField({ max: LIMITS.name }) name!: string;
  @ChoiceField(SERVICE_TYPES) serviceType!: ServiceType;
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Type(() => CopyOfRequest)
  @ValidateNested()
  @IsObject({ message: 'Ange vad som ska kopieras.' })
  @ApiProperty({ type: CopyOfRequest, required: false })
  copyOf?: CopyOfRequest | null;
}

/** `PATCH /api/question-sets/:id`; what is left out stays as it is. */
export class ChangeQuestionSetRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.name, optional: true }) name?: string;
  @ChoiceField(SERVICE_TYPES, { optional: true }) serviceType?: ServiceType;
  @FlagField({ optional: true }) archived?: boolean;
}

/**
 * `PUT /api/question-sets/:id/questions`: all questions in their order, and the newest version as it was read. Each
 * question is judged by the domain, whole: an unknown property is refused there.
 */
export class SaveQuestionsRequest {
  @IntegerField({ min: 1, max: 2_147_483_647 }) versionNumber!: number;
  @VersionField() version!: number;
  @IsArray({ message: 'Ange frågorna.' })
  @ArrayMaxSize(QUESTION_LIMITS.questions, {
    message: `Frågebatteriet får ha högst ${QUESTION_LIMITS.questions} frågor.`,
  })
  @ApiProperty({ type: [QuestionResponse], maxItems: QUESTION_LIMITS.questions })
  questions!: Question[];
}

/** `GET /api/question-set-versions/:id/export?format=`; CSV unless JSON is asked for. */
export class ExportQuestionsQuery {
  @ChoiceField(QUESTION_FILE_FORMATS, { optional: true }) format?: QuestionFileFormat;
}

/** `POST /api/question-sets/preview`: the text of a file. */
export class PreviewQuestionsRequest {
  @ChoiceField(QUESTION_FILE_FORMATS) format!: QuestionFileFormat;
  @IsString({ message: 'Välj en fil.' })
  @MinLength(1, { message: 'Filen är tom.' })
  @MaxLength(LIMITS.importBytes, { message: 'Filen är för stor. Högst 2 MB kan läsas in.' })
  @ApiProperty({ type: String, minLength: 1, maxLength: LIMITS.importBytes })
  text!: string;
}
