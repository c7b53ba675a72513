import { Module } from '@nestjs/common';
import { RechecksController } from './rechecks.controller.js';
import { RechecksQueries } from './rechecks.queries.js';
import { RechecksService } from './rechecks.service.js';

@Module({ controllers: [RechecksController], providers: [RechecksQueries, RechecksService] })
export class RechecksModule {}
