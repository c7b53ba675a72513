import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PublicReportItem } from '@insyn/api-schema';
import { PageOf, PublicReportItemResponse, PublicReportsQuery } from '@insyn/api-schema/server';
import { AllowAnonymous } from '../http/allow.js';
import { PublicReportsQueries } from './public-reports.queries.js';

/** The published reports as data, for anyone. */
@ApiTags('public')
@Controller('public/reports')
export class PublicReportsController {
  public constructor(private readonly queries: PublicReportsQueries) {}

  @Get()
  @AllowAnonymous()
  @ApiOkResponse({ type: PageOf(PublicReportItemResponse) })
  public list(@Query() query: PublicReportsQuery): Promise<{ items: PublicReportItem[]; next: string | null }> {
    return this.queries.list(query);
  }
}
