import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DeadlineLetterView, PortalTask } from '@insyn/api-schema';
import { DeadlineLetterResponse, PortalTaskResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentProvider, type ProviderUser } from '../http/current-user.js';
import { PortalTasksService } from './portal-tasks.service.js';

@ApiTags('portal')
@Controller('portal/tasks')
export class PortalTasksController {
  public constructor(private readonly portalTasks: PortalTasksService) {}

  @Get()
  @Allow('portal.read')
  @ApiOkResponse({ type: [PortalTaskResponse] })
  public tasks(@CurrentProvider() provider: ProviderUser): Promise<PortalTask[]> {
    return this.portalTasks.tasks(provider);
  }

  @Get(':id/deadline-letters')
  @Allow('portal.read')
  @ApiOkResponse({ type: [DeadlineLetterResponse] })
  public deadlineLetters(
    @CurrentProvider() provider: ProviderUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeadlineLetterView[]> {
    return this.portalTasks.deadlineLetters(provider, id);
  }
}
