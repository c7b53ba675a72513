import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { ApprovalService } from './approval.service.js';
import { ConflictsService } from './conflicts.service.js';
import { JudgementsController } from './judgements.controller.js';
import { JudgementsService } from './judgements.service.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [JudgementsController],
  providers: [ApprovalService, ConflictsService, JudgementsService],
})
export class JudgementsModule {}
