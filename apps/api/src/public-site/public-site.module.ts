import { Module } from '@nestjs/common';
import { PublicReportsController } from './public-reports.controller.js';
import { PublicReportsQueries } from './public-reports.queries.js';
import { PublicSiteController } from './public-site.controller.js';

@Module({
  controllers: [PublicReportsController, PublicSiteController],
  providers: [PublicReportsQueries],
})
export class PublicSiteModule {}
