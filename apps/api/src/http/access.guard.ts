import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { SessionsService } from '../sessions/sessions.service.js';
import { Settings } from '../settings/settings.js';
import { ALLOW, ALLOW_ANONYMOUS } from './allow.js';
import { Forbidden, Unauthenticated } from './problem.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The one global guard: who is it, may the browser have been tricked into it, and does the person hold what the route asks
 * for. A route that says neither @Allow nor @AllowAnonymous is refused for everybody.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  public constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly settings: Settings,
  ) {}

  public async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const allowed = this.reflector.getAllAndOverride<Permission[] | undefined>(ALLOW, targets);
    const anonymous = this.reflector.getAllAndOverride<boolean | undefined>(ALLOW_ANONYMOUS, targets) === true;
    if (!SAFE_METHODS.has(request.method)) this.refuseOtherSites(request);
    if (anonymous) return true;
    if (allowed === undefined || allowed.length === 0) throw new Forbidden();
    const user = await this.sessions.userOf(request);
    if (user === null) throw new Unauthenticated();
    request.insynUser = user;
    if (!allowed.some((permission) => user.permissions.includes(permission))) throw new Forbidden();
    return true;
  }

  /** Browsers say where a request comes from; one that changes something must come from our own pages. */
  private refuseOtherSites(request: FastifyRequest): void {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Forbidden('Begäran kom från en annan webbplats.');
    const { origin } = request.headers;
    if (origin === undefined) return;
    const own = [new URL(this.settings.PUBLIC_URL).origin, request.protocol + '://' + request.host];
    if (!own.includes(origin)) throw new Forbidden('Begäran kom från en annan webbplats.');
  }
}
