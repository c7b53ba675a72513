import { Module } from '@nestjs/common';
import { ActionPlansController } from './action-plans.controller.js';
import { ActionPlansQueries } from './action-plans.queries.js';
import { IncomingPlansService } from './incoming-plans.service.js';
import { PlanJudgingService } from './plan-judging.service.js';
import { PortalPlansController } from './portal-plans.controller.js';
import { PortalPlansService } from './portal-plans.service.js';
import { ReceivedPlansService } from './received-plans.service.js';
import { SettledReportsService } from './settled-reports.service.js';

/** The demand for an action plan, the plan round by round, and what is reported as remedied. */
@Module({
  controllers: [ActionPlansController, PortalPlansController],
  providers: [
    ActionPlansQueries,
    IncomingPlansService,
    PlanJudgingService,
    PortalPlansService,
    ReceivedPlansService,
    SettledReportsService,
  ],
})
export class ActionPlansModule {}
