import { Module } from '@nestjs/common';
import { ActionMovesController } from './action-moves.controller.js';
import { ActionMovesService } from './action-moves.service.js';
import { ActionsController } from './actions.controller.js';
import { ActionsService } from './actions.service.js';

@Module({ controllers: [ActionsController, ActionMovesController], providers: [ActionsService, ActionMovesService] })
export class ActionsModule {}
