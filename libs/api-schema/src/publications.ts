import type { CalendarDate, HitSettlement, Outcome, PublicationState, ScreenHitKind, ServiceType } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

export const PUBLICATION_LIMITS = { replacement: 200, reason: 500 } as const;

/** A row of `GET /api/publications?state=&after=`. */
export interface PublicationListItem {
  id: Id;
  followUpId: Id;
  title: string;
  caseNumber: string;
  reportVersion: number;
  outcome: Outcome;
  state: PublicationState;
  approvedOn: CalendarDate;
  publishedOn: CalendarDate | null;
  unsettled: number;
}

export interface ScreenHitView {
  id: Id;
  kind: ScreenHitKind;
  /** Where in the report, in Swedish: "Bedömning § 15". */
  place: string;
  /** The sentence around the hit, the hit itself between `start` and `end`. */
  excerpt: string;
  start: number;
  end: number;
  /** What the rule advises, in Swedish. */
  advice: string;
  settlement: HitSettlement | null;
  replacement: string | null;
  reason: string | null;
  settledBy: string | null;
  settledAt: Instant | null;
  version: number;
}

/** `GET /api/publications/:id`. */
export interface PublicationView extends PublicationListItem {
  version: number;
  screenedAt: Instant | null;
  hits: ScreenHitView[];
  approvedBy: string | null;
  approvedAt: Instant | null;
  /** By what right it was approved: "Fattat på delegation enligt punkt 4.4 i …"; null where none is cited. */
  ground: string | null;
  /** What the reader, who may approve it, should know of the right to; null where no delegation is asked for. */
  right: { holds: boolean; text: string } | null;
  publishedBy: string | null;
  publicHref: string | null;
  pdfReady: boolean;
  withdrawnReason: string | null;
  /** What the reader may do now, each with the reason why not. */
  may: { screen: string | null; approve: string | null; publish: string | null; withdraw: string | null };
}

/** A published report as anyone may read it: `GET /api/public/reports`. */
export interface PublicReportItem {
  id: Id;
  title: string;
  municipality: string;
  provider: string;
  unit: string;
  year: number;
  serviceTypes: ServiceType[];
  outcome: Outcome;
  publishedOn: CalendarDate;
  htmlUrl: string;
  pdfUrl: string;
}
