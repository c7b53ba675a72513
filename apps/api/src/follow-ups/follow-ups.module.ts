import { Module } from '@nestjs/common';
import { FollowUpOpeningService } from './follow-up-opening.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsQueries } from './follow-ups.queries.js';
import { FollowUpsService } from './follow-ups.service.js';

@Module({
  controllers: [FollowUpsController],
  providers: [FollowUpOpeningService, FollowUpsQueries, FollowUpsService],
  exports: [FollowUpsQueries],
})
export class FollowUpsModule {}
