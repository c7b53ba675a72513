import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { MyWorkView } from '@insyn/api-schema';
import { MyWorkResponse } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { MyWorkQueries } from './my-work.queries.js';

@ApiTags('my-work')
@Controller('my-work')
export class MyWorkController {
  public constructor(private readonly queries: MyWorkQueries) {}

  @Get()
  @Allow('follow-up.read')
  @ApiOkResponse({ type: MyWorkResponse })
  public myWork(@CurrentUser() user: StaffUser): Promise<MyWorkView> {
    return this.queries.myWork(user);
  }
}
