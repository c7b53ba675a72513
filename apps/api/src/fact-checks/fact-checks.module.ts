import { Module } from '@nestjs/common';
import { FactCheckMovesService } from './fact-check-moves.service.js';
import { FactCheckSendingService } from './fact-check-sending.service.js';
import { FactChecksController } from './fact-checks.controller.js';
import { FactChecksQueries } from './fact-checks.queries.js';
import { PortalFactChecksController } from './portal-fact-checks.controller.js';
import { PortalFactChecksService } from './portal-fact-checks.service.js';
import { ReceivedFactCheckService } from './received-fact-check.service.js';

/** The draft of a report goes to the provider, who checks the facts. */
@Module({
  controllers: [FactChecksController, PortalFactChecksController],
  providers: [
    FactCheckMovesService,
    FactCheckSendingService,
    FactChecksQueries,
    PortalFactChecksService,
    ReceivedFactCheckService,
  ],
})
export class FactChecksModule {}
