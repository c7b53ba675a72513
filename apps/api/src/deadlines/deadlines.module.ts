import { Module } from '@nestjs/common';
import { RequestRemindersService } from './request-reminders.service.js';

@Module({ providers: [RequestRemindersService] })
export class DeadlinesModule {}
