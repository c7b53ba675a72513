import { Module } from '@nestjs/common';
import { QuestionSetsController } from './question-sets.controller.js';
import { QuestionSetsQueries } from './question-sets.queries.js';
import { QuestionSetsService } from './question-sets.service.js';

@Module({ controllers: [QuestionSetsController], providers: [QuestionSetsService, QuestionSetsQueries] })
export class QuestionSetsModule {}
