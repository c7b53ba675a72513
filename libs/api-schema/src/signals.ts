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
  /** The committees with a contract for the unit in which the reader may register a signal. */
  committees: { id: Id; name: string }[];
  signals: SignalView[];
  inDepth: { proposed: boolean; because: string };
}

/** A person who can be named as reader or recipient. */
export interface SignalPerson {
  id: Id;
  name: string;
  title: string | null;
}

/** `GET /api/lex-sarah-recipients`, one for each of the reader's committees. */
export interface LexSarahRecipients {
  committee: { id: Id; name: string };
  recipients: SignalPerson[];
  /** Those of the committee who may be named as readers of a report. */
  candidates: SignalPerson[];
  mayChange: boolean;
}
