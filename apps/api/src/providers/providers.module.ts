import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { ProvidersController } from './providers.controller.js';
import { ProvidersQueries } from './providers.queries.js';
import { ProvidersService } from './providers.service.js';

@Module({
  controllers: [ProvidersController, ContactsController],
  providers: [ProvidersService, ContactsService, ProvidersQueries],
})
export class ProvidersModule {}
