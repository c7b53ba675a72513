import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentView } from '@insyn/api-schema';
import { AssessmentResponse, PutAssessmentRequest, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { AssessmentsService } from './assessments.service.js';

@ApiTags('assessments')
@Controller()
export class AssessmentsController {
  public constructor(private readonly assessments: AssessmentsService) {}

  @Put('follow-ups/:id/assessments')
  @Allow('follow-up.write')
  @ApiOkResponse({ type: AssessmentResponse })
  public put(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) followUpId: string,
    @Body() body: PutAssessmentRequest,
  ): Promise<AssessmentView> {
    return this.assessments.put(user, followUpId, body);
  }

  @Delete('assessments/:id')
  @HttpCode(204)
  @Allow('follow-up.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.assessments.remove(user, id, query.version);
  }
}
