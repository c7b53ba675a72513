import { Module } from '@nestjs/common';
import { DeadlineLettersController } from './deadline-letters.controller.js';
import { DeadlineLettersQueries } from './deadline-letters.queries.js';
import { DeadlineMovesService } from './deadline-moves.service.js';
import { DeadlineWatchService } from './deadline-watch.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@Module({
  controllers: [DeadlinesController, DeadlineLettersController],
  providers: [DeadlineLettersQueries, DeadlineMovesService, DeadlinesQueries, DeadlineWatchService],
})
export class DeadlinesModule {}
