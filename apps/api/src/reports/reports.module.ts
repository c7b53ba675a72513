import { Module } from '@nestjs/common';
import { ReportRenderingService } from './report-rendering.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';

@Module({
  controllers: [ReportsController],
  providers: [ReportRenderingService, ReportsQueries],
  exports: [ReportRenderingService],
})
export class ReportsModule {}
