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
  /** Which role the person holds where; what one may do to a row is asked with `requirePermission`. */
  readonly memberships: readonly StaffMembership[];
  /** What the person may do in one committee or another: enough for a menu and for the door, not for a row. */
  readonly permissions: readonly Permission[];
}

/** A role in one committee, or with null in the whole municipality; at the provider's door, a role for a provider. */
export interface StaffMembership {
  readonly role: Role;
  readonly committeeId: string | null;
  readonly providerId?: string | null;
}

/** The person behind a request at the provider's door: for all municipalities, and for each provider the person answers for. */
export interface ProviderUser {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly providerIds: readonly string[];
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

/** The signed-in person of a provider. Only on routes with @Allow('portal.…'), which nobody else holds. */
export const CurrentProvider = createParamDecorator((_: unknown, context: ExecutionContext): ProviderUser => {
  const user = context.switchToHttp().getRequest<FastifyRequest>().insynUser;
  if (user === undefined) throw new Error('@CurrentProvider() stands on a route without @Allow().');
  return providerOf(user);
});

/** The same person as the provider's door knows it. */
export function providerOf({ accountId, name, email, memberships }: StaffUser): ProviderUser {
  return { accountId, name, email, providerIds: memberships.flatMap(({ providerId }) => providerId ?? []) };
}

/** Whether the session stands at the provider's door. */
export function isOfProvider({ memberships }: StaffUser): boolean {
  return memberships.some(({ providerId }) => Boolean(providerId));
}
