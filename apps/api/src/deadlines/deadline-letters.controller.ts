import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DeadlineLetterView } from '@insyn/api-schema';
import { DeadlineLetterResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { DeadlineLettersQueries } from './deadline-letters.queries.js';

@ApiTags('deadlines')
@Controller('follow-ups')
export class DeadlineLettersController {
  public constructor(private readonly letters: DeadlineLettersQueries) {}

  @Get(':id/deadline-letters')
  @Allow('follow-up.read')
  @ApiOkResponse({ type: [DeadlineLetterResponse] })
  public ofCase(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<DeadlineLetterView[]> {
    return this.letters.ofCase(user, id);
  }
}
