import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { InvitationView, PortalSessionView } from '@insyn/api-schema';
import {
  AcceptInvitationRequest,
  InvitationResponse,
  LookUpInvitationRequest,
  PortalSessionResponse,
} from '@insyn/api-schema/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, AllowAnonymous } from '../http/allow.js';
import { cookieOptions, SESSION_COOKIE } from '../sessions/sessions.service.js';
import { Settings } from '../settings/settings.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('portal')
@Controller('portal')
export class InvitationsController {
  public constructor(
    private readonly invitations: InvitationsService,
    private readonly settings: Settings,
  ) {}

  @Post('invitations/look-up')
  @HttpCode(200)
  @AllowAnonymous()
  @ApiOkResponse({ type: InvitationResponse })
  public lookUp(@Body() body: LookUpInvitationRequest, @Req() request: FastifyRequest): Promise<InvitationView> {
    return this.invitations.lookUp(body.token, request.ip);
  }

  @Post('invitations/accept')
  @HttpCode(200)
  @AllowAnonymous()
  @ApiOkResponse({ type: PortalSessionResponse })
  public async accept(
    @Body() body: AcceptInvitationRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalSessionView> {
    const token = await this.invitations.accept(body, request.ip, request.cookies[SESSION_COOKIE]);
    void reply.setCookie(SESSION_COOKIE, token, cookieOptions(this.settings));
    return this.invitations.session(token);
  }

  @Get('session')
  @Allow('portal.read')
  @ApiOkResponse({ type: PortalSessionResponse })
  public session(@Req() request: FastifyRequest): Promise<PortalSessionView> {
    return this.invitations.session(request.cookies[SESSION_COOKIE]);
  }
}
