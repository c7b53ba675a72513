import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { ApprovalService } from './approval.service.js';
import { ConflictsService } from './conflicts.service.js';
import { DecisionBasisQueries } from './decision-basis.queries.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';
import { JudgementsController } from './judgements.controller.js';
import { JudgementsService } from './judgements.service.js';
import { ReturnCommentsService } from './return-comments.service.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [DecisionsController, JudgementsController],
  providers: [
    ApprovalService,
    ConflictsService,
    DecisionBasisQueries,
    DecisionsService,
    JudgementsService,
    ReturnCommentsService,
  ],
})
export class JudgementsModule {}
