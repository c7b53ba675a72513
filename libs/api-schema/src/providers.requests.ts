import { PROVIDER_FORMS, SERVICE_TYPES, type ProviderForm, type ServiceType } from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { IsEmail, Matches } from 'class-validator';
import {
  ChoiceField,
  ChoicesField,
  IntegerField,
  TextField,
  TextsField,
  VersionField,
  type Presence,
} from './fields.js';
import { PROVIDER_LIMITS } from './providers.js';

/** `POST /api/providers`. The number is read by the domain's rule, so that a wrong check digit is told apart from a typo. */
export class RegisterProviderRequest {
  @TextField({ max: 30 }) organisationNumber!: string;
  @TextField({ max: PROVIDER_LIMITS.legalName }) legalName!: string;
  @ChoiceField(PROVIDER_FORMS) form!: ProviderForm;
  @TextField({ max: PROVIDER_LIMITS.note, empty: true, optional: true }) note?: string;
}

/** `PATCH /api/providers/:id`: only what is the municipality's own may change. */
export class ChangeProviderNoteRequest {
  @VersionField() version!: number;
  @TextField({ max: PROVIDER_LIMITS.note, empty: true }) note!: string;
}

function EmailField(options: Presence): PropertyDecorator {
  return applyDecorators(
    IsEmail({}, { message: 'Ange en e-postadress, till exempel namn@exempel.se.' }),
    TextField({ ...options, max: PROVIDER_LIMITS.email }),
  );
}

function PhoneField(options: Presence): PropertyDecorator {
  return applyDecorators(
    Matches(/^\+?[\d\s()/-]{5,}$/, { message: 'Ange ett telefonnummer med siffror, mellanslag och bindestreck.' }),
    TextField({ ...options, max: PROVIDER_LIMITS.phone }),
  );
}

/** `POST /api/providers/:id/contacts`. */
export class AddContactRequest {
  @TextField({ max: PROVIDER_LIMITS.contactName }) name!: string;
  @TextField({ max: PROVIDER_LIMITS.contactRole, empty: true }) role!: string;
  @EmailField({ optional: true, nullable: true }) email?: string | null;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
}

/** `PATCH /api/contacts/:id`; what is left out stays as it is. */
export class ChangeContactRequest {
  @VersionField() version!: number;
  @TextField({ max: PROVIDER_LIMITS.contactName, optional: true }) name?: string;
  @TextField({ max: PROVIDER_LIMITS.contactRole, empty: true, optional: true }) role?: string;
  @EmailField({ optional: true, nullable: true }) email?: string | null;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
}

/** `POST /api/providers/:id/units`. */
export class AddUnitRequest {
  @TextField({ max: PROVIDER_LIMITS.unitName }) name!: string;
  @ChoicesField(SERVICE_TYPES, { min: 1 }) serviceTypes!: ServiceType[];
  @TextsField({ max: PROVIDER_LIMITS.laws, length: PROVIDER_LIMITS.law }) laws!: string[];
  @IntegerField({ min: 0, max: PROVIDER_LIMITS.places, optional: true, nullable: true }) places?: number | null;
}

/** `PATCH /api/units/:id`; what is left out stays as it is. */
export class ChangeUnitRequest {
  @VersionField() version!: number;
  @TextField({ max: PROVIDER_LIMITS.unitName, optional: true }) name?: string;
  @ChoicesField(SERVICE_TYPES, { min: 1, optional: true }) serviceTypes?: ServiceType[];
  @TextsField({ max: PROVIDER_LIMITS.laws, length: PROVIDER_LIMITS.law, optional: true }) laws?: string[];
  @IntegerField({ min: 0, max: PROVIDER_LIMITS.places, optional: true, nullable: true }) places?: number | null;
}
