import { OUTCOMES, SERVICE_TYPES, type Outcome, type ServiceType } from '@insyn/domain';
import { Transform } from 'class-transformer';
import { ChoiceField, IntegerField, TextField } from './fields.js';

/** An empty choice in a form without script is sent as an empty text and means "any". */
const Empty = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** A number of a form's field: left empty it is not there at all, instead of being the number 0. */
const WholeNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' || value === undefined ? undefined : Number(value)));

/** `GET /api/public/reports` and `/rapporter`: what to look for among the published reports. */
export class PublicReportsQuery {
  @TextField({ max: 100, optional: true, empty: true }) search?: string;
  @TextField({ max: 200, optional: true, empty: true }) provider?: string;
  @WholeNumber() @IntegerField({ min: 1990, max: 2100, optional: true }) year?: number;
  @Empty() @ChoiceField(SERVICE_TYPES, { optional: true }) service?: ServiceType;
  @Empty() @ChoiceField(OUTCOMES, { optional: true }) outcome?: Outcome;
  @TextField({ max: 100, optional: true, empty: true }) municipality?: string;
  @TextField({ max: 100, optional: true, empty: true }) after?: string;
}
