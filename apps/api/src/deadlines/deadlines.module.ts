import { Module } from '@nestjs/common';
import { DeadlineMovesService } from './deadline-moves.service.js';
import { DeadlineWatchService } from './deadline-watch.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@Module({
  controllers: [DeadlinesController],
  providers: [DeadlineMovesService, DeadlinesQueries, DeadlineWatchService],
})
export class DeadlinesModule {}
