import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { LexSarahService } from './lex-sarah.service.js';
import { PortalAccess } from './portal-access.js';
import { PortalFilesController } from './portal-files.controller.js';
import { PortalFilesService } from './portal-files.service.js';
import { PortalPeopleController } from './portal-people.controller.js';
import { PortalPeopleService } from './portal-people.service.js';
import { PortalRequestsController } from './portal-requests.controller.js';
import { PortalRequestsService } from './portal-requests.service.js';
import { PortalTasksController } from './portal-tasks.controller.js';
import { PortalTasksService } from './portal-tasks.service.js';

/** The provider's door: one sign-in for all municipalities that ask the provider for something. */
@Module({
  controllers: [
    InvitationsController,
    PortalFilesController,
    PortalPeopleController,
    PortalRequestsController,
    PortalTasksController,
  ],
  providers: [
    InvitationsService,
    LexSarahService,
    PortalAccess,
    PortalFilesService,
    PortalPeopleService,
    PortalRequestsService,
    PortalTasksService,
  ],
})
export class PortalModule {}
