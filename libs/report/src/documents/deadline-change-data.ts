import type { CalendarDate } from '@insyn/domain';
import type { LetterHead } from './document-head.js';

/** A letter that gives a provider another day for something that it has been asked for. */
export interface DeadlineChangeData extends LetterHead {
  /** What is waited for, as a noun: "Åtgärdsplan", "Svar på ”Inför uppföljningen”". */
  what: string;
  /** What the reader is asked to do: "Lämna in planen", "Svara". */
  ask: string;
  /** The last day as it was, and as it is now. */
  before: CalendarDate;
  due: CalendarDate;
  /** In the municipality's words, paragraphs divided by empty lines. */
  reason: string;
}
