import { Module } from '@nestjs/common';
import { DueExtensionsService } from './due-extensions.service.js';
import { InformationRequestsController } from './information-requests.controller.js';
import { InformationRequestsQueries } from './information-requests.queries.js';
import { OnBehalfController } from './on-behalf.controller.js';
import { OnBehalfService } from './on-behalf.service.js';
import { ReceivedAnswersService } from './received-answers.service.js';
import { RequestMovesController } from './request-moves.controller.js';
import { RequestMovesService } from './request-moves.service.js';
import { RequestRoundsController } from './request-rounds.controller.js';
import { RequestSendingService } from './request-sending.service.js';

@Module({
  controllers: [InformationRequestsController, OnBehalfController, RequestMovesController, RequestRoundsController],
  providers: [
    DueExtensionsService,
    InformationRequestsQueries,
    OnBehalfService,
    ReceivedAnswersService,
    RequestMovesService,
    RequestSendingService,
  ],
})
export class InformationRequestsModule {}
