import { Module } from '@nestjs/common';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';

@Module({
  controllers: [DelegationsController],
  providers: [DelegationsQueries, DelegationsService],
})
export class DelegationsModule {}
