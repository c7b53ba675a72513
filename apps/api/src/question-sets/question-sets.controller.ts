import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type {
  Page,
  QuestionImportPreview,
  QuestionSetListItem,
  QuestionSetVersionView,
  QuestionSetView,
  Saved,
  SavedQuestions,
} from '@insyn/api-schema';
import {
  ChangeQuestionSetRequest,
  CreateQuestionSetRequest,
  ExportQuestionsQuery,
  PageOf,
  PreviewQuestionsRequest,
  QuestionImportPreviewResponse,
  QuestionSetListItemResponse,
  QuestionSetListQuery,
  QuestionSetResponse,
  QuestionSetVersionResponse,
  SavedQuestionsResponse,
  SavedResponse,
  SaveQuestionsRequest,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { BINARY } from '../http/file-schemas.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { questionFile, readQuestionFile } from './question-file.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { QuestionSetsService } from './question-sets.service.js';

/** Two hundred questions with all their texts, more than other routes take. */
const QUESTIONS_BODY = { bodyLimit: 2_000_000 };
/** A file of two million bytes, written as a JSON string. */
const FILE_BODY = { bodyLimit: 4_500_000 };
const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

@ApiTags('question-sets')
@Controller()
export class QuestionSetsController {
  public constructor(
    private readonly questionSets: QuestionSetsService,
    private readonly queries: QuestionSetsQueries,
  ) {}

  @Get('question-sets')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: PageOf(QuestionSetListItemResponse) })
  public list(
    @CurrentUser() user: StaffUser,
    @Query() query: QuestionSetListQuery,
  ): Promise<Page<QuestionSetListItem>> {
    return this.queries.list(user, query);
  }

  @Post('question-sets')
  @Allow('question-set.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public create(@CurrentUser() user: StaffUser, @Body() body: CreateQuestionSetRequest): Promise<Saved> {
    return this.questionSets.create(user, body);
  }

  @Post('question-sets/preview')
  @HttpCode(200)
  @Allow('question-set.write')
  @RouteConfig(FILE_BODY)
  @ApiOkResponse({ type: QuestionImportPreviewResponse })
  public preview(@Body() body: PreviewQuestionsRequest): QuestionImportPreview {
    return readQuestionFile(body.text, body.format);
  }

  @Get('question-sets/:id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: QuestionSetResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<QuestionSetView> {
    return this.queries.view(user, id);
  }

  @Patch('question-sets/:id')
  @Allow('question-set.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeQuestionSetRequest,
  ): Promise<Saved> {
    return this.questionSets.change(user, id, body);
  }

  @Put('question-sets/:id/questions')
  @Allow('question-set.write')
  @RouteConfig(QUESTIONS_BODY)
  @ApiOkResponse({ type: SavedQuestionsResponse })
  public saveQuestions(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveQuestionsRequest,
  ): Promise<SavedQuestions> {
    return this.questionSets.saveQuestions(user, id, body);
  }

  @Get('question-set-versions/:id')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: QuestionSetVersionResponse })
  public version(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<QuestionSetVersionView> {
    return this.queries.version(user, id);
  }

  @Get('question-set-versions/:id/export')
  @Allow('follow-up.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BINARY })
  public async export(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format = 'csv' }: ExportQuestionsQuery,
  ): Promise<StreamableFile> {
    const { setName, version } = await this.queries.namedVersion(user, id);
    const bytes = Buffer.from(questionFile(version.questions, format));
    const fileName = `${setName} version ${version.number}.${format}`;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    return new StreamableFile(bytes, { type: MEDIA_TYPES[format], length: bytes.length, disposition });
  }
}
