import type { CalendarDate, SignalKind, SignalState } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

/** One signal on a unit's timeline. A lex Sarah report is in the list of its named readers only. */
export interface SignalView {
  id: Id;
  unitId: Id;
  unit: string;
  provider: string;
  kind: SignalKind;
  state: SignalState;
  receivedOn: CalendarDate;
  title: string;
  text: string;
  source: string;
  fromProvider: boolean;
  followUp: { id: Id; title: string; year: number } | null;
  evidenceId: Id | null;
  handledText: string;
  handledOn: CalendarDate | null;
  readers: { id: Id; name: string }[];
  createdBy: string;
  createdAt: Instant;
  version: number;
}

/** `GET /api/units/:id/signals`: the timeline, newest first, and whether it proposes an in-depth follow-up. */
export interface SignalTimeline {
  unit: { id: Id; name: string };
  provider: string;
  contracts: { id: Id; reference: string }[];
  signals: SignalView[];
  inDepth: { proposed: boolean; because: string };
}
