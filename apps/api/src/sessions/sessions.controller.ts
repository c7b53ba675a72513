import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, AllowAnonymous } from '../http/allow.js';
import { Settings } from '../settings/settings.js';
import { ChooseMunicipalityRequest, SignInRequest } from './session.requests.js';
import { SessionResponse } from './session.responses.js';
import { cookieOptions, SESSION_COOKIE, SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

@ApiTags('sessions')
@Controller()
export class SessionsController {
  public constructor(
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
    private readonly settings: Settings,
  ) {}

  @Post('sessions')
  @HttpCode(200)
  @AllowAnonymous()
  @ApiOkResponse({ type: SessionResponse })
  public async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const email = body.email.trim().toLowerCase();
    await this.throttle.note(email, request.ip);
    const token = await this.sessions.signIn(email, body.password, request.cookies[SESSION_COOKIE], body.door);
    await this.throttle.forget(email);
    void reply.setCookie(SESSION_COOKIE, token, cookieOptions(this.settings));
    return this.sessions.view(token);
  }

  @Get('session')
  @Allow('session.own')
  @ApiOkResponse({ type: SessionResponse })
  public read(@Req() request: FastifyRequest): Promise<SessionResponse> {
    return this.sessions.view(request.cookies[SESSION_COOKIE]);
  }

  @Put('session/municipality')
  @Allow('session.own')
  @ApiOkResponse({ type: SessionResponse })
  public async chooseMunicipality(
    @Body() body: ChooseMunicipalityRequest,
    @Req() request: FastifyRequest,
  ): Promise<SessionResponse> {
    await this.sessions.chooseMunicipality(request.cookies[SESSION_COOKIE], body.municipalityId);
    return this.sessions.view(request.cookies[SESSION_COOKIE]);
  }

  @Delete('session')
  @HttpCode(204)
  @AllowAnonymous()
  @ApiNoContentResponse()
  public async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(request.cookies[SESSION_COOKIE]);
    void reply.clearCookie(SESSION_COOKIE, cookieOptions(this.settings));
  }
}
