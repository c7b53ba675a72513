import { SIGNAL_KINDS, SIGNAL_STATES, type SignalKind, type SignalState } from '@insyn/domain';
import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from './identity.responses.js';
import type { LexSarahRecipients, SignalPerson, SignalTimeline, SignalView } from './signals.js';

class SignalNameResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
}

class SignalFollowUpResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
}

export class SignalResponse implements SignalView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid' }) unitId!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: String, enum: SIGNAL_KINDS }) kind!: SignalKind;
  @ApiProperty({ type: String, enum: SIGNAL_STATES }) state!: SignalState;
  @ApiProperty({ type: String, format: 'date' }) receivedOn!: string;
  @ApiProperty({ type: String }) title!: string;
  @ApiProperty({ type: String }) text!: string;
  @ApiProperty({ type: String }) source!: string;
  @ApiProperty({ type: Boolean }) fromProvider!: boolean;
  @ApiProperty({ type: SignalFollowUpResponse, nullable: true }) followUp!: SignalFollowUpResponse | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) evidenceId!: string | null;
  @ApiProperty({ type: String }) handledText!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) handledOn!: string | null;
  @ApiProperty({ type: [SignalNameResponse] }) readers!: SignalNameResponse[];
  @ApiProperty({ type: String }) createdBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

/** `GET /api/signals`. */
export class SignalPageResponse extends PageOf(SignalResponse) {}

class SignalContractResponse {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) reference!: string;
}

class InDepthResponse {
  @ApiProperty({ type: Boolean }) proposed!: boolean;
  @ApiProperty({ type: String }) because!: string;
}

export class SignalTimelineResponse implements SignalTimeline {
  @ApiProperty({ type: SignalNameResponse }) unit!: SignalNameResponse;
  @ApiProperty({ type: String }) provider!: string;
  @ApiProperty({ type: [SignalContractResponse] }) contracts!: SignalContractResponse[];
  @ApiProperty({ type: [SignalNameResponse] }) committees!: SignalNameResponse[];
  @ApiProperty({ type: [SignalResponse] }) signals!: SignalResponse[];
  @ApiProperty({ type: InDepthResponse }) inDepth!: InDepthResponse;
}

class SignalPersonResponse implements SignalPerson {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) name!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
}

export class LexSarahRecipientsResponse implements LexSarahRecipients {
  @ApiProperty({ type: SignalNameResponse }) committee!: SignalNameResponse;
  @ApiProperty({ type: [SignalPersonResponse] }) recipients!: SignalPersonResponse[];
  @ApiProperty({ type: [SignalPersonResponse] }) candidates!: SignalPersonResponse[];
  @ApiProperty({ type: Boolean }) mayChange!: boolean;
}
