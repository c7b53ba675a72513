import type { CalendarDate } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

/** A case that waits for the reader. `href` is a path inside the client. */
export interface WaitingForMe {
  followUpId: Id;
  title: string;
  subtitle: string;
  caseNumber: string;
  due: CalendarDate | null;
  overdueDays: number | null;
  nextStep: string;
  href: string;
}

export interface WaitingForOthers {
  followUpId: Id;
  title: string;
  due: CalendarDate | null;
  who: string;
}

/** `GET /api/my-work`. */
export interface MyWorkView {
  waitingForMe: WaitingForMe[];
  waitingForOthers: WaitingForOthers[];
  year: { year: number; done: number; ongoing: number; notStarted: number };
  meetings: { on: CalendarDate; startsAt: Instant | null; title: string; unit: string; followUpId: Id }[];
}
