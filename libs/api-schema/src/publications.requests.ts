import { HIT_SETTLEMENTS, PUBLICATION_STATES, type HitSettlement, type PublicationState } from '@insyn/domain';
import { ChoiceField, IdField, TextField, VersionField } from './fields.js';
import { PUBLICATION_LIMITS } from './publications.js';

/** A command on a row that must still be as it was read. */
export class VersionRequest {
  @VersionField() version!: number;
}

/** `GET /api/publications`. */
export class PublicationListQuery {
  @ChoiceField(PUBLICATION_STATES, { optional: true }) state?: PublicationState;
  @IdField({ optional: true }) after?: string;
}

/** `PATCH /api/screen-hits/:id` (R17). */
export class SettleHitRequest extends VersionRequest {
  @ChoiceField(HIT_SETTLEMENTS) settlement!: HitSettlement;
  @TextField({ max: PUBLICATION_LIMITS.replacement, optional: true, nullable: true, empty: true }) replacement?:
    string | null;
  @TextField({ max: PUBLICATION_LIMITS.reason }) reason!: string;
}

/** `POST /api/publications/:id/withdraw` (R19). */
export class WithdrawRequest extends VersionRequest {
  @TextField({ max: PUBLICATION_LIMITS.reason }) reason!: string;
}
