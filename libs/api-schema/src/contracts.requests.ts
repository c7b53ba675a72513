import {
  CLAUSE_KINDS,
  CONTRACT_KINDS,
  REGIMES,
  SERVICE_TYPES,
  type CalendarDate,
  type ClauseKind,
  type ContractKind,
  type Regime,
  type ServiceType,
} from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CONTRACT_LIMITS } from './contracts.js';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  IntegersField,
  TextField,
  VersionField,
} from './fields.js';

/** `POST /api/contracts`. How the dates hold together is the domain's rule, told at the field it concerns. */
export class CreateContractRequest {
  @TextField({ max: CONTRACT_LIMITS.reference }) reference!: string;
  @ChoiceField(CONTRACT_KINDS) kind!: ContractKind;
  @ChoiceField(REGIMES) regime!: Regime;
  @IdField() committeeId!: string;
  @IdField() providerId!: string;
  @IdsField({ min: 1, max: CONTRACT_LIMITS.units }) unitIds!: string[];
  @DateField() startsOn!: CalendarDate;
  @DateField() endsOn!: CalendarDate;
  @IntegersField({ min: 1, max: 240, count: CONTRACT_LIMITS.extensions }) extensionMonths!: number[];
  @DateField() latestEnd!: CalendarDate;
  @ChoicesField(SERVICE_TYPES, { min: 1 }) serviceTypes!: ServiceType[];
}

/** `PATCH /api/contracts/:id`; what is left out stays as it is. */
export class ChangeContractRequest {
  @VersionField() version!: number;
  @TextField({ max: CONTRACT_LIMITS.reference, optional: true }) reference?: string;
  @ChoiceField(CONTRACT_KINDS, { optional: true }) kind?: ContractKind;
  @ChoiceField(REGIMES, { optional: true }) regime?: Regime;
  @IdField({ optional: true }) committeeId?: string;
  @IdField({ optional: true }) providerId?: string;
  @IdsField({ min: 1, max: CONTRACT_LIMITS.units, optional: true }) unitIds?: string[];
  @DateField({ optional: true }) startsOn?: CalendarDate;
  @DateField({ optional: true }) endsOn?: CalendarDate;
  @IntegersField({ min: 1, max: 240, count: CONTRACT_LIMITS.extensions, optional: true }) extensionMonths?: number[];
  @DateField({ optional: true }) latestEnd?: CalendarDate;
  @ChoicesField(SERVICE_TYPES, { min: 1, optional: true }) serviceTypes?: ServiceType[];
}

/** `POST /api/contracts/:id/clauses`. `clauseSetVersion` is the version of the newest clause set as it was read. */
export class AddClauseRequest {
  @VersionField() clauseSetVersion!: number;
  @TextField({ max: 40 }) number!: string;
  @TextField({ max: CONTRACT_LIMITS.clauseHeading, empty: true }) heading!: string;
  @TextField({ max: CONTRACT_LIMITS.clauseText, empty: true }) text!: string;
  @ChoiceField(CLAUSE_KINDS) kind!: ClauseKind;
  @TextField({ max: CONTRACT_LIMITS.focusArea, empty: true }) focusArea!: string;
  @FlagField() critical!: boolean;
  @TextField({ max: CONTRACT_LIMITS.verification, empty: true }) verification!: string;
}

/** `PATCH /api/clauses/:id`; what is left out stays as it is. */
export class ChangeClauseRequest {
  @VersionField() version!: number;
  @TextField({ max: 40, optional: true }) number?: string;
  @TextField({ max: CONTRACT_LIMITS.clauseHeading, empty: true, optional: true }) heading?: string;
  @TextField({ max: CONTRACT_LIMITS.clauseText, empty: true, optional: true }) text?: string;
  @ChoiceField(CLAUSE_KINDS, { optional: true }) kind?: ClauseKind;
  @TextField({ max: CONTRACT_LIMITS.focusArea, empty: true, optional: true }) focusArea?: string;
  @FlagField({ optional: true }) critical?: boolean;
  @TextField({ max: CONTRACT_LIMITS.verification, empty: true, optional: true }) verification?: string;
}

function CsvField(): PropertyDecorator {
  return applyDecorators(
    MinLength(1, { message: 'Klistra in raderna eller välj en fil.' }),
    MaxLength(CONTRACT_LIMITS.csv, { message: 'Texten är för stor. Högst 5 miljoner tecken kan läsas in.' }),
    IsString({ message: 'Klistra in raderna eller välj en fil.' }),
    ApiProperty({ type: String, maxLength: CONTRACT_LIMITS.csv }),
  );
}

/** `POST /api/contracts/:id/clauses/preview`. */
export class PreviewClausesRequest {
  @CsvField() csv!: string;
  @FlagField({ optional: true }) replace?: boolean;
}

/** `POST /api/contracts/:id/clauses/import`; with `replace` the file's clauses take the place of those there are. */
export class ImportClausesRequest {
  @VersionField() clauseSetVersion!: number;
  @CsvField() csv!: string;
  @FlagField() replace!: boolean;
}
