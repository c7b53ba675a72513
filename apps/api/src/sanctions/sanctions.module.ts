import { Module } from '@nestjs/common';
import { LadderService } from './ladder.service.js';
import { PortalSanctionsController } from './portal-sanctions.controller.js';
import { PortalSanctionsService } from './portal-sanctions.service.js';
import { ReceivedDisputesService } from './received-disputes.service.js';
import { SanctionDecisionService } from './sanction-decision.service.js';
import { SanctionMovesController } from './sanction-moves.controller.js';
import { SanctionMovesService } from './sanction-moves.service.js';
import { SanctionSendingService } from './sanction-sending.service.js';
import { SanctionsController } from './sanctions.controller.js';
import { SanctionsQueries } from './sanctions.queries.js';

@Module({
  controllers: [SanctionsController, SanctionMovesController, PortalSanctionsController],
  providers: [
    LadderService,
    PortalSanctionsService,
    ReceivedDisputesService,
    SanctionDecisionService,
    SanctionMovesService,
    SanctionSendingService,
    SanctionsQueries,
  ],
})
export class SanctionsModule {}
