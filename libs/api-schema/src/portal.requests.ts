import { type AnswerValue, type CalendarDate, QUESTION_LIMITS, REQUEST_LIMITS, SIGNAL_LIMITS } from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ChoiceField, DateField, IdField, TextField, VersionField } from './fields.js';
import { AnswerValueField } from './information-requests.requests.js';
import { PORTAL_LIMITS } from './portal.js';

/** The token of an invitation's link. Anything else says the same as a link that is over, so only its length is bound. */
function TokenField(): PropertyDecorator {
  return applyDecorators(
    MaxLength(200, { message: 'Länken är inte giltig.' }),
    IsString({ message: 'Länken är inte giltig.' }),
    ApiProperty({ type: String, maxLength: 200 }),
  );
}

/** An address to send to, in small letters. */
function EmailField(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsEmail({}, { message: 'Adressen ska se ut som namn@example.se.' }),
    MaxLength(PORTAL_LIMITS.email, { message: `Skriv högst ${PORTAL_LIMITS.email} tecken.` }),
    ApiProperty({ type: String, maxLength: PORTAL_LIMITS.email }),
  );
}

/** `POST /api/portal/invitations/look-up`. */
export class LookUpInvitationRequest {
  @TokenField() token!: string;
}

/** `POST /api/portal/invitations/accept`; with an account already, `password` is its own and `name` is not read. */
export class AcceptInvitationRequest {
  @TokenField() token!: string;
  @TextField({ max: PORTAL_LIMITS.name, empty: true }) name!: string;
  @MinLength(1, { message: 'Fyll i fältet.' })
  @MaxLength(PORTAL_LIMITS.password, { message: `Skriv högst ${PORTAL_LIMITS.password} tecken.` })
  @Matches(/^[^\0]*$/, { message: 'Lösenordet innehåller ett tecken som inte kan användas.' })
  @IsString({ message: 'Fyll i fältet.' })
  @ApiProperty({ type: String, minLength: 1, maxLength: PORTAL_LIMITS.password })
  password!: string;
}

/** `PUT /api/portal/requests/:id/answers/:questionId`; `earlier` for an answer taken from an earlier round as it stood. */
export class AnswerRequest {
  @VersionField({ nullable: true }) version!: number | null;
  @AnswerValueField() value!: AnswerValue | null;
  @TextField({ max: QUESTION_LIMITS.comment, empty: true }) comment!: string;
  @ChoiceField(['provider', 'earlier'], { optional: true }) source?: 'provider' | 'earlier';
  @TextField({ max: 400, empty: true, optional: true }) sourceNote?: string;
}

/** `POST /api/portal/requests/:id/submit`. */
export class SubmitAnswersRequest {
  @VersionField() version!: number;
}

/** `POST /api/portal/requests/:id/extensions`. */
export class AskForExtensionRequest {
  @DateField() wantedDue!: CalendarDate;
  @TextField({ max: REQUEST_LIMITS.reason }) reason!: string;
}

/** `POST /api/portal/requests/:id/invitations`. */
export class InviteColleagueRequest {
  @IdField() providerId!: string;
  /** The request, fact check, action plan or sanction that it is about; without it what the provider was asked for last. */
  @IdField({ optional: true, nullable: true }) taskId?: string | null;
  @EmailField() email!: string;
  @TextField({ max: PORTAL_LIMITS.name }) name!: string;
}

/** `GET /api/portal/people?providerId=`; without it the first of the person's providers. */
export class PortalPeopleQuery {
  @IdField({ optional: true }) providerId?: string;
}

/** `DELETE /api/portal/people/:accountId?providerId=` and `POST /api/portal/people/:accountId/primary`. */
export class ProviderOfPersonRequest {
  @IdField() providerId!: string;
}

/** `POST /api/portal/lex-sarah`; the request tells the municipality and the unit. */
export class HandInLexSarahRequest {
  @IdField() requestId!: string;
  @DateField() receivedOn!: CalendarDate;
  @TextField({ max: SIGNAL_LIMITS.title }) title!: string;
  @TextField({ max: SIGNAL_LIMITS.text }) text!: string;
}

/** `GET /api/portal/requests/:id/template?format=`. */
export class AnswerTemplateQuery {
  @ChoiceField(['xlsx', 'csv']) format!: 'xlsx' | 'csv';
}
