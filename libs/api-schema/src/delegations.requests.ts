import { DELEGATED_MATTERS, RESERVED_MATTERS, type DelegatedMatter, type ReservedMatter } from '@insyn/domain';
import { DELEGATION_LIMITS } from './delegations.js';
import { ChoiceField, ChoicesField, DateField, IdField, TextField, VersionField } from './fields.js';

/** `POST /api/delegations`. */
export class DelegationRequest {
  @IdField() committeeId!: string;
  @IdField() accountId!: string;
  @ChoiceField(DELEGATED_MATTERS) matter!: DelegatedMatter;
  @TextField({ max: DELEGATION_LIMITS.point, optional: true, empty: true }) point?: string;
  @TextField({ max: DELEGATION_LIMITS.reference }) reference!: string;
  @DateField() decidedOn!: string;
  @DateField() validFrom!: string;
  @DateField({ optional: true, nullable: true }) validTo?: string | null;
}

/** `POST /api/delegations/:id/revoke`: from which day it no longer holds, and why. */
export class RevokeDelegationRequest {
  @VersionField() version!: number;
  @DateField() on!: string;
  @TextField({ max: DELEGATION_LIMITS.reason }) reason!: string;
}

/** `PATCH /api/committees/:id/decision-settings`. */
export class DecisionSettingsRequest {
  @VersionField() version!: number;
  @ChoicesField(DELEGATED_MATTERS, { optional: true }) delegatedMatters?: DelegatedMatter[];
  @ChoicesField(RESERVED_MATTERS, { optional: true }) reservedMatters?: ReservedMatter[];
}

/** `POST /api/committees/:id/delegation-reports`: the meeting at which all that waits is reported. */
export class DelegationReportRequest {
  @DateField() meetingOn!: string;
}
