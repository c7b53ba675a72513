import { Module } from '@nestjs/common';
import { LexSarahService } from './lex-sarah.service.js';
import { SignalsController } from './signals.controller.js';
import { SignalsQueries } from './signals.queries.js';
import { SignalsService } from './signals.service.js';

@Module({ controllers: [SignalsController], providers: [LexSarahService, SignalsQueries, SignalsService] })
export class SignalsModule {}
