import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { AddContactRequest, ChangeContactRequest, SavedResponse, VersionQuery } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('providers')
@Controller()
export class ContactsController {
  public constructor(private readonly contacts: ContactsService) {}

  @Post('providers/:id/contacts')
  @Allow('provider.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public add(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) providerId: string,
    @Body() body: AddContactRequest,
  ): Promise<Saved> {
    return this.contacts.add(user, providerId, body);
  }

  @Patch('contacts/:id')
  @Allow('provider.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeContactRequest,
  ): Promise<Saved> {
    return this.contacts.change(user, id, body);
  }

  @Delete('contacts/:id')
  @HttpCode(204)
  @Allow('provider.write')
  @ApiNoContentResponse()
  public remove(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VersionQuery,
  ): Promise<void> {
    return this.contacts.remove(user, id, query.version);
  }
}
