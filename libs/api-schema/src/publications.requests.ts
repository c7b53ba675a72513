import { HIT_SETTLEMENTS, PUBLICATION_STATES, type HitSettlement, type PublicationState } from '@insyn/domain';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PUBLICATION_LIMITS } from './publications.js';

/** The greatest version that a row can have. */
const MAX_VERSION = 2_147_483_647;

/** A command on a row that must still be as it was read. */
export class VersionRequest {
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version!: number;
}

/** `GET /api/publications`. */
export class PublicationListQuery {
  @IsOptional()
  @IsIn(PUBLICATION_STATES)
  state?: PublicationState;

  @IsOptional()
  @IsUUID()
  after?: string;
}

/** `PATCH /api/screen-hits/:id` (R17). */
export class SettleHitRequest extends VersionRequest {
  @IsIn(HIT_SETTLEMENTS)
  settlement!: HitSettlement;

  @IsOptional()
  @IsString()
  @MaxLength(PUBLICATION_LIMITS.replacement)
  replacement?: string;

  @IsString()
  @MinLength(3)
  @MaxLength(PUBLICATION_LIMITS.reason)
  reason!: string;
}

/** `POST /api/publications/:id/withdraw` (R19). */
export class WithdrawRequest extends VersionRequest {
  @IsString()
  @MinLength(3)
  @MaxLength(PUBLICATION_LIMITS.reason)
  reason!: string;
}
