import type { HistoryChange, HistoryGroup } from '@insyn/domain';
import type { Id, Instant } from './identity.js';

/** One event of a case in plain Swedish, a row of `GET /api/follow-ups/:id/history?group=&after=`, newest first. */
export interface HistoryItem {
  id: Id;
  at: Instant;
  /** Who did it: a colleague, or the provider whose person it was; null for what Insyn did by itself. */
  by: string | null;
  kind: string;
  group: HistoryGroup;
  summary: string;
  /** From what to what, in the words of the screen. */
  changes: HistoryChange[];
  /** The other case of the same chain that it happened in: a re-check in the first follow-up's history, or the other way. */
  of: { id: Id; title: string } | null;
  /** A path inside the client to what it concerns. */
  href: string | null;
}
