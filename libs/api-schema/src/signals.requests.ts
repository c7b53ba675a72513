import {
  SIGNAL_KINDS,
  SIGNAL_LIMITS as LIMITS,
  SIGNAL_STATES,
  type CalendarDate,
  type SignalKind,
  type SignalState,
} from '@insyn/domain';
import { ChoiceField, DateField, IdField, IdsField, TextField, VersionField } from './fields.js';

/** `POST /api/units/:id/signals`; the committee may be left out where only one of the person's has a contract. */
export class AddSignalRequest {
  @IdField({ optional: true }) committeeId?: string;
  @ChoiceField(SIGNAL_KINDS) kind!: SignalKind;
  @DateField() receivedOn!: CalendarDate;
  @TextField({ max: LIMITS.title }) title!: string;
  @TextField({ max: LIMITS.text, empty: true }) text!: string;
  @TextField({ max: LIMITS.source, empty: true, optional: true }) source?: string;
  @IdsField({ max: LIMITS.readers, optional: true }) readerIds?: string[];
}

/** `PATCH /api/signals/:id`; what is left out stays as it is. */
export class ChangeSignalRequest {
  @VersionField() version!: number;
  @ChoiceField(SIGNAL_KINDS, { optional: true }) kind?: SignalKind;
  @DateField({ optional: true }) receivedOn?: CalendarDate;
  @TextField({ max: LIMITS.title, optional: true }) title?: string;
  @TextField({ max: LIMITS.text, empty: true, optional: true }) text?: string;
  @TextField({ max: LIMITS.source, empty: true, optional: true }) source?: string;
  @IdsField({ max: LIMITS.readers, optional: true }) readerIds?: string[];
}

/** `POST /api/signals/:id/handle`. */
export class HandleSignalRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.handledText }) text!: string;
}

/** `POST /api/signals/:id/attach`. */
export class AttachSignalRequest {
  @VersionField() version!: number;
  @IdField() followUpId!: string;
}

/** `PUT /api/committees/:id/lex-sarah-recipients`. */
export class LexSarahRecipientsRequest {
  @IdsField({ max: LIMITS.readers }) accountIds!: string[];
}

/** `GET /api/signals?state=&kind=&after=`. */
export class SignalListQuery {
  @ChoiceField(SIGNAL_STATES, { optional: true }) state?: SignalState;
  @ChoiceField(SIGNAL_KINDS, { optional: true }) kind?: SignalKind;
  @TextField({ max: 1200, optional: true }) after?: string;
}
