import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission, Role } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';

/** The person behind a request at the staff door, in the municipality that the session stands in. */
export interface StaffUser {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly roles: readonly Role[];
  /** The committees whose cases the person handles; all of the municipality's where such a membership names none. */
  readonly committeeIds: readonly string[];
  readonly permissions: readonly Permission[];
}

declare module 'fastify' {
  interface FastifyRequest {
    insynUser?: StaffUser;
  }
}

/** The signed-in person. Only on routes with @Allow, where the guard has made sure that there is one. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): StaffUser => {
  const user = context.switchToHttp().getRequest<FastifyRequest>().insynUser;
  if (user === undefined) throw new Error('@CurrentUser() stands on a route without @Allow().');
  return user;
});
