import type { CalendarDate, DeadlineKeeper, DeadlineKind, DeadlineState } from '@insyn/domain';
import type { Id } from './identity.js';
import type { DocumentLink } from './information-requests.js';

export const DEADLINE_LIMITS = { reason: 2000 } as const;

/** Whose deadlines a list holds: of the cases that the reader is in the team of, of the committee's, of what was escalated. */
export const DEADLINE_SCOPES = ['mine', 'committee', 'escalated'] as const;
export type DeadlineScope = (typeof DEADLINE_SCOPES)[number];

/** The kinds in a list: those of deadlines, and the information requests with a due date of their own. */
export type ListedDeadlineKind = DeadlineKind | 'information-request';

/** A row of `GET /api/deadlines?scope=&state=&kind=&after=`, the nearest first. */
export interface DeadlineItem {
  id: Id;
  kind: ListedDeadlineKind;
  followUpId: Id;
  caseNumber: string;
  /** The title of the case. */
  title: string;
  /** The title of an information request; null for the other kinds. */
  subject: string | null;
  provider: string;
  unit: string;
  due: CalendarDate;
  /** To the due date; negative when it has passed. */
  daysLeft: number;
  state: DeadlineState;
  baseDate: CalendarDate;
  /** '30 dagar från 22 november 2026', or that it was set by hand. */
  rule: string;
  setBy: 'rule' | 'person';
  /** Why a person set it. */
  reason: string | null;
  /** When the managers were told of this due date. */
  escalatedOn: CalendarDate | null;
  waitsFor: DeadlineKeeper;
  /** A path inside the client. */
  href: string;
  /** What is odd about it: that the contract ends before it. */
  warning: string | null;
  /** Whether the reader may move it or count it anew. */
  mayMove: boolean;
  version: number;
}

/**
 * A row of `GET /api/follow-ups/:id/deadline-letters` and `GET /api/portal/tasks/:id/deadline-letters`, the newest first: a letter
 * that gave the provider another day.
 */
export interface DeadlineLetterView {
  id: Id;
  /** The fact check, action plan, sanction or information request that waits. */
  subjectId: Id;
  sentOn: CalendarDate;
  before: CalendarDate;
  due: CalendarDate;
  reason: string;
  document: DocumentLink;
}
