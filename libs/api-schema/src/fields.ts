import { isCalendarDate } from '@insyn/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

// One decorator per kind of field: bounds, a Swedish message and the OpenAPI description in one line of a request class.

/** Whether a field may be left out, or be given as null. */
export interface Presence {
  optional?: boolean;
  nullable?: boolean;
}

const ASK = 'Fyll i fältet.';
const CHOOSE = 'Välj ett av alternativen.';

function presence({ optional = false, nullable = false }: Presence): PropertyDecorator[] {
  if (!optional && !nullable) return [];
  return [ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))];
}

function described(options: Presence, description: ApiPropertyOptions): PropertyDecorator {
  const rest = { required: !options.optional, nullable: options.nullable ?? false };
  return ApiProperty({ ...description, ...rest } as ApiPropertyOptions);
}

/** A text of at most `max` characters, stored without the space around it; it may be empty only with `empty`. */
export function TextField(options: Presence & { max: number; empty?: boolean }): PropertyDecorator {
  const { max, empty = false } = options;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.toWellFormed().normalize('NFC').trim() : value,
    ),
    ...presence(options),
    ...(empty ? [] : [MinLength(1, { message: ASK })]),
    MaxLength(max, { message: `Skriv högst ${max} tecken.` }),
    Matches(/^[^\0]*$/, { message: 'Texten innehåller ett tecken som inte kan sparas.' }),
    IsString({ message: ASK }),
    described(options, { type: String, maxLength: max, ...(empty ? {} : { minLength: 1 }) }),
  );
}

/** The id of a row. */
export function IdField(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    IsUUID('all', { message: CHOOSE }),
    described(options, { type: String, format: 'uuid' }),
  );
}

/** The ids of several rows, each once. */
export function IdsField(options: Presence & { min?: number; max: number }): PropertyDecorator {
  const { min = 0, max } = options;
  return applyDecorators(
    ...presence(options),
    IsUUID('all', { each: true, message: CHOOSE }),
    ...listBounds(min, max),
    described(options, { type: [String], minItems: min, maxItems: max, items: { type: 'string', format: 'uuid' } }),
  );
}

/** One of a closed list of values. */
export function ChoiceField(values: readonly string[], options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    IsIn([...values], { message: CHOOSE }),
    described(options, { type: String, enum: [...values] }),
  );
}

/** Some of a closed list of values, each at most once. */
export function ChoicesField(values: readonly string[], options: Presence & { min?: number } = {}): PropertyDecorator {
  const { min = 0 } = options;
  return applyDecorators(
    ...presence(options),
    IsIn([...values], { each: true, message: CHOOSE }),
    ...listBounds(min, values.length),
    described(options, { type: String, enum: [...values], isArray: true }),
  );
}

/** A list of texts, each of 1 to `length` characters. */
export function TextsField(options: Presence & { min?: number; max: number; length: number }): PropertyDecorator {
  const { min = 0, max, length } = options;
  return applyDecorators(
    ...presence(options),
    MinLength(1, { each: true, message: ASK }),
    MaxLength(length, { each: true, message: `Skriv högst ${length} tecken.` }),
    Matches(/^[^\0\ud800-\udfff]*$/u, { each: true, message: 'Texten innehåller ett tecken som inte kan sparas.' }),
    IsString({ each: true, message: ASK }),
    ...listBounds(min, max),
    described(options, { type: [String], minItems: min, maxItems: max }),
  );
}

/** A day that exists, as `YYYY-MM-DD`, in the years 1900–2200. */
export function DateField(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    ValidateBy(
      {
        name: 'isCalendarDate',
        validator: { validate: (value) => isCalendarDate(value) && value >= '1900' && value < '2201' },
      },
      { message: 'Ange ett datum som finns, skrivet ÅÅÅÅ-MM-DD.' },
    ),
    described(options, { type: String, format: 'date' }),
  );
}

/** A whole number from `min` to `max`. */
export function IntegerField(options: Presence & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  const message = `Ange ett heltal från ${min} till ${max}.`;
  return applyDecorators(
    ...presence(options),
    Min(min, { message }),
    Max(max, { message }),
    IsInt({ message }),
    described(options, { type: 'integer', minimum: min, maximum: max }),
  );
}

/** A list of whole numbers from `min` to `max`, at most `count` of them. */
export function IntegersField(options: Presence & { min: number; max: number; count: number }): PropertyDecorator {
  const { min, max, count } = options;
  const message = `Ange heltal från ${min} till ${max}.`;
  return applyDecorators(
    ...presence(options),
    Min(min, { each: true, message }),
    Max(max, { each: true, message }),
    IsInt({ each: true, message }),
    ArrayMaxSize(count, { message: `Ange högst ${count}.` }),
    IsArray({ message: ASK }),
    described(options, { type: 'array', items: { type: 'integer', minimum: min, maximum: max }, maxItems: count }),
  );
}

/** Yes or no. */
export function FlagField(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    IsBoolean({ message: 'Svara ja eller nej.' }),
    described(options, { type: Boolean }),
  );
}

/** The version of a row that the change was made on; in a query string it comes as digits. */
export function VersionField(options: Presence = {}): PropertyDecorator {
  const message = 'Ange vilken version som ändras.';
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
    ),
    ...presence(options),
    Min(1, { message }),
    Max(2_147_483_647, { message }),
    IsInt({ message }),
    described(options, { type: 'integer', minimum: 1 }),
  );
}

function listBounds(min: number, max: number): PropertyDecorator[] {
  return [
    ArrayUnique({ message: 'Samma val finns två gånger.' }),
    ArrayMaxSize(max, { message: `Välj högst ${max}.` }),
    ...(min > 0 ? [ArrayMinSize(min, { message: `Välj minst ${min === 1 ? 'ett' : min}.` })] : []),
    IsArray({ message: CHOOSE }),
  ];
}
