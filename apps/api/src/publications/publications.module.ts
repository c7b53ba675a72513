import { Module } from '@nestjs/common';
import { PublicationScreenService } from './publication-screen.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsQueries } from './publications.queries.js';
import { PublicationsService } from './publications.service.js';

@Module({
  controllers: [PublicationsController],
  providers: [PublicationScreenService, PublicationsQueries, PublicationsService],
})
export class PublicationsModule {}
