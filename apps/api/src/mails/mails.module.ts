import { Module } from '@nestjs/common';
import { MailSendingService } from './mail-sending.service.js';
import { MailsController } from './mails.controller.js';
import { MailsQueries } from './mails.queries.js';
import { MailsService } from './mails.service.js';

@Module({
  controllers: [MailsController],
  providers: [MailSendingService, MailsQueries, MailsService],
})
export class MailsModule {}
