import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@insyn/domain';

export const ALLOW = 'insyn:allow';
export const ALLOW_ANONYMOUS = 'insyn:allow-anonymous';

/**
 * The route is for people who hold at least one of these permissions in at least one committee. Whether they hold it in the
 * committee of a row is asked where the row is read, with `requirePermission` or `permittedCommittees`.
 */
export const Allow = (...permissions: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator =>
  SetMetadata(ALLOW, permissions);

/** The route is for anyone, signed in or not. */
export const AllowAnonymous = (): MethodDecorator & ClassDecorator => SetMetadata(ALLOW_ANONYMOUS, true);
